"""Proposals: angles from the shortlist with the evidence frozen as it stood that day, ideas of reports, one's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

import orjson

from blindspot.editing.actions import apply
from blindspot.editing.changes import Change
from blindspot.errors import BlindspotError
from blindspot.explore.coverage_types import Gap
from blindspot.explore.filters import Filters
from blindspot.explore.gaps import GapList
from blindspot.plan.proposals.board import first_place
from blindspot.plan.proposals.evidence import Evidence, freeze, thaw
from blindspot.store import Store

NEW_PROPOSAL: dict[str, Any] = {
    "topic_id": None,
    "angle_id": None,
    "thesis": "",
    "difference": "",
    "visual_note": "",
    "tags": [],
    "account_id": None,
    "fit": "",
    "evidence": None,
    "refreshed_evidence": None,
    "refreshed_at": None,
    "is_binned": False,
    "values": [],
    "claims": [],
    "counterpoints": [],
    "risks": [],
    "visuals": [],
}
"""What a new proposal holds where nothing is said."""


@dataclass(frozen=True)
class Proposal:
    """One proposal as a list shows it; `evidence` is what was known of its gap then, None where it is from none.

    `known` is what is known of it by its last look, as of `known_at`. Topic and angle are None once removed; claims,
    risks, visuals and comments are counts; `grades` are those of the claims in their order, `votes` is how many are for
    it less those against it.
    """

    proposal_id: str
    topic: str | None
    angle: str | None
    title: str
    thesis: str
    status: str
    evidence: dict[str, Any] | None
    created_at: datetime
    report: str | None
    claims: int
    risks: int
    visuals: int
    report_id: int | None = None
    topic_id: int | None = None
    angle_names: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    votes: int = 0
    comments: int = 0
    board_place: float = 0.0
    changed_at: datetime | None = None
    rev: int = 1
    known: Evidence | None = None
    known_at: datetime | None = None


def shortlist(
    store: Store,
    who: str,
    topic_id: int,
    angle_id: int,
    title: str,
    gaps: GapList,
    gap: Gap,
    filters: Filters,
    statement: str,
) -> str:
    """Store a proposal for a gap with a frozen copy of its evidence; return its id."""
    evidence = freeze(gaps, gap, filters, statement, store.data_version())
    about = {"topic_id": topic_id, "angle_id": angle_id, "evidence": evidence}
    return _add(store, who, {**about, "title": title, "status": "shortlisted"})


def add_proposal(store: Store, who: str, title: str, thesis: str = "", topic_id: int | None = None) -> str:
    """Store an idea of one's own, without a gap, and return its id; raises BlindspotError for one without a title."""
    if not title.strip():
        raise BlindspotError("It has no title.", "Give it a few words to be known by.")
    fields = {"title": title.strip(), "thesis": thesis.strip(), "topic_id": topic_id, "status": "idea"}
    return _add(store, who, fields)


def list_proposals(store: Store, *, is_binned: bool = False) -> list[Proposal]:
    """Return the proposals that are not in the bin, or those in it, newest first."""
    return [_listed(row) for row in store.rows("plan/proposals", is_binned=is_binned)]


def _add(store: Store, who: str, fields: dict[str, Any]) -> str:
    proposal_id = uuid4().hex
    with store.planning() as tx:
        place = first_place(tx, fields["status"])
        new = Change("proposal", proposal_id, None, {**NEW_PROPOSAL, **fields, "board_place": place})
        apply(tx, who, f"proposal:{proposal_id}", [new])
    return proposal_id


def _listed(row: dict[str, Any]) -> Proposal:
    names = {"zh": row.pop("angle_zh"), "en": row.pop("angle_en")}
    lists: dict[str, Any] = {name: tuple(row.pop(name) or ()) for name in ("tags", "grades")}
    evidence, refreshed, at = (row.pop(name) for name in ("evidence", "refreshed_evidence", "refreshed_at"))
    known = refreshed or evidence
    return Proposal(
        **row,
        **lists,
        evidence=orjson.loads(evidence) if evidence else None,
        known=thaw(known),
        known_at=(at if refreshed else row["created_at"]) if known else None,
        angle_names=tuple((language, name) for language, name in names.items() if name),
    )
