"""Where files are dropped, with what is recognised and what to do with files that are too large for it."""

from __future__ import annotations

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.library.import_jobs import ImportDesk
from blindspot.library.uploads import Upload, keep_files
from blindspot.readers import READERS
from blindspot.shipped import COMMAND
from blindspot.ui.desk import Desk
from blindspot.ui.library.source_intake import hand_in, is_document

ROUND = "imports_round"
"""Each hand-in gets a fresh uploader, so that a reload does not hand the same files in again."""


def hand_in_files(desk: Desk, imports: ImportDesk) -> None:
    """Draw the uploader; dropped files are stored under their hash and their import starts at once."""
    t = desk.t
    st.session_state.setdefault(ROUND, 0)
    files = st.file_uploader(
        t("Drop exports here: CSV, TSV, Excel, JSON, JSON Lines, SQLite, or a ZIP of them"),
        accept_multiple_files=True,
        key=f"imports_files_{st.session_state[ROUND]}",
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _explain_formats(desk)
        _explain_limit(desk)
        st.page_link("pages/library/sources.py", label=t("Reports and articles"), icon=":material/source_notes:")
        st.page_link("pages/library/topics.py", label=t("Hot lists"), icon=":material/local_fire_department:")
    if files:
        st.session_state[ROUND] += 1
        documents = [file for file in files if is_document(file.name)]
        tables = [file for file in files if not is_document(file.name)]
        if documents:
            hand_in(desk, documents)
        if tables:
            _start(imports, keep_files(imports.uploads, tables))
        st.rerun()


def _start(imports: ImportDesk, uploads: list[Upload]) -> None:
    try:
        imports.start(uploads)
    except BlindspotError:
        # Another window was quicker; the frame says so, and the bytes must not stay behind.
        imports.uploads.remove(uploads)
        raise


def _explain_formats(desk: Desk) -> None:
    t = desk.t
    with st.popover(t("What is recognised"), icon=":material/help:", type="tertiary"):
        st.write(t("Exports of these tools are recognised by their content, whatever the file is called:"))
        st.markdown("\n".join(f"- {reader.tool}" for reader in READERS))
        st.write(t("Any other table with ids or links, titles and dates comes in too: say once which column is which."))


def _explain_limit(desk: Desk) -> None:
    t = desk.t
    megabytes = st.get_option("server.maxUploadSize")
    with st.popover(
        t("Larger than {megabytes} MB?", megabytes=t.number(megabytes)), icon=":material/terminal:", type="tertiary"
    ):
        st.write(t("Close the app and import the file or a whole folder by this command; it takes files of any size:"))
        st.code(f"{COMMAND} import FILE", language="bash")
