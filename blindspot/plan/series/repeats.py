"""What an episode says again: a claim or an angle of another episode, an angle that our own works cover already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from blindspot.domain import Claim, Episode, Series
from blindspot.store import Store

Kind = Literal["claim", "proposal", "angle", "own_works", "published"]
Thing = tuple[Kind, object]


@dataclass(frozen=True)
class Repeat:
    """One thing said again: `name` is the claim's statement or the angle's name.

    `others` are the numbers of the other episodes of the series; `done` is the title of a work of ours or of a
    published episode of another series, the latest of `times`, of the day `done_on`.
    """

    kind: Kind
    name: str
    others: tuple[int, ...] = ()
    done: str = ""
    done_on: date | None = None
    times: int = 0


def find_repeats(store: Store, series: Series) -> dict[int, tuple[Repeat, ...]]:
    """Return what each episode of a series repeats by its id; dropped episodes repeat nothing and are not repeated."""
    episodes = [episode for episode in series.episodes if episode.status != "dropped"]
    users: dict[Thing, list[int]] = defaultdict(list)
    for episode in episodes:
        for key, _ in _things(episode):
            users[key].append(episode.number)
    done = defaultdict(list)
    for row in store.rows("plan/angles_done", series_id=series.series_id):
        done[row.pop("episode_id")].append(Repeat(**row))
    return {episode.episode_id: (*_shared(episode, users), *done[episode.episode_id]) for episode in episodes}


def claims_of(episode: Episode) -> dict[int, Claim]:
    """Return the claims that an episode uses by their id: those of its shots and of its proposal."""
    shown = [claim for shot in episode.shots for claim in shot.claims]
    leant_on = [part.claim for part in episode.proposal.claims if part.claim] if episode.proposal else []
    return {claim.claim_id: claim for claim in [*leant_on, *shown]}


def _shared(episode: Episode, users: dict[Thing, list[int]]) -> Iterator[Repeat]:
    """Yield what an episode shares; with whom it shares the proposal, its angle and claims are not said again."""
    said = {episode.number}
    for thing, name in _things(episode):
        others = tuple(number for number in users[thing] if number not in said)
        if others:
            yield Repeat(thing[0], name, others)
        if thing[0] == "proposal":
            said.update(others)


def _things(episode: Episode) -> Iterator[tuple[Thing, str]]:
    """Yield what an episode may share with another, the whole before its parts, each with its name."""
    proposal = episode.proposal
    if proposal is not None:
        yield ("proposal", proposal.proposal_id), proposal.title
        if proposal.angle:
            yield ("angle", (proposal.topic, proposal.angle)), proposal.angle
    for claim_id, claim in claims_of(episode).items():
        yield ("claim", claim_id), claim.statement
