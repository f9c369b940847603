"""Who changed what, when, from what to what; and a row as it was put back, as an edit like any other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import orjson

from blindspot.errors import NotFound
from blindspot.plan.editing.actions import apply
from blindspot.plan.editing.changes import Change, Changed
from blindspot.plan.editing.rows import Row, read_rows
from blindspot.store import Store, Transaction


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


def restore(
    store: Store, who: str, scope: str, item: str, item_id: str, rev: int, only: Collection[str] = ()
) -> Changed:
    """Put a row back as it was at revision `rev`, whole or `only` some fields; what came since stays in its history.

    Claims that are not in the library any more stay out; `Changed.claims_gone` counts them. Raises NotFound
    where the row or that revision is not there.
    """
    with store.planning() as tx:
        rows = read_rows(tx, item, [item_id])
        if item_id not in rows:
            raise NotFound("What you edited is not there any more.", "Reload the page.")
        fields: dict[str, Any] = {}
        for edit in tx.rows("plan/edits_since", rows=[{"item": item, "item_id": item_id, "rev": rev}]):
            fields = {**orjson.loads(edit["before"] or "{}"), **fields}
        if only:
            fields = {name: value for name, value in fields.items() if name in only}
        fields, gone = _without_gone_claims(tx, fields)
        done = apply(tx, who, scope, [Change(item, item_id, rows[item_id]["rev"], fields)], kind="restore")
        return replace(done, claims_gone=gone)


def _without_gone_claims(tx: Transaction, fields: Row) -> tuple[Row, int]:
    """Return fields that cite only claims that are there, and how many are not; a proposal's point keeps its words."""
    points = fields.get("claims") or []
    cited = {*(fields.get("claim_ids") or ()), *(point["claim_id"] for point in points)} - {None}
    there = {row["claim_id"] for row in tx.rows("library/kept_claims", claim_ids=list(cited))} if cited else set()
    mended = dict(fields)
    if "claim_ids" in fields:
        mended["claim_ids"] = [one for one in fields["claim_ids"] if one in there]
    if "claims" in fields:
        mended["claims"] = [point if point["claim_id"] in there else {**point, "claim_id": None} for point in points]
    return mended, len(cited - there)


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
