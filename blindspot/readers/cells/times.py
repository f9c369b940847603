"""Moments as tools write them, mixed in a column: unix seconds, ms or µs; ISO, Chinese and compact dates."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import polars as pl

EARLIEST = datetime(2005, 1, 1, tzinfo=UTC)
AHEAD = timedelta(days=2)
"""A moment outside 2005 … now + 2 days is no publishing time: the platforms are younger, exports are never older."""

DATE = r"^(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
CLOCK = (
    r"(?:[T_\s]*(?P<hour>\d{1,2})\s*[:\-时時]\s*(?P<minute>\d{1,2})"
    r"(?:\s*[:\-分]\s*(?P<second>\d{1,2})(?:[.,](?P<part>\d{1,9}))?)?[分秒]?)?"
)
ZONE = r"\s*(?P<zone>Z|z|UTC|GMT|[+-]\d{2}:?\d{2})?$"
COMPACT = r"^(\d{4})(\d{2})(\d{2})$"


def to_times(cells: pl.Series, zone: ZoneInfo) -> pl.Series:
    """Turn filled cells into moments (UTC, µs); null where a cell is no plausible moment.

    The unit of a unix time is told per value by its size; a date alone is midnight, and a time without a zone is read,
    in `zone`.
    """
    numbers = cells.cast(pl.Int64, strict=False)
    odd = numbers.is_null() & cells.is_not_null()
    moments = _unix_moments(numbers)
    compact = cells.str.len_bytes() == 8
    if (compact & numbers.is_not_null()).any():
        moments = moments.zip_with(~compact | numbers.is_null(), _written_moments(_spread_compact(cells), zone))
    if odd.any():
        index = odd.arg_true()
        moments = moments.scatter(index, _spelled_moments(cells.gather(index), zone))
    latest = datetime.now(UTC) + AHEAD
    return moments.set(~moments.is_between(EARLIEST, latest), None).rename(cells.name)


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


def _spelled_moments(cells: pl.Series, zone: ZoneInfo) -> pl.Series:
    floats = cells.cast(pl.Float64, strict=False)
    if floats.is_not_null().any():
        finite = floats.set(~floats.is_finite() | (floats.abs() > 1e17), None)
        return _written_moments(cells, zone).zip_with(floats.is_null(), _unix_moments(finite.round().cast(pl.Int64)))
    return _written_moments(cells, zone)


def _spread_compact(cells: pl.Series) -> pl.Series:
    return cells.str.replace(COMPACT, "${1}-${2}-${3}")


def _written_moments(cells: pl.Series, zone: ZoneInfo) -> pl.Series:
    plain = cells.str.to_datetime("%Y-%m-%d %H:%M:%S", strict=False, time_unit="us")
    local = _in_zone(plain, zone)
    odd = (plain.is_null() & cells.is_not_null()).arg_true()
    return local.scatter(odd, _dissected_moments(cells.gather(odd), zone)) if len(odd) else local


def _dissected_moments(cells: pl.Series, zone: ZoneInfo) -> pl.Series:
    parts = cells.str.extract_groups(DATE + CLOCK + ZONE).struct.unnest()
    written = parts.select(
        pl.concat_str(
            "year", pl.lit("-"), pl.col("month").str.zfill(2), pl.lit("-"), pl.col("day").str.zfill(2), pl.lit(" "),
            pl.col("hour").fill_null("00").str.zfill(2), pl.lit(":"), pl.col("minute").fill_null("00").str.zfill(2),
            pl.lit(":"), pl.col("second").fill_null("00").str.zfill(2),
        )
        .str.to_datetime("%Y-%m-%d %H:%M:%S", strict=False, time_unit="us")
        .dt.offset_by(pl.concat_str(pl.col("part").fill_null("0").str.pad_end(6, "0").str.slice(0, 6), pl.lit("us")))
        .alias("clock"),
        pl.when(pl.col("zone").str.contains(r"^[+-]"))
        .then(pl.col("zone").str.replace(":", ""))
        .otherwise(pl.when(pl.col("zone").is_not_null()).then(pl.lit("+0000")))
        .alias("offset"),
    )  # fmt: skip
    minutes = pl.col("offset").str.slice(1, 2).cast(pl.Int64) * 60 + pl.col("offset").str.slice(3, 2).cast(pl.Int64)
    shifted = written.select(
        (
            pl.col("clock")
            - pl.duration(minutes=pl.when(pl.col("offset").str.starts_with("-")).then(-minutes).otherwise(minutes))
        ).dt.replace_time_zone("UTC")
    ).to_series()
    return shifted.zip_with(written["offset"].is_not_null(), _in_zone(written["clock"], zone))


def _in_zone(clock: pl.Series, zone: ZoneInfo) -> pl.Series:
    """Read clock times in a zone: the earlier of two where summer time repeats an hour, null where it skips one."""
    return clock.dt.replace_time_zone(zone.key, ambiguous="earliest", non_existent="null").dt.convert_time_zone("UTC")
