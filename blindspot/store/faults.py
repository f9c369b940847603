"""What is wrong with a database, told by the kind of the error and never by its words, which may hold any path."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from blindspot.errors import DatabaseInUse, Message, PartsMissing, StoreError
from blindspot.store.folders import backups_folder


@contextmanager
def faults_told(path: Path | None, find_missing: Callable[[], Sequence[str]]) -> Iterator[None]:
    """Say what is wrong with the file or its disk; any other error of DuckDB is a fault of ours and passes.

    `find_missing` names the parts that a statement may not have found.
    """
    try:
        yield
    except duckdb.FatalException as error:
        raise damaged(path) from error
    except duckdb.IOException as error:
        raise not_written(path, error) from error
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        missing = find_missing()
        if not missing:
            raise
        raise parts_missing(path, missing) from error
    except duckdb.Error as error:
        if not is_damage(error):
            raise
        raise damaged(path) from error


def is_damage(error: duckdb.Error) -> bool:
    """Return whether DuckDB met content that its checksum does not fit, the one fault that has no class of its own."""
    return type(error) is duckdb.Error


def in_use(file: Path | None) -> DatabaseInUse:
    """Another process holds the file."""
    return DatabaseInUse(
        "The database {file} is in use by another process, most likely the app.",
        "Close the app first, or do this on its pages.",
        file=file,
    )


def not_opened(file: Path | None) -> StoreError:
    """The file is something else, or may not be read."""
    return StoreError(
        "The file {file} cannot be opened as a Blindspot database.",
        "Name another file, or restore a backup (`restore FILE`).",
        file=file,
    )


def not_written(path: Path | None, error: duckdb.Error) -> StoreError:
    """The disk did not do as asked."""
    return StoreError(
        "The database {file} could not be read or written: {problem}",
        "Make room on its disk and try again; if that does not help, restore a backup (`restore FILE`).",
        file=path,
        problem=str(error).splitlines()[0],
    )


def damaged(path: Path | None) -> StoreError:
    """The content of the file is not what was written."""
    return StoreError(
        "The database {file} is damaged and was left as it is.",
        "Restore the newest backup (`restore FILE`); automatic ones lie in {folder}.",
        file=path,
        folder=backups_folder(path) if path else "",
    )


def parts_missing(path: Path | None, missing: Sequence[str]) -> PartsMissing:
    """The file opens, but not all is there."""
    return PartsMissing(
        "The database {file} is damaged: it lacks {missing}.",
        "Restore the newest backup (`restore FILE`); automatic ones lie in {folder}.",
        file=path,
        missing=_listed(missing),
        folder=backups_folder(path) if path else "",
    )


def log_unreadable(path: Path | None, log: Path) -> StoreError:
    """The file alone opens, with the log beside it does not."""
    return StoreError(
        "The log {log} is damaged or belongs to another state of the database {file}; both were left as they are.",
        "Restore the newest backup (`restore FILE`), or move the log elsewhere to open the database without the "
        "edits that only the log holds.",
        file=path,
        log=log.name,
    )


def log_unread(log: Path) -> Message:
    """The database is open, and goes on without the rest of its log."""
    return Message(
        "The log of the database could not be read to its end: the last edits before the app stopped may be missing. "
        "It is kept as {log}. Look at what was edited last; if something is missing, restore a backup or bring back "
        "the plan's snapshot; if not, move the kept log elsewhere.",
        log=log,
    )


def not_ours(path: Path | None) -> StoreError:
    """Another program's database."""
    return StoreError("{file} is no Blindspot database.", "Name a file that `backup` wrote.", file=path)


def _listed(names: Sequence[str], shown: int = 12) -> str:
    more = f" (+{len(names) - shown})" if len(names) > shown else ""
    return ", ".join(names[:shown]) + more
