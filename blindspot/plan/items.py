"""What of the plan people edit: proposals with their lists, series, episodes, shots, signals."""

from __future__ import annotations

from blindspot.editing.items import Inner, Item, Row
from blindspot.plan.signals import check_signal_fields
from blindspot.store import Transaction

OF_A_PROPOSAL = {
    "values": Inner(
        read="plan/proposal_values_of",
        forget="plan/forget_proposal_values_of",
        add="plan/add_proposal_values",
        empty={"title": "", "body": ""},
    ),
    "claims": Inner(
        read="plan/proposal_claims_of",
        forget="plan/forget_proposal_claims_of",
        add="plan/add_proposal_claims",
        empty={"claim_id": None, "title": "", "grade": "unrated", "grade_words": "", "body": ""},
    ),
    "counterpoints": Inner(
        read="plan/proposal_counterpoints_of",
        forget="plan/forget_proposal_counterpoints_of",
        add="plan/add_proposal_counterpoints",
        empty={"title": "", "claim": "", "answer": ""},
    ),
    "risks": Inner(
        read="plan/risks_of",
        forget="plan/forget_risks_of",
        add="plan/add_risks",
        empty={"title": "", "body": "", "kind": "other", "mitigation": ""},
    ),
    "visuals": Inner(
        read="plan/visuals_of",
        forget="plan/forget_visuals_of",
        add="plan/add_visuals",
        empty={"title": "", "body": ""},
    ),
}
"""The lists in a proposal, each with what an entry holds where nothing is said."""


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


ITEMS = (
    Item(
        "proposal",
        part="plan",
        read="plan/editable_proposals",
        put="plan/put_proposals",
        set="plan/set_proposal",
        key="proposal_id",
        inner=OF_A_PROPOSAL,
        restorable=_without_gone_claims,
    ),
    Item("series", part="plan", read="plan/editable_series", put="plan/put_series", set="plan/set_series"),
    Item("episode", part="plan", read="plan/editable_episodes", put="plan/put_episodes", set="plan/set_episode"),
    Item(
        "shot",
        part="plan",
        read="plan/editable_shots",
        put="plan/put_shots",
        set="plan/set_shot",
        restorable=_without_gone_claims,
    ),
    Item("signal", part="plan", read="plan/editable_signals", put="plan/put_signals", checked=check_signal_fields),
)
