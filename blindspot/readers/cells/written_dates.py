"""Dates in the habits of people and platforms, brought into one form: "12. Aug 2025", "Fri Dec 15 10:00:00 +0800 2023".

A date of three numbers whose year comes last is read only in the order that its whole column follows.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from blindspot.readers.cells.months import AM, PM, month_names

WEEKDAY = (
    r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+|^\p{L}+,\s+|\s*(?:星期|周|週|礼拜)[一二三四五六日天]\s*"
    r"|\s*[(（][月火水木金土日월화수목금토일](?:曜日|요일)?[)）]"
)
COMMENT = r"\s+\([^()]*\)$"
DAY_SIGN = r"(?:st|nd|rd|th|er|º|ª|\.)?"
# The name of a month stands as «8» once it is known.
FORMS = (
    (r"^(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})\s*[日号號일.]?[t_,\s]*", "${1}-${2}-${3} "),
    (r"^(\d{4})[\s.,/-]*«(\d+)»[\s.,/-]*(\d{1,2})" + DAY_SIGN + r"[t,\s]*", "${1}-${2}-${3} "),
    (r"^«(\d+)»\.?\s*(\d{1,2})\s+(\d{1,2}:\S+)\s+(\S+\s+)?(\d{4})$", "${5}-${1}-${2} ${3} ${4}"),
    (r"^«(\d+)»\.?\s*(\d{1,2})" + DAY_SIGN + r",?\s+(?:del?\s+)?(\d{4})(?:[,\s]+|$)", "${3}-${1}-${2} "),
    (r"^(\d{1,2})" + DAY_SIGN + r"[\s/-]*(?:de\s+|of\s+)?«(\d+)»[.,\s/-]*(?:del?\s+)?(\d{4})(?:[,\s:г.]+|$)",
     "${3}-${2}-${1} "),
    (r"^(\d{1,2})[\s-]«(\d+)»[\s-](\d{2})(?:\s+|$)", "20${3}-${2}-${1} "),
)  # fmt: skip
THREE_NUMBERS = r"^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4})(?:[,\s]+|$)"
ORDERS = {"dmy": "${4}-${3}-${1} ", "mdy": "${4}-${1}-${3} "}
UNSURE = "unsure"
CLOCK_WORDS = r"(\d{1,2})\s*[时時시點点h]\s*(\d{1,2})\s*[分분]?\s*(?:(\d{1,2})\s*[秒초]?)?"
HYPHEN_CLOCK = r"\s(\d{1,2})-(\d{1,2})(?:-(\d{1,2}))?$"
ZONE = r"(?P<zone>z|(?:utc|gmt)?\s*(?P<ahead>[+-]\d{1,2})(?::?(?P<more>\d{2}))?(?:\s*[a-z]{1,5})?|utc|gmt)?"
WHOLE = (
    r"^(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\s*(?:(?:at|um|kl\.?|à|às|a las|в)\s+)?"
    r"(?:(?P<half>am|pm)?\s*(?P<hour>\d{1,2}):(?P<minute>\d{1,2})(?::(?P<second>\d{1,2})?(?:[.,](?P<part>\d{1,9}))?)?"
    r"\s*(?P<half_after>am|pm)?)?\s*" + ZONE + r"\s*$"
)
CLOCK_ALONE = (
    r"^(?i:上午|下午|晚上|凌晨|中午|am|pm)?\s*\d{1,2}[:：时時]\d{1,2}(?:[:：分](?:\d{1,2}秒?)?)?\s*(?i:[ap]\.?m\.?)?$"
)


@dataclass(frozen=True)
class Habit:
    """How a column writes its times: the order of dates of three numbers (dmy, mdy, unsure), or days since 1900."""

    order: str | None = None
    is_serial: bool = False


def find_order(cells: pl.Series) -> str | None:
    """Return "dmy" or "mdy" where one date of the column can only be read so, "unsure" where none or both settle it.

    None where dates of three numbers with the year last are not how most of the column is written.
    """
    parts = cells.drop_nulls().str.strip_chars().str.extract_groups(THREE_NUMBERS).struct.unnest()
    dates = parts.select(first=pl.col("1").cast(pl.Int64), sign=pl.col("2"), second=pl.col("3").cast(pl.Int64))
    dates = dates.drop_nulls()
    if dates.height * 2 <= parts.height or dates.is_empty():
        return None
    is_day_first, is_month_first = (dates["first"] > 12).any(), (dates["second"] > 12).any()
    if is_day_first != is_month_first:
        return "dmy" if is_day_first else "mdy"
    if is_day_first:
        return UNSURE
    # Nobody writes months first with dots; 3/3 is the same in both orders.
    is_settled = (dates["sign"] == ".").all() or (dates["first"] == dates["second"]).all()
    return "dmy" if is_settled else UNSURE


def dissect(cells: pl.Series, order: str | None) -> pl.DataFrame:
    """Return the local `clock` of each written moment and its `offset` in minutes; null where a cell is none."""
    text = _plain(cells)
    for pattern, replacement in FORMS:
        text = text.str.replace(pattern, replacement)
    if order in ORDERS:
        text = text.str.replace(THREE_NUMBERS, ORDERS[order])
    text = text.str.replace(CLOCK_WORDS, " ${1}:${2}:${3}").str.replace(HYPHEN_CLOCK, " ${1}:${2}:${3}")
    parts = text.str.extract_groups(WHOLE).struct.unnest()
    half = pl.coalesce("half", "half_after")
    said = pl.col("hour").cast(pl.Int64)
    hour = (
        pl.when((half == "am") & (said > 12))
        .then(None)
        .when((half == "pm") & (said < 12))
        .then(said + 12)
        .when((half == "am") & (said == 12))
        .then(0)
        .otherwise(said.fill_null(0))
    )
    clock = pl.concat_str(
        "year", pl.lit("-"), pl.col("month").str.zfill(2), pl.lit("-"), pl.col("day").str.zfill(2), pl.lit(" "),
        hour.cast(pl.String).str.zfill(2), pl.lit(":"), pl.col("minute").fill_null("00").str.zfill(2), pl.lit(":"),
        pl.col("second").fill_null("00").str.zfill(2),
    )  # fmt: skip
    part = pl.concat_str(pl.col("part").fill_null("0").str.pad_end(6, "0").str.slice(0, 6), pl.lit("us"))
    minutes = pl.col("ahead").str.slice(1).cast(pl.Int64) * 60 + pl.col("more").cast(pl.Int64).fill_null(0)
    ahead = pl.when(pl.col("ahead").str.starts_with("-")).then(-minutes).otherwise(minutes)
    return parts.select(
        clock.str.to_datetime("%Y-%m-%d %H:%M:%S", strict=False, time_unit="us").dt.offset_by(part).alias("clock"),
        pl.when(pl.col("zone").is_not_null()).then(ahead.fill_null(0)).alias("offset"),
    )


def _plain(cells: pl.Series) -> pl.Series:
    text = cells.str.normalize("NFKC").str.to_lowercase().str.strip_chars()
    text = text.str.replace(COMMENT, "").str.replace(WEEKDAY, " ").str.strip_chars()
    text = text.str.replace("北京时间", "+0800", literal=True)
    if text.str.contains(r"[a-zà-ÿ]{3}|\p{Cyrillic}{3}|[şğı]").any():
        names = sorted(month_names(), key=len, reverse=True)
        text = text.str.replace_many(names, [f"«{month_names()[name]}»" for name in names], leftmost=True)
    halves = [*AM, *PM]
    return text.str.replace_many(halves, [f" {'am' if name in AM else 'pm'} " for name in halves], leftmost=True)
