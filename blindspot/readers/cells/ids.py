"""Ids as text: which are none (rounded by a spreadsheet, an error cell), and what an id or a link says of itself."""

from __future__ import annotations

from datetime import UTC, datetime

import polars as pl

from blindspot.readers.platforms import platform_domains, platforms

ROUNDED = r"^\d(?:\.\d+)?[eE]\+\d{1,3}$"
ERROR_CELL = r"^#(?:NAME|REF|VALUE|NUM|DIV/0|NULL|N/A)[!?]?$"
LONG_ID = r"^[1-9]\d{16,19}$"
LOST_DIGITS = r"000$"
DOUBLE_STEP = 1024
"""Doubles of 19 digits lie this far apart, so ids that went through one are multiples of it."""

HOST = r"^(?i:https?:)?//(?:[^/@?#]*@)?([^/:?#@]+)(?:[/:?#]|$)"
LAST_LABELS = r"([^.]+\.[^.]+)$"
CREATED_FROM = datetime(2012, 1, 1, tzinfo=UTC)


def plain_ids(cells: pl.Series) -> pl.Series:
    """Return ids without the ".0" that a spreadsheet or data frame adds to numbers small enough to be exact."""
    return cells.str.replace(r"^(\d{1,15})\.0$", "${1}")


def are_rounded(ids: pl.Series) -> pl.Series:
    """Say where an id lost its digits: written as 1.23E+18, or rounded to end in zeros or to what a double can hold.

    One true id in a thousand is such a number as well, so it counts only where most long ids of the batch are.
    """
    is_long = ids.str.contains(LONG_ID).fill_null(False)
    is_round = is_long & (ids.str.contains(LOST_DIGITS).fill_null(False) | _are_doubles(ids))
    shortened = ids.str.contains(ROUNDED).fill_null(False)
    return shortened | is_round if is_round.sum() * 2 > is_long.sum() else shortened


def may_be_lost(ids: pl.Series) -> pl.Series:
    """Say where an id may not be whole: one in a few hundred that is whole looks so too."""
    marked = ids.str.contains(f"{ROUNDED}|{ERROR_CELL}|{LOST_DIGITS}").fill_null(False)
    return marked | _are_doubles(ids)


def are_lost_of(ids: pl.Series, whole: pl.Series) -> pl.Series:
    """Say where an id is what a spreadsheet or a double made of the whole one beside it."""
    said, true = ids.cast(pl.Float64, strict=False), whole.cast(pl.Float64, strict=False)
    digits = ids.str.extract(r"^\d(?:\.(\d+))?[eE]").fill_null("").str.len_chars().cast(pl.Float64)
    is_short = ids.str.contains(ROUNDED)
    step = pl.Series([10.0]).pow(-digits) if is_short.any() else digits * 0
    near = (said - true).abs() <= true * pl.select(pl.when(is_short).then(step).otherwise(1e-14)).to_series()
    is_whole = whole.str.contains(LONG_ID)
    differs = ids != whole
    is_round = is_short | ids.str.contains(LOST_DIGITS) | _are_doubles(ids)
    return (near & is_whole & differs & is_round).fill_null(False)


def _are_doubles(ids: pl.Series) -> pl.Series:
    numbers = ids.cast(pl.UInt64, strict=False)
    return ((numbers % DOUBLE_STEP == 0) & (ids.str.len_chars() == 19)).fill_null(False)


def are_error_cells(ids: pl.Series) -> pl.Series:
    """Say where a spreadsheet shows an error instead of the id, as it does for ids that begin with "-" or "="."""
    return ids.str.contains(ERROR_CELL).fill_null(False)


def platform_of_link(link: pl.Expr) -> pl.Expr:
    """Return the platform to which a link's host belongs; null where the host is none of ours."""
    host = link.str.extract(HOST).str.to_lowercase()
    longer = {domain: platform for domain, platform in platform_domains().items() if domain.count(".") > 1}
    return pl.coalesce(
        host.str.extract(LAST_LABELS).replace_strict(platform_domains(), default=None),
        *(pl.when(host.str.ends_with(domain)).then(pl.lit(platform)) for domain, platform in longer.items()),
    )


def id_in_link(link: pl.Expr) -> pl.Expr:
    """Return the work's id as it stands in its link; null where the link names none (short links)."""
    return pl.coalesce([link.str.extract(pattern) for platform in platforms() for pattern in platform.links])


def creator_in_link(link: pl.Expr) -> pl.Expr:
    """Return the creator's handle or id as it stands in a work's link; null where it does not."""
    return pl.coalesce([link.str.extract(pattern) for platform in platforms() for pattern in platform.creators])


def platform_of_id(work_id: pl.Expr) -> pl.Expr:
    """Return the platform whose ids alone look like this (BV… and av… of Bilibili, Xiaohongshu's 24 hex digits)."""
    return pl.coalesce(
        *(
            pl.when(work_id.str.contains(platform.ids)).then(pl.lit(platform.key))
            for platform in platforms()
            if platform.ids
        )
    )


def time_in_id(work_id: pl.Expr, platform: pl.Expr) -> pl.Expr:
    """Return the second at which a work was made, as the ids of Douyin, TikTok and Xiaohongshu hold it; else null."""
    by_bits = [entry.key for entry in platforms() if entry.time_in_id == "upper_bits"]
    by_hex = [entry.key for entry in platforms() if entry.time_in_id == "first_hex"]
    # a bare number of 19 digits may be of any platform that counts so
    bits = pl.when(work_id.str.contains(r"^[67]\d{18}$")).then(work_id).cast(pl.Int64, strict=False) // 2**32
    digits = pl.when(work_id.str.contains(r"^[5-7][0-9a-f]{23}$")).then(work_id.str.slice(0, 8))
    seconds = (
        pl.when(platform.is_in(by_bits))
        .then(bits)
        .when(platform.is_in(by_hex))
        .then(digits.str.to_integer(base=16, strict=False, dtype=pl.Int64))
    )
    moment = pl.from_epoch(seconds, time_unit="s").dt.cast_time_unit("us").dt.replace_time_zone("UTC")
    return pl.when(moment.is_between(CREATED_FROM, datetime.now(UTC))).then(moment)
