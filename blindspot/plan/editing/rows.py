"""The rows that people edit, as flat records of JSON values: read by id, and written back whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from typing import Any

import orjson

from blindspot.store import Store, Transaction

Row = dict[str, Any]

ITEMS = {"proposal": "proposals", "series": "series", "episode": "episodes", "shot": "shots"}
"""What can be edited, with its queries' word for many of it."""

INNER = {
    "values": ("proposal_values", {"title": "", "body": ""}),
    "claims": ("proposal_claims", {"claim_id": None, "title": "", "grade": "unrated", "grade_words": "", "body": ""}),
    "counterpoints": ("proposal_counterpoints", {"title": "", "claim": "", "answer": ""}),
    "risks": ("risks", {"title": "", "body": "", "kind": "other", "mitigation": ""}),
    "visuals": ("visuals", {"title": "", "body": ""}),
}
"""The lists in a proposal, each with its table and what an entry holds where nothing is said."""

FEW = 3
"""Up to so many known rows are written faster one by one than merged."""


def read_rows(store: Store | Transaction, item: str, ids: Iterable[str]) -> dict[str, Row]:
    """Return the rows of these ids by id, those in the bin as well; dates and times are ISO text."""
    wanted = list(ids)
    found = _plain(store.rows(f"plan/editable_{ITEMS[item]}", ids=wanted))
    rows = {row.pop("item_id"): row for row in found}
    if item == "proposal" and rows:
        _read_inner(store, rows)
    return rows


def write_rows(
    tx: Transaction, item: str, rows: dict[str, Row], fields: dict[str, set[str]], known: Container[str] = ()
) -> None:
    """Write rows whole, new ones and those `known` by id; of a proposal's lists those among its `fields`."""
    inner = INNER if item == "proposal" else {}
    flat = [{"item_id": key, **{name: row[name] for name in row if name not in inner}} for key, row in rows.items()]
    if len(flat) <= FEW and all(row["item_id"] in known for row in flat):
        for row in flat:
            tx.run(f"plan/set_{item}", **row)
    else:
        tx.run(f"plan/put_{ITEMS[item]}", rows=flat)
    for name, (table, empty) in inner.items():
        changed = {key: row[name] for key, row in rows.items() if name in fields[key]}
        parts = [
            {"proposal_id": key, "position": position, **empty, **part}
            for key, listed in changed.items()
            for position, part in enumerate(listed, 1)
        ]
        if changed:
            tx.run(f"plan/forget_{table}_of", proposal_ids=list(changed))
        if parts:
            tx.run(f"plan/add_{table}", rows=parts)


def _read_inner(store: Store | Transaction, rows: dict[str, Row]) -> None:
    for name, (table, empty) in INNER.items():
        lists: dict[str, list[Row]] = defaultdict(list)
        for part in _plain(store.rows(f"plan/{table}_of", proposal_ids=list(rows))):
            lists[part["proposal_id"]].append({key: part[key] for key in empty})
        for key, row in rows.items():
            row[name] = lists[key]


def _plain(rows: list[Row]) -> list[Row]:
    """Return the rows with values that JSON has, so that a row equals what history kept of it."""
    return orjson.loads(orjson.dumps(rows, default=str))
