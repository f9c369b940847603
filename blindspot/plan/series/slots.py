"""The days on which a series has an episode due, and the episodes planned onto them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from dateutil.rrule import DAILY, rrule

from blindspot.domain import Episode, Series
from blindspot.editing import Change, Changed, change
from blindspot.errors import BlindspotError
from blindspot.plan.loading import load_series
from blindspot.store import Store


@dataclass(frozen=True)
class Clash:
    """Two series of one account want the same slot; the other's time is None where it has none."""

    episode_id: int
    planned_on: date
    other_title: str
    other_series: str
    other_time: time | None


def slots_from(series: Series, first: date) -> Iterator[date]:
    """Yield the series' slots without end, from `first` or its own start, whichever is later.

    Raises BlindspotError for a series without days of the week.
    """
    if not series.weekdays:
        raise BlindspotError(
            "The series “{title}” has no days on which an episode is due.",
            "Choose at least one day of the week.",
            title=series.title,
        )
    begin = max(first, series.starts_on or first)
    start = datetime.combine(begin, time())
    return (slot.date() for slot in rrule(DAILY, dtstart=start, byweekday=[day - 1 for day in series.weekdays]))


def plan_dates(store: Store, who: str, series_id: int, today: date, *, anew: bool = False) -> Changed:
    """Give the episodes that wait for a date the series' next slots, in order; `anew` also those that have one.

    What is published or dropped keeps its dates; no slot is given twice and none in the past. Raises BlindspotError
    for a series without days of the week.
    """
    series = load_series(store, series_id)
    changes = [
        Change("episode", str(episode.episode_id), episode.rev, {"planned_on": day})
        for episode, day in _assign(series, today, anew=anew)
    ]
    return change(store, who, f"series:{series_id}", changes)


def find_clashes(store: Store, series: Series) -> list[Clash]:
    """Return the episodes whose slot another series of the same account has given away as well.

    Series with times of the day that differ do not clash.
    """
    return [
        Clash(**{name: row[name] for name in Clash.__dataclass_fields__})
        for row in store.rows("plan/slot_clashes", series_id=series.series_id)
    ]


def is_open(episode: Episode) -> bool:
    """Return whether an episode is still to be published."""
    return episode.published_on is None and episode.status not in ("published", "dropped")


def _assign(series: Series, today: date, *, anew: bool) -> Iterator[tuple[Episode, date]]:
    """Yield the episodes to date, each on the first free slot after those before it."""
    waiting = [e for e in series.episodes if is_open(e) and (anew or e.planned_on is None)]
    taken = {e.planned_on for e in series.episodes if e not in waiting} - {None}
    slots = slots_from(series, today)
    slot = next(slots)
    for episode in series.episodes:
        if episode not in waiting:
            while episode.planned_on and is_open(episode) and slot <= episode.planned_on:
                slot = next(slots)
            continue
        while slot in taken:
            slot = next(slots)
        yield episode, slot
        slot = next(slots)
