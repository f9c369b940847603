"""Shot lists as people have them: pasted from a spreadsheet or a document, or a file; rows become shots to add."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path, PurePath

from blindspot.documents.markdown import read_markdown
from blindspot.editing.items import Row
from blindspot.errors import BlindspotError, FileRefused, Message
from blindspot.plan.storyboards.board import MOST_SHOTS
from blindspot.plan.storyboards.shot_rows import NEEDED, column_fields, read_row
from blindspot.readers.client import read_cells, read_document
from blindspot.readers.formats.dialect import find_dialect

MOST_CHARACTERS = 2_000_000
WRITTEN = (".md", ".markdown", ".docx", ".html", ".htm")
"""Documents, in which a shot list is a table among other things."""
_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*\|[ \t|:-]*$", re.MULTILINE)
"""The line under the header of a Markdown table."""


@dataclass(frozen=True)
class ShotTable:
    """What a table holds: `shots` are fields to add; of each row left out its number and why.

    `claims` are, for each shot, its row's number and the words of the claims that it shows. `notes` are words of a
    row that were not understood and left out; `unread` are columns that mean nothing to us.
    """

    shots: tuple[Row, ...]
    claims: tuple[tuple[int, tuple[str, ...]], ...] = ()
    rejected: tuple[tuple[int, Message], ...] = ()
    notes: tuple[tuple[int, Message], ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Grid:
    """A table as text: its columns, and its rows with their numbers."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


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
    grids = _markdown_grids(mended) if _RULE.search(mended) else [_delimited_grid(mended, name)]
    return _read(grids, name, fps)


def read_shot_file(path: Path, name: str, fps: Fraction) -> ShotTable:
    """Return the shots in a file that the user calls `name`: CSV, XLSX, JSON, or a table in Markdown, DOCX or HTML.

    It is read in the worker. Raises FileRefused in a sentence.
    """
    if not path.is_file():
        raise FileRefused("There is no file {file}.", "Check the path.", file=name)
    is_written = PurePath(name).suffix.lower() in WRITTEN
    return _read(_document_grids(path, name) if is_written else _table_grids(path, name), name, fps)


def _read(grids: Sequence[_Grid], name: str | Message, fps: Fraction) -> ShotTable:
    fields = [column_fields(grid.columns) for grid in grids]
    known = [len(set(found.values())) for found in fields]
    best = max(range(len(grids)), key=known.__getitem__, default=None)
    if best is None or not known[best]:
        raise FileRefused(
            "{file} has no table whose first row names columns of a shot list.",
            "Name them, for example 时长 and 画面, or duration_seconds and picture.",
            file=name,
        )
    if not NEEDED & set(fields[best].values()):
        raise FileRefused(
            "{file} does not say how long each shot lasts.",
            "Add a column 时长 (or duration_seconds) with seconds, such as 5 or 5.5.",
            file=name,
        )
    shots, claims, rejected, notes = [], [], [], []
    for number, cells in grids[best].rows[: MOST_SHOTS + 1]:
        try:
            shot, unknown = read_row(dict(zip(grids[best].columns, cells, strict=False)), fields[best], fps)
        except BlindspotError as refused:
            rejected.append((number, refused.message))
            continue
        if shot:
            claims.append((number, shot.pop("claims", ())))
            shots.append(shot)
            notes += [(number, note) for note in unknown]
    unread = [column for column in grids[best].columns if column.strip() and column not in fields[best]]
    return ShotTable(tuple(shots), tuple(claims), tuple(rejected), tuple(notes), tuple(unread))


def _delimited_grid(text: str, name: Message) -> _Grid:
    plain = text.replace("\x00", "").strip("\r\n")
    dialect = find_dialect(plain, True, name)  # type: ignore[arg-type]
    reader = csv.reader(io.StringIO(plain, newline=""), delimiter=dialect.separator)
    try:
        records = list(_numbered(reader))
    except csv.Error as error:
        raise FileRefused("{file} has a cell that is too long.", "Shorten it.", file=name) from error
    return _Grid(dialect.header, tuple(records[dialect.skipped + 1 :]))


def _numbered(reader: Iterator[list[str]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for number, record in enumerate(reader, 1):
        yield number, tuple(record)


def _markdown_grids(text: str) -> list[_Grid]:
    return [_of_cells(table.cells) for table in read_markdown(text, "").tables]


def _document_grids(path: Path, name: str) -> list[_Grid]:
    return [_of_cells(table.cells) for table in read_document(path, name).tables]


def _of_cells(cells: Sequence[tuple[str, ...]]) -> _Grid:
    return _Grid(cells[0], tuple(enumerate(cells[1:], 2)))


def _table_grids(path: Path, name: str) -> list[_Grid]:
    grids = []
    for table in read_cells(path, name, MOST_SHOTS):
        rows = table.to_pylist()
        columns = tuple(column for column in table.column_names if column != "row")
        grids.append(_Grid(columns, tuple((row["row"], tuple(row[name] or "" for name in columns)) for row in rows)))
    return grids
