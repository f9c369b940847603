"""Imports interest series (any table of date, term, value): how much is searched for, as an index or a count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import PurePath

import polars as pl

from blindspot.errors import FileRefused
from blindspot.library.import_result import COUNTED, Refused
from blindspot.library.interest_tables import read_interest
from blindspot.library.sources.import_sources import File, file_sha256
from blindspot.readers import client
from blindspot.store import Store

READER = "interest"
MOST_ROWS = 200_000


@dataclass(frozen=True)
class ImportedInterest:
    """One file: its rows, the points that were added (0 where it was known), and the terms that it speaks of."""

    file: str
    rows_read: int
    points_added: int
    terms: tuple[str, ...]


@dataclass(frozen=True)
class InterestResult:
    """What became of each file."""

    interest: list[ImportedInterest] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def import_interest(store: Store, files: Sequence[File], *, is_sample: bool = False) -> InterestResult:
    """Import each file in a transaction of its own; a refused file does not stop the others."""
    result = InterestResult()
    for file in files:
        try:
            result.interest.append(_import_file(store, file, is_sample))
        except FileRefused as error:
            result.refused.append(Refused(file.name, error.message, error.hint))
    return result


def _import_file(store: Store, file: File, is_sample: bool) -> ImportedInterest:
    sha256 = file_sha256(file.path)
    tables = [pl.DataFrame(table) for table in client.read_cells(file.path, file.name, MOST_ROWS)]
    if not tables:
        raise FileRefused("{file} has no rows.", "Export it again.", file=file.name)
    cells = max(tables, key=lambda table: table.height)
    with store.importing() as tx:
        known = tx.rows("library/find_interest", sha256=sha256, is_sample=is_sample)
        if known:
            terms = tx.frame("library/interest_of_import", import_id=known[0]["import_id"])["term"]
            return ImportedInterest(file.name, cells.height, 0, tuple(terms))
        points = read_interest(cells, file.name)
        if points.is_empty():
            raise FileRefused(
                "No row of {file} holds a day and a number.", "Check what its columns hold.", file=file.name
            )
        import_id = tx.value("library/next_import_id")
        with tx.given(points=points.to_arrow()):
            tx.run("library/add_interest", import_id=import_id, origin=PurePath(file.name).name)
        counts = dict.fromkeys(COUNTED, 0) | {"points_added": points.height}
        tx.run(
            "library/add_import",
            import_id=import_id,
            file=file.name,
            sha256=sha256,
            reader=READER,
            mapping=None,
            file_time=datetime.fromtimestamp(file.path.stat().st_mtime, UTC),
            is_sample=is_sample,
            batch_id=import_id,
            **counts,
        )
    return ImportedInterest(file.name, cells.height, points.height, tuple(points["term"].unique().sort()))
