"""A plan file brought into a database: what is new comes with its history, what differs becomes an edit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from blindspot.editing.actions import apply
from blindspot.editing.changes import Change
from blindspot.editing.rows import read_rows, write_rows
from blindspot.plan.plan_file.exporting import KEPT
from blindspot.plan.plan_file.library_part import Library
from blindspot.plan.plan_file.model import Action, Item, PlanFile
from blindspot.plan.plan_file.pictures import FOLDER, read_new_pictures
from blindspot.plan.plan_file.reading import read_plan_file
from blindspot.plan.plan_file.references import inward
from blindspot.plan.signals import SCOPE as SIGNALS
from blindspot.store import Store, Transaction

Row = dict[str, Any]

STAMPS = {
    "proposal": ("source_id", "section", "position", "created_at", "changed_at", "binned_at"),
    "series": ("source_id", "section", "position", "created_at", "binned_at"),
    "episode": ("binned_at",),
    "shot": ("binned_at",),
}
"""What a row has beside what its editors write."""
RENEWED = ("meaning", "status", "due_on", "last_checked_on", "outcome", "new_creators", "new_since")
"""What a later revision of a signal may say otherwise; its subject, verb and time are what it is known by."""
STAMPING = {
    "proposal": "plan/stamp_proposals",
    "series": "plan/stamp_series",
    "episode": "plan/stamp_episodes",
    "shot": "plan/stamp_shots",
}
NESTED = {"proposal_id", "uid", "shot_id", "votes", "comments", "episodes", "shots"}


@dataclass(frozen=True)
class Counts:
    """How many proposals, series, episodes, shots and signals a plan file added, changed and found as they are."""

    added: int
    changed: int
    unchanged: int


@dataclass
class _Incoming:
    """One row of the file as this database writes it."""

    item: str
    item_id: str
    scope: str
    stamps: Row
    fields: Row
    rev: int


def import_plan(store: Store, data: bytes, who: str, *, beside: Path | None = None) -> Counts:
    """Bring a plan file in as `who`; pictures that it does not hold are read from a folder `beside` it.

    Twice the same file changes nothing. Raises FileRefused, and nothing is stored, where the file cannot be used.
    """
    plan = read_plan_file(data)
    pictures = read_new_pictures(store, plan.pictures, beside / FOLDER if beside else None)
    with store.changing() as tx:
        return _Import(tx, plan, who).run(pictures)


class _Import:
    def __init__(self, tx: Transaction, plan: PlanFile, who: str) -> None:
        self._tx = tx
        self._plan = plan
        self._who = who
        self._library = Library(tx, plan, who)
        self._ids = {item: self._known_ids(item) for item in ("series", "episode")}
        self._added: set[tuple[str, str]] = set()
        self._changed = self._unchanged = 0

    def run(self, pictures: list[Row]) -> Counts:
        self._bring_pictures(pictures)
        by_item: dict[str, list[_Incoming]] = defaultdict(list)
        for row in self._rows():
            by_item[row.item].append(row)
        differing: dict[str, list[Change]] = defaultdict(list)
        for item, rows in by_item.items():
            self._bring(item, rows, differing)
        for scope, changes in differing.items():
            done = apply(self._tx, self._who, scope, changes, origin="import")
            self._changed += len(done.revs)
            self._unchanged += len(changes) - len(done.revs)
        self._bring_history()
        self._bring_words()
        signals_added, signals_changed = self._bring_signals()
        unchanged = self._unchanged + len(self._plan.signals) - signals_added - signals_changed
        return Counts(len(self._added) + signals_added, self._changed + signals_changed, unchanged)

    def _known_ids(self, item: str) -> dict[str, str]:
        return {row["uid"]: row["item_id"] for row in self._tx.rows(KEPT[item])}

    def _id_of(self, item: str, uid: str) -> str:
        """Return the number here of a series or an episode, a new one where it is not known."""
        if uid not in self._ids[item]:
            self._ids[item][uid] = str(self._tx.value(f"plan/next_{item}_id"))
        return self._ids[item][uid]

    def _number(self, what: str, name: Any) -> Any:
        if what in self._ids:
            return int(self._ids[what][name]) if name in self._ids[what] else None
        return self._library.number(what, name)

    def _rows(self) -> Iterator[_Incoming]:
        for proposal in self._plan.proposals:
            key = proposal.proposal_id
            yield self._row("proposal", key, f"proposal:{key}", proposal)
        for series in self._plan.series:
            series_id = self._id_of("series", series.uid)
            scope = f"series:{series_id}"
            yield self._row("series", series_id, scope, series, uid=series.uid)
            for episode in series.episodes:
                episode_id = self._id_of("episode", episode.uid)
                said = {"uid": episode.uid, "series_id": int(series_id), "proposal_id": episode.proposal_id}
                yield self._row("episode", episode_id, scope, episode, **said)
                for shot in episode.shots:
                    yield self._row("shot", shot.shot_id, f"episode:{episode_id}", shot, episode_id=int(episode_id))

    def _row(self, item: str, item_id: str, scope: str, said: Item, **more: Any) -> _Incoming:
        fields = inward(item, said.model_dump(mode="json", exclude=NESTED), self._number)
        stamps = {name: fields.pop(name) for name in STAMPS[item]}
        rev = fields.pop("rev")
        return _Incoming(item, item_id, scope, stamps, fields | more, rev)

    def _bring(self, item: str, incoming: list[_Incoming], differing: dict[str, list[Change]]) -> None:
        known = read_rows(self._tx, item, [row.item_id for row in incoming])
        new: dict[str, Row] = {}
        stamps: list[Row] = []
        for row in incoming:
            if row.item_id in known:
                mine = known[row.item_id]
                fields = {name: _as_mine(value, mine[name]) for name, value in row.fields.items()}
                differing[row.scope].append(Change(item, row.item_id, mine["rev"], fields))
            else:
                new[row.item_id] = row.fields | {"rev": row.rev}
                stamps.append({"item_id": row.item_id, **row.stamps})
                self._added.add((item, row.item_id))
        if new:
            write_rows(self._tx, item, new, {key: set(row) for key, row in new.items()})
            self._tx.run(STAMPING[item], rows=stamps)

    def _bring_history(self) -> None:
        """Add the edits of rows that are new here; a row that was known keeps the history that it has."""
        kept = [(action, edits) for action in self._plan.actions if (edits := self._edits_of_new(action))]
        ids = [row["action_id"] for row in self._tx.rows("editing/next_action_ids", actions=len(kept))]
        actions, rows = [], []
        for action_id, (action, edits) in zip(ids, kept, strict=True):
            said = action.model_dump(exclude={"edits"})
            actions.append(said | {"action_id": action_id, "scope": self._scope_here(action.scope)})
            rows += [edit | {"action_id": action_id, "position": place} for place, edit in enumerate(edits, 1)]
        if actions:
            self._tx.run("editing/bring_actions", rows=actions)
            self._tx.run("editing/add_edits", rows=rows)

    def _edits_of_new(self, action: Action) -> list[Row]:
        found = []
        for edit in action.edits:
            item_id = self._here(edit.item, edit.item_id)
            if (edit.item, item_id) in self._added:
                said = {"item": edit.item, "item_id": item_id, "rev": edit.rev}
                for name, fields in (("before", edit.before), ("after", edit.after)):
                    numbered = None if fields is None else inward(edit.item, fields, self._number)
                    said[name] = None if numbered is None else orjson.dumps(numbered).decode()
                found.append(said)
        return found

    def _here(self, item: str, item_id: str) -> str:
        return self._ids.get(item, {}).get(item_id, item_id)

    def _scope_here(self, scope: str) -> str:
        item, _, key = scope.partition(":")
        return f"{item}:{self._here(item, key)}"

    def _bring_words(self) -> None:
        """Add votes, comments and drafts that are not there yet."""
        rows: dict[str, list[Row]] = {"votes": [], "comments": [], "drafts": []}
        for proposal in self._plan.proposals:
            of_proposal = {"proposal_id": proposal.proposal_id}
            rows["votes"] += [vote.model_dump() | of_proposal for vote in proposal.votes]
            rows["comments"] += [comment.model_dump() | of_proposal for comment in proposal.comments]
        for draft in self._plan.drafts:
            said = inward("draft", draft.model_dump(), self._number)
            if draft.item == "source":
                said["item_id"] = str(self._number("source", int(draft.item_id)))
            rows["drafts"].append(said | {"item_id": self._here(draft.item, said["item_id"])})
        for name, of_table in rows.items():
            if of_table:
                self._tx.run(f"plan/bring_{name}", rows=of_table)

    def _bring_pictures(self, pictures: list[Row]) -> None:
        wanted = [picture["picture_id"] for picture in pictures]
        there = {row["picture_id"] for row in self._tx.rows("plan/kept_pictures", ids=wanted, with_content=False)}
        for picture in pictures:
            if picture["picture_id"] not in there:
                self._tx.run("plan/bring_pictures", rows=[picture])

    def _bring_signals(self) -> tuple[int, int]:
        """Add signals, and renew those of which the file knows a later revision; return how many of each."""
        known = {_signal_key(row): row for row in self._tx.rows("plan/kept_signals")}
        added = changed = 0
        for signal in self._plan.signals:
            said = inward("signal", signal.model_dump(), self._number)
            mine = known.get(_signal_key(said))
            if mine is None or said["rev"] > mine["rev"]:
                if mine is None:
                    self._tx.run("plan/bring_signal", signal_id=self._tx.value("plan/next_signal_id"), **said)
                    added += 1
                else:
                    changed += self._renew_signal(mine, said)
        return added, changed

    def _renew_signal(self, mine: Row, said: Row) -> int:
        """Say what the file says of a signal that is here, as an edit; return how many that changed."""
        fields = {name: said[name] for name in RENEWED} | {"is_binned": said["binned_at"] is not None}
        change = Change("signal", str(mine["signal_id"]), mine["rev"], fields)
        return len(apply(self._tx, self._who, SIGNALS, [change], origin="import").revs)


def _signal_key(row: Row) -> tuple[Any, ...]:
    return row["subject"], row["verb"], row["created_at"]


def _as_mine(value: Any, mine: Any) -> Any:
    """Return a time as this database writes it, where it is the same moment."""
    if not isinstance(value, str) or not isinstance(mine, str) or value == mine:
        return value
    return mine if _moments((value, mine)) else value


def _moments(texts: Iterable[str]) -> bool:
    try:
        first, second = (datetime.fromisoformat(text) for text in texts)
    except ValueError:
        return False
    return bool(first.tzinfo and second.tzinfo) and first == second
