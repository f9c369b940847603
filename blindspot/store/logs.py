"""The log of a database beside its file: what DuckDB will not read of it is kept aside by name, never dropped."""

from __future__ import annotations

import glob
import shutil
from datetime import datetime
from pathlib import Path

import duckdb

from blindspot.statements import statement

LOGS = (".wal", ".wal.checkpoint", ".wal.recovery")
"""How DuckDB calls its log, the one of a running checkpoint, and the two put together."""
UNREAD = ".not_read-"


def logs_beside(path: Path) -> list[Path]:
    """Return the logs of the database that lie beside it, those kept aside as well."""
    found = [path.with_name(path.name + ending) for ending in LOGS]
    return [log for log in found if log.is_file()] + find_unread_logs(path)


def find_unread_logs(path: Path) -> list[Path]:
    """Return the logs kept aside beside the database, oldest first."""
    return sorted(path.parent.glob(f"{glob.escape(path.name)}.wal*{UNREAD}*"))


def keep_orphans(path: Path) -> None:
    """Set the logs of a database aside whose file is gone; DuckDB would delete them with the first start."""
    for ending in LOGS:
        log = path.with_name(path.name + ending)
        if _size(log):
            log.replace(aside(log))


def keep_unread(connection: duckdb.DuckDBPyConnection, path: Path, *, is_new: bool) -> None:
    """Keep the log aside unless DuckDB has read all of it; only before anything else is written.

    DuckDB takes the place where it could read no further for the end, tells nothing, and cuts off the rest with the
    next write. So the log is copied first; then two entries of the same length show how much of it was read.
    A new database has read nothing.
    """
    log = path.with_name(f"{path.name}.wal")
    size = _size(log)
    if not size:
        return
    kept = aside(log)
    shutil.copyfile(log, kept)
    if not is_new and _size_read(connection, log) == size:
        kept.unlink()


def _size_read(connection: duckdb.DuckDBPyConnection, log: Path) -> int:
    # a checkpoint would empty the log in between
    connection.execute("set checkpoint_threshold = '1TB'")
    sizes = []
    for _ in range(2):
        connection.execute(statement("library/mark_log"))
        sizes.append(_size(log))
    connection.execute("reset checkpoint_threshold")
    return 2 * sizes[0] - sizes[1]


def _size(file: Path) -> int:
    return file.stat().st_size if file.is_file() else 0


def aside(log: Path) -> Path:
    """Return how a log is called that is set aside now."""
    return log.with_name(f"{log.name}{UNREAD}{datetime.now():%Y%m%d_%H%M%S_%f}")
