"""Slots: episodes are planned onto a series' days in order, never into the past, never two on one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

import pytest

from blindspot.editing import Change, change, undo
from blindspot.errors import BlindspotError
from blindspot.library.accounts import Account, add_account
from blindspot.plan.loading import load_series
from blindspot.plan.series import add_episode, add_series, find_clashes, plan_dates, slots_from
from blindspot.plan.series.phases import Phase, find_phases
from blindspot.store import Store

MONDAY = date(2026, 3, 2)
TUESDAYS = (date(2026, 3, 3), date(2026, 3, 6), date(2026, 3, 10), date(2026, 3, 13))
"""Tuesdays and Fridays from then on."""


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store(None)
    yield store
    store.close()


@pytest.fixture
def series_id(store: Store) -> int:
    """A series of three episodes, due on Tuesdays and Fridays."""
    return make(store, "abc", weekdays=[2, 5])


def make(store: Store, titles: str, **fields: object) -> int:
    series_id = add_series(store, "Ann", "Facts of the week")
    for title in titles:
        add_episode(store, "Ann", series_id, title)
    edit(store, series_id, "series", series_id, **fields)
    return series_id


def edit(store: Store, series_id: int, item: str, item_id: int, **fields: object) -> None:
    series = load_series(store, series_id)
    rev = series.rev if item == "series" else next(e.rev for e in series.episodes if e.episode_id == item_id)
    change(store, "Ann", f"series:{series_id}", [Change(item, str(item_id), rev, fields)])


def set_days(store: Store, series_id: int, **days: date | None) -> None:
    for episode in load_series(store, series_id).episodes:
        if episode.title in days:
            edit(store, series_id, "episode", episode.episode_id, planned_on=days[episode.title])


def planned(store: Store, series_id: int) -> list[date | None]:
    return [episode.planned_on for episode in load_series(store, series_id).episodes]


def test_slots_are_the_days_of_the_week_from_the_start(store: Store, series_id: int) -> None:
    series = load_series(store, series_id)
    assert tuple(islice(slots_from(series, MONDAY), 4)) == TUESDAYS
    edit(store, series_id, "series", series_id, starts_on=date(2026, 3, 9))
    assert next(slots_from(load_series(store, series_id), MONDAY)) == TUESDAYS[2]


def test_episodes_without_a_day_get_the_next_slots_in_order(store: Store, series_id: int) -> None:
    plan_dates(store, "Ann", series_id, MONDAY)
    assert planned(store, series_id) == list(TUESDAYS[:3])


def test_a_day_that_is_given_stays_and_those_after_it_follow(store: Store, series_id: int) -> None:
    set_days(store, series_id, b=TUESDAYS[1])
    plan_dates(store, "Ann", series_id, MONDAY)
    assert planned(store, series_id) == list(TUESDAYS[:3])


def test_no_slot_is_given_twice(store: Store, series_id: int) -> None:
    set_days(store, series_id, c=TUESDAYS[0])
    plan_dates(store, "Ann", series_id, MONDAY)
    assert planned(store, series_id) == [TUESDAYS[1], TUESDAYS[2], TUESDAYS[0]]


def test_all_are_planned_anew_in_order_on_wish(store: Store, series_id: int) -> None:
    set_days(store, series_id, a=TUESDAYS[3], c=date(2026, 2, 1))
    plan_dates(store, "Ann", series_id, MONDAY, anew=True)
    assert planned(store, series_id) == list(TUESDAYS[:3])


@pytest.mark.parametrize("fields", [{"status": "dropped"}, {"published_on": date(2026, 2, 20), "status": "published"}])
def test_what_is_published_or_dropped_takes_no_slot(store: Store, series_id: int, fields: dict) -> None:
    first = load_series(store, series_id).episodes[0]
    edit(store, series_id, "episode", first.episode_id, **fields)
    plan_dates(store, "Ann", series_id, MONDAY, anew=True)
    assert planned(store, series_id) == [None, *TUESDAYS[:2]]


def test_planning_is_one_action(store: Store, series_id: int) -> None:
    plan_dates(store, "Ann", series_id, MONDAY)
    undo(store, "Ann", f"series:{series_id}")
    assert planned(store, series_id) == [None] * 3


def test_without_days_of_the_week_nothing_can_be_planned(store: Store) -> None:
    with pytest.raises(BlindspotError, match="no days on which"):
        plan_dates(store, "Ann", make(store, "a"), MONDAY)


def test_two_series_of_one_account_on_one_slot_clash(store: Store) -> None:
    ours = add_account(store, "Ann", Account("our channel"))
    theirs = add_account(store, "Ann", Account("another"))
    first = make(store, "a", account_id=ours, slot_time="18:00:00", weekdays=[2])
    second = make(store, "b", account_id=ours, slot_time="18:00:00", weekdays=[2])
    for series_id in (first, second):
        plan_dates(store, "Ann", series_id, MONDAY)
    [clash] = find_clashes(store, load_series(store, first))
    assert (clash.planned_on, clash.other_title) == (TUESDAYS[0], "b")
    edit(store, second, "series", second, slot_time="20:00:00")
    assert find_clashes(store, load_series(store, first)) == []
    edit(store, second, "series", second, slot_time=None)
    assert len(find_clashes(store, load_series(store, first))) == 1
    edit(store, second, "series", second, account_id=theirs)
    assert find_clashes(store, load_series(store, first)) == []


def test_phases_are_what_the_history_tells(store: Store, series_id: int) -> None:
    first = load_series(store, series_id).episodes[0]
    for status in ("scripting", "shooting", "published"):
        edit(store, series_id, "episode", first.episode_id, status=status)
    phases = find_phases(store, load_series(store, series_id), date(2100, 1, 1))
    scripting, shooting = phases[first.episode_id]
    assert (scripting.status, shooting.status) == ("scripting", "shooting")
    assert scripting.begins_on == scripting.ends_on == shooting.begins_on == shooting.ends_on
    edit(store, series_id, "episode", first.episode_id, status="editing")
    last = find_phases(store, load_series(store, series_id), date(2100, 1, 1))[first.episode_id][-1]
    assert last == Phase("editing", shooting.ends_on, date(2100, 1, 1))
