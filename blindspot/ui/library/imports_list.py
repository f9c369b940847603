"""The imports so far, newest first, each with what it brought and the way to take it back."""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import Any

import streamlit as st

from blindspot.library.import_jobs import ImportDesk
from blindspot.library.undo_import import undo_import
from blindspot.plan.signals import settle_signals
from blindspot.ui.confirmation import ask, asked, confirm
from blindspot.ui.desk import Desk
from blindspot.ui.library.import_counts import tool_name
from blindspot.ui.library.import_leftovers import show_leftovers
from blindspot.ui.marking import escape_markdown

PAGE_SIZE = 10


def list_imports(desk: Desk, imports: ImportDesk) -> None:
    """Draw the list; a stored sample counts as none of the user's."""
    t = desk.t
    rows = [row for row in desk.store.rows("library/imports") if not row["is_sample"]]
    st.subheader(t("Imports so far"), anchor=False)
    if not rows:
        st.caption(t("Nothing yet. What you import is listed here and can be taken back."))
        return
    same = Counter(map(_known_by, rows))
    pages = ceil(len(rows) / PAGE_SIZE)
    page = min(st.session_state.get("imports_page") or 1, pages)
    st.session_state["imports_page"] = page
    for row in rows[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]:
        _show(desk, imports, row, is_twin=same[_known_by(row)] > 1)
    if pages > 1:
        st.pagination(pages, key="imports_page")
    for row in rows:
        if asked("undo") == row["import_id"]:
            _confirm(desk, imports, row)


def _known_by(row: dict[str, Any]) -> tuple[str, str]:
    """Return what people know an import by: its file, and the minute."""
    return row["file"], f"{row['imported_at']:%Y%m%d%H%M}"


def _show(desk: Desk, imports: ImportDesk, row: dict[str, Any], *, is_twin: bool) -> None:
    t = desk.t
    import_id = row["import_id"]
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            with st.container(width="stretch", gap=None):
                st.markdown(f"**{escape_markdown(row['file'])}**")
                when = row["imported_at"]
                parts = [
                    t("{day}, {time}", day=t.day(when.date()), time=f"{when:%H:%M:%S}" if is_twin else f"{when:%H:%M}"),
                    *([t.plural("{n} row", "{n} rows", row["rows_read"])] if is_twin else []),
                    tool_name(row["reader"], t),
                    *_counts(desk, row),
                ]
                st.caption(" · ".join(parts))
            st.button(
                t("Undo"),
                icon=":material/undo:",
                key=f"undo_{import_id}",
                disabled=imports.is_busy,
                help=t("Take this import back: its works and counts go, unless another import brought them too."),
                on_click=ask,
                args=("undo", import_id),
            )
        show_leftovers(
            desk, import_id, row["file"], row["rows_rejected"], row["cells_unread"], key=f"import_{import_id}"
        )


def _counts(desk: Desk, row: dict[str, Any]) -> list[str]:
    t = desk.t
    counts = (
        (row["works_added"], t.plural("{n} new work", "{n} new works", row["works_added"])),
        (row["works_updated"], t.plural("{n} work updated", "{n} works updated", row["works_updated"])),
        (row["works_unchanged"], t.plural("{n} work unchanged", "{n} works unchanged", row["works_unchanged"])),
        (row["comments_added"], t.plural("{n} new comment", "{n} new comments", row["comments_added"])),
        (
            row["points_added"],
            t.plural("{n} day of search interest", "{n} days of search interest", row["points_added"]),
        ),
    )
    said = [words for n, words in counts if n]
    if row["rows_read"] or not said:
        said.insert(0, t.plural("{n} row", "{n} rows", row["rows_read"]))
    return said


def _confirm(desk: Desk, imports: ImportDesk, row: dict[str, Any]) -> None:
    t = desk.t

    def say() -> None:
        only = desk.store.value("library/works_of_import_alone", import_id=row["import_id"])
        st.markdown(f"**{escape_markdown(row['file'])}**")
        if only:
            st.write(
                t.plural(
                    "{n} work that only this file brought will go.",
                    "{n} works that only this file brought will go.",
                    only,
                )
            )
        else:
            st.write(t("No work will go: other imports brought them too. The counts of this file will."))
        st.caption(t("Labels set by hand and roles of creators are kept for when the works come back."))

    def act() -> None:
        undo_import(desk.store, row["import_id"])
        settle_signals(desk.store)
        imports.clear()

    confirm(t, t("Take this import back?"), t("Take it back"), icon=":material/undo:", say=say, act=act)
