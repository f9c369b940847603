"""What did not come in of a file: rejected rows with their reasons, and cells that could not be understood."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from blindspot.errors import Message
from blindspot.library.import_result import Remark
from blindspot.readers.remarks import say_remark
from blindspot.readers.shapes import LEFT_OUT
from blindspot.ui.desk import Desk
from blindspot.ui.explore.works_table import safe_cell
from blindspot.ui.marking import escape_markdown

MOST_SHOWN = 200


def show_leftovers(desk: Desk, import_id: int, file: str, rejected: int, unread: int, *, key: str) -> None:
    """Draw, folded, the rejected rows and the cells not understood of one import; nothing where there are none."""
    t = desk.t
    if rejected:
        label = t.plural(
            "{n} row of {file} was rejected", "{n} rows of {file} were rejected", rejected, file=escape_markdown(file)
        )
        with st.expander(label, icon=":material/block:", on_change="rerun", key=f"{key}_rejected") as opened:
            if opened.open:
                _show(
                    desk,
                    (t("Row"), t("Reason")),
                    _rejected_rows(desk, import_id),
                    file_name="rejected_rows.csv",
                    key=f"{key}_rejected_csv",
                )
    if unread:
        label = t.plural(
            "{n} cell of {file} was not understood and is stored as unknown",
            "{n} cells of {file} were not understood and are stored as unknown",
            unread,
            file=escape_markdown(file),
        )
        with st.expander(label, icon=":material/question_mark:", on_change="rerun", key=f"{key}_unread") as opened:
            if opened.open:
                cells = desk.store.rows("library/import_unread_cells", import_id=import_id)
                _show(
                    desk,
                    (t("Row"), t("Column"), t("Cell")),
                    [(cell["row"], cell["column_name"], cell["value"]) for cell in cells],
                    file_name="unread_cells.csv",
                    key=f"{key}_unread_csv",
                )


def show_remarks(desk: Desk, remarks: Sequence[Remark], file: str) -> None:
    """Draw, folded, what is to be said of columns: read as something else than they say, or left out."""
    if not remarks:
        return
    t = desk.t
    left_out = [remark for remark in remarks if remark.kind in LEFT_OUT]
    label = (
        t.plural(
            "{n} column of {file} was not understood and left out",
            "{n} columns of {file} were not understood and left out",
            len(left_out),
            file=escape_markdown(file),
        )
        if left_out
        else t("How columns of {file} were read", file=escape_markdown(file))
    )
    with st.expander(label, icon=":material/view_column:"):
        for remark in remarks:
            st.markdown(f"- {escape_markdown(t.message(say_remark(remark.kind, remark.column, remark.rows)))}")


def table_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a CSV in UTF-8 with BOM that spreadsheets open rightly and that runs nothing in them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([safe_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _rejected_rows(desk: Desk, import_id: int) -> list[tuple[int, str]]:
    rows = desk.store.rows("library/import_rejects", import_id=import_id)
    return [(row["row"], desk.t.message(Message(row["reason"], **json.loads(row["values"])))) for row in rows]


def _show(desk: Desk, columns: Sequence[str], rows: list[tuple[Any, ...]], *, file_name: str, key: str) -> None:
    t = desk.t
    shown = [dict(zip(columns, row, strict=True)) for row in rows[:MOST_SHOWN]]
    st.dataframe(shown, hide_index=True, height="auto")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            t("Download CSV"),
            lambda: table_csv(columns, rows),
            file_name=file_name,
            mime="text/csv",
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
            key=key,
        )
        if len(rows) > MOST_SHOWN:
            st.caption(t("The first {n} are shown.", n=t.number(MOST_SHOWN)))
