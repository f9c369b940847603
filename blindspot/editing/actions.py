"""Actions stored: rows with their history of who changed what and when; each action whole, or nothing of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

import orjson

from blindspot.editing.changes import Action, Change, Changed, Key, Kind, Origin, make_action
from blindspot.editing.conflicts import Conflict, Stale, meet
from blindspot.editing.items import Part, Row, Written, item_of
from blindspot.editing.rows import read_rows, write_rows
from blindspot.errors import BlindspotError, NotFound
from blindspot.store import Store, Transaction


@dataclass(frozen=True)
class _Edits:
    """What an action writes, by row, and whose other changes it met."""

    rows: dict[Key, Row]
    met: tuple[Conflict, ...]


def writing(store: Store, items: Iterable[str]) -> AbstractContextManager[Transaction]:
    """Open a transaction in which rows of these kinds may be changed."""
    match parts_of(items):
        case ["plan"]:
            return store.planning()
        case ["library"]:
            return store.importing()
    return store.changing()


def parts_of(items: Iterable[str]) -> list[Part]:
    """Return which parts of the store rows of these kinds stand in."""
    return sorted({item_of(item).part for item in items})


def apply(
    tx: Transaction, who: str, scope: str, changes: Iterable[Change], *, kind: Kind = "edit", origin: Origin = "person"
) -> Changed:
    """Do the same as `change`, as a part of a larger change."""
    [done] = apply_all(tx, [make_action(who, scope, changes, kind=kind, origin=origin)])
    if isinstance(done, BlindspotError):
        raise done
    return done


def apply_all(tx: Transaction, actions: Sequence[Action]) -> list[Changed | BlindspotError]:
    """Do actions one after another; return what each did, or why nothing of it was done."""
    changes = [one for action in actions for one in action.changes.values()]
    known = {
        (item, item_id): row
        for item, ids in _by_item((one.item, one.item_id) for one in changes).items()
        for item_id, row in read_rows(tx, item, ids).items()
    }
    later = _edits_since(tx, changes, known)
    rows = dict(known)
    wanted: list[_Edits | BlindspotError] = []
    for action in actions:
        wanted.append(edits := _edits(action, rows, later))
        for key, edit in edits.rows.items() if isinstance(edits, _Edits) else ():
            rows[key] = {**rows.get(key, {}), **edit["fields"], "rev": edit["rev"]}
            later[key].append({**edit, "who": action.who, "made_at": datetime.now().astimezone()})
    writing = {n: edits for n, edits in enumerate(wanted) if isinstance(edits, _Edits) and edits.rows}
    _write_rows(tx, list(writing.values()), rows, known)
    action_ids = dict(zip(writing, _write_history(tx, [(actions[n], writing[n]) for n in writing]), strict=True))
    return [
        edits
        if isinstance(edits, BlindspotError)
        else Changed(action_ids.get(n), {key: edit["rev"] for key, edit in edits.rows.items()}, edits.met)
        for n, edits in enumerate(wanted)
    ]


def _by_item(keys: Iterable[Key]) -> dict[str, set[str]]:
    ids: dict[str, set[str]] = defaultdict(set)
    for item, item_id in keys:
        ids[item].add(item_id)
    return ids


def _edits_since(tx: Transaction, changes: list[Change], known: dict[Key, Row]) -> dict[Key, list[Row]]:
    """Return by row what was done to it since the earliest revision that a change was based on."""
    revs: dict[Key, int] = {}
    for one in changes:
        key, rev = (one.item, one.item_id), one.rev or 0
        if key in known and rev != known[key]["rev"]:
            revs[key] = min(rev, revs.get(key, rev))
    later: dict[Key, list[Row]] = defaultdict(list)
    based = [{"item": item, "item_id": item_id, "rev": rev} for (item, item_id), rev in revs.items()]
    for edit in tx.rows("editing/edits_since", rows=based) if based else ():
        later[edit["item"], edit["item_id"]].append(edit)
    return later


def _edits(action: Action, rows: dict[Key, Row], later: dict[Key, list[Row]]) -> _Edits | BlindspotError:
    """Return what an action writes, or why it cannot be done."""
    edits: dict[Key, Row] = {}
    stale: list[Conflict] = []
    met: list[Conflict] = []
    for key, one in action.changes.items():
        row = rows.get(key)
        if row is None and one.rev is not None:
            return NotFound("What you edited is not there any more.", "Reload the page.")
        if row is not None and one.rev != row["rev"]:
            since = [edit for edit in later[key] if edit["rev"] > (one.rev or 0)]
            conflict = meet(*key, one.fields, row, since)
            (stale if conflict.yours else met).append(conflict)
        changed = {name: value for name, value in one.fields.items() if row is None or row[name] != value}
        if changed:
            before = None if row is None else orjson.dumps({name: row[name] for name in changed}).decode()
            edits[key] = {"rev": row["rev"] + 1 if row else 1, "before": before, "fields": changed}
    return Stale(tuple(stale)) if stale else _Edits(edits, tuple(met))


def _write_rows(tx: Transaction, writing: list[_Edits], rows: dict[Key, Row], known: dict[Key, Row]) -> None:
    fields: dict[Key, set[str]] = defaultdict(set)
    for edits in writing:
        for key, edit in edits.rows.items():
            fields[key].update(edit["fields"])
    for item, ids in _by_item(fields).items():
        written = {one: rows[item, one] for one in sorted(ids)}
        write_rows(
            tx, item, written, {one: fields[item, one] for one in ids}, {one for one in ids if (item, one) in known}
        )
        item_of(item).settle(tx, [Written(one, known.get((item, one)), row) for one, row in written.items()])


def _write_history(tx: Transaction, writing: list[tuple[Action, _Edits]]) -> list[int]:
    """Keep what was done; return the number of each action."""
    if not writing:
        return []
    said = [{name: getattr(action, name) for name in ("scope", "kind", "origin", "who")} for action, _ in writing]
    action_ids = [row["action_id"] for row in tx.rows("editing/add_actions", rows=said)]
    tx.run(
        "editing/add_edits",
        rows=[
            {
                "action_id": action_id,
                "position": position,
                "item": item,
                "item_id": item_id,
                "rev": edit["rev"],
                "before": edit["before"],
                "after": orjson.dumps(edit["fields"]).decode(),
            }
            for action_id, (_, edits) in zip(action_ids, writing, strict=True)
            for position, ((item, item_id), edit) in enumerate(edits.rows.items(), 1)
        ],
    )
    return action_ids
