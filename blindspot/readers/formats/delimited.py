"""CSV and its kin: plain blocks at full speed, all others through the csv module."""

from __future__ import annotations

import csv
import secrets
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

import polars as pl

from blindspot.errors import FileRefused
from blindspot.readers.formats.columns import BATCH_ROWS, Rejects, build_frame, empty_frame, gather, name_columns
from blindspot.readers.formats.csv_records import (
    CELL_MEGABYTES,
    drop_blank_and_repeated,
    drop_misfits,
    mark_last,
    tokenise,
)
from blindspot.readers.formats.dialect import Dialect, find_dialect
from blindspot.readers.formats.encodings import Encoding
from blindspot.readers.formats.misfits import MISFIT
from blindspot.readers.formats.plain_blocks import Place, read_plain_blocks
from blindspot.readers.formats.position import Position
from blindspot.readers.shapes import Shape, Table

_SAMPLE = 1 << 18


def open_delimited(path: Path, name: str, encoding: Encoding, position: Position) -> list[Table]:
    """Return the one table of a CSV or TSV file; rows are numbered by the line at which the record starts."""
    csv.field_size_limit(CELL_MEGABYTES * 1_000_000)
    with encoding.open(path) as text:
        sample = text.read(_SAMPLE)
        is_whole = not text.read(1)
    dialect = find_dialect(sample, is_whole, name)
    body = _find_body(path, name, encoding, dialect)
    columns = name_columns(dialect.header, name)
    rejects = Rejects()
    slices = _read_slices(path, encoding, dialect, body, columns, rejects, position)
    return [Table(Shape("csv", "", frozenset(columns)), columns, gather(slices), rejects.rows, dialect.share)]


def _read_slices(
    path: Path,
    encoding: Encoding,
    dialect: Dialect,
    body: Place,
    columns: tuple[str, ...],
    rejects: Rejects,
    position: Position,
) -> Iterator[pl.DataFrame]:
    size, place = path.stat().st_size, body
    if encoding.codec == "utf-8" and not (encoding.is_cut or encoding.has_misfits):
        for frame, place in read_plain_blocks(path, body, dialect.separator, columns, dialect.header):
            position.share = place.byte / size
            yield from frame.iter_slices(BATCH_ROWS)
    end = f"\x00{secrets.token_hex(8)}"
    with encoding.open(path) as text:
        text.seek(place.byte)
        lines: Iterable[str] = mark_last(text, end) if encoding.is_cut else chain(text, (end,))
        reader = csv.reader(lines, delimiter=dialect.separator)
        for starts, records in tokenise(reader, place.line, len(columns), end, rejects):
            if encoding.misfit_reason:
                drop_misfits(starts, records, encoding.misfit_reason, rejects)
            kept = drop_blank_and_repeated(starts, records, dialect.header, rejects)
            position.share = text.buffer.tell() / size
            yield build_frame(columns, *kept) if kept else empty_frame(columns)


def _find_body(path: Path, name: str, encoding: Encoding, dialect: Dialect) -> Place:
    """Return where the first record under the header starts; raise FileRefused where bytes above it do not fit."""
    above: list[str] = []

    def note(lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            above.append(line)
            yield line

    with encoding.open(path) as text:
        for _ in islice(csv.reader(note(text), delimiter=dialect.separator), dialect.skipped + 1):
            pass
    head = "".join(above)
    if MISFIT in head:
        raise FileRefused(
            "The first row of {file}, which names the columns, has bytes that are no {encoding}.",
            "Save it again as UTF-8 (in Excel: CSV UTF-8) and import that file.",
            file=name,
            encoding=encoding.codec.upper(),
        )
    return Place(encoding.start + len(head.encode(encoding.codec)), 1 + len(above))
