"""How long an episode was worked on in each status, as its history tells; what nobody noted is not drawn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from blindspot.domain import Series
from blindspot.settings import read_settings
from blindspot.store import Store

AT_REST = ("planned", "published", "dropped")
"""Statuses in which nobody works on an episode."""


@dataclass(frozen=True)
class Phase:
    """A status that an episode had from one day to another, both among its days."""

    status: str
    begins_on: date
    ends_on: date


def find_phases(store: Store, series: Series, today: date) -> dict[int, tuple[Phase, ...]]:
    """Return the known phases of the episodes by their id, in order; the last one of an open episode lasts to today."""
    changes: dict[int, list[tuple[date, str]]] = defaultdict(list)
    zone = read_settings().zone
    for row in store.rows("plan/status_changes", series_id=series.series_id):
        changes[row["episode_id"]].append((row["made_at"].astimezone(zone).date(), row["status"]))
    return {episode_id: tuple(_phases(of_it, today)) for episode_id, of_it in changes.items()}


def _phases(changes: list[tuple[date, str]], today: date) -> list[Phase]:
    ends = [day for day, _ in changes[1:]] + [today]
    return [
        Phase(status, begins_on, ends_on)
        for (begins_on, status), ends_on in zip(changes, ends, strict=True)
        if status not in AT_REST
    ]
