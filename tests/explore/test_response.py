from __future__ import annotations

import math

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ttest_1samp

from blindspot.explore.response import angle_lift, work_responses

SCHEMA = {"work_key": pl.Int64, "creator_key": pl.Int64, "plays": pl.Int64, "likes": pl.Int64}
COUNT = st.none() | st.integers(0, 50)


def frame(rows: list[tuple[int, int | None, int | None]]) -> pl.DataFrame:
    return pl.DataFrame([(key, *row) for key, row in enumerate(rows)], schema=SCHEMA, orient="row")


def one_by_one(rows: list[tuple[int, int | None, int | None]]) -> dict[int, tuple[str, float]]:
    """The definition, read aloud: for each work, the median over a list without it."""
    answer = {}
    for key, (creator, plays, likes) in enumerate(rows):
        mine = [(other, *counts) for other, (owner, *counts) in enumerate(rows) if owner == creator]
        known_plays, known_likes = (sum(row[place] is not None for row in mine) for place in (1, 2))
        use_plays = known_plays > 0 and known_plays >= known_likes
        x = plays if use_plays else likes
        others = [row[1 if use_plays else 2] for row in mine if row[0] != key]
        others = [count for count in others if count is not None]
        if x is not None and len(others) >= 3:
            answer[key] = ("plays" if use_plays else "likes", math.log2((x + 1) / (float(np.median(others)) + 1)))
    return answer


@given(st.lists(st.tuples(st.integers(1, 3), COUNT, COUNT), max_size=40))
def test_ranks_give_the_median_of_the_other_works(rows):
    found = {row[0]: row[1:] for row in work_responses(frame(rows)).iter_rows()}
    expected = one_by_one(rows)
    assert found.keys() == expected.keys()
    for key, (measure, response) in expected.items():
        assert found[key][0] == measure
        assert found[key][1] == pytest.approx(response)


def test_twice_the_usual_is_one_and_the_work_itself_does_not_count():
    rows = [(1, None, 9), (1, None, 9), (1, None, 9), (1, None, 19)]
    assert work_responses(frame(rows))["response"].to_list() == [0.0, 0.0, 0.0, 1.0]


def test_fewer_than_three_others_or_no_count_is_unknown():
    assert work_responses(frame([(1, None, 5)] * 3)).is_empty()
    assert work_responses(frame([(1, None, 5)] * 4 + [(1, None, None)]))["work_key"].to_list() == [0, 1, 2, 3]


def test_plays_are_taken_where_the_platform_gives_them():
    rows = [(1, 100, 1), (1, 100, 2), (1, 100, 3), (1, 201, 4), (2, None, 7), (2, None, 7), (2, None, 7), (2, None, 15)]
    answer = work_responses(frame(rows))
    assert answer["measure"].to_list() == ["plays"] * 4 + ["likes"] * 4
    assert answer["response"].to_list()[3] == 1.0
    assert answer["response"].to_list()[7] == 1.0


def test_lift_is_the_shrunk_mean_with_a_t_interval():
    means = [-0.9, -0.4, -0.7, -1.1, -0.2]
    lift = angle_lift(means)
    known = ttest_1samp(means, 0).confidence_interval(0.95)
    assert (lift.low, lift.high) == pytest.approx((known.low, known.high))
    variance = np.var(means, ddof=1) / 5
    assert lift.value == pytest.approx(0.35**2 / (0.35**2 + variance) * np.mean(means))
    assert lift.creators == 5


def test_lift_needs_two_creators_and_finite_numbers():
    assert angle_lift([]) is None
    assert angle_lift([0.4]) is None
    with pytest.raises(ValueError, match="finite"):
        angle_lift([0.1, float("nan")])


def test_creators_that_agree_leave_no_width():
    lift = angle_lift([0.5, 0.5, 0.5])
    assert (lift.value, lift.low, lift.high) == pytest.approx((0.5, 0.5, 0.5))


@given(st.lists(st.floats(-5, 5), min_size=2, max_size=30))
def test_shrinking_never_turns_or_enlarges_the_mean(means):
    lift = angle_lift(means)
    mean = float(np.mean(means))
    assert abs(lift.value) <= abs(mean) + 1e-12
    assert lift.value * mean >= 0
    assert lift.low <= mean + 1e-9
    assert lift.high >= mean - 1e-9
