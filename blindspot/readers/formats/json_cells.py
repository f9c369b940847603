"""JSON records flattened to the cells of a table: dotted keys three levels deep, anything deeper as JSON text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from blindspot.errors import Message
from blindspot.readers.formats.cells import write_cell
from blindspot.readers.formats.columns import SLICE_ROWS, Rejects, build_frame, name_columns
from blindspot.readers.formats.misfits import MISFIT

LEVELS = 3
ENVELOPE = frozenset(("data", "source_platform", "timestamp_collected"))
"""The keys of a line of Zeeschuimer, which wraps what the browser received; older ones had the rest in a part."""
ENVELOPE_WITHIN = "__import_meta"


@dataclass(frozen=True)
class Keys:
    """The dotted keys of all records of a table, in order of appearance, and the column name of each."""

    keys: tuple[str, ...]
    columns: tuple[str, ...]


def collect_keys(records: Iterable[object], file: str) -> Keys:
    """Return the keys of all records; raise FileRefused where there are too many for a table."""
    found: dict[str, None] = {}
    checked = 0
    for record in records:
        if type(record) is dict:
            _walk(open_envelope(record), "", LEVELS, found)
        if len(found) > checked:
            checked = len(found)
            if checked % 1000 == 0 or checked > 5_000:
                name_columns(tuple(found), file)
    keys = tuple(key for key in found if MISFIT not in key)
    return Keys(keys, name_columns(keys, file))


def flatten(record: dict[str, Any]) -> dict[str, str | None]:
    """Return the record's cells by dotted key; raise RecursionError or ValueError where a value nests too deeply."""
    cells: dict[str, str | None] = {}
    _fill(open_envelope(record), "", LEVELS, cells)
    return cells


def open_envelope(record: dict[str, Any]) -> dict[str, Any]:
    """Return what a collecting browser wrapped, with where and when it was collected; other records as they are."""
    if isinstance(within := record.get(ENVELOPE_WITHIN), dict):
        return within | {key: value for key, value in record.items() if key != ENVELOPE_WITHIN}
    if not record.keys() >= ENVELOPE or not isinstance(record["data"], dict):
        return record
    # its "id" only counts the lines
    return {key: value for key, value in record.items() if key not in ("data", "id")} | record["data"]


def slice_records(
    records: Iterable[tuple[int, object]], keys: Keys, rejects: Rejects, misfit: Message | None = None
) -> Iterator[pl.DataFrame]:
    """Yield frames of the numbered records; what is no object, or nests too deeply, goes to `rejects`.

    `misfit` is given where MISFIT may stand in the records: the reason for refusing one that holds it.
    """
    rows: list[int] = []
    flat: list[dict[str, str | None]] = []
    for row, record in records:
        if type(record) is not dict:
            rejects.add(row, Message("It is not a record with named fields."))
        else:
            try:
                cells = flatten(record)
                if misfit and _holds_misfit(cells):
                    rejects.add(row, misfit)
                else:
                    flat.append(cells)
                    rows.append(row)
            except (RecursionError, ValueError):
                rejects.add(row, Message("Its values are nested too deeply."))
        if len(rows) == SLICE_ROWS:
            yield _build(keys, rows, flat)
            rows, flat = [], []
    yield _build(keys, rows, flat)


def _build(keys: Keys, rows: list[int], flat: list[dict[str, str | None]]) -> pl.DataFrame:
    return build_frame(keys.columns, rows, [[cells.get(key) for cells in flat] for key in keys.keys])


def _holds_misfit(cells: dict[str, str | None]) -> bool:
    return any(MISFIT in key or MISFIT in (cell or "") for key, cell in cells.items())


def _walk(record: dict[str, Any], prefix: str, levels: int, found: dict[str, None]) -> None:
    for key, value in record.items():
        if type(value) is dict and levels > 1 and value:
            _walk(value, f"{prefix}{key}.", levels - 1, found)
        else:
            found[prefix + key] = None


def _fill(record: dict[str, Any], prefix: str, levels: int, cells: dict[str, str | None]) -> None:
    for key, value in record.items():
        kind = type(value)
        if kind is str:
            cells[prefix + key] = value
        elif kind is dict and levels > 1 and value:
            _fill(value, f"{prefix}{key}.", levels - 1, cells)
        else:
            cells[prefix + key] = write_cell(value)
