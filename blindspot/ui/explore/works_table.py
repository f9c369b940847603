"""Works as a table to take away: a CSV that spreadsheets open rightly and that runs nothing in them."""

from __future__ import annotations

import csv
import io
import re

import streamlit as st

from blindspot.explore.filters import Filters
from blindspot.explore.works import Selection, Work, list_works
from blindspot.ui.desk import Desk, topic_of

COLUMNS = (
    "platform",
    "work_id",
    "creator",
    "title",
    "text",
    "url",
    "published_at",
    "plays",
    "likes",
    "comments",
    "shares",
    "collects",
)
RISKY = ("=", "+", "-", "@", "\t", "\r", "|", "%", "＝", "＋", "－", "＠")
LONG_NUMBER = re.compile(r"\d{12,}|\d+[eE]\d+")
MOST = 50_000


def offer_download(desk: Desk, filters: Filters, selection: Selection) -> None:
    """Offer the works in view as a CSV file; it is made when it is asked for."""

    def make() -> bytes:
        works = list_works(desk.store, topic_of(desk).topic_id, filters, selection, most=MOST)
        return works_csv(works)

    st.download_button(
        desk.t("Download CSV"),
        make,
        file_name="works.csv",
        mime="text/csv",
        icon=":material/download:",
        type="tertiary",
        key="works_csv",
    )


def works_csv(works: list[Work]) -> bytes:
    """Return works as CSV in UTF-8 with BOM; an unknown count is an empty cell, risky text gets an apostrophe.

    So does an id of digits, of which a spreadsheet would keep the first fifteen.
    """
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow([*COLUMNS, "angles"])
    for work in works:
        values = [getattr(work, column) for column in COLUMNS]
        angles = " ".join(label.angle for label in work.labels)
        rows.writerow([safe_cell(value) for value in (*values, angles)])
    return text.getvalue().encode("utf-8-sig")


def safe_cell(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula; ids of digits are kept as text."""
    if not isinstance(value, str):
        return value
    return f"'{value}" if value.startswith(RISKY) or LONG_NUMBER.fullmatch(value) else value
