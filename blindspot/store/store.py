"""One database file and the transactions on it; every call has a cursor of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from blindspot.errors import StoreError
from blindspot.statements import statement
from blindspot.store.faults import faults_told, not_written
from blindspot.store.folders import backups_folder
from blindspot.store.logs import find_unread_logs
from blindspot.store.opening import Opened, harden
from blindspot.store.structure import missing_parts, schema_files


class Transaction:
    """One cursor with an open transaction; frames put on it are seen by its statements only."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def run(self, name: str, /, **params: Any) -> None:
        """Run one statement for its effect."""
        self._cursor.execute(statement(name), params).fetchall()

    def frame(self, name: str, /, **params: Any) -> pd.DataFrame:
        """Run one statement and return its rows as a DataFrame."""
        return self._cursor.execute(statement(name), params).df()

    def arrow(self, name: str, /, **params: Any) -> pa.Table:
        """Run one statement and return its rows as an Arrow table."""
        return self._cursor.sql(statement(name), params=params).to_arrow_table()

    def rows(self, name: str, /, **params: Any) -> list[dict[str, Any]]:
        """Run one statement and return its rows as dicts, with Python's own values and None for unknown."""
        result = self._cursor.execute(statement(name), params)
        columns = [column[0] for column in result.description]
        return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]

    def value(self, name: str, /, **params: Any) -> Any:
        """Run one statement and return the single value of its single row."""
        return self._cursor.execute(statement(name), params).fetchall()[0][0]

    def tables(self) -> list[str]:
        """Return the tables as `schema.name`."""
        return [".".join(row) for row in self._cursor.execute(statement("library/tables")).fetchall()]

    def table(self, name: str) -> pa.Table:
        """Return a whole table of `tables`."""
        return self._cursor.table(name).to_arrow_table()

    def size(self, name: str) -> int:
        """Return how many rows a table of `tables` has."""
        return int(self._cursor.table(name).shape[0])

    def rows_without(self, rows: pa.Table, name: str) -> pa.Table:
        """Return those of `rows` that a table of `tables` with the same columns does not hold."""
        return self._cursor.from_arrow(rows).except_(self._cursor.table(name)).to_arrow_table()

    def append(self, name: str, rows: pa.Table) -> None:
        """Put rows into a table of `tables`; a column that they lack is unknown."""
        columns = self._cursor.table(name).columns
        unknown = pa.nulls(rows.num_rows)
        filled = [rows[column] if column in rows.column_names else unknown for column in columns]
        self._cursor.from_arrow(pa.table(filled, names=columns)).insert_into(name)

    @contextmanager
    def given(self, **tables: Any) -> Iterator[None]:
        """Make Arrow tables or frames readable by their keyword as if they were tables."""
        for name, table in tables.items():
            self._cursor.register(name, table)
        try:
            yield
        finally:
            for name in tables:
                self._cursor.unregister(name)


class Store:
    """One DuckDB file, held by one process; every call has a cursor of its own, so threads never share rows."""

    def __init__(self, path: Path | None, *, timezone: str = "Asia/Shanghai") -> None:
        """Open `path` (None: in memory), migrate it under a backup, and lock its settings.

        Raises StoreError where another process holds the file, or it is damaged, no database of ours or one of a newer
        version; then it is left as it was.
        """
        self.path = path
        self.import_lock = threading.RLock()
        self.plan_lock = threading.RLock()
        self.plan_listeners: list[Callable[[], None]] = []
        self.before_closing: list[Callable[[], None]] = []
        self._opened = Opened(path)
        self._connection = self._opened.connection
        try:
            with self._faults_told():
                self._migrate()
                harden(self._connection, path, timezone)
        except BaseException:
            self._opened.close()
            raise

    def _migrate(self) -> None:
        applied = self._opened.applied
        pending = [file for file in schema_files() if file.stem not in applied]
        if not pending:
            return
        if applied and self.path is not None:
            self._connection.execute("checkpoint")
            backup = backups_folder(self.path) / f"before_{pending[-1].stem}.duckdb"
            backup.parent.mkdir(parents=True, exist_ok=True)
            self.copy_file(backup)
        # all of them or none: a stop half-way leaves the database as the former version had it
        with self._connection.cursor() as cursor, _transaction(cursor, self.path):
            cursor.execute(statement("library/keep_migrations"))
            for file in pending:
                cursor.execute(file.read_text(encoding="utf-8"))
                cursor.execute(statement("library/note_migration"), {"name": file.stem})

    def _faults_told(self) -> AbstractContextManager[None]:
        return faults_told(self.path, self.missing_parts)

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._faults_told(), self._connection.cursor() as cursor:
            yield cursor

    def frame(self, name: str, /, **params: Any) -> pd.DataFrame:
        """Run the read query `name` and return its rows as a DataFrame."""
        with self._cursor() as cursor:
            return Transaction(cursor).frame(name, **params)

    def arrow(self, name: str, /, **params: Any) -> pa.Table:
        """Run the read query `name` and return its rows as an Arrow table."""
        with self._cursor() as cursor:
            return Transaction(cursor).arrow(name, **params)

    def rows(self, name: str, /, **params: Any) -> list[dict[str, Any]]:
        """Run the read query `name` and return its rows as dicts."""
        with self._cursor() as cursor:
            return Transaction(cursor).rows(name, **params)

    def value(self, name: str, /, **params: Any) -> Any:
        """Run the read query `name` and return the single value of its single row."""
        with self._cursor() as cursor:
            return Transaction(cursor).value(name, **params)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Read several times from one and the same state of the database."""
        with self._cursor() as cursor, _transaction(cursor, self.path):
            yield Transaction(cursor)

    @contextmanager
    def importing(self) -> Iterator[Transaction]:
        """Change the library in one transaction, one at a time; `data_version` is raised with it."""
        with self.import_lock, self._cursor() as cursor, _transaction(cursor, self.path):
            yield Transaction(cursor)
            cursor.execute(statement("library/raise_data_version")).fetchall()

    @contextmanager
    def planning(self) -> Iterator[Transaction]:
        """Change the plan in one transaction; never waits for an import."""
        with self.plan_lock, self._cursor() as cursor, _transaction(cursor, self.path):
            yield Transaction(cursor)
        self._tell_plan_listeners()

    @contextmanager
    def changing(self) -> Iterator[Transaction]:
        """Change the library and the plan in one transaction; waits for a running import."""
        # the plan's lock outlives the commit: an edit that began before it would write over what it cannot see
        with self.import_lock, self.plan_lock, self.importing() as tx:
            yield tx
        self._tell_plan_listeners()

    def _tell_plan_listeners(self) -> None:
        for tell in self.plan_listeners:
            tell()

    def data_version(self) -> int:
        """Return the number that every change of the library raises; it keys cached results."""
        return int(self.value("library/data_version"))

    def checkpoint(self) -> None:
        """Write the log into the file, so that the file alone is the whole database."""
        with self.import_lock, self.plan_lock, self._cursor() as cursor:
            # a plain checkpoint refuses while another thread reads; this one waits for the readers
            cursor.execute("force checkpoint")

    def copy_file(self, target: Path) -> None:
        """Copy the database's file as it stands; the log is no part of it."""
        if self._opened.held is None:
            raise StoreError("A database in memory has no file to back up.")
        self._opened.held.copy_to(target)

    def missing_parts(self) -> list[str]:
        """Return the tables, views, columns and the like that the database lacks; a sound one lacks none."""
        return missing_parts(self._connection)

    def unread_logs(self) -> list[Path]:
        """Return the logs kept aside beside the file, because DuckDB did not read them to their end."""
        return find_unread_logs(self.path) if self.path else []

    def close(self) -> None:
        """Release the file."""
        for tell in self.before_closing:
            tell()
        self._opened.close()


@contextmanager
def _transaction(cursor: duckdb.DuckDBPyConnection, path: Path | None) -> Iterator[None]:
    cursor.begin()
    try:
        yield
    except BaseException:
        cursor.rollback()
        raise
    try:
        cursor.commit()
    except duckdb.TransactionException as error:
        # no two of our transactions write the same rows, so what fails here is the disk
        raise not_written(path, error) from error
