"""What can be wrong in a plan file whose every value is right by itself: places that are not there, ids that repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from blindspot.plan.plan_file.model import PlanFile

Fault = tuple[str, str]
"""Where, and what."""


def find_faults(plan: PlanFile) -> Iterator[Fault]:
    """Yield what points nowhere and what stands twice."""
    for what, place, number in _pointers(plan):
        if number is not None and number >= len(getattr(plan, what)):
            yield place, f"{what} has no number {number}"
    seen: set[tuple[str, str]] = set()
    for what, place, key in _keys(plan):
        if (what, key) in seen:
            yield place, f"{key} stands twice"
        seen.add((what, key))


def _pointers(plan: PlanFile) -> Iterator[tuple[str, str, int | None]]:
    """Yield each number of an account, a source or a claim: in which list it points, and where it stands."""
    for n, claim in enumerate(plan.claims):
        yield "sources", f"claims[{n}].source", claim.source
        for m, use in enumerate(claim.uses):
            yield "sources", f"claims[{n}].uses[{m}].source", use.source
    for n, proposal in enumerate(plan.proposals):
        yield "sources", f"proposals[{n}].source", proposal.source
        yield "accounts", f"proposals[{n}].account", proposal.account
        yield from _claims(f"proposals[{n}].claims", (part.claim for part in proposal.claims))
    for n, series in enumerate(plan.series):
        yield "sources", f"series[{n}].source", series.source
        yield "accounts", f"series[{n}].account", series.account
        for m, episode in enumerate(series.episodes):
            for k, shot in enumerate(episode.shots):
                yield from _claims(f"series[{n}].episodes[{m}].shots[{k}].claims", shot.claims)
    for n, signal in enumerate(plan.signals):
        yield "sources", f"signals[{n}].source", signal.source
    for n, draft in enumerate(plan.drafts):
        yield from _claims(f"drafts[{n}].claims", draft.claims)


def _claims(place: str, numbers: Iterable[int | None]) -> Iterator[tuple[str, str, int | None]]:
    return (("claims", f"{place}[{n}]", number) for n, number in enumerate(numbers))


def _keys(plan: PlanFile) -> Iterator[tuple[str, str, str]]:
    for n, proposal in enumerate(plan.proposals):
        yield "proposal", f"proposals[{n}].proposal_id", proposal.proposal_id
    for n, series in enumerate(plan.series):
        yield "series", f"series[{n}].uid", series.uid
        for m, episode in enumerate(series.episodes):
            yield "episode", f"series[{n}].episodes[{m}].uid", episode.uid
            for k, shot in enumerate(episode.shots):
                yield "shot", f"series[{n}].episodes[{m}].shots[{k}].shot_id", shot.shot_id
    for n, picture in enumerate(plan.pictures):
        yield "picture", f"pictures[{n}].picture_id", picture.picture_id
