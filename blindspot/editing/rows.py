"""The rows that people edit, as flat records of JSON values: read by id, and written back whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from typing import Any

import orjson

from blindspot.editing.items import Item, Row, item_of
from blindspot.store import Store, Transaction

FEW = 3
"""Up to so many known rows are written faster one by one than merged."""


def read_rows(store: Store | Transaction, item: str, ids: Iterable[str]) -> dict[str, Row]:
    """Return the rows of these ids by id, those in the bin as well; dates and times are ISO text."""
    kind = item_of(item)
    rows = {row.pop("item_id"): row for row in _plain(store.rows(kind.read, ids=list(ids)))}
    if rows:
        _read_inner(store, kind, rows)
    return rows


def write_rows(
    tx: Transaction, item: str, rows: dict[str, Row], fields: dict[str, set[str]], known: Container[str] = ()
) -> None:
    """Write rows whole, new ones and those `known` by id; of their inner lists those among the `fields` of each."""
    kind = item_of(item)
    flat = [
        {"item_id": key, **{name: row[name] for name in row if name not in kind.inner}} for key, row in rows.items()
    ]
    if kind.set and len(flat) <= FEW and all(row["item_id"] in known for row in flat):
        for row in flat:
            tx.run(kind.set, **row)
    else:
        tx.run(kind.put, rows=flat)
    for name, inner in kind.inner.items():
        changed = {key: row[name] for key, row in rows.items() if name in fields[key]}
        entries = [
            {kind.key: key, "position": position, **inner.record(entry)}
            for key, listed in changed.items()
            for position, entry in enumerate(listed, 1)
        ]
        if changed and inner.forget:
            tx.run(inner.forget, ids=list(changed))
        if entries:
            tx.run(inner.add, rows=entries)


def _read_inner(store: Store | Transaction, kind: Item, rows: dict[str, Row]) -> None:
    for name, inner in kind.inner.items():
        if not inner.read:
            continue
        lists: dict[str, list[Any]] = defaultdict(list)
        for entry in _plain(store.rows(inner.read, ids=list(rows))):
            lists[entry[kind.key]].append({column: entry[column] for column in inner.empty})
        for key, row in rows.items():
            row[name] = lists[key]


def _plain(rows: list[Row]) -> list[Row]:
    """Return the rows with values that JSON has, so that a row equals what history kept of it."""
    plain: list[Row] = orjson.loads(orjson.dumps(rows, default=str))
    return plain
