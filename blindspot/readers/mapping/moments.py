"""What a column of times really says: capture times called times, days and clocks apart, days and months mixed up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import polars as pl

from blindspot.readers.cells.columns import filled, share_of
from blindspot.readers.cells.ids import time_in_id
from blindspot.readers.cells.times import find_habit, to_times
from blindspot.readers.cells.written_dates import CLOCK_ALONE, THREE_NUMBERS, UNSURE
from blindspot.readers.mapping.aliases import rank_of
from blindspot.settings import read_settings

MOST = 0.8
SAME_MINUTES = timedelta(minutes=20)
LONG_AFTER = timedelta(days=3)
"""Posts are planned up to two days ahead of the day that their id holds."""
FEW = 3
MANY = 8


def is_capture_time(column: pl.Series, works: pl.DataFrame) -> bool | None:
    """Say whether all rows have the same minutes because they were collected then; None where that is only likely.

    `works` has one row a row of the column, with `work_id` and `platform`; the ids of some platforms hold their time.
    """
    zone = read_settings().zone
    moments = to_times(filled(column), zone)
    known = moments.drop_nulls().sort()
    clocks = known.dt.convert_time_zone(zone.key)
    is_day_only = ((clocks.dt.hour() == 0) & (clocks.dt.minute() == 0)).all()
    if len(known) < FEW or is_day_only or known[-1] - known[0] > SAME_MINUTES:
        return False
    made = works.select(time_in_id(pl.col("work_id"), pl.col("platform"))).to_series()
    late = (moments - made).drop_nulls()
    if len(late) * 2 > len(known):
        return share_of(late > LONG_AFTER) >= MOST
    return None if len(known) >= MANY and known.n_unique() * 4 <= len(known) * 3 else False


def is_clock(column: pl.Series) -> bool:
    """Say whether most filled cells are times of the day without a date."""
    cells = filled(column).drop_nulls()
    return not cells.is_empty() and share_of(cells.str.contains(CLOCK_ALONE)) >= MOST


def find_clock(columns: Sequence[str], preview: pl.DataFrame) -> str | None:
    """Return the free column that holds the clock of the publishing time, where it stands apart from its day."""
    named = [column for column in columns if rank_of("published_at", column) is not None]
    return next((column for column in named if is_clock(preview[column])), None)


def has_days_alone(column: pl.Series) -> bool:
    """Say whether no cell of a column of dates has a clock."""
    clocks = to_times(filled(column), read_settings().zone).drop_nulls()
    local = clocks.dt.convert_time_zone(read_settings().zone.key)
    return ((local.dt.hour() == 0) & (local.dt.minute() == 0)).all()


def date_order(column: pl.Series) -> str | None:
    """Return "dmy", "mdy" or "unsure" where the column has dates of three numbers with the year last, else None."""
    return find_habit(filled(column)).order


def unsure_example(column: pl.Series) -> str | None:
    """Return a date of a column whose day and month nothing tells apart, None where they are clear."""
    if date_order(column) != UNSURE:
        return None
    cells = filled(column).drop_nulls()
    return str(cells.filter(cells.str.contains(THREE_NUMBERS))[0])
