"""How unknown tables could be read: each gets a proposed mapping of its columns, judged on its first rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

import polars as pl

from blindspot.errors import FileRefused
from blindspot.readers.shapes import Table

if TYPE_CHECKING:
    from blindspot.readers.mapping import Mapping

_JUDGED_ROWS = 200
_PREVIEW_ROWS = 20
_LEAST_REGULARITY = 0.8
"""Measured on 480 files of prose, markup and source code: all but two in a hundred stay below it, exports reach 1."""
_KNOWN_NAMES = 2


@dataclass(frozen=True)
class Candidate:
    """An unknown table, its first batch (still to come out of `table.batches` too) and the mapping proposed for it."""

    table: Table
    first: pl.DataFrame
    mapping: Mapping


def judge_table(table: Table) -> Candidate:
    """Propose a mapping from the header and the first 200 rows."""
    from blindspot.readers.mapping import propose_mapping

    first, whole = _peek(table)
    return Candidate(whole, first, propose_mapping(table.shape, table.columns, first.head(_JUDGED_ROWS)))


def require_table(candidates: Sequence[Candidate], file: str) -> None:
    """Raise FileRefused where what was read as cells and records is no table of anything, or has no rows."""
    likely = [candidate for candidate in candidates if not _is_text(candidate)]
    if not likely:
        raise FileRefused(
            "{file} holds no table: its lines have ever different numbers of cells, as a text or source code has.",
            "Import the CSV, XLSX, JSON or SQLite file that the tool wrote.",
            file=file,
        )
    if not any(candidate.first.height or candidate.table.rejected for candidate in likely):
        raise FileRefused(
            "{file} has a first row with names but no rows under it.",
            "Export it again once the tool has found works.",
            file=file,
        )


def describe_best(candidates: Sequence[Candidate], tables: Sequence[Table]) -> dict[str, Any]:
    """Return the proposal whose mapping goes furthest, in plain JSON values (see `events.Proposal`)."""
    best = max(candidates, key=lambda candidate: (candidate.mapping.is_certain, len(candidate.mapping.fields)))
    table, mapping = best.table, best.mapping
    return {
        "format": table.shape.format,
        "table": table.shape.table,
        "tables": [entry.shape.table for entry in tables],
        "columns": list(table.columns),
        "preview": best.first.head(_PREVIEW_ROWS).select(table.columns).rows(),
        "mapping": mapping.to_dict(),
        "is_certain": mapping.is_certain,
        "doubts": [{"template": doubt.template, "values": doubt.values} for doubt in mapping.doubts],
    }


def _is_text(candidate: Candidate) -> bool:
    """Say whether few lines are as wide as the first, and that has no names that tables of works have."""
    from blindspot.readers.mapping import is_known_name

    table = candidate.table
    has_no_rows = candidate.first.is_empty() and bool(table.rejected)
    is_ragged = table.regularity < _LEAST_REGULARITY or has_no_rows
    return is_ragged and sum(map(is_known_name, table.columns)) < _KNOWN_NAMES


def _peek(table: Table) -> tuple[pl.DataFrame, Table]:
    first = next(table.batches, None)
    if first is None:
        schema = {"row": pl.Int64, **dict.fromkeys(table.columns, pl.String)}
        return pl.DataFrame(schema=schema), table
    return first, replace(table, batches=chain((first,), table.batches))
