"""Who changed what, when, from what to what; and a row as it was put back, as an edit like any other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import orjson

from blindspot.editing.actions import apply, writing
from blindspot.editing.changes import Change, Changed
from blindspot.editing.items import item_of
from blindspot.editing.rows import read_rows
from blindspot.errors import NotFound
from blindspot.store import Store


@dataclass(frozen=True)
class Edit:
    """One row's part of an action; `before` is None where the row was new."""

    action_id: int
    item: str
    item_id: str
    rev: int
    kind: str
    origin: str
    who: str
    made_at: datetime
    before: dict[str, Any] | None
    after: dict[str, Any]


def history(store: Store, *, item: str, item_id: str) -> list[Edit]:
    """Return the edits of one row, newest first."""
    return [_edit(row) for row in store.rows("editing/edits_of_item", item=item, item_id=item_id)]


def restore(
    store: Store, who: str, scope: str, item: str, item_id: str, rev: int, only: Collection[str] = ()
) -> Changed:
    """Put a row back as it was at revision `rev`, whole or `only` some fields; what came since stays in its history.

    What the former values named and is not there any more stays out; `Changed.gone` counts it. Raises NotFound where
    the row or that revision is not there.
    """
    with writing(store, [item]) as tx:
        rows = read_rows(tx, item, [item_id])
        if item_id not in rows:
            raise NotFound("What you edited is not there any more.", "Reload the page.")
        fields: dict[str, Any] = {}
        for edit in tx.rows("editing/edits_since", rows=[{"item": item, "item_id": item_id, "rev": rev}]):
            fields = {**orjson.loads(edit["before"] or "{}"), **fields}
        if only:
            fields = {name: value for name, value in fields.items() if name in only}
        fields, gone = item_of(item).restorable(tx, fields)
        done = apply(tx, who, scope, [Change(item, item_id, rows[item_id]["rev"], fields)], kind="restore")
        return replace(done, gone=gone)


def _edit(row: dict[str, Any]) -> Edit:
    return Edit(
        row["action_id"],
        row["item"],
        row["item_id"],
        row["rev"],
        row["kind"],
        row["origin"],
        row["who"],
        row["made_at"],
        orjson.loads(row["before"]) if row["before"] else None,
        orjson.loads(row["after"]),
    )
