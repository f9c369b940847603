"""Shot lists as people have them: pasted from a spreadsheet or a document, or a file; rows become shots to add."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path, PurePath

from blindspot.documents.cell_texts import markdown_tables
from blindspot.editing.items import Row
from blindspot.errors import BlindspotError, FileRefused, Message
from blindspot.plan.storyboards.board import MOST_SHOTS
from blindspot.plan.storyboards.grids import Grid, numbered, shot_grids
from blindspot.plan.storyboards.row_lengths import find_timing, say_rates
from blindspot.plan.storyboards.shot_rows import read_row, say
from blindspot.readers.client import read_cells, read_tables
from blindspot.readers.formats.dialect import find_dialect
from blindspot.writers.csv_file import unguarded

MOST_CHARACTERS = 2_000_000
WRITTEN = (".md", ".markdown", ".docx", ".html", ".htm")
"""Documents, in which a shot list is a table among other things."""
_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*\|[ \t|:-]*$", re.MULTILINE)
"""The line under the header of a Markdown table."""


@dataclass(frozen=True)
class ShotTable:
    """What a table holds: `shots` are fields to add; of each row left out its number and why.

    `claims` are, for each shot, its row's number and the words of the claims that it shows. `notes` are words of a
    row that were not understood and left out; `unread` are columns that mean nothing to us, `tables_left_out` are
    sentences on tables of shots that do not say how long they last.
    """

    shots: tuple[Row, ...]
    claims: tuple[tuple[int, tuple[str, ...]], ...] = ()
    rejected: tuple[tuple[int, Message], ...] = ()
    notes: tuple[tuple[int, Message], ...] = ()
    unread: tuple[str, ...] = ()
    tables_left_out: tuple[Message, ...] = ()


def read_pasted(text: str, fps: Fraction) -> ShotTable:
    """Return the shots in a table that was pasted: from a spreadsheet, as CSV, or in Markdown.

    Raises FileRefused where there is no table or its first row does not name the columns.
    """
    name = Message("The pasted text")
    if len(text) > MOST_CHARACTERS:
        raise FileRefused("{file} is longer than {most} characters.", "Paste less.", file=name, most=MOST_CHARACTERS)
    if not text.strip():
        raise FileRefused("{file} is empty.", "Copy the rows with their header.", file=name)
    mended = text.encode("utf-8", "replace").decode()
    is_markdown = _RULE.search(mended)
    grids = list(map(_of_cells, markdown_tables(mended, ""))) if is_markdown else [_delimited_grid(mended, name)]
    return _read(grids, name, fps)


def read_shot_file(path: Path, name: str, fps: Fraction) -> ShotTable:
    """Return the shots in a file that the user calls `name`: CSV, XLSX, JSON, or a table in Markdown, DOCX or HTML.

    It is read in the worker. Raises FileRefused in a sentence.
    """
    if not path.is_file():
        raise FileRefused("There is no file {file}.", "Check the path.", file=name)
    is_written = PurePath(name).suffix.lower() in WRITTEN
    grids = list(map(_of_cells, read_tables(path, name))) if is_written else _table_grids(path, name)
    return _read(grids, name, fps)


def with_names(table: ShotTable, names: Sequence[str]) -> ShotTable:
    """Return the table with a note on each shot that gets another one of `names` than the list gives it."""
    changed = tuple(
        (number, Message("Another shot is called {name}; this one becomes {other}.", name=shot["name"], other=name))
        for (number, _), shot, name in zip(table.claims, table.shots, names, strict=True)
        if shot.get("name", name) != name
    )
    return replace(table, notes=(*table.notes, *changed)) if changed else table


def _read(grids: Sequence[Grid], name: str | Message, fps: Fraction) -> ShotTable:
    found, left_out = shot_grids(grids, name)
    shots, claims, rejected, notes = [], [], [], []
    unread: dict[str, None] = {}
    for at, (grid, fields) in enumerate(found, 1):
        said = [say(dict(zip(grid.columns, cells, strict=False)), fields) for _, cells in grid.rows[: MOST_SHOTS + 1]]
        timing = find_timing(fields, said, fps)
        notes += [(grid.rows[0][0], _of_table(note, at, len(found))) for note in say_rates(said, timing)]
        for (number, _), row, following in zip(grid.rows, said, [*said[1:], None], strict=False):
            try:
                shot, unknown = read_row(row, following, timing)
            except BlindspotError as refused:
                rejected.append((number, _of_table(refused.message, at, len(found))))
                continue
            if shot:
                claims.append((number, shot.pop("claims", ())))
                shots.append(shot)
                notes += [(number, _of_table(note, at, len(found))) for note in unknown]
        unread |= dict.fromkeys(column for column in grid.columns if column.strip() and column not in fields)
    return ShotTable(tuple(shots), tuple(claims), tuple(rejected), tuple(notes), tuple(unread), tuple(left_out))


def _of_table(message: Message, at: int, tables: int) -> Message:
    """Return what is said of a row with the table that it stands in, where there are several."""
    return message if tables == 1 else Message("table {number}: {reason}", number=at, reason=message)


def _delimited_grid(text: str, name: Message) -> Grid:
    plain = text.replace("\x00", "").strip("\r\n")
    dialect = find_dialect(plain, True, name)  # type: ignore[arg-type]
    reader = csv.reader(io.StringIO(plain, newline=""), delimiter=dialect.separator)
    try:
        records = list(_unguarded(reader))
    except csv.Error as error:
        raise FileRefused("{file} has a cell that is too long.", "Shorten it.", file=name) from error
    return Grid(dialect.header, tuple(records[dialect.skipped + 1 :]))


def _unguarded(records: Iterator[list[str]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    return ((number, tuple(map(unguarded, record))) for number, record in enumerate(records, 1))


def _of_cells(cells: Sequence[Sequence[str]]) -> Grid:
    return Grid(tuple(cells[0]), tuple(numbered(cells[1:], 2)))


def _table_grids(path: Path, name: str) -> list[Grid]:
    with path.open("rb") as file:
        # a workbook or JSON keeps texts as they are; only a text table is guarded against formulas
        mend = str if file.read(2).startswith((b"PK", b"{", b"[")) else unguarded
    grids = []
    for table in read_cells(path, name, MOST_SHOTS):
        columns = tuple(column for column in table.column_names if column != "row")
        rows = ((row["row"], tuple(mend(row[name] or "") for name in columns)) for row in table.to_pylist())
        grids.append(Grid(columns, tuple(rows)))
    return grids
