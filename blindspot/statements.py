"""The SQL in `queries/`, by name."""

from __future__ import annotations

from functools import cache

from blindspot.shipped import QUERIES

__all__ = ["QUERIES", "statement"]


@cache
def statement(name: str) -> str:
    """Return the SQL of `queries/<name>.sql`; raises KeyError where there is no such file."""
    path = QUERIES / f"{name}.sql"
    if not path.is_file():
        raise KeyError(name)
    return path.read_text(encoding="utf-8")
