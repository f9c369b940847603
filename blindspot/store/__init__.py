"""The only DuckDB: opens and hardens the file, migrates it, and runs the statements in `queries/` by name."""

from blindspot.statements import QUERIES, statement
from blindspot.store.faults import log_unread
from blindspot.store.folders import backups_folder, uploads_folder
from blindspot.store.logs import find_unread_logs, logs_beside
from blindspot.store.opening import check_file, refuse_held
from blindspot.store.store import Store, Transaction

__all__ = [
    "QUERIES",
    "Store",
    "Transaction",
    "backups_folder",
    "check_file",
    "find_unread_logs",
    "log_unread",
    "logs_beside",
    "refuse_held",
    "statement",
    "uploads_folder",
]
