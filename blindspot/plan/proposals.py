"""Proposals: angles from the shortlist, each with the evidence frozen as it stood that day, and ideas from reports."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

import orjson

from blindspot.explore.coverage_types import Gap
from blindspot.explore.filters import Filters
from blindspot.explore.gaps import GapList
from blindspot.store import Store


@dataclass(frozen=True)
class Proposal:
    """One proposal; `evidence` is what was known of its gap then, None for an idea of a report.

    Topic and angle are None once removed; claims, risks and visuals are counts.
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


def shortlist(
    store: Store, topic_id: int, angle_id: int, title: str, gaps: GapList, gap: Gap, filters: Filters, statement: str
) -> str:
    """Store a proposal for a gap with a frozen copy of its evidence; return its id."""
    evidence = {
        "statement": statement,
        "line": gaps.line,
        "scope": asdict(gaps.scope),
        "angle": {**asdict(gap.angle), "name": dict(gap.angle.name)},
        "verdict": asdict(gap.verdict),
        "filters": asdict(filters),
        "data_version": store.data_version(),
    }
    proposal_id = uuid4().hex
    with store.planning() as tx:
        tx.run(
            "plan/add_proposal",
            proposal_id=proposal_id,
            topic_id=topic_id,
            angle_id=angle_id,
            title=title,
            thesis="",
            evidence=orjson.dumps(evidence).decode(),
        )
    return proposal_id


def list_proposals(store: Store) -> list[Proposal]:
    """Return the proposals that are not in the bin, newest first."""
    return [
        Proposal(
            row["proposal_id"],
            row["topic"],
            row["angle"],
            row["title"],
            row["thesis"],
            row["status"],
            orjson.loads(row["evidence"]) if row["evidence"] else None,
            row["created_at"],
            row["report"],
            row["claims"],
            row["risks"],
            row["visuals"],
            row["report_id"],
        )
        for row in store.rows("plan/proposals")
    ]


def drop(store: Store, proposal_id: str, *, is_dropped: bool = True) -> None:
    """Take a proposal off the shortlist, or put it back; nothing of it is lost."""
    with store.planning() as tx:
        tx.run("plan/set_proposal_status", proposal_id=proposal_id, status="dropped" if is_dropped else "shortlisted")
