"""How far an observed share may lie from the true one: exact binomial bounds, also for related works."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

ASSUMED_RHO = 0.2
RHO_FLOOR = 0.05
CREATORS_FOR_ESTIMATE = 30
ANGLES_FOR_ESTIMATE = 3


@dataclass(frozen=True)
class Interval:
    """Two bounds of a share, each 0..1."""

    low: float
    high: float


@dataclass(frozen=True)
class Correlation:
    """The intra-class correlation between works of one creator, and whether it was estimated or assumed."""

    value: float
    is_estimated: bool


def clopper_pearson(hits: float, n: float, level: float = 0.95) -> Interval | None:
    """Return the exact binomial interval of the share `hits / n`; None where n is 0 (nothing was looked at).

    At zero hits the whole error stands on the upper side: high = 1 - (1 - level)^(1/n), low = 0. Otherwise two-sided;
    with every work a hit, high is 1 and low the two-sided bound. `hits` and `n` may be fractions (effective sizes): the
    beta form of Clopper & Pearson 1934 (Biometrika 26:404) is continuous in both, as used by Korn & Graubard 1998
    (Survey Methodology 24:193), here without their t-factor. Raises ValueError unless 0 <= hits <= n and 0 < level < 1.
    """
    if not (0 <= hits <= n and 0 < level < 1):
        raise ValueError(f"no share: {hits} of {n} at level {level}")
    if n == 0:
        return None
    if hits == 0:
        return Interval(0.0, float(1 - (1 - level) ** (1 / n)))
    # a third of a second to load, which a command that states no share need not wait for
    from scipy.special import betaincinv

    tail = (1 - level) / 2
    low = float(betaincinv(hits, n - hits + 1, tail))
    high = 1.0 if hits == n else float(betaincinv(hits + 1, n - hits, 1 - tail))
    return Interval(low, high)


def design_effect(n: float, sum_squares: float, rho: float) -> float:
    """Return 1 + (Σm²/Σm - 1)·rho, at least 1: how much a sample shrinks because works of one creator are alike.

    `n` is Σm, `sum_squares` Σm² over creators with m works each. Source: Kish 1965; Eldridge, Ashby & Kerry
    2006 (Int. J. Epidemiol. 35:1292). Raises ValueError for n <= 0 or rho outside 0..1.
    """
    if n <= 0 or not 0 <= rho <= 1:
        raise ValueError(f"no design effect for n={n}, rho={rho}")
    return max(1.0, 1 + (sum_squares / n - 1) * rho)


def effective_sample_size(n: float, sum_squares: float, rho: float) -> float:
    """Return how many independent works the n related ones are worth: n / design effect, never more than n; 0 for 0."""
    return 0.0 if n == 0 else n / design_effect(n, sum_squares, rho)


def clustered_upper(hits: float, n: float, sum_squares: float, rho: float) -> float | None:
    """Return the upper 95 % bound of a share of works when works of one creator are related; None where n is 0.

    Clopper-Pearson on hits/deff of n/deff.
    """
    if n == 0:
        return None
    effect = design_effect(n, sum_squares, rho)
    interval = clopper_pearson(hits / effect, n / effect)
    return None if interval is None else interval.high


def icc(works_per_creator: ArrayLike, angle_hits: ArrayLike, angle_squares: ArrayLike) -> Correlation:
    """Return the one-way ANOVA intra-class correlation of "carries the angle", pooled over a topic's angles.

    `works_per_creator` holds m_i, one a creator; `angle_hits` holds K_a = Σ_i k_ai and `angle_squares` Σ_i
    k_ai²/m_i, one an angle, where k_ai are the works of creator i that carry angle a. Mean squares between and
    within creators are summed over angles (angles without hits add nothing to either): rho = (MSB - MSW) / (MSB
    + (m0 - 1)·MSW) with m0 = (N - Σm²/N) / (C - 1) (Eldridge, Ashby & Kerry 2006). The estimate stands only
    where at least 30 creators have two works or more and at least 3 angles have hits, held between 0.05 and 1;
    otherwise 0.2 is assumed. Creators without works do not count. Raises ValueError for arrays of unequal
    length or negative numbers.
    """
    sizes = np.asarray(works_per_creator, dtype=float)
    hits = np.asarray(angle_hits, dtype=float)
    squares = np.asarray(angle_squares, dtype=float)
    if hits.shape != squares.shape or min(sizes.min(initial=0), hits.min(initial=0), squares.min(initial=0)) < 0:
        raise ValueError("angle_hits and angle_squares need one number an angle each, none of them negative")
    sizes = sizes[sizes > 0]
    if (sizes >= 2).sum() < CREATORS_FOR_ESTIMATE or (hits > 0).sum() < ANGLES_FOR_ESTIMATE:
        return Correlation(ASSUMED_RHO, is_estimated=False)
    works, creators = sizes.sum(), len(sizes)
    between = float((squares - hits**2 / works).sum()) / (creators - 1)
    within = float((hits - squares).sum()) / (works - creators)
    typical_size = (works - (sizes**2).sum() / works) / (creators - 1)
    total = between + (typical_size - 1) * within
    if total <= 0:  # every work carries every hit angle: nothing varies, so nothing can be estimated
        return Correlation(ASSUMED_RHO, is_estimated=False)
    return Correlation(float(np.clip((between - within) / total, RHO_FLOOR, 1.0)), is_estimated=True)
