"""Dates in other habits than year-month-day: read where they are clear, by the whole column, never guessed by row."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import polars as pl
import pytest

from blindspot.readers.cells.times import Habit, find_habit, to_times

SHANGHAI = ZoneInfo("Asia/Shanghai")


def local(*cells, habit=None):
    moments = to_times(pl.Series("cell", cells, dtype=pl.String), SHANGHAI, habit)
    return moments.dt.convert_time_zone("Asia/Shanghai").dt.strftime("%Y-%m-%d %H:%M:%S").to_list()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Dec 15, 2023", "2023-12-15 00:00:00"), ("15 December 2023", "2023-12-15 00:00:00"),
        ("Fri Dec 15 10:00:00 +0800 2023", "2023-12-15 10:00:00"), ("2023/12/15 下午3:05", "2023-12-15 15:05:00"),
        ("Tue, 12 Aug 2025 09:14:00 GMT", "2025-08-12 17:14:00"), ("2023-12-15 3:05 PM", "2023-12-15 15:05:00"),
        ("2025-08-12 12:05 AM", "2025-08-12 00:05:00"), ("2025年8月12日 星期二 上午9:14", "2025-08-12 09:14:00"),
        ("2025. 8. 12. 오후 3:05", "2025-08-12 15:05:00"), ("12 de agosto de 2025", "2025-08-12 00:00:00"),
        ("12 août 2025 14:05", "2025-08-12 14:05:00"), ("12. August 2025", "2025-08-12 00:00:00"),
        ("August 12th, 2025 at 3:05:06 pm", "2025-08-12 15:05:06"), ("12-Aug-2025 09:14", "2025-08-12 09:14:00"),
        ("Sat Aug 16 2025 09:14:00 GMT+0800 (China Standard Time)", "2025-08-16 09:14:00"),
        ("2023-12-15T10:00:00+08", "2023-12-15 10:00:00"), ("20231215101010", "2023-12-15 10:10:10"),
        ("12 августа 2025 г.", "2025-08-12 00:00:00"),
        ("3天前", None), ("8月12日", None), ("Aug 2025", None), ("2025-08-12 09:14 CST", None), ("31 Feb 2025", None),
    ],
)  # fmt: skip
def test_dates_as_people_and_platforms_write_them(written, read):
    assert local(written) == [read]


def test_one_date_settles_the_order_of_a_whole_column():
    assert local("13/04/2025", "03/04/2025") == ["2025-04-13 00:00:00", "2025-04-03 00:00:00"]
    assert local("04/13/2025", "03/04/2025 9:05 PM") == ["2025-04-13 00:00:00", "2025-03-04 21:05:00"]


def test_an_order_that_nothing_settles_is_never_guessed_but_can_be_said():
    assert find_habit(pl.Series(["03/04/2025", "05/06/2025"])).order == "unsure"
    assert local("03/04/2025", "05/06/2025") == [None, None]
    assert local("13/04/2025", "04/13/2025") == [None, None]
    assert local("03/04/2025", habit=Habit(order="mdy")) == ["2025-03-04 00:00:00"]


def test_one_odd_date_among_others_is_not_read():
    assert local("2025-08-12", "13/08/2025", "2025-08-14")[1] is None


def test_days_of_a_spreadsheet_are_known_by_the_whole_column():
    assert local("45881.384722", "45882.5", "45883")[:2] == ["2025-08-12 09:14:00", "2025-08-13 12:00:00"]
    assert local("45881.3847") == ["2025-08-12 09:14:00"]
    assert local("2025-08-12", "2025-08-13", "45883")[2] is None


def test_a_compact_moment_is_none_of_the_unix_times():
    assert to_times(pl.Series(["202312151010", "1702606200000"]), ZoneInfo("UTC")).to_list() == [
        datetime(2023, 12, 15, 10, 10, tzinfo=UTC), datetime(2023, 12, 15, 2, 10, tzinfo=UTC)
    ]  # fmt: skip
