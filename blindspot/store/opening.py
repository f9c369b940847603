"""Opens a database file so that nothing of it is lost, whatever state it is in, and hardens what is open."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import duckdb

from blindspot.errors import StoreError
from blindspot.statements import statement
from blindspot.store.faults import damaged, faults_told, in_use, log_unreadable, not_opened, not_ours, parts_missing
from blindspot.store.folders import uploads_folder
from blindspot.store.holding import Held, is_held
from blindspot.store.logs import LOGS, aside, keep_orphans, keep_unread
from blindspot.store.structure import applied_versions, missing_parts

SCHEMAS = ("library", "plan")
MISREAD = ("?", "\\") if os.sep == "/" else ("?",)
"""Signs in a path that DuckDB takes for the end of it, or for a folder: it then puts the log elsewhere."""


class Opened:
    """A database that DuckDB has open and this process holds; `applied` are the schema files that it was given."""

    def __init__(self, path: Path | None, *, called: Path | None = None) -> None:
        """Open a file, or one in memory; in what is said about it, it is `called` so.

        Raises StoreError; then the file and its log are as they were.
        """
        self.path = path
        file = called or path
        self.held: Held | None = None
        self.connection = self._connect(path, file)
        try:
            with faults_told(file, lambda: missing_parts(self.connection)):
                self.applied = applied_versions(self.connection, file)
                if self.applied and len(self.connection.execute(statement("library/data_version")).fetchall()) != 1:
                    raise parts_missing(file, ["the row of table library.state"])
                if path is not None:
                    keep_unread(self.connection, path, is_new=not self.applied)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the database, then let the file go."""
        self.connection.close()
        if self.held:
            self.held.release()

    def _connect(self, path: Path | None, file: Path | None) -> duckdb.DuckDBPyConnection:
        if path is None or file is None:
            return duckdb.connect(":memory:")
        _refuse_name(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists():
                self.held = Held(path)
            else:
                keep_orphans(path)
            connection = duckdb.connect(str(path.absolute()))
            # what closes before all is well must leave file and log as they were
            connection.execute("pragma disable_checkpoint_on_shutdown")
            self.held = self.held or Held(path)
        except (duckdb.Error, OSError) as error:
            if self.held:
                self.held.release()
            raise _cause(error, path, file) from error
        return connection


def check_file(path: Path, *, called: Path | None = None) -> None:
    """Raise StoreError unless the file is a database of ours that this version reads; in that, it is `called` so.

    A log beside it goes into the file.
    """
    opened = Opened(path, called=called)
    try:
        if not opened.applied:
            raise not_ours(called or path)
        with faults_told(called or path, list):
            opened.connection.execute("checkpoint")
    finally:
        opened.close()


def refuse_held(path: Path) -> None:
    """Raise DatabaseInUse where a process has the file open as a database."""
    if is_held(path):
        raise in_use(path)


def harden(connection: duckdb.DuckDBPyConnection, path: Path | None, timezone: str) -> None:
    """Lock the settings: no statement reads or writes a file but in the folder of uploads, which need not exist."""
    # the order matters: a directory can only be allowed while external access is still on
    allowed = [str(uploads_folder(path))] if path else []
    connection.execute("pragma enable_checkpoint_on_shutdown")
    connection.execute("set allowed_directories = $directories", {"directories": allowed})
    connection.execute("set python_enable_replacements = false")
    connection.execute("set autoinstall_known_extensions = false")
    connection.execute("set global TimeZone = $timezone", {"timezone": timezone})
    connection.execute("set enable_progress_bar = false")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")


def _refuse_name(path: Path) -> None:
    if path.name.split(".")[0].casefold() in SCHEMAS:
        # DuckDB names a database by its file, and could not tell `plan.shots` of the schema from one of the file
        raise StoreError(
            "A database cannot be called {name}: Blindspot needs that word for itself.",
            "Choose another name for the file.",
            name=path.name,
        )
    misread = [sign for sign in MISREAD if sign in str(path.absolute())]
    if misread:
        raise StoreError(
            "A database cannot lie at {file}: with “{sign}” in the path its log would be written elsewhere.",
            "Use a folder and a file name without that sign.",
            file=path,
            sign=misread[0],
        )
    try:
        aside(path.with_name(path.name + max(LOGS, key=len))).stat()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise StoreError(
                "A database cannot lie at {file}: its log would have too long a name.",
                "Choose a shorter name for the file.",
                file=path,
            ) from error


def _cause(error: duckdb.Error | OSError, path: Path, file: Path) -> StoreError:
    """Return what stands behind a failure to open, found out by trying and not by the words of the error."""
    if isinstance(error, BlockingIOError) or is_held(path):
        return in_use(file)
    log = _log(path)
    if log and _opens_alone(path):
        return log_unreadable(file, log)
    if isinstance(error, duckdb.IOException | OSError):
        return not_opened(file)
    return damaged(file)


def _log(path: Path) -> Path | None:
    found = (path.with_name(path.name + ending) for ending in LOGS)
    return next((log for log in found if log.is_file() and log.stat().st_size), None)


def _opens_alone(path: Path) -> bool:
    """Return whether the file opens without its log: under another name, it has none."""
    alone = path.with_name(f"{path.name}.alone")
    try:
        try:
            alone.hardlink_to(path)
        except OSError:
            shutil.copyfile(path, alone)
        duckdb.connect(str(alone.absolute()), read_only=True).close()
    except (duckdb.Error, OSError):
        return False
    finally:
        alone.unlink(missing_ok=True)
    return True
