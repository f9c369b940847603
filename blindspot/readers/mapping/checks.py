"""Whether a column's values fit a field, judged on a preview: ids look like ids, links parse, times and counts too."""

from __future__ import annotations

import re
from collections.abc import Iterable

import polars as pl

from blindspot.readers.cells.columns import filled, share_of
from blindspot.readers.cells.durations import is_no_length, to_seconds
from blindspot.readers.cells.ids import ROUNDED, id_in_link, platform_of_link
from blindspot.readers.cells.times import look_like_times
from blindspot.readers.mapping.aliases import comment_columns, fold
from blindspot.readers.shapes import COUNTS
from blindspot.settings import read_settings

MOST = 0.8
LONGEST_NAME = 80
LEAST_COMMENTS = 4
ID = r"^(?:[A-Za-z0-9_-]{8,64}|av\d+)$"
LINK = r"^(?i:https?:)?//[^/\s]+\.[^/\s]+/"
COUNT = r"^[<>≥≤~+-]?\s*\d[\d.,]*\s*(?:百万|千万|[kwmbKWMB千万萬亿億])?\+?(?:\s*[~-]\s*\d.*)?$"


def fits(field: str, column: pl.Series) -> bool:
    """Say whether most filled cells of a column can hold the field; an empty column fits no field that is needed."""
    cells = filled(column).drop_nulls()
    if cells.is_empty():
        return field not in ("work_id", "url", "title", "published_at", "platform")
    return share_of(_good(field, cells)) >= MOST and (field != "work_id" or _are_unique(cells))


def leads_to_works(column: pl.Series) -> bool:
    """Say whether the links of a column lead to works of platforms that we know."""
    cells = filled(column).drop_nulls().to_frame("link")
    if cells.is_empty():
        return False
    leads = cells.select(platform_of_link(pl.col("link")).is_not_null() & id_in_link(pl.col("link")).is_not_null())
    return share_of(leads.to_series()) >= 0.9


def holds_comments(columns: Iterable[str], works: pl.Series, words: pl.Series) -> bool:
    """Say whether a table is one of comments: by a column that only those have, or as many words stand under each work.

    `works` and `words` hold the id of the work and its title, one a row.
    """
    # a work may hold a comment of its own, in an object called so
    if any(fold(column) in comment_columns() for column in columns if not re.search(r"[./]", column)):
        return True
    both = pl.DataFrame({"work": works, "words": words}).drop_nulls()
    if both.height < LEAST_COMMENTS or both.height * 2 < len(works):
        return False
    return both["work"].n_unique() * 2 <= both.height and both["words"].n_unique() * 10 >= both.height * 9


def _are_unique(ids: pl.Series) -> bool:
    return ids.n_unique() >= 0.5 * len(ids)


def _good(field: str, cells: pl.Series) -> pl.Series:
    if field == "work_id":
        return cells.str.contains(ID) & cells.str.contains(r"\d|[A-Z]") | cells.str.contains(ROUNDED)
    if field == "url":
        return cells.str.contains(LINK)
    if field in ("published_at", "captured_at"):
        return look_like_times(cells, read_settings().zone)
    if field == "duration":
        return to_seconds(cells).is_not_null() | is_no_length(cells)
    if field in COUNTS:
        return cells.str.contains(COUNT)
    if field == "creator_name":
        return (cells.str.len_chars() <= LONGEST_NAME) & ~cells.str.contains(LINK) & ~cells.str.contains(r"^[\[{]")
    if field in ("title", "text", "transcript"):
        return ~cells.str.contains(LINK) & cells.cast(pl.Float64, strict=False).is_null()
    return pl.repeat(True, len(cells), eager=True)
