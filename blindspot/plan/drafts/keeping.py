"""Drafts in the database: kept as open, listed, and taken over or turned down by a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from pydantic import ValidationError

from blindspot.domain import Claim
from blindspot.editing.actions import apply
from blindspot.editing.changes import Change
from blindspot.editing.items import Row
from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError
from blindspot.plan.drafts.answers import FORMS, Form, Kind, Line, ShotLine, lines_of
from blindspot.plan.drafts.endpoint import Usage
from blindspot.plan.drafts.material import Material
from blindspot.plan.loading import load_claims
from blindspot.plan.storyboards.shots import add_shots_with
from blindspot.store import Store, Transaction

MARKED = ("title", "thesis", "hook", "picture", "narration", "on_screen_text")
"""The fields that a draft may fill with words."""


@dataclass(frozen=True)
class Draft:
    """What a model wrote, line by line; `claims` are those that its lines cite and that are still there.

    `usage` is None where the server did not say, `cost` where no price was set.
    """

    draft_id: int
    kind: Kind
    item: str
    item_id: str
    model: str
    answer: Form
    claims: dict[int, Claim]
    usage: Usage | None
    cost: float | None
    currency: str
    status: str
    who: str
    made_at: datetime

    @property
    def lines(self) -> Sequence[Line | ShotLine]:
        """Its sentences, titles or shots."""
        return lines_of(self.answer)

    def words(self, places: Iterable[int] | None = None) -> str:
        """Return its lines, or those at `places` from 0, as one text."""
        lines = self.lines if places is None else [self.lines[place] for place in places]
        text = ""
        for line in lines:
            text += (" " if text and text[-1].isascii() else "") + line.text
        return text


def keep_draft(
    store: Store,
    who: str,
    material: Material,
    answer: Form,
    *,
    model: str,
    usage: Usage | None,
    cost: float | None,
    currency: str,
) -> int:
    """Keep an answer as an open draft and return its id.

    Its lines cite by the place in the draft's `claim_ids`, so that it can move to a database with other numbers.
    """
    cited = sorted({number for line in lines_of(answer) for number in line.claims})
    text = _recited(answer, {number: place for place, number in enumerate(cited)})
    with store.planning() as tx:
        draft_id: int = tx.value(
            "plan/add_draft",
            kind=material.kind,
            item=material.item,
            item_id=material.item_id,
            model=model,
            text=text,
            claim_ids=cited,
            tokens_in=usage.tokens_in if usage else None,
            tokens_out=usage.tokens_out if usage else None,
            cost=cost,
            currency=currency,
            who=who,
        )
    return draft_id


def list_drafts(store: Store, item: str, item_id: str, status: str = "open") -> list[Draft]:
    """Return the drafts for something, newest first; one that another hand has made unreadable is left out."""
    found = (_draft(store, row) for row in store.rows("plan/drafts_of", item=item, item_id=item_id, status=status))
    return [draft for draft in found if draft is not None]


def take_draft(store: Store, who: str, draft: Draft, rev: int, places: Iterable[int] | None = None) -> Any:
    """Put a draft into its field as an edit of `who` that history marks as machine-written; `places`: lines, from 0.

    Shots come in at the end, a summary stays beside its source. `rev` is the revision of the row as it was seen.
    Raises Stale like `change`, and BlindspotError where somebody has decided on the draft before.
    """
    with store.planning() as tx:
        _decide(tx, draft, "accepted")
        if draft.kind == "summary":
            return None
        if draft.kind == "shots":
            [episode] = read_rows(tx, "episode", [draft.item_id]).values()
            shots = [_shot(line, draft, episode) for line in draft.lines if isinstance(line, ShotLine)]
            return add_shots_with(tx, who, int(draft.item_id), shots, origin="model")
        field = {"titles": "title", "thesis": "thesis", "hook": "hook"}[draft.kind]
        fields = {field: draft.words(places)}
        scope = f"{draft.item}:{draft.item_id}"
        return apply(tx, who, scope, [Change(draft.item, draft.item_id, rev, fields)], origin="model")


def turn_down(store: Store, draft: Draft) -> None:
    """Note that a draft is not wanted; raises BlindspotError where somebody has decided on it before."""
    with store.planning() as tx:
        _decide(tx, draft, "rejected")


def machine_written(store: Store, item: str, rows: Mapping[str, Mapping[str, Any]]) -> dict[str, set[str]]:
    """Return by id the fields that still stand as a model wrote them, of rows given by id; those without are left out.

    What stands is compared, so that undo, redo and restore need no bookkeeping of their own.
    """
    found: dict[str, set[str]] = {}
    for edit in store.rows("plan/edits_by_model", item=item, ids=list(rows)):
        row = rows[edit["item_id"]]
        wrote = orjson.loads(edit["after"])
        same = {name for name in MARKED if wrote.get(name) and wrote[name] == row.get(name)}
        if same:
            found.setdefault(edit["item_id"], set()).update(same)
    return found


def _decide(tx: Transaction, draft: Draft, status: str) -> None:
    if tx.value("plan/draft_status", draft_id=draft.draft_id) != "open":
        raise BlindspotError("Somebody has decided on this draft meanwhile.", "Reload the page.")
    tx.run("plan/decide_draft", draft_id=draft.draft_id, status=status)


def _draft(store: Store, row: Row) -> Draft | None:
    form = FORMS[row["kind"]]
    cited = dict(enumerate(row.pop("claim_ids")))
    tokens = row.pop("tokens_in"), row.pop("tokens_out")
    try:
        answer = form.model_validate_json(_recited(form.model_validate_json(row.pop("text")), cited))
    except (ValidationError, KeyError):
        return None
    usage = None if None in tokens else Usage(*tokens)
    return Draft(**row, answer=answer, claims=load_claims(store, cited.values()), usage=usage)


def _recited(answer: Form, number: Mapping[int, int]) -> str:
    said = answer.model_dump()
    for line in next(iter(said.values())):
        line["claims"] = [number[cited] for cited in line["claims"]]
    return orjson.dumps(said).decode()


def _shot(line: ShotLine, draft: Draft, episode: Row) -> Row:
    fields = line.model_dump(include={"size", "movement", "picture", "narration", "on_screen_text"})
    frames = max(1, round(line.seconds * episode["fps_num"] / episode["fps_den"]))
    return fields | {"frames": frames, "claim_ids": [number for number in line.claims if number in draft.claims]}
