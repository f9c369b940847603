"""Compares databases row by row: one hash a table, whatever the order of its rows."""

from __future__ import annotations

from typing import Any

from blindspot.store import Store

STATE = "library.state"
"""Holds only the number that every transaction raises."""


def execute(store: Store, sql: str, *params: Any) -> list[tuple]:
    """Run SQL of a test's own: to look where no query looks, or to break what no use case would break."""
    with store._connection.cursor() as cursor:
        return cursor.execute(sql, params).fetchall()


def table_names(store: Store) -> list[str]:
    """Return every table of the database with its schema."""
    rows = execute(store, "select schema_name, table_name from duckdb_tables() where not internal and not temporary")
    return sorted(f"{schema}.{table}" for schema, table in rows)


def row_hashes(store: Store) -> dict[str, tuple[int, int]]:
    """Return the number of rows and a hash of all of them for every table but the one that counts changes."""
    names = [name for name in table_names(store) if name != STATE]
    return {
        name: execute(store, f"select count(*), coalesce(sum(hash(t)::hugeint), 0) from {name} as t")[0]
        for name in names
    }


def filled_tables(store: Store) -> set[str]:
    """Return the tables that hold a row, without the list of applied schema files and the state."""
    return {name for name, (rows, _) in row_hashes(store).items() if rows} - {"main.migrations"}
