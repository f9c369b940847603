"""Undo and redo of one's own actions in a scope: written as actions themselves, so that history never loses one."""

from __future__ import annotations

from typing import Any

import orjson

from blindspot.editing.actions import apply, writing
from blindspot.editing.changes import Change, Changed, Kind
from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError
from blindspot.store import Store, Transaction


def can_undo(store: Store, who: str, scope: str) -> bool:
    """Return whether `who` has an action in `scope` to take back."""
    return bool(store.rows("editing/action_to_undo", who=who, scope=scope))


def can_redo(store: Store, who: str, scope: str) -> bool:
    """Return whether `who` has an action in `scope` to do again: undone, and nothing done since."""
    return bool(store.rows("editing/action_to_redo", who=who, scope=scope))


def undo(store: Store, who: str, scope: str) -> Changed | None:
    """Take back the newest action of `who` in `scope`, None where there is none; a row that it added goes to the bin.

    Raises BlindspotError where somebody has changed the same fields since; then nothing is taken back.
    """
    return _turn(store, who, scope, "undo")


def redo(store: Store, who: str, scope: str) -> Changed | None:
    """Do again what was undone last, None where there is nothing; raises BlindspotError like `undo`."""
    return _turn(store, who, scope, "redo")


def _turn(store: Store, who: str, scope: str, kind: Kind) -> Changed | None:
    items = [row["item"] for row in store.rows("editing/items_in_scope", who=who, scope=scope)]
    if not items:
        return None
    with writing(store, items) as tx:
        return _turn_newest(tx, who, scope, kind)


def _turn_newest(tx: Transaction, who: str, scope: str, kind: Kind) -> Changed | None:
    found = tx.rows(f"editing/action_to_{kind}", who=who, scope=scope)
    if not found:
        return None
    action_id = found[0]["action_id"]
    changes = []
    for edit in tx.rows("editing/edits_of_action", action_id=action_id):
        before = orjson.loads(edit["before"]) if edit["before"] else {"is_binned": True}
        after = orjson.loads(edit["after"])
        if not edit["before"]:
            after = {"is_binned": False}
        was, will = (after, before) if kind == "undo" else (before, after)
        row = read_rows(tx, edit["item"], [edit["item_id"]])[edit["item_id"]]
        _must_stand(row, was)
        changes.append(Change(edit["item"], edit["item_id"], row["rev"], will))
    tx.run("editing/mark_action", action_id=action_id, is_undone=kind == "undo")
    return apply(tx, who, scope, changes, kind=kind)


def _must_stand(row: dict[str, Any], was: dict[str, Any]) -> None:
    if any(row[name] != value for name, value in was.items()):
        raise BlindspotError(
            "Somebody has changed the same text since; taking your edit back would undo theirs.",
            "Change it by hand, or restore a former text from the history.",
        )
