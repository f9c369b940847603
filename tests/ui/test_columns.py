"""The columns of the coverage picture: labels of their own, weeks in order, nothing left out unsaid."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blindspot.ui.explore.columns import MOST_COLUMNS, WEEK, creator_columns, say_creators_undrawn, week_columns
from blindspot.ui.texts import translator

MONDAY = date(2026, 11, 2)
DESKS = {language: SimpleNamespace(t=translator(language)) for language in ("zh", "en")}
LANGUAGES = pytest.mark.parametrize("language", DESKS)


def weeks(*places: int) -> list[date]:
    return [MONDAY + WEEK * place for place in places]


@LANGUAGES
def test_neighbouring_weeks_are_told_apart_and_a_new_year_is_named(language: str) -> None:
    columns, not_drawn = week_columns(DESKS[language], weeks(*range(12)), has_undated=False)
    written = columns.ticks(12)
    assert len(set(written)) == 12
    assert [written.index(label) for label in written if "202" in label] == [0, 9]
    assert not not_drawn


@LANGUAGES
def test_a_lull_of_weeks_shares_a_column_and_a_single_week_without_works_has_one(language: str) -> None:
    columns, _ = week_columns(DESKS[language], weeks(0, 2, 20), has_undated=False)
    assert list(columns.keys) == weeks(0, 1, 2, 3, 20)
    assert "17" in columns.written[3] and "17" in columns.labels[3]


@LANGUAGES
def test_what_stands_in_no_column_is_said(language: str) -> None:
    columns, not_drawn = week_columns(DESKS[language], weeks(*range(0, 90, 3)), has_undated=True)
    assert len(columns.keys) <= MOST_COLUMNS
    earlier = 30 - sum(week in columns.keys for week in weeks(*range(0, 90, 3)))
    assert str(earlier) in not_drawn[0]
    assert len(not_drawn) == 2


@given(st.sets(st.integers(0, 400), min_size=1, max_size=60))
def test_columns_begin_and_end_with_works_and_hold_the_latest(places: set[int]) -> None:
    known = set(weeks(*places))
    columns, _ = week_columns(DESKS["en"], known, has_undated=False)
    drawn = list(columns.keys)
    assert drawn == sorted(drawn) and len(drawn) <= MOST_COLUMNS
    assert {drawn[0], drawn[-1]} <= known and drawn[-1] == max(known)
    assert {week for week in known if week >= drawn[0]} <= set(drawn)
    assert not any(a not in known and b not in known for a, b in pairwise(drawn))
    written = [label for label in columns.ticks(12) if not label.startswith("⋯")]
    assert len(set(written)) == len(written)


def creator(key: int, name: str | None, platform: str = "douyin") -> dict:
    return {"creator_key": key, "creator": name, "platform": platform, "works": 1}


@LANGUAGES
def test_creators_of_one_name_are_told_apart(language: str) -> None:
    same = [
        creator(1, "小王"),
        creator(2, "小王", "bilibili"),
        creator(3, "小王"),
        creator(4, "小李"),
        creator(5, None),
    ]
    labels = creator_columns(DESKS[language], [*same, creator(6, None)]).labels
    assert len(set(labels)) == 6
    assert labels[3] == "小李"


@LANGUAGES
def test_five_thousand_creators_are_those_with_the_most_works_and_the_rest_is_said(language: str) -> None:
    many = [creator(key, f"creator {key}") for key in range(5_000)]
    columns = creator_columns(DESKS[language], many)
    assert list(columns.keys) == list(range(MOST_COLUMNS))
    [said] = say_creators_undrawn(DESKS[language], len(many) - len(columns.keys))
    assert "4,976" in said
