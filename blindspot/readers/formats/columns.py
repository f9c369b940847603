"""Headers made unique and rows turned into the frames that `Table` promises: `row` and one String column a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from blindspot.errors import FileRefused, Message

MOST_COLUMNS = 5_000
SLICE_ROWS = 1_000
"""Rows turned at once: so few that their cells stay in the processor's cache (a million rows: 2.3 s instead of 4.2)."""

BATCH_ROWS = 50_000
_BATCH_BYTES = 64 << 20


@dataclass
class Rejects:
    """The records of one table that could not be tokenised, as `Table.rejected` keeps them."""

    rows: list[tuple[int, str, dict[str, Any]]] = field(default_factory=list)

    def add(self, row: int, reason: Message) -> None:
        """Keep the reason for a record that starts at `row`."""
        self.rows.append((row, reason.template, reason.values))


def name_columns(header: Sequence[str], file: str) -> tuple[str, ...]:
    """Return one distinct name a column: stripped, empty ones as "column 3", repeated ones as "likes (2)".

    "row" counts as taken, since every frame has that column of its own. Raise FileRefused above MOST_COLUMNS.
    """
    if len(header) > MOST_COLUMNS:
        raise FileRefused(
            "{file} has {columns} columns; at most {most} can be read.",
            "Export only the columns of the works, or one table a file.",
            file=file,
            columns=len(header),
            most=MOST_COLUMNS,
        )
    taken, names = {"row"}, []
    for place, cell in enumerate(header, start=1):
        base = _mend(cell).replace("\ufeff", "").strip() or f"column {place}"
        name, again = base, 2
        while name in taken:
            name, again = f"{base} ({again})", again + 1
        taken.add(name)
        names.append(name)
    return tuple(names)


def build_frame(columns: Sequence[str], rows: Sequence[int], cells: Iterable[Sequence[str | None]]) -> pl.DataFrame:
    """Return one slice: `rows` are the row numbers, `cells` one sequence a column."""
    series = [pl.Series("row", rows, dtype=pl.Int64)]
    series += [_text_series(name, values) for name, values in zip(columns, cells, strict=True)]
    return pl.DataFrame(series)


def empty_frame(columns: Sequence[str]) -> pl.DataFrame:
    """Return a frame of no rows with these columns."""
    return build_frame(columns, (), ((),) * len(columns))


def gather(slices: Iterator[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """Join slices to batches of some 50,000 rows or 64 MB, whichever comes first."""
    waiting: list[pl.DataFrame] = []
    rows, size = 0, 0.0
    for piece in slices:
        waiting.append(piece)
        rows += piece.height
        size += piece.estimated_size()
        if rows >= BATCH_ROWS or size >= _BATCH_BYTES:
            yield pl.concat(waiting, rechunk=True)
            waiting, rows, size = [], 0, 0.0
    if waiting:
        yield pl.concat(waiting, rechunk=True)


def _text_series(name: str, values: Sequence[str | None]) -> pl.Series:
    try:
        return pl.Series(name, values, dtype=pl.String)
    except UnicodeEncodeError:
        # Half an emoji, written as \ud83d by a tool that cut the text there.
        return pl.Series(name, [value if value is None else _mend(value) for value in values], dtype=pl.String)


def _mend(value: str) -> str:
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
