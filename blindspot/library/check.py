"""Checks that the database is whole and consistent: its parts, its log, and one rule a query in `library/checks/`."""

from __future__ import annotations

from dataclasses import dataclass

from blindspot.errors import PartsMissing
from blindspot.store import QUERIES, Store


@dataclass(frozen=True)
class Checked:
    """One rule and what breaks it: `violations` counts it (None: not to be said, for parts are missing).

    `found` names what can be named.
    """

    rule: str
    violations: int | None
    found: tuple[str, ...] = ()


def check_store(store: Store) -> list[Checked]:
    """Check every rule; a sound database has 0 violations of each."""
    missing, unread = tuple(store.missing_parts()), tuple(log.name for log in store.unread_logs())
    rules = sorted(path.stem for path in (QUERIES / "library" / "checks").glob("*.sql"))
    return [
        Checked("parts_are_there", len(missing), missing),
        Checked("log_was_read", len(unread), unread),
        *(Checked(rule, _violations(store, rule)) for rule in rules),
    ]


def _violations(store: Store, rule: str) -> int | None:
    try:
        return int(store.value(f"library/checks/{rule}"))
    except PartsMissing:
        return None
