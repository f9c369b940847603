"""A running import as it goes: which file, how far, how many rows, and the way to stop it."""

from __future__ import annotations

import streamlit as st

from blindspot.library.import_jobs import ImportJob, JobView
from blindspot.ui.desk import Desk
from blindspot.ui.marking import escape_markdown

SECONDS = 0.7


def show_progress(desk: Desk, job: ImportJob) -> None:
    """Draw the running job and keep it up to date; the whole page is drawn anew once it is over."""

    @st.fragment(run_every=SECONDS)
    def watch() -> None:
        view = job.view()
        if view.state != "running":
            st.rerun()
        with st.container(border=True):
            _say(desk, view)
            stop = desk.t("Stopping …") if job.is_stopping else desk.t("Stop")
            with st.container(horizontal=True, vertical_alignment="center"):
                st.button(
                    stop, icon=":material/stop_circle:", disabled=job.is_stopping, on_click=job.stop, key="imports_stop"
                )
                st.caption(desk.t("Stopping keeps the files that are in and nothing of the one being read."))

    watch()


def _say(desk: Desk, view: JobView) -> None:
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
