"""What stands in a proposal: its lists as they are edited, the claims it may lean on, the episodes made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from blindspot.plan.items import OF_A_PROPOSAL
from blindspot.store import Store

Part = dict[str, Any]

RISK_KINDS = (
    "factual_uncertainty",
    "opponent_underestimated",
    "technology_shift",
    "legal",
    "platform",
    "reputation",
    "other",
)


@dataclass(frozen=True)
class PickableClaim:
    """An accepted claim of the library; `carries_angle` where it speaks of the proposal's angle."""

    claim_id: int
    statement: str
    body: str
    grade: str
    sources: int
    carries_angle: bool


@dataclass(frozen=True)
class UsingEpisode:
    """An episode that is made of a proposal, with how far its storyboard is."""

    episode_id: int
    series_id: int
    series: str
    number: int
    title: str
    status: str
    planned_on: date | None
    published_on: date | None
    shots: int


def with_part(parts: Sequence[Part], name: str, **values: Any) -> list[Part]:
    """Return a list of a proposal ("values", "risks" …) with an entry more at its end."""
    return [*parts, OF_A_PROPOSAL[name].record(values)]


def with_change(parts: Sequence[Part], place: int, **values: Any) -> list[Part]:
    """Return a list with other values in the entry at a place, counted from 0."""
    return [{**part, **values} if at == place else part for at, part in enumerate(parts)]


def with_answer(now: Sequence[Part], drawn: Sequence[Part], place: int, values: Part) -> list[Part] | None:
    """Return a list as it is now with an entry changed that somebody edited as it was drawn, or None.

    None where that entry is not there any more, or others changed the same values of it: then both must be shown.
    """
    was = drawn[place]
    if was in now:
        return with_change(now, place if now[place : place + 1] == [was] else now.index(was), **values)
    is_there = len(now) == len(drawn) and all(now[place][name] == was[name] for name in values)
    return with_change(now, place, **values) if is_there else None


def with_move(parts: Sequence[Part], place: int, by: int) -> list[Part]:
    """Return a list with the entry at a place moved by so many, down where positive, as far as the list goes."""
    moved = [*parts]
    part = moved.pop(place)
    moved.insert(max(0, place + by), part)
    return moved


def without_part(parts: Sequence[Part], place: int) -> list[Part]:
    """Return a list without the entry at a place."""
    return [part for at, part in enumerate(parts) if at != place]


def claim_part(claim: PickableClaim) -> Part:
    """Return a claim of the library as an entry of a proposal's claims, graded as the library grades it now."""
    return {"claim_id": claim.claim_id, "title": claim.statement, "grade": claim.grade, "body": claim.body.strip()}


def pickable_claims(
    store: Store, topic_id: int | None, angle_id: int | None, taken: Sequence[Part]
) -> list[PickableClaim]:
    """Return the accepted claims of a topic (None: of all) that a proposal does not lean on yet.

    Those that carry its angle come first, then the better graded.
    """
    used = {part["claim_id"] for part in taken}
    rows = store.rows("plan/pickable_claims", topic_id=topic_id, angle_id=angle_id)
    return [PickableClaim(**row) for row in rows if row["claim_id"] not in used]


def episodes_of(store: Store, proposal_id: str) -> list[UsingEpisode]:
    """Return the episodes that are made of a proposal, in the order of their series."""
    return [UsingEpisode(**row) for row in store.rows("plan/episodes_of_proposal", proposal_id=proposal_id)]
