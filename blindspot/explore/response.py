"""How a work did against its creator's usual, and how an angle's works do against theirs (lift, log2 units)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import ArrayLike

FEWEST_OTHERS = 3
TAU = 0.35
"""Spread of true lifts between angles; the shrinkage that labels_and_gaps §3.4 simulated (RMSE 0.31, raw mean 0.81)."""


@dataclass(frozen=True)
class Lift:
    """An angle's lift in log2 units (1 = twice the usual), its 95 % interval, and the creators behind it.

    `value` is drawn towards 0, `low` and `high` are not: of few or scattered creators it can lie outside them.
    """

    value: float
    low: float
    high: float
    creators: int


def work_responses(works: pl.DataFrame) -> pl.DataFrame:
    """Return the response of each work that has one: work_key, measure ("plays" or "likes"), response (log2 units).

    `works` has work_key, creator_key, plays, likes (null = unknown), without the works of unknown creators.
    response = log2((x + 1) / (median of the creator's other works with a known x + 1)); a work without x, or with
    fewer than three such others, has none. x is plays for a creator whose plays are known at least as often as the
    likes, else likes; the two never mix in a median.

    The leave-one-out median comes from ranks: with N known counts in order s[1..N], leaving out rank r moves
    s[j + 1] to place j for every j >= r.
    """
    by_creator = "creator_key"
    plays, likes = (pl.col(count).count().over(by_creator) for count in ("plays", "likes"))
    has_plays = (plays > 0) & (plays >= likes)
    known = (
        works.with_columns(measure=pl.when(has_plays).then(pl.lit("plays")).otherwise(pl.lit("likes")))
        .with_columns(x=pl.when(pl.col("measure") == "plays").then("plays").otherwise("likes"))
        .filter(pl.col("x").is_not_null())
        .sort(by_creator, "x", "work_key")
        .with_columns(
            rank=pl.int_range(1, pl.len() + 1).over(by_creator),
            others=pl.len().over(by_creator).cast(pl.Int64) - 1,
        )
        .filter(pl.col("others") >= FEWEST_OTHERS)
    )
    lower, upper = (pl.col("others") + 1) // 2, pl.col("others") // 2 + 1
    return (
        known.with_columns(usual=(_other(lower, by_creator) + _other(upper, by_creator)) / 2)
        .with_columns(response=((pl.col("x") + 1) / (pl.col("usual") + 1)).log(2))
        .select("work_key", "measure", "response")
        .sort("work_key")
    )


def angle_lift(creator_means: ArrayLike) -> Lift | None:
    """Return the lift of an angle from the mean response of its works, one number a creator; None under two creators.

    Raises ValueError for a number that is not finite.
    """
    means = np.asarray(creator_means, dtype=float)
    if not np.isfinite(means).all():
        raise ValueError("a creator's mean response must be a finite number")
    if len(means) < 2:
        return None
    return lift_of_means(len(means), float(means.mean()), float(means.var(ddof=1)))


def lift_of_means(creators: int, mean: float | None, variance: float | None) -> Lift | None:
    """Return the lift from how many creators have a mean response, the mean of those and their sample variance.

    value = b·mean with b = tau² / (tau² + s²), s² the variance of the mean between creators, tau 0.35; low and high are
    the 95 % t-interval of the plain mean over creators, of no width where all agree exactly. None under two creators.
    """
    if creators < 2 or mean is None or variance is None:
        return None
    # as in intervals: only what states a lift waits for it
    from scipy.special import stdtrit

    of_mean = variance / creators
    reach = float(stdtrit(creators - 1, 0.975)) * of_mean**0.5
    return Lift(TAU**2 / (TAU**2 + of_mean) * mean, mean - reach, mean + reach, creators)


def _other(place: pl.Expr, by: str) -> pl.Expr:
    """Return the count at `place` (from 1) among the other works: one rank further from the left-out work's rank on."""
    return pl.col("x").gather(place + (place >= pl.col("rank")).cast(pl.Int64) - 1).over(by)
