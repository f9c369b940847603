"""Lengths as tools write them: seconds or milliseconds, 3:05, 1:02:03, 1分20秒, ISO 8601 (PT15M51S)."""

from __future__ import annotations

import polars as pl

CLOCK = r"^(?:(\d{1,3}):)?(\d{1,4}):(\d{1,2}(?:\.\d+)?)$"
ISO = r"^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$"
SPOKEN = (
    r"^(?:(\d+)\s*(?:小?时|小時|h)\s*)?(?:(\d+)\s*(?:分钟?|m(?:in)?)\s*)?"
    r"(?:(\d+(?:\.\d+)?)\s*(?:秒钟?|s(?:ec)?))?$"
)

UNITS = {"s": 1.0, "ms": 0.001, "min": 60.0}
"""How many seconds a bare number of each unit is."""


def to_seconds(cells: pl.Series, unit: str = "s") -> pl.Series:
    """Turn filled cells into seconds (Float64); null where a cell is no length.

    `unit` ("s", "ms" or "min") is that of bare numbers. Zero is null: tools write 0, 00:00:00 or P0D for pictures and
    live streams, which have no length.
    """
    numbers = cells.cast(pl.Float64, strict=False)
    seconds = (numbers * UNITS[unit]).round(3) if unit != "s" else numbers
    odd = (numbers.is_null() & cells.is_not_null()).arg_true()
    if len(odd):
        text = cells.gather(odd).str.to_uppercase()
        lower = text.str.to_lowercase()
        seconds = seconds.scatter(
            odd,
            _weighted(text, CLOCK, (3600, 60, 1))
            .zip_with(text.str.contains(CLOCK), _weighted(text, ISO, (604_800, 86_400, 3600, 60, 1)))
            .zip_with(text.str.contains(CLOCK) | text.str.contains(ISO), _weighted(lower, SPOKEN, (3600, 60, 1))),
        )
    return seconds.set(~((seconds > 0) & seconds.is_finite()), None).rename(cells.name)


def is_no_length(cells: pl.Series) -> pl.Series:
    """Say where a cell states that there is no length: 0, 00:00:00, P0D."""
    return cells.str.contains(r"^(?:[0:.]+|P0D|PT0S|P0DT0S|PT0M0S)$")


def _weighted(cells: pl.Series, pattern: str, weights: tuple[int, ...]) -> pl.Series:
    """Sum the pattern's groups times their weights; null where the pattern does not match."""
    groups = cells.str.extract_groups(pattern).struct.unnest()
    total = pl.sum_horizontal(
        pl.col(str(place)).cast(pl.Float64) * weight for place, weight in enumerate(weights, start=1)
    )
    any_part = pl.any_horizontal(pl.col(str(place)).is_not_null() for place in range(1, len(weights) + 1))
    return groups.select(pl.when(any_part).then(total)).to_series()
