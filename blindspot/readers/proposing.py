"""How unknown tables could be read: each gets a proposed mapping of its columns, judged on its first rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

import polars as pl

from blindspot.readers.shapes import Table

if TYPE_CHECKING:
    from blindspot.readers.mapping import Mapping

_JUDGED_ROWS = 200
_PREVIEW_ROWS = 20


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


def describe_best(candidates: Sequence[Candidate], tables: Sequence[Table]) -> dict:
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


def _peek(table: Table) -> tuple[pl.DataFrame, Table]:
    first = next(table.batches, None)
    if first is None:
        schema = {"row": pl.Int64, **dict.fromkeys(table.columns, pl.String)}
        return pl.DataFrame(schema=schema), table
    return first, replace(table, batches=chain((first,), table.batches))
