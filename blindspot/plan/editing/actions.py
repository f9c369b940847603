"""One action of somebody: changes of rows that are stored together or not at all, with who, when, before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

import orjson

from blindspot.errors import NotFound
from blindspot.plan.editing.conflicts import Conflict, Stale
from blindspot.plan.editing.rows import Row, read_rows, write_rows
from blindspot.plan.editing.values import as_stored
from blindspot.store import Store, Transaction

Kind = Literal["edit", "undo", "redo", "restore"]
Origin = Literal["person", "import", "model"]


@dataclass(frozen=True)
class Change:
    """New values for some fields of one row; `rev` is the revision they were based on, None adds the row."""

    item: str
    item_id: str
    rev: int | None
    fields: dict[str, Any]


@dataclass(frozen=True)
class Changed:
    """What an action did: the new revisions by (item, id), and whose other changes were met and kept."""

    action_id: int | None
    revs: dict[tuple[str, str], int]
    met: tuple[Conflict, ...] = ()


def change(
    store: Store, who: str, scope: str, changes: Iterable[Change], *, kind: Kind = "edit", origin: Origin = "person"
) -> Changed:
    """Store changes as one action of `who` in `scope` ("proposal:…", "series:…" or "episode:…").

    A row that somebody changed since `rev` takes the fields that only you touched; where both touched the same field,
    nothing at all is stored and Stale is raised with both texts. Raises NotFound for a row that is not there,
    BlindspotError for a text that is too long.
    """
    with store.planning() as tx:
        return apply(tx, who, scope, list(changes), kind=kind, origin=origin)


def apply(
    tx: Transaction, who: str, scope: str, changes: list[Change], *, kind: Kind = "edit", origin: Origin = "person"
) -> Changed:
    """Do the same as a part of a larger change."""
    by_item: dict[str, dict[str, Change]] = defaultdict(dict)
    for one in changes:
        former = by_item[one.item].get(one.item_id)
        by_item[one.item][one.item_id] = replace(one, fields=former.fields | one.fields) if former else one
    edits: list[Row] = []
    stale: list[Conflict] = []
    met: list[Conflict] = []
    writes: list[tuple[str, dict[str, Row], dict[str, set[str]], dict[str, Row]]] = []
    for item, wanted in by_item.items():
        rows = read_rows(tx, item, wanted)
        written: dict[str, Row] = {}
        fields: dict[str, set[str]] = {}
        for one in wanted.values():
            row = rows.get(one.item_id)
            if row is None and one.rev is not None:
                raise NotFound("What you edited is not there any more.", "Reload the page.")
            if row is not None and one.rev != row["rev"]:
                conflict = _conflict(tx, one, row)
                (stale if conflict.yours else met).append(conflict)
            edit = _edit(one, row)
            if edit:
                written[one.item_id] = {**(row or {}), **edit["fields"], "rev": edit["rev"]}
                fields[one.item_id] = set(edit["fields"])
                edits.append(edit)
        writes.append((item, written, fields, rows))
    if stale:
        raise Stale(tuple(stale))
    if not edits:
        return Changed(None, {}, tuple(met))
    for write in writes:
        write_rows(tx, *write)
    action_id = tx.value("plan/add_action", scope=scope, kind=kind, origin=origin, who=who)
    tx.run(
        "plan/add_edits",
        rows=[
            {
                "action_id": action_id,
                "position": position,
                "item": edit["item"],
                "item_id": edit["item_id"],
                "rev": edit["rev"],
                "before": edit["before"],
                "after": orjson.dumps(edit["fields"]).decode(),
            }
            for position, edit in enumerate(edits, 1)
        ],
    )
    return Changed(action_id, {(edit["item"], edit["item_id"]): edit["rev"] for edit in edits}, tuple(met))


def _edit(one: Change, row: Row | None) -> Row | None:
    """Return what one change writes, None where it changes nothing."""
    fields = as_stored(one.fields)
    if row is None:
        return {"item": one.item, "item_id": one.item_id, "rev": 1, "before": None, "fields": fields}
    changed = {name: value for name, value in fields.items() if row[name] != value}
    if not changed:
        return None
    before = orjson.dumps({name: row[name] for name in changed}).decode()
    return {"item": one.item, "item_id": one.item_id, "rev": row["rev"] + 1, "before": before, "fields": changed}


def _conflict(tx: Transaction, one: Change, row: Row) -> Conflict:
    """Return which of the wanted fields were changed by others since; none: both can be kept."""
    later = tx.rows("plan/edits_since", item=one.item, item_id=one.item_id, rev=one.rev or 0)
    before: Row = {}
    for edit in later:
        before = {**orjson.loads(edit["before"] or "{}"), **before}
    fields = as_stored(one.fields)
    both = [name for name in fields if name in before and fields[name] != row[name]]
    last = later[-1] if later else {"who": "", "made_at": datetime.now().astimezone()}
    return Conflict(
        one.item,
        one.item_id,
        row["rev"],
        {name: before[name] for name in both},
        {name: fields[name] for name in both},
        {name: row[name] for name in both},
        last["who"],
        last["made_at"],
    )
