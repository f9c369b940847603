"""The common case of CSV at full speed: blocks of UTF-8 whose records are all plainly quoted and as wide as the header.

A block that is not, to the last byte, stays with the csv module, which alone judges and refuses records.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

BLOCK_BYTES = 4 << 20
MOST_BYTES = 10_000_000
"""So that no cell is longer than the csv module takes."""

QUOTE, LINE_FEED, RETURN, NUL = 34, 10, 13, 0


@dataclass(frozen=True)
class Place:
    """Where a record starts: the byte in the file and the line, from 1."""

    byte: int
    line: int


@dataclass(frozen=True)
class Layout:
    """The bytes of a block and where its quotes and line ends stand; `is_inside` says which of those are in quotes."""

    content: np.ndarray
    quotes: np.ndarray
    line_ends: np.ndarray
    is_inside: np.ndarray

    def upto(self, end: int) -> Layout:
        """Return the layout of the first `end` bytes."""
        lines = int(np.searchsorted(self.line_ends, end))
        return Layout(
            self.content[:end],
            self.quotes[: np.searchsorted(self.quotes, end)],
            self.line_ends[:lines],
            self.is_inside[:lines],
        )


def read_plain_blocks(
    path: Path, start: Place, separator: str, columns: Sequence[str], header: Sequence[str]
) -> Iterator[tuple[pl.DataFrame, Place]]:
    """Yield frames as `build_frame` makes them, each with the place after it; end before a block that is not plain.

    `start` is the place of the first record under the header; the file is UTF-8 throughout.
    """
    place = start
    with path.open("rb", buffering=0) as file:
        file.seek(start.byte)
        waiting = b""
        while fresh := file.read(BLOCK_BYTES):
            content = waiting + fresh
            layout = _lay_out(content)
            end = _end_of_records(layout)
            frame = _parse(content[:end], layout.upto(end), place.line, separator, columns, header) if end else None
            if frame is None:
                return
            waiting = content[end:]
            lines = int(np.searchsorted(layout.line_ends, end))
            place = Place(place.byte + end, place.line + lines)
            yield frame, place


def _lay_out(content: bytes) -> Layout:
    signs = np.frombuffer(content, np.uint8)
    quotes = np.flatnonzero(signs == QUOTE)
    line_ends = np.flatnonzero(signs == LINE_FEED)
    return Layout(signs, quotes, line_ends, np.searchsorted(quotes, line_ends) % 2 == 1)


def _end_of_records(layout: Layout) -> int:
    """Return the byte after the last line end outside quotes; 0 where there is none."""
    outside = layout.line_ends[~layout.is_inside]
    return int(outside[-1]) + 1 if len(outside) else 0


def _parse(
    block: bytes, layout: Layout, line: int, separator: str, columns: Sequence[str], header: Sequence[str]
) -> pl.DataFrame | None:
    """Return a block as a frame, None where anything in it could be read in two ways."""
    if len(columns) < 2 or not _is_plain(layout, ord(separator)):
        return None
    try:
        frame = pl.read_csv(
            block,
            has_header=False,
            schema=dict.fromkeys(columns, pl.String),
            separator=separator,
            empty_string_is_null=False,
        )
    except pl.exceptions.PolarsError:
        return None
    ends = np.flatnonzero(~layout.is_inside)
    # polars refuses a record that is too wide; one that is too narrow shows in the sum.
    has_all_cells = _count_separators(block, layout, separator.encode()) == len(ends) * (len(columns) - 1)
    if frame.height != len(ends) or not has_all_cells or _has_other_records(frame, header):
        return None
    rows = pl.Series("row", np.concatenate(([0], ends[:-1] + 1)) + line, dtype=pl.Int64)
    return frame.insert_column(0, rows)


def _is_plain(layout: Layout, separator: int) -> bool:
    """Say whether quotes stand around whole cells only (doubled within), and lines end in LF or CR LF only."""
    signs, quotes = layout.content, layout.quotes
    returns = np.flatnonzero(signs == RETURN)
    if len(signs) > MOST_BYTES or (signs == NUL).any() or not (signs[returns + 1] == LINE_FEED).all():
        return False
    if len(quotes) % 2:
        return False
    opening, closing = quotes[0::2], quotes[1::2]
    is_doubled = closing[:-1] + 1 == opening[1:]
    opening = opening[np.concatenate(([True], ~is_doubled))[: len(opening)]]
    closing = closing[np.concatenate((~is_doubled, [True]))[: len(closing)]]
    before, after = signs[opening[opening > 0] - 1], signs[closing + 1]
    return bool(np.isin(before, (separator, LINE_FEED)).all() and np.isin(after, (separator, LINE_FEED, RETURN)).all())


def _count_separators(block: bytes, layout: Layout, separator: bytes) -> int:
    """Return how many separators stand outside quotes."""
    found = int(np.count_nonzero(layout.content == separator[0]))
    starts, ends = layout.quotes[0::2].tolist(), layout.quotes[1::2].tolist()
    return found - b"".join(map(block.__getitem__, map(slice, starts, ends))).count(separator)


def _has_other_records(frame: pl.DataFrame, header: Sequence[str]) -> bool:
    """Say whether a record repeats the header or is blank."""
    first = frame.to_series(0)
    odd = frame.filter((first == header[0]) | (first == ""))
    return any(row == tuple(header) or not any(row) for row in odd.iter_rows())
