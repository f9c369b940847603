"""What a database must consist of: the schema files it was given, and the tables, views and columns that they make."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import duckdb

from blindspot import statements
from blindspot.errors import StoreError
from blindspot.statements import statement
from blindspot.store.faults import not_ours, parts_missing

OURS = {("main", "migrations"), ("library", "imports")}
"""Tables by which a database of ours is known."""


def schema_files() -> list[Path]:
    """Return the schema files of this version in order."""
    return sorted((statements.QUERIES / "schema").glob("*.sql"))


def applied_versions(connection: duckdb.DuckDBPyConnection, path: Path | None) -> list[str]:
    """Return the applied schema files in order (none: the file is new).

    Raises StoreError where the database is not ours or too new, PartsMissing where its list of them is not whole.
    """
    tables = set(connection.execute(statement("library/tables")).fetchall())
    if not tables:
        return []
    if not tables >= OURS:
        raise not_ours(path)
    applied = {row[0] for row in connection.execute(statement("library/migrations")).fetchall()}
    known = [file.stem for file in schema_files()]
    if not applied <= set(known):
        raise StoreError(
            "The database {file} was written by a newer Blindspot.", "Bring Blindspot up to date.", file=path
        )
    missing = _unlisted(connection, applied, known)
    if missing:
        raise parts_missing(path, [f"the entry {name} in its list of schema files" for name in missing])
    return [name for name in known if name in applied]


def missing_parts(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the tables, views, columns and the like that the database should have by its list, and has not."""
    with connection.cursor() as cursor:
        count = len(cursor.execute(statement("library/migrations")).fetchall())
        present = _parts(cursor)
    gone = [part for part in _parts_after(count) if part not in present]
    # what is gone with its table needs no mention
    tables = {name for kind, name in gone if kind in ("table", "view")}
    return [f"{kind} {name}" for kind, name in gone if name.rpartition(".")[0] not in tables]


def _unlisted(connection: duckdb.DuckDBPyConnection, applied: set[str], known: list[str]) -> list[str]:
    """Return the schema files whose parts are there although the list does not name them."""
    last = max((number for number, name in enumerate(known, 1) if name in applied), default=0)
    holes = [name for name in known[:last] if name not in applied]
    if len(applied) < len(known) and not holes:
        present = set(_parts(connection))
        for number in range(last, len(known)):
            added = set(_parts_after(number + 1)) - set(_parts_after(number))
            if not added & present:
                break
            holes.append(known[number])
    return holes


@cache
def _parts_after(count: int) -> tuple[tuple[str, str], ...]:
    with duckdb.connect() as connection:
        for file in schema_files()[:count]:
            connection.execute(file.read_text(encoding="utf-8"))
        return _parts(connection)


def _parts(connection: duckdb.DuckDBPyConnection) -> tuple[tuple[str, str], ...]:
    return tuple(connection.execute(statement("library/parts")).fetchall())
