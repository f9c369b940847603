"""Records as the csv module makes them: each is a row of the table, or is refused with its line and the reason."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import compress
from typing import Protocol

from blindspot.errors import Message
from blindspot.readers.formats.columns import SLICE_ROWS, Rejects
from blindspot.readers.formats.misfits import MISFIT

CELL_MEGABYTES = 10
_CUT = Message("The file breaks off inside this record.")


class CsvReader(Protocol):
    """What `csv.reader` returns; the standard library gives it no public name."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


def tokenise(
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


def drop_misfits(starts: list[int], records: list[list[str]], reason: Message, rejects: Rejects) -> None:
    """Refuse the records that hold bytes which do not fit the file's encoding; both lists lose their places."""
    places = [place for place, record in enumerate(records) if any(MISFIT in cell for cell in record)]
    for place in reversed(places):
        rejects.add(starts.pop(place), reason)
        del records[place]


def drop_blank_and_repeated(
    starts: list[int], records: list[list[str]], header: tuple[str, ...], rejects: Rejects
) -> tuple[list[int], Iterator[tuple[str, ...]]] | None:
    """Drop blank records and refuse repeated headers; return the other row numbers and their columns, None for none."""
    first, repeated = header[0], list(header)
    if any(record[0] == first or not any(record) for record in records):
        for row, record in zip(starts, records, strict=True):
            if record == repeated:
                rejects.add(row, Message("It repeats the header."))
        is_kept = [record != repeated and any(record) for record in records]
        starts, records = list(compress(starts, is_kept)), list(compress(records, is_kept))
    return (starts, zip(*records, strict=True)) if records else None


def mark_last(lines: Iterable[str], end: str) -> Iterator[str]:
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
