"""The one import desk of this process, and the notice that what is saved now waits for its import."""

from __future__ import annotations

from functools import partial

import streamlit as st

from blindspot.library.import_jobs import ImportDesk
from blindspot.plan.signals import settle_signals
from blindspot.ui.desk import Desk, open_store


@st.cache_resource(show_spinner=False)
def open_import_desk() -> ImportDesk:
    """Return the desk, so that an import survives page changes and reloads."""
    store = open_store()
    return ImportDesk(store, after_file=partial(settle_signals, store))


def say_busy(desk: Desk) -> None:
    """Say that an import is running, on the pages whose changes then wait."""
    if open_import_desk().is_busy:
        st.info(
            desk.t("An import is running. What you save here is stored when it is over."), icon=":material/hourglass:"
        )
