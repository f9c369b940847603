"""Moments as tools write them, mixed in a column: unix seconds, ms or µs; compact, written and spreadsheet dates."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import polars as pl

from blindspot.readers.cells.written_dates import THREE_NUMBERS, Habit, dissect, find_order

EARLIEST = datetime(2005, 1, 1, tzinfo=UTC)
AHEAD = timedelta(days=2)
"""A moment outside 2005 … now + 2 days is no publishing time: the platforms are younger, exports are never older."""
MOST = 0.8

COMPACT = r"^(20\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$"
SERIALS = (38_353, 60_000)
"""Days since 1899-12-30, as spreadsheets count them: 2005 to 2064."""


def find_habit(cells: pl.Series) -> Habit:
    """Return how a whole column writes its times; one cell alone never says it."""
    numbers = cells.cast(pl.Float64, strict=False).drop_nulls()
    filled = len(cells) - cells.null_count()
    is_serial = bool(filled) and numbers.is_between(*SERIALS).sum() >= MOST * filled
    return Habit(find_order(cells), is_serial)


def to_times(cells: pl.Series, zone: ZoneInfo, habit: Habit | None = None) -> pl.Series:
    """Turn filled cells into moments (UTC, µs); null where a cell is no plausible moment.

    The unit of a unix time is told per value by its size; a date alone is midnight, and a time without a zone is read
    in `zone`. `habit` is found in the cells where it is not given.
    """
    habit = habit or find_habit(cells)
    numbers = cells.cast(pl.Int64, strict=False)
    odd = numbers.is_null() & cells.is_not_null()
    moments = _unix_moments(numbers)
    compact = numbers.is_not_null() & cells.str.contains(COMPACT)
    if compact.any():
        written = cells.str.replace(COMPACT, "${1}-${2}-${3} ${4}:${5}:${6}").str.strip_chars(" :")
        moments = moments.zip_with(~compact | _are_plausible(moments), _written_moments(written, zone, None))
    if odd.any():
        index = odd.arg_true()
        moments = moments.scatter(index, _spelled_moments(cells.gather(index), zone, habit.order))
    if habit.is_serial:
        moments = _serial_moments(cells, zone).zip_with(are_serials(cells), moments)
    return moments.set(~_are_plausible(moments), None).rename(cells.name)


def are_serials(cells: pl.Series) -> pl.Series:
    """Say where a cell is a number as spreadsheets count days."""
    return cells.cast(pl.Float64, strict=False).is_between(*SERIALS).fill_null(False)


def look_like_times(cells: pl.Series, zone: ZoneInfo) -> pl.Series:
    """Say where a cell is a moment, or a date whose day and month nothing in the column tells apart."""
    return to_times(cells, zone).is_not_null() | cells.str.contains(THREE_NUMBERS)


def _are_plausible(moments: pl.Series) -> pl.Series:
    return moments.is_between(EARLIEST, datetime.now(UTC) + AHEAD)


def _unix_moments(numbers: pl.Series) -> pl.Series:
    """Read integers of 9-10 digits as seconds, 12-13 as milliseconds, 15-16 as microseconds; others are null."""
    frame = numbers.to_frame("n").select(
        pl.when(pl.col("n").is_between(10**8, 10**11 - 1))
        .then(pl.col("n") * 1_000_000)
        .when(pl.col("n").is_between(10**11, 10**14 - 1))
        .then(pl.col("n") * 1_000)
        .when(pl.col("n").is_between(10**14, 10**17 - 1))
        .then(pl.col("n"))
        .cast(pl.Datetime("us"))
        .dt.replace_time_zone("UTC")
    )
    return frame["n"] if "n" in frame.columns else frame.to_series()


def _serial_moments(cells: pl.Series, zone: ZoneInfo) -> pl.Series:
    """Read days since 1899-12-30; four decimals of a day are known to some nine seconds, so they mean a minute."""
    seconds = (cells.set(~are_serials(cells), None).cast(pl.Float64) * 86_400).round()
    decimals = cells.str.extract(r"\.(\d+)$").fill_null("").str.len_chars()
    whole = ((seconds / 60).round() * 60).zip_with(decimals <= 4, seconds)
    clock = (pl.Series([datetime(1899, 12, 30)], dtype=pl.Datetime("us")).new_from_index(0, len(cells))) + (
        whole * 1_000_000
    ).cast(pl.Int64).cast(pl.Duration("us"))
    return _in_zone(clock, zone)


def _spelled_moments(cells: pl.Series, zone: ZoneInfo, order: str | None) -> pl.Series:
    floats = cells.cast(pl.Float64, strict=False)
    if floats.is_not_null().any():
        finite = floats.set(~floats.is_finite() | (floats.abs() > 1e17), None)
        unix = _unix_moments(finite.round().cast(pl.Int64))
        return _written_moments(cells, zone, order).zip_with(floats.is_null(), unix)
    return _written_moments(cells, zone, order)


def _written_moments(cells: pl.Series, zone: ZoneInfo, order: str | None) -> pl.Series:
    plain = cells.str.to_datetime("%Y-%m-%d %H:%M:%S", strict=False, time_unit="us")
    local = _in_zone(plain, zone)
    odd = (plain.is_null() & cells.is_not_null()).arg_true()
    return local.scatter(odd, _dissected_moments(cells.gather(odd), zone, order)) if len(odd) else local


def _dissected_moments(cells: pl.Series, zone: ZoneInfo, order: str | None) -> pl.Series:
    parts = dissect(cells, order)
    shifted = parts.select(
        (pl.col("clock") - pl.duration(minutes=pl.col("offset"))).dt.replace_time_zone("UTC")
    ).to_series()
    return shifted.zip_with(parts["offset"].is_not_null(), _in_zone(parts["clock"], zone))


def _in_zone(clock: pl.Series, zone: ZoneInfo) -> pl.Series:
    """Read clock times in a zone: the earlier of two where summer time repeats an hour, null where it skips one."""
    return clock.dt.replace_time_zone(zone.key, ambiguous="earliest", non_existent="null").dt.convert_time_zone("UTC")
