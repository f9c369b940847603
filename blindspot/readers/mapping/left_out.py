"""Which columns of a table were not understood although they hold long text, counts, names or times."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

import polars as pl

from blindspot.readers.cells.columns import filled, mean_of, share_of
from blindspot.readers.cells.counts import to_counts
from blindspot.readers.cells.times import to_times
from blindspot.readers.fields import WorkFields
from blindspot.readers.mapping.aliases import rank_of
from blindspot.readers.mapping.checks import LINK
from blindspot.readers.mapping.names import is_understood, says
from blindspot.readers.shapes import LEFT_OUT_AS, REMARK_SCHEMA
from blindspot.settings import read_settings

JUDGED_ROWS = 200
LONG_TEXT = 15
"""Signs that the cells of a column have on average where they are sentences rather than names or kinds."""
LONGEST_NAME = 40
MOST = 0.8
NUMBERED = re.compile(r"[./_]\d+([./_]|$)")
JSON = r"^\s*[\[{]"
SENTENCE = r"\p{L}.*[\s，。！？、；：,.!?;:]|[\p{Han}\p{Hiragana}\p{Katakana}]{8}"


def left_out_by(fields: WorkFields, columns: Sequence[str], batch: pl.DataFrame) -> dict[str, str]:
    """Return what `left_out` says of a table whose works these fields read."""
    expressions = fields.texts() | {"hashtags": fields.tags}
    used = {name: set(expression.meta.root_names()) for name, expression in expressions.items()}
    filled_fields = [name for name, roots in used.items() if roots & set(columns)]
    return left_out(columns, set().union(*used.values()), batch, fields=filled_fields)


def left_out_rows(unused: Mapping[str, str], batch: pl.DataFrame) -> pl.DataFrame:
    """Return in how many rows of a batch each column that was left out says something (REMARK_SCHEMA)."""
    rows = [
        (f"{LEFT_OUT_AS}{kind}", column, int(filled(batch[column]).is_not_null().sum()))
        for column, kind in unused.items()
    ]
    return pl.DataFrame([row for row in rows if row[2]], schema=REMARK_SCHEMA, orient="row")


def left_out(
    columns: Sequence[str], used: Collection[str], batch: pl.DataFrame, *, fields: Collection[str] = ()
) -> dict[str, str]:
    """Return column -> what it seems to hold (LEFT_OUT), of the columns that no field used and no name explains.

    A second name or time of a field that another column gave already (`fields`) is nothing that is missed.
    """
    found = {}
    seen = batch.head(JUDGED_ROWS)
    for column in columns:
        if column in used or NUMBERED.search(column) or is_understood(column):
            continue
        kind = kind_of_cells(column, seen[column])
        if kind and not (kind in ("names", "times") and any(rank_of(field, column) is not None for field in fields)):
            found[column] = kind
    return found


def kind_of_cells(column: str, cells: pl.Series) -> str | None:
    """Return what a column that was not understood seems to hold; None for ids, links, kinds and empty ones."""
    said = filled(cells).drop_nulls()
    if said.is_empty() or said.str.contains(LINK).any() or share_of(said.str.contains(JSON)) > 1 - MOST:
        return None
    numbers = to_counts(said)
    if share_of(numbers.is_not_null()) >= MOST:
        return "counts" if _are_counts(column, numbers.drop_nulls()) else _times(said)
    if _times(said):
        return "times"
    if is_long_text(said):
        return "text"
    is_named = says("creator", column) or says("name", column)
    is_short = share_of(said.str.len_chars() <= LONGEST_NAME) >= MOST
    return "names" if is_named and is_short and share_of(said.str.contains(r"\p{L}")) >= MOST else None


def is_long_text(said: pl.Series) -> bool:
    """Say whether filled cells are sentences: long, different from one another, and in words."""
    is_wordy = share_of(said.str.contains(SENTENCE) & ~said.str.contains(LINK)) >= 0.5
    return bool(mean_of(said.str.len_chars()) >= LONG_TEXT and is_wordy and said.n_unique() * 3 >= len(said) * 2)


def _are_counts(column: str, numbers: pl.Series) -> bool:
    """Say whether numbers are counts rather than ids, places in a list, codes or yes and no."""
    is_counted = any(says(role, column) for role in ("count", "plays", "likes", "comments", "shares", "collects"))
    largest = max(numbers.to_list(), default=0)
    steps = numbers.diff().drop_nulls()
    is_numbering = len(steps) > 0 and (steps == 1).all()
    is_large_enough = 1 < largest < 10**11 and numbers.n_unique() > 2
    is_elsewhere = any(says(role, column) for role in ("id", "creator", "hashtags"))
    return not is_numbering and not is_elsewhere and (is_counted or is_large_enough)


def _times(said: pl.Series) -> str | None:
    return "times" if share_of(to_times(said, read_settings().zone).is_not_null()) >= MOST else None
