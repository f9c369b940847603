"""Shows a refusal as its one or two sentences, for the places that go on after it."""

from __future__ import annotations

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.ui.marking import escape_markdown
from blindspot.ui.texts import Translator


def say_error(error: BlindspotError, t: Translator) -> None:
    """Draw what happened and what to do next; file names and cells in it are shown as plain words."""
    st.error(escape_markdown(t.message(error.message)), icon=":material/error:")
    if str(error.hint):
        st.markdown(f":material/lightbulb: {escape_markdown(t.message(error.hint))}")
