"""Whether a column's values fit a field, judged on a preview: ids look like ids, links parse, times and counts too."""

from __future__ import annotations

import polars as pl

from blindspot.readers.cells.columns import filled
from blindspot.readers.cells.durations import is_no_length, to_seconds
from blindspot.readers.cells.ids import ROUNDED
from blindspot.readers.cells.times import to_times
from blindspot.readers.shapes import COUNTS
from blindspot.settings import read_settings

MOST = 0.8
ID = r"^(?:[A-Za-z0-9_-]{8,64}|av\d+)$"
LINK = r"^(?i:https?:)?//[^/\s]+\.[^/\s]+/"
COUNT = r"^[<>≥≤~+-]?\s*\d[\d.,]*\s*(?:百万|千万|[kwmbKWMB千万萬亿億])?\+?(?:\s*[~-]\s*\d.*)?$"


def fits(field: str, column: pl.Series) -> bool:
    """Say whether most filled cells of a column can hold the field; an empty column fits no field that is needed."""
    cells = filled(column).drop_nulls()
    if cells.is_empty():
        return field not in ("work_id", "url", "title", "published_at", "platform")
    return _good(field, cells).mean() >= MOST and (field != "work_id" or _are_unique(cells))


def in_milliseconds(column: pl.Series) -> bool:
    """Say whether bare durations must be milliseconds: half of them would be longer than five hours as seconds."""
    numbers = filled(column).cast(pl.Float64, strict=False).drop_nulls()
    numbers = numbers.filter(numbers > 0)
    return not numbers.is_empty() and numbers.median() >= 5 * 3600


def _are_unique(ids: pl.Series) -> bool:
    return ids.n_unique() >= 0.5 * len(ids)


def _good(field: str, cells: pl.Series) -> pl.Series:
    if field == "work_id":
        return cells.str.contains(ID) & cells.str.contains(r"\d|[A-Z]") | cells.str.contains(ROUNDED)
    if field == "url":
        return cells.str.contains(LINK)
    if field in ("published_at", "captured_at"):
        return to_times(cells, read_settings().zone).is_not_null()
    if field == "duration":
        return to_seconds(cells).is_not_null() | is_no_length(cells)
    if field in COUNTS:
        return cells.str.contains(COUNT)
    if field in ("title", "text"):
        return ~cells.str.contains(LINK) & cells.cast(pl.Float64, strict=False).is_null()
    return pl.repeat(True, len(cells), eager=True)
