"""SQLite files: opened so that nothing in them can run, write or attach; every user table with rows is a table."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import polars as pl

from blindspot.errors import FileRefused
from blindspot.readers.formats.cells import write_cells
from blindspot.readers.formats.columns import SLICE_ROWS, build_frame, gather, name_columns
from blindspot.readers.formats.position import Position
from blindspot.readers.shapes import Shape, Table

_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 50_000_000),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 100),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 10),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 100_000),
)
_PRAGMAS = ("trusted_schema=off", "cell_size_check=on", "mmap_size=0", "query_only=on", "temp_store=memory")
_SECONDS = 30
"""How long SQLite may work on one step: opening, or the next thousand rows."""


class _Deadline:
    """Stops SQLite when one step takes too long; read by its progress handler."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        self._ends = time.monotonic() + _SECONDS

    def has_passed(self) -> bool:
        return time.monotonic() > self._ends


def open_database(path: Path, name: str, position: Position) -> list[Table]:
    """Return the tables of a SQLite file (no views, virtual or empty tables); rows are numbered in rowid order."""
    _refuse_pending_rows(path, name)
    with _errors_as_refusals(name), closing(_connect(path, _Deadline())) as connection:
        check = connection.execute("pragma quick_check(1)").fetchone()[0]
        if check != "ok":
            raise sqlite3.DatabaseError("malformed")
        counts = {table: _count_rows(connection, table) for table in _list_tables(connection)}
        filled = {table: rows for table, rows in counts.items() if rows}
        headers = {table: _read_header(connection, table) for table in filled}
    if not filled:
        raise FileRefused(
            "{file} is a SQLite database without rows.",
            "Close the tool that writes it: while it runs, rows may lie in the -wal file beside it.",
            file=name,
        )
    total = sum(filled.values())
    return [_describe(path, name, table, name_columns(headers[table], name), position, total) for table in filled]


def _refuse_pending_rows(path: Path, name: str) -> None:
    """Raise FileRefused where rows wait in a -wal file: to read them SQLite would write beside the user's file."""
    pending = path.with_name(path.name + "-wal")
    if pending.exists() and pending.stat().st_size:
        raise FileRefused(
            "{file} is in use, or was left in the middle: its newest rows lie in {pending}.",
            "Close the tool that writes it; where none does, open it once in DB Browser for SQLite and close that.",
            file=name,
            pending=pending.name,
        )


def _describe(path: Path, name: str, table: str, columns: tuple[str, ...], position: Position, total: int) -> Table:
    slices = _read_slices(path, name, table, columns, position, total)
    return Table(Shape("sqlite", table, frozenset(columns)), columns, gather(slices))


def _read_slices(
    path: Path, name: str, table: str, columns: tuple[str, ...], position: Position, total: int
) -> Iterator[pl.DataFrame]:
    deadline = _Deadline()
    with _errors_as_refusals(name), closing(_connect(path, deadline)) as connection:
        cursor = connection.execute(f"select * from {_quote(table)}")  # noqa: S608 quoted, and the connection only reads
        first = 1
        while records := cursor.fetchmany(SLICE_ROWS):
            rows = range(first, first + len(records))
            first += len(records)
            position.share = min(1.0, position.share + len(records) / total)
            yield build_frame(columns, rows, (write_cells(values) for values in zip(*records, strict=True)))
            deadline.restart()


def _connect(path: Path, deadline: _Deadline) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    connection.text_factory = _decode
    for limit, value in _LIMITS:
        connection.setlimit(limit, value)
    for pragma in _PRAGMAS:
        connection.execute(f"pragma {pragma}")
    connection.set_progress_handler(deadline.has_passed, 10_000)
    return connection


def _decode(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("gb18030", "replace")


def _list_tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("select name, sql from sqlite_master where type = 'table' order by rowid").fetchall()
    return [
        table
        for table, sql in rows
        if not table.lower().startswith("sqlite_") and not (sql or "").lower().lstrip().startswith("create virtual")
    ]


def _count_rows(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"select count(*) from {_quote(table)}").fetchone()[0])  # noqa: S608 quoted


def _read_header(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    cursor = connection.execute(f"select * from {_quote(table)} limit 0")  # noqa: S608 quoted
    return tuple(column[0] for column in cursor.description)


def _quote(identifier: str) -> str:
    return '"' + identifier.replace('"', '""') + '"'


@contextmanager
def _errors_as_refusals(name: str) -> Iterator[None]:
    """Turn what SQLite raises into one sentence with the next step."""
    try:
        yield
    except (sqlite3.Error, UnicodeError) as error:  # a damaged name in the schema is not even text
        raise _refusal(name, error) from error


def _refusal(name: str, error: Exception) -> FileRefused:
    if "interrupted" in str(error):
        return FileRefused(
            "{file} took SQLite too long to read.", "Export its table of works as CSV and import that.", file=name
        )
    if "too big" in str(error):
        return FileRefused(
            "{file} holds a cell larger than 50 MB.", "Export its table of works as CSV and import that.", file=name
        )
    return FileRefused(
        "{file} is a damaged SQLite database ({problem}).",
        "Close the tool that writes it and copy it again; or open it in DB Browser for SQLite and export its table of "
        "works as CSV.",
        file=name,
        problem=str(error),
    )
