"""CSV and its kin through the csv module; records of another width are refused one by one with the reason."""

from __future__ import annotations

import csv
import secrets
from collections.abc import Iterable, Iterator
from itertools import chain, compress, islice
from pathlib import Path
from typing import Protocol

import polars as pl

from blindspot.errors import Message
from blindspot.readers.formats.columns import (
    BATCH_ROWS,
    SLICE_ROWS,
    Position,
    Rejects,
    build_frame,
    empty_frame,
    gather,
    name_columns,
)
from blindspot.readers.formats.dialect import Dialect, find_dialect
from blindspot.readers.formats.encodings import Encoding
from blindspot.readers.formats.plain_blocks import Place, read_plain_blocks
from blindspot.readers.shapes import Shape, Table

CELL_MEGABYTES = 10
_SAMPLE = 1 << 18


class CsvReader(Protocol):
    """What `csv.reader` returns; the standard library gives it no public name."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


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
    place: Place,
    columns: tuple[str, ...],
    rejects: Rejects,
    position: Position,
) -> Iterator[pl.DataFrame]:
    size = path.stat().st_size
    if encoding.codec == "utf-8" and not (encoding.is_cut or encoding.has_misfits):
        for frame, place in read_plain_blocks(path, place, dialect.separator, columns, dialect.header):
            position.share = place.byte / size
            yield from frame.iter_slices(BATCH_ROWS)
    end = f"\x00{secrets.token_hex(8)}"
    with encoding.open(path) as text:
        text.seek(place.byte)
        lines: Iterable[str] = _mark_last(text, end) if encoding.is_cut else chain(text, (end,))
        reader = csv.reader(lines, delimiter=dialect.separator)
        for starts, records in _tokenise(reader, place.line, len(columns), end, rejects):
            if encoding.has_misfits:
                _drop_misfits(starts, records, encoding, rejects)
            kept = _drop_blank_and_repeated(starts, records, dialect.header, rejects)
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


def _tokenise(
    reader: CsvReader, first_line: int, width: int, end: str, rejects: Rejects
) -> Iterator[tuple[list[int], list[list[str]]]]:
    """Yield slices of start lines and records of the right width; `end` is a mark that no file holds.

    Where the file ends inside a quoted cell the mark becomes part of that cell: nothing else tells such a record
    from a whole one, for the csv module ends it in silence.
    """
    is_open = True
    before = first_line - 1
    line = before
    while is_open:
        starts: list[int] = []
        records: list[list[str]] = []
        keep, note = records.append, starts.append
        is_open = False
        try:
            for record in reader:
                if len(record) == width:
                    keep(record)
                    note(line + 1)
                elif record and not record[-1].endswith(end):
                    _judge_width(record, line + 1, width, records, starts, rejects)
                elif record and record != [end]:
                    rejects.add(line + 1, _CUT)
                line = before + reader.line_num
                if len(records) == SLICE_ROWS:
                    is_open = True
                    break
        except csv.Error:
            rejects.add(line + 1, Message("It has a cell longer than {megabytes} MB.", megabytes=CELL_MEGABYTES))
            line = before + reader.line_num
            is_open = True
        if records and records[-1][-1].endswith(end):
            records.pop()
            rejects.add(starts.pop(), _CUT)
        yield starts, records


_CUT = Message("The file breaks off inside this record.")


def _judge_width(
    record: list[str], row: int, width: int, records: list[list[str]], starts: list[int], rejects: Rejects
) -> None:
    if not any(record):
        return
    if len(record) > width and not any(record[width:]):
        records.append(record[:width])
        starts.append(row)
        return
    rejects.add(row, Message("It has {found} cells, the header has {expected}.", found=len(record), expected=width))


def _drop_blank_and_repeated(
    starts: list[int], records: list[list[str]], header: tuple[str, ...], rejects: Rejects
) -> tuple[list[int], Iterator[tuple[str, ...]]] | None:
    """Return the row numbers and the columns of what remains, None where nothing does."""
    first, repeated = header[0], list(header)
    if any(record[0] == first or not any(record) for record in records):
        for row, record in zip(starts, records, strict=True):
            if record == repeated:
                rejects.add(row, Message("It repeats the header."))
        is_kept = [record != repeated and any(record) for record in records]
        starts, records = list(compress(starts, is_kept)), list(compress(records, is_kept))
    return (starts, zip(*records, strict=True)) if records else None


def _mark_last(lines: Iterable[str], end: str) -> Iterator[str]:
    """Append the mark to the last line, so that its record counts as cut whether it is in quotes or not."""
    last = ""
    for line in lines:
        if last:
            yield last
        last = line
    if last.endswith(("\r", "\n")):
        # The cut character is the first of a record, and all that there is of it.
        yield last
        last = "\ufffd"
    yield f"{last}{end}"
