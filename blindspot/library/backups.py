"""Copies of the whole database: taken while it is in use, put back in its place; the former one is never lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from blindspot.errors import StoreError
from blindspot.store import Store, backups_folder, check_file, logs_beside, refuse_held


def back_up(store: Store, target: Path) -> None:
    """Copy the whole database to `target`, consistent as of now; nothing can write meanwhile."""
    if store.path is None:
        raise StoreError("A database in memory has no file to back up.")
    if target.resolve() == store.path.resolve():
        raise StoreError("{target} is the database itself.", "Choose another file for the backup.", target=target)
    with store.import_lock, store.plan_lock:
        store.checkpoint()
        _put(target, store.copy_file)


def restore(source: Path, path: Path) -> Path | None:
    """Put the backup `source` in the place of the database `path`; return where the former one was moved.

    A log beside `source` belongs to it. Raises StoreError where `source` is no database of ours or another process
    holds either file; then nothing is changed. A damaged database is moved like any other.
    """
    if not source.is_file():
        raise StoreError("There is no file {file}.", "Name a file that `backup` wrote.", file=source)
    if source.resolve() == path.resolve():
        raise StoreError("{target} is the database itself.", "Name a file that `backup` wrote.", target=source)
    refuse_held(source)
    refuse_held(path)
    part = path.with_name(f"{path.name}.restoring")
    try:
        for file in (source, *logs_beside(source)):
            _put(_beside(part, file, source), partial(shutil.copyfile, file))
        check_file(part, called=source)
        former = _move_aside(path)
        for unread in logs_beside(part):
            unread.replace(_beside(path, unread, part))
        part.replace(path)
    finally:
        for left in (part, *logs_beside(part)):
            left.unlink(missing_ok=True)
    return former


def _move_aside(path: Path) -> Path | None:
    """Move a database, whole or damaged, with its logs to the backups; return where to, None where none is there."""
    former = backups_folder(path) / f"before_restore_{datetime.now():%Y%m%d_%H%M%S_%f}.duckdb"
    logs = logs_beside(path)
    if not path.exists() and not logs:
        return None
    former.parent.mkdir(parents=True, exist_ok=True)
    for log in logs:
        log.replace(_beside(former, log, path))
    if not path.exists():
        return None
    path.replace(former)
    return former


def _beside(path: Path, file: Path, former: Path) -> Path:
    """Return how `file`, called after `former`, is called after `path`."""
    return path.with_name(path.name + file.name.removeprefix(former.name))


def put_log_away(log: Path) -> Path:
    """Move a log that was kept aside to the backups, where no notice tells of it; return where to."""
    away = backups_folder(log) / log.name
    away.parent.mkdir(parents=True, exist_ok=True)
    return log.replace(away)


def put_bytes(data: bytes, target: Path) -> None:
    """Write a file so that it is whole or not there; raise StoreError where it cannot be written."""
    _put(target, lambda part: part.write_bytes(data))


def _put(target: Path, write: Callable[[Path], object]) -> None:
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write(part)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise StoreError(
            "The file {file} could not be written ({problem}).",
            "Choose another place, or make room there.",
            file=target,
            problem=error.strerror,
        ) from error
