"""Who changed what, when, from what to what; and a row as it was put back, as an edit like any other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from blindspot.errors import NotFound
from blindspot.plan.editing.actions import apply
from blindspot.plan.editing.changes import Change, Changed
from blindspot.plan.editing.rows import read_rows
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
    return [_edit(row) for row in store.rows("plan/edits_of_item", item=item, item_id=item_id)]


def restore(store: Store, who: str, scope: str, item: str, item_id: str, rev: int) -> Changed:
    """Put a row back as it was at revision `rev`; what came since stays in its history.

    Raises NotFound where the row or that revision is not there.
    """
    with store.planning() as tx:
        rows = read_rows(tx, item, [item_id])
        if item_id not in rows:
            raise NotFound("What you edited is not there any more.", "Reload the page.")
        fields: dict[str, Any] = {}
        for edit in tx.rows("plan/edits_since", rows=[{"item": item, "item_id": item_id, "rev": rev}]):
            fields = {**orjson.loads(edit["before"] or "{}"), **fields}
        return apply(tx, who, scope, [Change(item, item_id, rows[item_id]["rev"], fields)], kind="restore")


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
