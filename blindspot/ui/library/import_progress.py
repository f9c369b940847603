"""A running import as it goes: which file, how far, how many rows, and the way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from blindspot.library.jobs import Job, JobView
from blindspot.ui.desk import Desk
from blindspot.ui.marking import escape_markdown

SECONDS = 0.7


def say_works(desk: Desk, view: JobView[Any]) -> None:
    """Draw how far an import of works is: the file, its bytes and its rows."""
    t = desk.t
    progress = view.progress
    number, files = t.number(view.number), t.number(view.files)
    if progress is None:
        st.progress(0.0, t("File {number} of {files}: opening it …", number=number, files=files))
        return
    file = escape_markdown(progress.file)
    if progress.is_storing:
        rows = t.plural("{n} row read", "{n} rows read", progress.rows)
        st.progress(1.0, t("File {number} of {files}: {file}", number=number, files=files, file=file))
        st.caption(t("{rows} · comparing with what is known, storing and labelling …", rows=rows))
        return
    share = min(progress.done_bytes / progress.total_bytes, 1.0) if progress.total_bytes else 0.0
    st.progress(share, t("File {number} of {files}: {file}", number=number, files=files, file=file))
    rows = t.plural("{n} row so far", "{n} rows so far", progress.rows)
    st.caption(t("{share} read · {rows}", share=t.percent(round(share, 2)), rows=rows))


def say_documents(desk: Desk, view: JobView[Any]) -> None:
    """Draw which of the documents is being read; how far one is read is not known."""
    t = desk.t
    number, files, file = t.number(view.number), t.number(view.files), escape_markdown(view.file)
    st.progress(
        (view.number - 1) / view.files,
        t("Reading {file}… ({number} of {files})", file=file, number=number, files=files),
    )


def show_progress(desk: Desk, job: Job[Any], *, say: Callable[[Desk, JobView[Any]], None], key: str) -> None:
    """Draw the running job by `say` and keep it up to date; the whole page is drawn anew once it is over."""

    @st.fragment(run_every=SECONDS)
    def watch() -> None:
        view = job.view()
        if view.state != "running":
            st.rerun()
        with st.container(border=True):
            say(desk, view)
            stop = desk.t("Stopping …") if job.is_stopping else desk.t("Stop")
            with st.container(horizontal=True, vertical_alignment="center"):
                st.button(
                    stop, icon=":material/stop_circle:", disabled=job.is_stopping, on_click=job.stop, key=f"{key}_stop"
                )
                st.caption(desk.t("Stopping keeps the files that are in and nothing of the one being read."))

    watch()
