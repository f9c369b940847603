"""Reads date, term, value from any table: one row a point, or one column a term as Google Trends writes it."""

from __future__ import annotations

import tomllib
from functools import cache

import polars as pl

from blindspot.errors import FileRefused
from blindspot.readers.cells.columns import filled, share_of
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
    """Return the points (POINT_SCHEMA, one a term and day) in a table of text cells with a column `row`.

    Raises FileRefused where no column holds days, or none values, where a term has several values on a day and none of
    them is called the total, and for a table of works or comments. "<1" is 0.5; cells that hold no number give none.
    """
    columns = [column for column in cells.columns if column != "row"]
    refuse_works(columns, name)
    day = _day_column(cells, columns)
    if day is None:
        raise FileRefused(
            "No column of {file} holds days.", "One column must hold dates, such as 2026-02-09.", file=name
        )
    days = _days(cells[day]).alias("day")
    rest = [column for column in columns if column != day]
    counted = [column for column in rest if not _is_other(column)]
    if term := _term_column(cells, days, counted):
        value = _value_column(cells, [column for column in counted if column != term], name)
        kinds = [column for column in rest if column not in (term, value)]
        points = pl.DataFrame([filled(cells[term]).alias("term"), days, _values(cells[value]).alias("value")])
        found = _totals(points.with_columns(cells.select(pl.col(kinds).name.prefix("kind "))), name)
    else:
        found = _one_a_day(_wide_points(cells, days, counted, name), name)
    return found.cast(POINT_SCHEMA)


def _term_column(cells: pl.DataFrame, days: pl.Series, columns: list[str]) -> str | None:
    """Return the column of keywords: one that is called so, else the one of words that tell the rows of a day apart."""
    worded = [
        column
        for column in columns
        if _share(_values(cells[column])) <= 1 - MOST and filled(cells[column]).is_not_null().any()
    ]
    if named := _named("term", columns) or next((column for column in worded if _holds(column, "term_parts")), None):
        return named
    several_a_day = days.drop_nulls().is_duplicated().any()
    return next(
        (
            column
            for column in worded
            if not _is_kind(cells[column]) and (several_a_day or filled(cells[column]).n_unique() == 1)
        ),
        None,
    )


def _value_column(cells: pl.DataFrame, columns: list[str], name: str) -> str:
    """Return the one column of values beside a column of keywords: by its name, the total, or the only one."""
    found = [column for column in columns if _values(cells[column]).is_not_null().any()]
    called = _named("value", columns)
    if called is None and len(found) > 1:
        likely = [column for column in found if _holds(column, "value_parts")]
        found = [column for column in found if fold(column) in _names("total")] or likely or found
    if called or len(found) == 1:
        return called or found[0]
    if found:
        raise FileRefused(
            "{file} has several columns of values: {columns}.",
            "Leave the one that counts, or call it “value”.",
            file=name,
            columns=", ".join(found),
        )
    raise FileRefused("No row of {file} holds a day and a number.", "Check what its columns hold.", file=name)


def _totals(points: pl.DataFrame, name: str) -> pl.DataFrame:
    """Leave of several values of a term on a day those that a further column (kind …) calls the total."""
    for column in points.columns:
        is_total = pl.col(column).str.strip_chars().str.to_lowercase().is_in(list(_names("total")))
        if column.startswith("kind ") and points.select(is_total.any()).item():
            points = points.filter(is_total)
    return _one_a_day(points.select("term", "day", "value"), name)


def _one_a_day(points: pl.DataFrame, name: str) -> pl.DataFrame:
    found = points.drop_nulls().filter(pl.col("value").is_finite()).unique(maintain_order=True)
    for term, day in found.filter(found.select("term", "day").is_duplicated()).select("term", "day").head(1).rows():
        raise FileRefused(
            "{file} has several values of {term} on {day}.",
            "Leave one row for each term and day, such as the one over all devices and places.",
            file=name,
            term=term,
            day=day.isoformat(),
        )
    return found


def _wide_points(cells: pl.DataFrame, days: pl.Series, columns: list[str], name: str) -> pl.DataFrame:
    known = [column for column in columns if _share(_values(cells[column])) >= MOST]
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
    fitting = [column for column in columns if _share(_days(cells[column])) >= MOST]
    called = next((column for column in fitting if _holds(column, "day_parts")), None)
    return _named("day", fitting) or called or next(iter(fitting), None)


def _share(values: pl.Series) -> float:
    return share_of(values.is_not_null())


def _is_other(column: str) -> bool:
    return fold(column) in _names("other") or _holds(column, "other_parts")


def _is_kind(cells: pl.Series) -> bool:
    return filled(cells).str.to_lowercase().is_in(list(_names("total"))).any()


def _holds(column: str, kind: str) -> bool:
    return any(part in fold(column) for part in _names(kind))


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
