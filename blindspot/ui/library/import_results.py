"""What became of the files handed in last: counts that add up, rows and cells that did not come in, refused files."""

from __future__ import annotations

import streamlit as st

from blindspot.library.import_jobs import ImportDesk
from blindspot.library.import_result import Imported, Refused
from blindspot.ui.desk import Desk
from blindspot.ui.library.import_counts import count_columns, count_row
from blindspot.ui.library.import_leftovers import show_leftovers, show_remarks
from blindspot.ui.marking import escape_markdown
from blindspot.ui.widget_functions import known


def show_outcome(desk: Desk, imports: ImportDesk) -> None:
    """Draw what the last job, or the running one so far, did to each file."""
    t = desk.t
    view = known(imports.job).view()
    done, refused = view.result.imports, view.result.refused
    with st.container(border=bool(done or refused or view.problem)):
        if view.problem is not None:
            say_problem(desk, view.state == "stopped", t.message(view.problem), bool(done))
        if done:
            _say_success(desk, done)
            of_works = [count_row(desk, one) for one in done if one.rows_read]
            if of_works:
                st.dataframe(of_works, hide_index=True, column_config=count_columns(desk), height="content")
            for number, one in enumerate(done):
                show_leftovers(
                    desk, one.import_id, one.file, one.rows_rejected, one.cells_unread, key=f"result_{number}"
                )
                show_remarks(desk, one.remarks, one.file)
        for file in refused:
            if file.proposal is None:
                _say_refused(desk, file)
        if (done or refused or view.problem) and not imports.is_busy:
            st.button(
                t("Put this away"), icon=":material/close:", type="tertiary", on_click=imports.clear, key="imports_away"
            )


def _say_success(desk: Desk, done: list[Imported]) -> None:
    t = desk.t
    added = sum(one.works_added for one in done)
    updated = sum(one.works_updated for one in done)
    if added or updated:
        parts = [t.plural("{n} new work", "{n} new works", added)] if added else []
        parts += [t.plural("{n} work updated", "{n} works updated", updated)] if updated else []
        st.success(t.all_of(parts), icon=":material/check_circle:")
    elif any(one.comments_added for one in done):
        st.success(t("The comments are in."), icon=":material/check_circle:")
    elif all(one.is_repeated for one in done):
        st.info(t("Nothing changed: this was imported before."), icon=":material/done_all:")
    else:
        st.info(t("Nothing changed: no new work, and no new count or text."), icon=":material/done_all:")
    comments = sum(one.comments_added for one in done)
    creators = sum(one.creators_seen for one in done)
    if comments:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(t("New comments under works: {n}.", n=t.number(comments)), width="content")
            st.page_link(
                "pages/explore/questions.py", label=t("See what viewers ask"), icon=":material/contact_support:"
            )
    if creators:
        st.caption(t("Rows about creators are not works and were only counted: {n}.", n=t.number(creators)))


def say_problem(desk: Desk, is_stopped: bool, sentence: str, has_before: bool) -> None:
    """Say in one sentence why a job ended before its last file, and whether files came in before."""
    t = desk.t
    with st.container(gap="small"):
        if is_stopped:
            st.warning(escape_markdown(sentence), icon=":material/stop_circle:")
        else:
            st.error(escape_markdown(sentence), icon=":material/error:")
        if has_before:
            st.caption(t("The files before it are in:"))


def _say_refused(desk: Desk, refused: Refused) -> None:
    t = desk.t
    with st.container(gap="small"):
        st.error(escape_markdown(t.message(refused.reason)), icon=":material/error:")
        if str(refused.hint):
            st.markdown(f":material/lightbulb: {escape_markdown(t.message(refused.hint))}")
        if refused.file.lower().endswith(".txt"):
            st.page_link(
                "pages/library/sources.py", label=t("Bring it in as an article"), icon=":material/source_notes:"
            )
        if refused.tried:
            st.caption(t("Tried: {readers}.", readers=escape_markdown(", ".join(refused.tried))))
