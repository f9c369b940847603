"""Checks that the database is consistent: one rule a query in `queries/library/checks/`."""

from __future__ import annotations

from dataclasses import dataclass

from blindspot.store import QUERIES, Store


@dataclass(frozen=True)
class Checked:
    """One rule and how many rows break it."""

    rule: str
    violations: int


def check_store(store: Store) -> list[Checked]:
    """Check every rule; a sound database has 0 violations of each."""
    rules = sorted(path.stem for path in (QUERIES / "library" / "checks").glob("*.sql"))
    return [Checked(rule, store.value(f"library/checks/{rule}")) for rule in rules]
