"""Who holds a database file: this process, which keeps it until it is closed, or another one."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

FLOCK_IS_APART = sys.platform == "linux"
"""Elsewhere the two kinds of lock meet, and one's own would shut DuckDB out."""

_mine: Counter[Path] = Counter()


class Held:
    """A file that this process holds open beside DuckDB, so that it stays locked whatever else reads and closes it.

    DuckDB's lock belongs to the process and is gone as soon as any part of it closes a handle on the file; a copy
    is therefore made through the one that is kept.
    """

    def __init__(self, path: Path) -> None:
        """Hold the file; raises BlockingIOError where another process does, OSError where it cannot be read."""
        self._path = path.resolve()
        self._handle = path.open("rb")
        try:
            if FLOCK_IS_APART and not _mine[self._path]:
                fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._handle.close()
            raise
        _mine[self._path] += 1

    def copy_to(self, target: Path) -> None:
        """Copy the file as it is now."""
        self._handle.seek(0)
        with target.open("wb") as copy:
            shutil.copyfileobj(self._handle, copy, 1 << 20)

    def release(self) -> None:
        """Let the file go; only after DuckDB has."""
        if not self._handle.closed:
            self._handle.close()
            _mine[self._path] -= 1


def is_held(path: Path) -> bool:
    """Return whether a process, this or another, has the file open as a database, by the locks of the system."""
    if _mine[path.resolve()]:
        return True
    try:
        handle = path.open("r+b")
    except PermissionError:
        # Windows shares what DuckDB has open for reading only
        return sys.platform == "win32" and os.access(path, os.W_OK)
    except OSError:
        return False
    with handle:
        return sys.platform != "win32" and _is_locked(handle)


def _is_locked(handle: BinaryIO) -> bool:
    with suppress(BlockingIOError, PermissionError):
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if FLOCK_IS_APART:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return False
    return True
