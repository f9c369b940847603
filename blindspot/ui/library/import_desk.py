"""The two import desks of this process, for works and for documents; the notice that what is saved now waits."""

from __future__ import annotations

from functools import partial

import streamlit as st

from blindspot.library.import_jobs import ImportDesk
from blindspot.library.jobs import JobDesk
from blindspot.plan.reports.intake import Intake
from blindspot.plan.signals import settle_signals
from blindspot.ui.desk import Desk, open_store


@st.cache_resource(show_spinner=False)
def open_import_desk() -> ImportDesk:
    """Return the desk, so that an import survives page changes and reloads."""
    store = open_store()
    return ImportDesk(store, after_file=partial(settle_signals, store))


@st.cache_resource(show_spinner=False)
def open_document_desk() -> JobDesk[Intake]:
    """Return the desk of documents; a long one and an export may come in at the same time."""
    return JobDesk(open_import_desk().uploads)


def say_busy(desk: Desk) -> None:
    """Say that an import is running, on the pages whose changes then wait."""
    if open_import_desk().is_busy:
        st.info(
            desk.t("An import is running. What you save here is stored when it is over."), icon=":material/hourglass:"
        )
