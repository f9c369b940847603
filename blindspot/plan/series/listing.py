"""Which series there are, what of them is in the bin, and which proposals wait to become episodes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from blindspot.store import Store


@dataclass(frozen=True)
class SeriesEntry:
    """One series in a list; `report` is the title of the report that suggests it, `next_on` the next planned day."""

    series_id: int
    title: str
    topic: str | None
    report: str | None
    is_sample: bool
    episodes: int
    published: int
    next_on: date | None
    is_binned: bool
    rev: int


@dataclass(frozen=True)
class BinnedEpisode:
    """An episode in the bin."""

    episode_id: int
    title: str
    rev: int


def list_series(store: Store) -> list[SeriesEntry]:
    """Return the series that are not in the bin, the newest first and the sample's last."""
    return [entry for entry in every_series(store) if not entry.is_binned]


def every_series(store: Store) -> list[SeriesEntry]:
    """Return all series in that order, those in the bin as well."""
    return [SeriesEntry(**row) for row in store.rows("plan/series_list")]


def binned_episodes(store: Store, series_id: int) -> list[BinnedEpisode]:
    """Return the episodes of a series that are in the bin, the last one put there first."""
    return [BinnedEpisode(**row) for row in store.rows("plan/binned_episodes", series_id=series_id)]


def proposals_to_plan(store: Store) -> dict[str, str]:
    """Return the titles of the proposals that an episode can be made of by their id, the newest first."""
    return {row["proposal_id"]: row["title"] for row in store.rows("plan/proposals_to_plan")}
