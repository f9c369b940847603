"""Which claim of a report a proposal leans on, and which proposal an episode is, by shared pairs of letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from blindspot.documents.report.model import ProposalDraft, Report, SeriesDraft
from blindspot.documents.report.words import letters

CLAIM_OVERLAP = 0.2
"""Least share of a supporting claim's pairs that the claim it means has in its statement and body."""
EPISODE_OVERLAP = 0.8
"""Least share of an episode title's pairs that a proposal's title has; titles are quoted, and only cut short."""
MOST_LINKED = 200
"""Claims and proposals that are looked through; reports have a handful, and the time grows with the square."""


def link(report: Report) -> Report:
    """Return the report with supporting claims linked to its claims and episodes to its proposals."""
    claims = [_pairs(f"{claim.statement} {claim.body}") for claim in report.claims[:MOST_LINKED]]
    titles = [_pairs(proposal.title) for proposal in report.proposals[:MOST_LINKED]]
    return replace(
        report,
        sections=tuple(
            replace(
                section,
                proposals=tuple(_link_claims(each, claims) for each in section.proposals),
                series=tuple(_link_episodes(each, titles) for each in section.series),
            )
            for section in report.sections
        ),
    )


def _link_claims(proposal: ProposalDraft, claims: Sequence[set[str]]) -> ProposalDraft:
    meant = [_best(f"{each.title} {each.body}", claims, CLAIM_OVERLAP) for each in proposal.claims]
    linked = (replace(each, claim=claim) for each, claim in zip(proposal.claims, meant, strict=True))
    return replace(proposal, claims=tuple(linked))


def _link_episodes(series: SeriesDraft, titles: Sequence[set[str]]) -> SeriesDraft:
    linked = (replace(each, proposal=_best(each.title, titles, EPISODE_OVERLAP)) for each in series.episodes)
    return replace(series, episodes=tuple(linked))


def _best(text: str, candidates: Sequence[set[str]], least: float) -> int | None:
    """Return the position of the first candidate that has most of a text's pairs, if it has the least share of them."""
    pairs = _pairs(text)
    shared = [len(pairs & candidate) for candidate in candidates]
    best = max(shared, default=0)
    return shared.index(best) + 1 if pairs and best >= least * len(pairs) else None


def _pairs(text: str) -> set[str]:
    return set(map("".join, pairwise(letters(text))))
