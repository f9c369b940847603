"""Shows a refusal as its one or two sentences where the page goes on after it; and whatever stops a drawing."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.ui.marking import escape_markdown
from blindspot.ui.texts import Translator


def say_error(error: BlindspotError, t: Translator) -> None:
    """Draw what happened and what to do next; file names and cells in it are shown as plain words."""
    st.error(escape_markdown(t.message(error.message)), icon=":material/error:")
    if str(error.hint):
        st.markdown(f":material/lightbulb: {escape_markdown(t.message(error.hint))}")


@contextmanager
def say_faults(t: Translator, drawn: str) -> Iterator[None]:
    """Turn whatever stops a drawing into sentences; a fault of ours goes to the log with the name of what was drawn."""
    try:
        yield
    except BlindspotError as error:
        say_error(error, t)
    except Exception:
        logging.getLogger(__name__).exception("The page %s failed", drawn)
        st.error(t("This page met a fault of Blindspot. What you entered before is saved."), icon=":material/error:")
        st.markdown(t("Reload the page; if it happens again, please report what the log of the app says."))
