"""Counts as people and platforms write them: 1234, 1,234, 2595.0, 1.2万, 3.4k. A bound or a range is not a count."""

from __future__ import annotations

import polars as pl

UNITS = {
    "": 1,
    "k": 1_000,
    "千": 1_000,
    "w": 10_000,
    "万": 10_000,
    "萬": 10_000,
    "m": 1_000_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
    "億": 100_000_000,
    "b": 1_000_000_000,
}
LARGEST = 2**53
NUMBER_AND_UNIT = r"^\+?(\d+(?:\.\d+)?(?:e\+?\d{1,2})?)\s*(百万|千万|[kwmb千万萬亿億])?$"
THOUSANDS = r"^\+?\d{1,3}(?:,\d{3})+(?:\.\d+)?$"


def to_counts(cells: pl.Series) -> pl.Series:
    """Turn filled cells (see `columns.first`) into Int64; null where a cell is no exact count.

    "10+", "7.5w~10w" and "-5" are none; "1.2w" and the like are.

    "1.2万" is taken at its word as 12000, although the platform rounded it.
    """
    counts = cells.cast(pl.Int64, strict=False)
    odd = cells.filter(counts.is_null() & cells.is_not_null()).unique()
    if len(odd):
        spelled = pl.DataFrame({"cell": odd, "count": _spelled_counts(odd)})
        found = cells.to_frame("cell").join(spelled, on="cell", how="left", maintain_order="left")["count"]
        counts = counts.zip_with(counts.is_not_null(), found)
    return counts.set(counts < 0, None).rename(cells.name)


def is_minus_one(cells: pl.Series) -> pl.Series:
    """Say where a cell is the -1 (or -1.0) with which downloaders mark a count that they did not get."""
    return cells.is_in(["-1", "-1.0"])


def _spelled_counts(cells: pl.Series) -> pl.Series:
    text = cells.str.normalize("NFKC").str.to_lowercase().str.strip_chars()
    has_thousands = text.str.contains(THOUSANDS)
    plain = text.zip_with(~has_thousands, text.str.replace_all(",", ""))
    parts = plain.str.extract_groups(NUMBER_AND_UNIT).struct.unnest()
    number = parts["1"].cast(pl.Float64, strict=False)
    unit = parts["2"].fill_null("").replace_strict(UNITS, return_dtype=pl.Int64)
    value = number * unit
    # 1.1 * 100,000,000 is not quite 110,000,000 in binary; 1234.5 is a fraction all the same.
    is_whole = (value - value.round()).abs() <= 1e-6 + value * 1e-15
    return value.set(~(is_whole & (value <= LARGEST)), None).round().cast(pl.Int64, strict=False)
