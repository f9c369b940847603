"""What an episode needs next: what is missing on its way from the angle to the day it is published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from blindspot.domain import Episode, Series
from blindspot.plan.series.repeats import claims_of
from blindspot.plan.series.slots import is_open
from blindspot.plan.wording import guard

Kind = Literal[
    "published_when", "late", "order", "no_proposal", "no_claims", "no_hook", "unhedged", "no_storyboard", "too_long",
    "too_short", "no_day",
]  # fmt: skip
Place = Literal["episode", "proposal", "storyboard"]

OFF_TARGET = 0.1
"""By which share of its target a storyboard may be longer or shorter."""


@dataclass(frozen=True)
class Need:
    """One thing that an episode lacks, with the figures that say so, and where it is mended."""

    kind: Kind
    place: Place = "episode"
    figures: dict[str, Any] = field(default_factory=dict)


def find_needs(series: Series, today: date) -> dict[int, tuple[Need, ...]]:
    """Return what each episode needs by its id, the next step first; what is dropped needs nothing."""
    found: dict[int, tuple[Need, ...]] = {}
    latest: tuple[date, int] | None = None
    for episode in series.episodes:
        found[episode.episode_id] = tuple(_needs(episode, latest, today))
        if is_open(episode) and episode.planned_on and (latest is None or episode.planned_on >= latest[0]):
            latest = episode.planned_on, episode.number
    return found


def _needs(episode: Episode, latest: tuple[date, int] | None, today: date) -> Iterator[Need]:
    """Yield what an episode lacks; `latest` are the day and the number of the latest before it."""
    if not is_open(episode):
        if episode.status == "published" and episode.published_on is None:
            yield Need("published_when")
        return
    if episode.planned_on and episode.planned_on < today:
        yield Need("late", figures={"day": episode.planned_on, "days": (today - episode.planned_on).days})
    if latest and episode.planned_on and episode.planned_on < latest[0]:
        yield Need("order", figures={"number": latest[1]})
    if episode.proposal is None:
        yield Need("no_proposal")
    elif not any(part.claim for part in episode.proposal.claims):
        yield Need("no_claims", "proposal")
    if not episode.hook.strip():
        yield Need("no_hook")
    risks = episode.proposal.risks if episode.proposal else ()
    for advice in guard(episode.hook, claims_of(episode).values(), risks):
        yield Need("unhedged", figures={"text": advice.sentence})
    yield from _of_its_storyboard(episode)
    if episode.planned_on is None:
        yield Need("no_day")


def _of_its_storyboard(episode: Episode) -> Iterator[Need]:
    if not episode.shots:
        yield Need("no_storyboard", "storyboard")
        return
    target = episode.target_seconds
    if target and abs(episode.seconds - target) > OFF_TARGET * target:
        kind: Kind = "too_long" if episode.seconds > target else "too_short"
        off = abs(episode.seconds - target)
        yield Need(kind, "storyboard", {"seconds": episode.seconds, "off": off, "target": target})
