from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, f_oneway

from blindspot.explore.intervals import (
    Correlation,
    Interval,
    clopper_pearson,
    clustered_upper,
    design_effect,
    effective_sample_size,
    icc,
)

SAMPLE = (5, 4, 4, 3, 3, 2, 1, 1)
REPORT = (6, 4, 3, 3, 2, 2, 2, 1)


SHARE = st.just(0.0) | st.floats(0.001, 1)


def squares(works: tuple[int, ...]) -> int:
    return sum(m * m for m in works)


def test_no_works_give_no_interval():
    assert clopper_pearson(0, 0) is None
    assert clustered_upper(0, 0, 0, 0.2) is None
    assert effective_sample_size(0, 0, 0.2) == 0


def test_zero_of_23_is_one_sided():
    assert clopper_pearson(0, 23) == Interval(0.0, 1 - 0.05 ** (1 / 23))
    assert round(clopper_pearson(0, 23).high, 3) == 0.122


@pytest.mark.parametrize(("n", "bound"), [(29, 0.10), (59, 0.05)])
def test_the_fewest_works_for_a_claim(n, bound):
    assert clopper_pearson(0, n).high < bound <= clopper_pearson(0, n - 1).high


def test_zero_of_8_creators():
    assert round(clopper_pearson(0, 8).high, 3) == 0.312


@pytest.mark.parametrize(("hits", "n"), [(1, 8), (6, 23), (10, 23), (22, 23), (500, 10_000)])
def test_hits_are_two_sided_as_in_scipy(hits, n):
    known = binomtest(hits, n).proportion_ci(method="exact")
    interval = clopper_pearson(hits, n)
    assert (interval.low, interval.high) == pytest.approx((known.low, known.high), abs=1e-7)


def test_every_work_a_hit_reaches_one():
    assert clopper_pearson(8, 8) == Interval(pytest.approx(0.025 ** (1 / 8)), 1.0)


@pytest.mark.parametrize(("hits", "n", "level"), [(-1, 5, 0.95), (6, 5, 0.95), (0, -1, 0.95), (1, 5, 1.0)])
def test_impossible_counts_are_refused(hits, n, level):
    with pytest.raises(ValueError, match="no share"):
        clopper_pearson(hits, n, level)


@given(st.floats(0.1, 300), SHARE, SHARE)
def test_more_hits_never_lower_a_bound(n, one, other):
    few, many = sorted((one * n, other * n))
    if few > 0:  # at zero the interval is one-sided, a form of its own
        assert clopper_pearson(few, n).low <= clopper_pearson(many, n).low + 1e-9
        assert clopper_pearson(few, n).high <= clopper_pearson(many, n).high + 1e-9


@given(st.floats(0.1, 1e6), SHARE)
def test_an_interval_holds_its_share(n, share):
    interval = clopper_pearson(share * n, n)
    assert 0 <= interval.low <= share + 1e-9
    assert share - 1e-9 <= interval.high <= 1


@given(st.integers(1, 10_000), st.integers(1, 1_000))
def test_more_works_lower_the_bound_of_a_zero(n, more):
    assert clopper_pearson(0, n + more).high < clopper_pearson(0, n).high


@pytest.mark.parametrize(
    ("rho", "size", "upper"),
    [(0, 23, 12.2), (0.1, 18.2, 15.1), (0.2, 15.1, 18.0), (0.3, 12.9, 20.7), (0.5, 10.0, 25.9), (1, 6.4, 37.5)],
)
def test_23_works_by_8_creators_are_worth_fewer(rho, size, upper):
    assert round(effective_sample_size(23, squares(REPORT), rho), 1) == size
    assert round(100 * clustered_upper(0, 23, squares(REPORT), rho), 1) == upper


def test_the_sample_of_the_first_screen():
    assert round(effective_sample_size(23, squares(SAMPLE), 0.2), 2) == 15.29
    assert round(clustered_upper(0, 23, squares(SAMPLE), 0.2), 3) == 0.178


def test_more_works_of_the_same_creators_hardly_help():
    growth = 300 / 23
    assert round(100 * clustered_upper(0, 300, squares(REPORT) * growth**2, 0.2), 1) == 9.7
    assert round(100 * clustered_upper(0, 300, squares(REPORT) * growth**2, 0), 1) == 1.0


@given(st.lists(st.integers(1, 50), min_size=1, max_size=40), st.floats(0, 1), st.floats(0, 1))
def test_related_works_are_never_worth_more(works, one, other):
    n, low, high = sum(works), *sorted((one, other))
    related = effective_sample_size(n, sum(m * m for m in works), high)
    assert len(works) / max(works) - 1e-9 <= related <= effective_sample_size(n, sum(m * m for m in works), low) <= n
    assert clustered_upper(0, n, sum(m * m for m in works), high) >= clopper_pearson(0, n).high - 1e-12


def test_a_correlation_outside_0_to_1_is_refused():
    with pytest.raises(ValueError, match="no design effect"):
        design_effect(23, 81, 1.5)


def label(sizes: np.ndarray, shares: list[float], rho: float, seed: int) -> list[np.ndarray]:
    """Invented labels, one 0/1 array an angle: each creator draws a share of their own (beta), each work from it."""
    chance = np.random.default_rng(seed)
    spread = (1 - rho) / rho
    return [
        chance.random(sizes.sum()) < np.repeat(chance.beta(p * spread, (1 - p) * spread, len(sizes)), sizes)
        for p in shares
    ]


def statistics(sizes: np.ndarray, labels: list[np.ndarray]) -> tuple[list[float], list[float]]:
    starts = np.cumsum(sizes) - sizes
    counts = [np.add.reduceat(angle.astype(float), starts) for angle in labels]
    return [k.sum() for k in counts], [(k**2 / sizes).sum() for k in counts]


def test_icc_recovers_the_correlation_of_invented_labels():
    sizes = np.random.default_rng(5).integers(1, 30, 800)
    found = icc(sizes, *statistics(sizes, label(sizes, [0.1, 0.3, 0.5, 0.2], 0.3, seed=6)))
    assert found.is_estimated
    assert found.value == pytest.approx(0.3, abs=0.03)


def test_icc_agrees_with_the_analysis_of_variance():
    sizes = np.random.default_rng(1).integers(2, 9, 60)
    angle = label(sizes, [0.4], 0.4, seed=2)[0].astype(float)
    ratio = f_oneway(*np.split(angle, np.cumsum(sizes)[:-1])).statistic
    typical = (sizes.sum() - (sizes**2).sum() / sizes.sum()) / (len(sizes) - 1)
    # Three copies of one angle pool to what the one angle gives.
    found = icc(sizes, *statistics(sizes, [angle] * 3))
    assert found == Correlation(pytest.approx((ratio - 1) / (ratio + typical - 1)), is_estimated=True)


def test_angles_without_hits_change_nothing():
    sizes = np.full(40, 5)
    hits, hit_squares = statistics(sizes, label(sizes, [0.2, 0.3, 0.4], 0.4, seed=3))
    assert icc(sizes, [*hits, 0], [*hit_squares, 0]) == icc(sizes, hits, hit_squares)


@pytest.mark.parametrize(("creators", "angles"), [(29, 3), (30, 2)])
def test_too_little_to_estimate_from_assumes_a_fifth(creators, angles):
    sizes = np.array([5] * creators + [1] * 50)
    hits, hit_squares = statistics(sizes, label(sizes, [0.3] * angles, 0.5, seed=4))
    assert icc(sizes, [*hits, 0, 0], [*hit_squares, 0, 0]) == Correlation(0.2, is_estimated=False)


def test_independent_works_are_held_at_the_floor():
    sizes = np.full(200, 10)
    chance = np.random.default_rng(9)
    labels = [chance.random(2000) < p for p in (0.2, 0.3, 0.5)]
    assert icc(sizes, *statistics(sizes, labels)) == Correlation(0.05, is_estimated=True)


def test_creators_of_one_mind_are_fully_correlated():
    sizes = np.full(40, 5)
    labels = [np.repeat(np.arange(40) % k == 0, 5) for k in (2, 3, 4)]
    assert icc(sizes, *statistics(sizes, labels)) == Correlation(pytest.approx(1.0), is_estimated=True)


def test_nothing_that_varies_leaves_the_assumption():
    sizes = np.full(40, 5)
    labels = [np.ones(200, dtype=bool)] * 3
    assert icc(sizes, *statistics(sizes, labels)) == Correlation(0.2, is_estimated=False)


def test_unequal_arrays_are_refused():
    with pytest.raises(ValueError, match="one number an angle"):
        icc([2, 2], [1, 0], [0.5])
