"""Copies of the whole database: taken while it is in use, put back in its place; the former one is never lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from blindspot.errors import StoreError
from blindspot.store import DatabaseInUse, Store, backups_folder, check_file


def back_up(store: Store, target: Path) -> None:
    """Copy the whole database to `target`, consistent as of now; nothing can write meanwhile."""
    if store.path is None:
        raise StoreError("A database in memory has no file to back up.")
    if target.resolve() == store.path.resolve():
        raise StoreError("{target} is the database itself.", "Choose another file for the backup.", target=target)
    with store.import_lock, store.plan_lock:
        store.checkpoint()
        _put_copy(store.path, target)


def restore(source: Path, path: Path) -> Path | None:
    """Put the backup `source` in the place of the database `path`; return where the former one was moved.

    Raises StoreError where `source` is no database of ours or another process holds either file; then nothing
    is changed. A damaged database is moved like any other.
    """
    if not source.is_file():
        raise StoreError("There is no file {file}.", "Name a file that `backup` wrote.", file=source)
    if source.resolve() == path.resolve():
        raise StoreError("{target} is the database itself.", "Name a file that `backup` wrote.", target=source)
    part = path.with_name(f"{path.name}.restoring")
    _put_copy(source, part)
    try:
        check_file(part, called=source)
        former = _move_aside(path) if path.exists() else None
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return former


def _move_aside(path: Path) -> Path:
    """Move a database, whole or damaged, with its log to the backups; raise DatabaseInUse."""
    try:
        check_file(path)
    except DatabaseInUse:
        raise
    except StoreError:
        pass  # a damaged file is what a restore is for
    former = backups_folder(path) / f"before_restore_{datetime.now():%Y%m%d_%H%M%S_%f}.duckdb"
    former.parent.mkdir(parents=True, exist_ok=True)
    path.replace(former)
    log = path.with_name(f"{path.name}.wal")
    if log.exists():
        log.replace(former.with_name(f"{former.name}.wal"))
    return former


def put_bytes(data: bytes, target: Path) -> None:
    """Write a file so that it is whole or not there; raise StoreError where it cannot be written."""
    _put(target, lambda part: part.write_bytes(data))


def _put_copy(source: Path, target: Path) -> None:
    _put(target, lambda part: shutil.copyfile(source, part))


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
