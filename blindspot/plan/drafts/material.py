"""What a model is given: one JSON document of a proposal, an episode or a source, with the claims that it may cite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson

from blindspot.domain import Claim, Episode, Proposal
from blindspot.errors import NotFound
from blindspot.plan.drafts.answers import KINDS, Kind
from blindspot.plan.drafts.plain import plain
from blindspot.plan.loading import load_claims, load_episode, load_proposal
from blindspot.store import Store

SHORT, LONG = 300, 1_500
MOST_CLAIMS = 60
MOST_POINTS = 12
MOST_SOURCE = 24_000
"""Characters of a source's text that are sent."""
ITEM_OF: dict[Kind, str] = {
    "thesis": "proposal", "titles": "proposal", "hook": "episode", "shots": "episode", "summary": "source",
}  # fmt: skip
"""What each kind of draft is for."""


@dataclass(frozen=True)
class Material:
    """A document to be sent, and the claims in it by id."""

    kind: Kind
    item: str
    item_id: str
    document: str
    claims: dict[int, Claim]


def gather(store: Store, kind: Kind, item_id: str) -> Material:
    """Return what a model would be given for a draft; raises NotFound."""
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of draft")
    item = ITEM_OF[kind]
    if item == "proposal":
        proposal = load_proposal(store, item_id)
        content, claims = {"proposal": _proposal(proposal)}, _claims_of(proposal)
    elif item == "episode":
        episode = load_episode(store, item_id)
        content, claims = _episode(episode), _claims_of(episode.proposal)
    else:
        content, claims = _source(store, int(item_id))
    listed = [
        {
            "id": claim.claim_id,
            "statement": plain(claim.statement, LONG),
            "detail": plain(claim.body, LONG),
            "credibility": claim.grade,
        }
        for claim in claims.values()
    ]
    document = orjson.dumps({"kind": kind, **content, "claims": listed}, option=orjson.OPT_INDENT_2).decode()
    # some servers read "<|im_start|>system" within a message as their own mark of a new one
    return Material(kind, item, item_id, document.replace("<|", "< |"), claims)


def _proposal(proposal: Proposal) -> dict[str, Any]:
    points = {"why_worth_it": proposal.values, "visual_ideas": proposal.visuals}
    return {
        "title": plain(proposal.title, SHORT),
        "thesis": plain(proposal.thesis, LONG),
        "difference": plain(proposal.difference, LONG),
        "topic": plain(proposal.topic or "", SHORT),
        "angle": plain(proposal.angle or "", SHORT),
        **{name: [_point(point.title, point.body) for point in of[:MOST_POINTS]] for name, of in points.items()},
        "counter_arguments": [
            _point(f"{point.title} {point.claim}", point.answer) for point in proposal.counterpoints[:MOST_POINTS]
        ],
        "risks": [_point(risk.title, risk.mitigation or risk.body) for risk in proposal.risks[:MOST_POINTS]],
    }


def _episode(episode: Episode) -> dict[str, Any]:
    said = {
        "title": plain(episode.title, SHORT),
        "perspective": plain(episode.perspective, SHORT),
        "hook": plain(episode.hook, LONG),
        "target_seconds": episode.target_seconds,
        "picture": f"{episode.width} x {episode.height}",
    }
    return {"episode": said, "proposal": _proposal(episode.proposal) if episode.proposal else None}


def _source(store: Store, source_id: int) -> tuple[dict[str, Any], dict[int, Claim]]:
    rows = store.rows("plan/source_to_sum_up", source_id=source_id)
    if not rows:
        raise NotFound("There is no source {id} with a text.", "`source list` shows them.", id=source_id)
    [row] = rows
    text = plain("\n".join(row["passages"]), MOST_SOURCE)
    claims = load_claims(store, row["claim_ids"][:MOST_CLAIMS])
    return {"source": {"name": plain(row["name"], SHORT), "text": text}}, claims


def _claims_of(proposal: Proposal | None) -> dict[int, Claim]:
    known = [part.claim for part in proposal.claims if part.claim] if proposal else []
    return {claim.claim_id: claim for claim in known[:MOST_CLAIMS]}


def _point(title: str, body: str) -> str:
    return plain(f"{title.strip()}: {body.strip()}", LONG)
