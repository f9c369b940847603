"""Where hot lists are dropped, and what became of each."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from blindspot.library.hot_topics import Listed, NotListed, import_hot_lists
from blindspot.ui.desk import Desk
from blindspot.ui.marking import escape_markdown

ROUND = "hot_lists_round"
RESULT = "hot_lists_result"


def hand_in_hot_lists(desk: Desk) -> None:
    """Draw the button under which hot lists are dropped; dropped ones are brought in at once."""
    t = desk.t
    st.session_state.setdefault(ROUND, 0)
    with st.popover(
        t("Bring in a hot list"),
        icon=":material/local_fire_department:",
        type="primary",
        key=f"hot_lists_intake_{st.session_state[ROUND]}",
    ):
        st.caption(
            t(
                "A Markdown list of hot topics, or a table with a column of titles (标题, 话题, title); "
                "rank, heat, link and date come in where they stand there. Nothing is fetched from the web."
            )
        )
        files = st.file_uploader(
            t("Drop hot lists here: Markdown, CSV, TSV or Excel"),
            accept_multiple_files=True,
            key=f"hot_lists_{st.session_state[ROUND]}",
        )
    if files:
        # a fresh uploader, so that a reload does not hand the same files in again
        st.session_state[ROUND] += 1
        st.session_state[RESULT] = _import(desk, files)
        st.rerun()


def show_hot_lists(desk: Desk) -> None:
    """Draw what became of the hot lists handed in last."""
    for outcome in st.session_state.pop(RESULT, ()):
        _say(desk, outcome)


def _import(desk: Desk, files: Sequence[UploadedFile]) -> list[Listed | NotListed]:
    with tempfile.TemporaryDirectory(prefix="blindspot_") as folder:
        kept = []
        for number, file in enumerate(files):
            path = Path(folder) / str(number)
            path.write_bytes(file.getbuffer())
            kept.append((path, file.name))
        listed, refused = import_hot_lists(desk.store, kept)
    return [*listed, *refused]


def _say(desk: Desk, outcome: Listed | NotListed) -> None:
    t = desk.t
    if isinstance(outcome, NotListed):
        sentence = f"{t.message(outcome.reason)} {t.message(outcome.hint)}"
        st.error(escape_markdown(sentence), icon=":material/error:")
        return
    parts = []
    if outcome.candidates_added or not outcome.candidates_known:
        parts.append(t.plural("{n} new candidate topic", "{n} new candidate topics", outcome.candidates_added))
    if outcome.candidates_known:
        parts.append(t("{n} known before", n=t.number(outcome.candidates_known)))
    st.success(
        t("**{list}**: {counts}", list=escape_markdown(outcome.origin), counts=t.all_of(parts)),
        icon=":material/check_circle:",
    )
