"""The common case of CSV at full speed: blocks of UTF-8 in which every record is plainly quoted and as wide as the header.

A block that is not, to the last byte, stays with the csv module, which alone judges and refuses records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

BLOCK_BYTES = 8 << 20
MOST_BYTES = 10_000_000
"""So that no cell is longer than the csv module takes."""
QUOTED = re.compile(rb'"[^"]*+(?:""[^"]*+)*+"')


@dataclass(frozen=True)
class Place:
    """Where a record starts: the byte in the file and the line, from 1."""

    byte: int
    line: int


def read_plain_blocks(
    path: Path, start: Place, separator: str, columns: Sequence[str], header: Sequence[str]
) -> Iterator[tuple[pl.DataFrame, Place]]:
    """Yield frames as `build_frame` makes them, each with the place after it; end before the first block that is not plain.

    `start` is the place of the first record under the header; the file is UTF-8 throughout.
    """
    place = start
    with path.open("rb", buffering=0) as file:
        file.seek(start.byte)
        waiting = b""
        while True:
            fresh = file.read(BLOCK_BYTES)
            block, waiting = _cut_at_record(waiting + fresh, is_last=not fresh)
            frame = _parse(block, place.line, separator.encode(), columns, header) if block else None
            if frame is None:
                return
            place = Place(place.byte + len(block), place.line + block.count(b"\n"))
            yield frame, place
            if not fresh:
                return


def _cut_at_record(content: bytes, *, is_last: bool) -> tuple[bytes, bytes]:
    """Part the content at its last line end that is outside quotes; nothing comes first where there is none such."""
    if is_last:
        return content, b""
    end = content.rfind(b"\n") + 1
    is_open = content.count(b'"', 0, end) % 2 == 1
    while is_open and end:
        former, end = end, content.rfind(b"\n", 0, end - 1) + 1
        is_open ^= content.count(b'"', end, former) % 2 == 1
    return content[:end], content[end:]


def _parse(
    block: bytes, line: int, separator: bytes, columns: Sequence[str], header: Sequence[str]
) -> pl.DataFrame | None:
    """Return a block as a frame, None where anything in it could be read in two ways."""
    width = len(columns)
    quoted = _count_in_quotes(block, separator)
    is_odd = len(block) > MOST_BYTES or b"\x00" in block or block.count(b"\r") != block.count(b"\r\n")
    if width < 2 or quoted is None or is_odd:
        return None
    lines_in_quotes, separators_in_quotes = quoted
    lines = block.count(b"\n")
    records = lines + (not block.endswith(b"\n")) - lines_in_quotes
    if block.count(separator) - separators_in_quotes != records * (width - 1):
        return None
    try:
        frame = pl.read_csv(
            block,
            has_header=False,
            schema=dict.fromkeys(columns, pl.String),
            separator=separator.decode(),
            empty_string_is_null=False,
        )
    except pl.exceptions.PolarsError:
        return None
    if frame.height != records or _has_other_records(frame, header):
        return None
    return frame.select(_start_lines(frame, line, lines_in_quotes), *columns)


def _count_in_quotes(block: bytes, separator: bytes) -> tuple[int, int] | None:
    """Return how many line ends and separators stand inside quotes; None where a quote stands anywhere but around a cell."""
    if b'"' not in block:
        return 0, 0
    before, after = (separator, b"\n", b""), (separator, b"\n", b"\r", b"")
    lines = separators = 0
    for match in QUOTED.finditer(block):
        start, end = match.span()
        if block[max(start - 1, 0) : start] not in before or block[end : end + 1] not in after:
            return None
        cell = match[0]
        lines += cell.count(b"\n")
        separators += cell.count(separator)
    return (lines, separators) if block.count(b'"') % 2 == 0 else None


def _has_other_records(frame: pl.DataFrame, header: Sequence[str]) -> bool:
    """Say whether a record repeats the header or is blank."""
    first = frame.to_series(0)
    odd = frame.filter((first == header[0]) | (first == ""))
    return any(row == tuple(header) or not any(row) for row in odd.iter_rows())


def _start_lines(frame: pl.DataFrame, line: int, lines_in_quotes: int) -> pl.Series:
    plain = pl.int_range(line, line + frame.height, dtype=pl.Int64, eager=True).alias("row")
    if not lines_in_quotes:
        return plain
    inside = frame.select(pl.sum_horizontal(pl.all().str.count_matches("\n", literal=True))).to_series()
    return (plain + inside.cast(pl.Int64).cum_sum().shift(1, fill_value=0)).alias("row")
