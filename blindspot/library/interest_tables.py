"""Reads date, term, value from any table: one row a point, or one column a term as Google Trends writes it."""

from __future__ import annotations

import tomllib
from functools import cache

import polars as pl

from blindspot.errors import FileRefused
from blindspot.readers.cells.columns import filled
from blindspot.readers.cells.counts import to_counts
from blindspot.readers.mapping.aliases import fold
from blindspot.readers.mapping.misplaced import refuse_works
from blindspot.shipped import DATA

COLUMNS = DATA / "interest_columns.toml"
MOST = 0.8
MOST_TERMS = 500
DAY = r"^(?P<year>\d{4})[-/.年]?(?P<month>\d{1,2})[-/.月]?(?P<day>\d{1,2})?"
REGION = r":\s*\([^)]*\)$"
"""Google Trends writes the place behind each term: "seedance: (Worldwide)"."""
POINT_SCHEMA = pl.Schema({"term": pl.String, "day": pl.Date, "value": pl.Float64})


def read_interest(cells: pl.DataFrame, name: str) -> pl.DataFrame:
    """Return the points (POINT_SCHEMA, the last of a term and day) in a table of text cells with a column `row`.

    Raises FileRefused where no column holds days, or none values, and for a table of works or comments. "<1" is 0.5;
    cells that hold no number give no point.
    """
    columns = [column for column in cells.columns if column != "row"]
    refuse_works(columns, name)
    day = _day_column(cells, columns)
    if day is None:
        raise FileRefused(
            "No column of {file} holds days.", "One column must hold dates, such as 2026-02-09.", file=name
        )
    rest = [column for column in columns if column != day and fold(column) not in _names("other")]
    term, value = _named("term", rest), _named("value", rest)
    days = _days(cells[day]).alias("day")
    if term and value:
        points = pl.DataFrame([filled(cells[term]).alias("term"), days, _values(cells[value]).alias("value")])
    else:
        points = _wide_points(cells, days, rest, name)
    found = points.drop_nulls().filter(pl.col("value").is_finite())
    return found.unique(("term", "day"), keep="last", maintain_order=True).cast(dict(POINT_SCHEMA))


def _wide_points(cells: pl.DataFrame, days: pl.Series, columns: list[str], name: str) -> pl.DataFrame:
    known = [column for column in columns if _values(cells[column]).is_not_null().mean() >= MOST]
    if not known or len(known) > MOST_TERMS or (len(known) == 1 and fold(known[0]) in _names("value")):
        raise FileRefused(
            "{file} does not say which term its values are of.",
            "Give it a column called term and one called value, or one column of values for each term.",
            file=name,
        )
    parts = [
        pl.DataFrame([days, _values(cells[column]).alias("value")]).select(
            pl.lit(column).str.replace(REGION, "").str.strip_chars().alias("term"), "day", "value"
        )
        for column in known
    ]
    return pl.concat(parts)


def _day_column(cells: pl.DataFrame, columns: list[str]) -> str | None:
    fitting = [column for column in columns if cells.height and _days(cells[column]).is_not_null().mean() >= MOST]
    return _named("day", fitting) or next(iter(fitting), None)


def _days(cells: pl.Series) -> pl.Series:
    parts = filled(cells).str.extract_groups(DAY).struct.unnest()
    written = parts.select(
        pl.concat_str("year", pl.col("month").str.zfill(2), pl.col("day").fill_null("1").str.zfill(2), separator="-")
    )
    return written.to_series().str.to_date("%Y-%m-%d", strict=False)


def _values(cells: pl.Series) -> pl.Series:
    numbers = filled(cells)
    plain = numbers.cast(pl.Float64, strict=False)
    under_one = pl.Series([0.5]).extend_constant(0.5, len(cells) - 1) if len(cells) else plain
    plain = plain.zip_with(~(numbers == "<1").fill_null(False), under_one)
    return plain.zip_with(plain.is_not_null(), to_counts(numbers).cast(pl.Float64))


def _named(kind: str, columns: list[str]) -> str | None:
    by_name = {fold(column): column for column in reversed(columns)}
    return next((by_name[name] for name in _names(kind) if name in by_name), None)


@cache
def _names(kind: str) -> tuple[str, ...]:
    return tuple(fold(name) for name in tomllib.loads(COLUMNS.read_text(encoding="utf-8"))[kind])
