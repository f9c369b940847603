"""The import page: hand files in, watch them come in, see what became of them, take an import back."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from blindspot.library.codebooks import list_topics
from blindspot.library.import_jobs import ImportDesk
from blindspot.settings import read_settings
from blindspot.ui.desk import Desk
from blindspot.ui.error_notice import say_faults
from blindspot.ui.explore.closing_notice import show_closing_gaps
from blindspot.ui.library.import_desk import open_document_desk, open_import_desk
from blindspot.ui.library.import_form import hand_in_files
from blindspot.ui.library.import_progress import say_works, show_progress
from blindspot.ui.library.import_results import show_outcome
from blindspot.ui.library.imports_list import list_imports
from blindspot.ui.library.mapping_form import ask_for_mapping
from blindspot.ui.library.source_intake import show_intake
from blindspot.ui.library.topic_starter import offer_next_step


def show_imports(desk: Desk) -> None:
    """Draw the page."""
    t = desk.t
    imports = open_import_desk()
    st.header(t("Import works"), anchor=False)
    st.caption(t("Drop in what your tools exported. Nothing leaves this computer, and every import can be undone."))
    # whatever stops one panel, the list with the way to take an import back stays
    for panel in (_hand_in, _show_outcomes, _ask, _say_news, offer_next_step, list_imports):
        with say_faults(t, panel.__name__):
            panel(desk, imports)


def _hand_in(desk: Desk, imports: ImportDesk) -> None:
    if imports.job is not None and imports.is_busy:
        show_progress(desk, imports.job, say=say_works, key="imports")
    elif not open_document_desk().is_busy:
        hand_in_files(desk, imports)


def _show_outcomes(desk: Desk, imports: ImportDesk) -> None:
    with say_faults(desk.t, show_intake.__name__):
        show_intake(desk)
    if imports.job is not None:
        show_outcome(desk, imports)


def _ask(desk: Desk, imports: ImportDesk) -> None:
    for waiting in imports.waiting:
        ask_for_mapping(desk, imports, waiting)


def _say_news(desk: Desk, imports: ImportDesk) -> None:
    for topic in list_topics(desk.store):
        if not topic.is_sample:
            show_closing_gaps(replace(desk, topic=topic), read_settings().line, is_topic_named=True)
