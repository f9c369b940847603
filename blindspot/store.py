"""The only DuckDB: opens and hardens the file, migrates it, and runs the statements in `queries/` by name."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from blindspot.errors import StoreError
from blindspot.statements import QUERIES, statement

OURS = {("main", "migrations"), ("library", "imports")}
"""Tables by which a database of ours is known."""
SCHEMAS = ("library", "plan")


class DatabaseInUse(StoreError):
    """Another process holds the file."""


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
        self._connection = _connect(path)
        try:
            with _faults_told(path):
                self._migrate()
                _harden(self._connection, path, timezone)
        except BaseException:
            self._connection.close()
            raise

    def _migrate(self) -> None:
        applied = _applied_versions(self._connection, self.path)
        pending = [path for path in sorted((QUERIES / "schema").glob("*.sql")) if path.stem not in applied]
        if applied and pending and self.path is not None:
            self._connection.execute("checkpoint")
            backup = backups_folder(self.path) / f"before_{pending[-1].stem}.duckdb"
            backup.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.path, backup)
        if pending:
            # all of them or none: a stop half-way leaves the database as the former version had it
            with self._connection.cursor() as cursor, _transaction(cursor):
                cursor.execute(statement("library/keep_migrations"))
                for path in pending:
                    cursor.execute(path.read_text(encoding="utf-8"))
                    cursor.execute(statement("library/note_migration"), {"name": path.stem})

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with _faults_told(self.path), self._connection.cursor() as cursor:
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
        with self._cursor() as cursor, _transaction(cursor):
            yield Transaction(cursor)

    @contextmanager
    def importing(self) -> Iterator[Transaction]:
        """Change the library in one transaction, one at a time; `data_version` is raised with it."""
        with self.import_lock, self._cursor() as cursor, _transaction(cursor):
            yield Transaction(cursor)
            cursor.execute(statement("library/raise_data_version")).fetchall()

    @contextmanager
    def planning(self) -> Iterator[Transaction]:
        """Change the plan in one transaction; never waits for an import."""
        with self.plan_lock, self._cursor() as cursor, _transaction(cursor):
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
        return self.value("library/data_version")

    def checkpoint(self) -> None:
        """Write the log into the file, so that the file alone is the whole database."""
        with self.import_lock, self.plan_lock, self._cursor() as cursor:
            # a plain checkpoint refuses while another thread reads; this one waits for the readers
            cursor.execute("force checkpoint")

    def close(self) -> None:
        """Release the file."""
        for tell in self.before_closing:
            tell()
        self._connection.close()


def backups_folder(path: Path) -> Path:
    """Return the folder beside the database in which automatic backups are kept."""
    return path.parent / "backups"


def check_file(path: Path, *, called: Path | None = None) -> None:
    """Raise StoreError unless the file is a database of ours that this version reads; in that, it is `called` so."""
    file = called or path
    with _faults_told(file), _connect(path, called=file) as connection:
        if not _applied_versions(connection, file):
            raise _not_ours(file)


def _connect(path: Path | None, *, called: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Open a file; in what is said about it, it is `called` so."""
    file = called or path
    if path is not None and path.name.split(".")[0].casefold() in SCHEMAS:
        # DuckDB names a database by its file, and could not tell `plan.shots` of the schema from one of the file
        raise StoreError(
            "A database cannot be called {name}: Blindspot needs that word for itself.",
            "Choose another name for the file.",
            name=path.name,
        )
    try:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        return duckdb.connect(str(path) if path else ":memory:")
    except (duckdb.IOException, OSError) as error:
        if isinstance(error, duckdb.IOException) and "lock" in str(error):
            raise DatabaseInUse(
                "The database {file} is in use by another process, most likely the app.",
                "Close the app first, or do this on its pages.",
                file=file,
            ) from error
        raise StoreError(
            "The file {file} cannot be opened as a Blindspot database.",
            "Name another file, or restore a backup (`restore FILE`).",
            file=file,
        ) from error
    except duckdb.Error as error:
        raise _damaged(file) from error


@contextmanager
def _faults_told(path: Path | None) -> Iterator[None]:
    """Say what is wrong with the file or its disk; any other error of DuckDB is a fault of ours and passes."""
    try:
        yield
    except duckdb.FatalException as error:
        raise _damaged(path) from error
    except (duckdb.IOException, duckdb.TransactionException) as error:
        if isinstance(error, duckdb.TransactionException) and "Could not write" not in str(error):
            raise
        raise StoreError(
            "The database {file} could not be read or written: {problem}",
            "Make room on its disk and try again; if that does not help, restore a backup (`restore FILE`).",
            file=path,
            problem=str(error).splitlines()[0],
        ) from error
    except duckdb.Error as error:
        if "Corrupt database file" not in str(error):
            raise
        raise _damaged(path) from error


def _damaged(path: Path | None) -> StoreError:
    return StoreError(
        "The database {file} is damaged and was left as it is.",
        "Restore the newest backup (`restore FILE`); automatic ones lie in {folder}.",
        file=path,
        folder=backups_folder(path) if path else "",
    )


def _not_ours(path: Path | None) -> StoreError:
    return StoreError("{file} is no Blindspot database.", "Name a file that `backup` wrote.", file=path)


def _harden(connection: duckdb.DuckDBPyConnection, path: Path | None, timezone: str) -> None:
    # The order matters: a directory can only be allowed while external access is still on.
    allowed = [str(path.parent / "tmp")] if path else []
    connection.execute("set allowed_directories = $directories", {"directories": allowed})
    connection.execute("set python_enable_replacements = false")
    connection.execute("set autoinstall_known_extensions = false")
    connection.execute("set global TimeZone = $timezone", {"timezone": timezone})
    connection.execute("set enable_progress_bar = false")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")


def _applied_versions(connection: duckdb.DuckDBPyConnection, path: Path | None) -> set[str]:
    """Return the applied schema files (none: the file is new); raise StoreError where it is not ours or too new."""
    tables = set(connection.execute(statement("library/tables")).fetchall())
    if not tables:
        return set()
    if not tables >= OURS:
        raise _not_ours(path)
    applied = {row[0] for row in connection.execute(statement("library/migrations")).fetchall()}
    if not applied <= {file.stem for file in (QUERIES / "schema").glob("*.sql")}:
        raise StoreError(
            "The database {file} was written by a newer Blindspot.", "Bring Blindspot up to date.", file=path
        )
    return applied


@contextmanager
def _transaction(cursor: duckdb.DuckDBPyConnection) -> Iterator[None]:
    cursor.begin()
    try:
        yield
    except BaseException:
        cursor.rollback()
        raise
    cursor.commit()
