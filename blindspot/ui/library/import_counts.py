"""The counts of imports as a table in words; its parts add up to the rows read."""

from __future__ import annotations

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from blindspot.library.import_result import Imported
from blindspot.readers import READERS
from blindspot.ui.desk import Desk
from blindspot.ui.texts import Translator

COUNTS = (
    "rows_read",
    "works_added",
    "works_updated",
    "works_unchanged",
    "duplicates_in_file",
    "rows_rejected",
)


def count_name(count: str, t: Translator) -> str:
    """Return what a count says."""
    return {
        "rows_read": t("Rows read"),
        "works_added": t("New works"),
        "works_updated": t("Updated"),
        "works_unchanged": t("Unchanged"),
        "duplicates_in_file": t("Twice in the file"),
        "rows_rejected": t("Rejected"),
    }[count]


def tool_name(reader: str, t: Translator) -> str:
    """Return the tool that a reader reads, "table" as what it is."""
    tools = {entry.name: entry.tool for entry in READERS}
    return tools.get(reader) or t("table, by its columns")


def count_columns(desk: Desk) -> dict[str, ColumnConfig]:
    """Return how the columns of `count_row` are shown."""
    t = desk.t
    columns = {count: st.column_config.NumberColumn(count_name(count, t), format="localized") for count in COUNTS}
    return {
        "file": st.column_config.TextColumn(t("File"), width="medium"),
        "reader": st.column_config.TextColumn(t("Read as")),
    } | columns


def count_row(desk: Desk, imported: Imported) -> dict[str, object]:
    """Return one file's row of the table."""
    counts = {count: getattr(imported, count) for count in COUNTS}
    return {"file": imported.file, "reader": tool_name(imported.reader, desk.t)} | counts
