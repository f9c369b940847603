"""iCalendar files, read back by another library: days, times, stable identities, no line that a text could forge."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from blindspot.domain import Episode, Proposal, Series
from blindspot.writers.ics import write_calendar

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
PLANNED = Episode(
    1, "a" * 32, 1, "数据还够用几年", hook="三年之后呢？", perspective="战略", owner="Ann", planned_on=date(2026, 3, 3)
)
PUBLISHED = Episode(
    2, "b" * 32, 2, "Contracts", status="published", planned_on=date(2026, 3, 6), published_on=date(2026, 3, 8), rev=4
)
UNDATED = Episode(3, "c" * 32, 3, "Later")
SERIES = Series(1, "d" * 32, "AI 视频背后的账", slot_time=time(18, 30), episodes=(PLANNED, PUBLISHED, UNDATED), rev=3)


def write(series: Series, timezone: str = "Asia/Shanghai") -> bytes:
    return write_calendar(series, timezone=timezone, now=NOW)


def read(content: bytes) -> vobject.base.Component:
    return vobject.readOne(content.decode())


def events(content: bytes) -> list[vobject.base.Component]:
    return read(content).contents["vevent"]


def with_first(**fields: object) -> Series:
    return replace(SERIES, episodes=(replace(PLANNED, **fields),))


def test_a_planned_episode_stands_at_its_slot_and_a_published_one_on_its_day() -> None:
    planned, published = events(write(SERIES))
    start = planned.dtstart.value
    assert start.replace(tzinfo=None) == datetime(2026, 3, 3, 18, 30)
    assert start.utcoffset() == timedelta(hours=8)
    assert published.dtstart.value == date(2026, 3, 8)
    assert (planned.status.value, published.status.value) == ("TENTATIVE", "CONFIRMED")


@pytest.mark.parametrize("timezone", ["Asia/Shanghai", "UTC", "Europe/Berlin", "America/New_York"])
def test_what_has_a_time_has_an_end_and_what_takes_a_day_has_none(timezone: str) -> None:
    # the nights in which clocks are put forward and back
    for day in (date(2026, 3, 3), date(2026, 3, 8), date(2026, 3, 29), date(2026, 10, 25), date(2026, 11, 1)):
        for hour in (0, 1, 2, 23):
            series = replace(with_first(planned_on=day), slot_time=time(hour, 45))
            [event] = events(write(series, timezone))
            start, end = event.dtstart.value, event.dtend.value
            assert start.utcoffset() != end.utcoffset() or end - start == timedelta(minutes=30)
            assert end.astimezone(UTC) > start.astimezone(UTC)
    for published in events(write(SERIES))[1:]:
        assert "dtend" not in published.contents


def test_the_names_of_the_calendar_come_back_as_they_were_given() -> None:
    title = "一、二, 三; a\\b, c"
    content = write(replace(SERIES, title=title))
    calendar = read(content)
    named = {name: [each.value for each in calendar.contents[name]] for name in ("name", "x-wr-calname")}
    assert named == {"name": [title], "x-wr-calname": [title]}
    raw = content.decode().replace("\r\n ", "")
    assert "NAME:一、二\\, 三\\; a\\\\b\\, c\r\n" in raw


def test_without_a_time_an_episode_takes_its_whole_day() -> None:
    [planned, _] = events(write(replace(SERIES, slot_time=None)))
    assert planned.dtstart.value == PLANNED.planned_on
    assert b"VTIMEZONE" not in write(replace(SERIES, slot_time=None))


@pytest.mark.parametrize(
    ("timezone", "day", "hours"),
    [("Europe/Berlin", date(2026, 1, 6), 1), ("Europe/Berlin", date(2026, 7, 7), 2), ("UTC", date(2026, 7, 7), 0)],
)
def test_a_slot_keeps_its_time_of_the_day_in_summer_and_winter(timezone: str, day: date, hours: int) -> None:
    [event] = events(write(with_first(planned_on=day), timezone))
    assert event.dtstart.value.replace(tzinfo=None) == datetime.combine(day, time(18, 30))
    assert event.dtstart.value.utcoffset() == timedelta(hours=hours)


def test_texts_come_back_as_they_were_given() -> None:
    proposal = Proposal("p", "t", thesis="Data; not chips, runs out: 2028\\n")
    episode = replace(PLANNED, title="a, b; c\\d", hook="one\ntwo", note="note", proposal=proposal)
    [event] = events(write(replace(SERIES, episodes=(episode,))))
    assert event.summary.value == "AI 视频背后的账 1: a, b; c\\d"
    assert event.description.value == "one\ntwo\nData; not chips, runs out: 2028\\n\nnote"
    assert (event.categories.value, event.contact.value) == (["战略"], "Ann")


def test_the_identity_stays_and_the_sequence_rises_with_every_edit() -> None:
    before = events(write(SERIES))[0]
    moved = events(write(with_first(planned_on=date(2026, 3, 10), rev=2)))[0]
    later = events(write(replace(with_first(rev=2), slot_time=time(20), rev=4)))[0]
    assert before.uid.value == moved.uid.value == later.uid.value == f"{PLANNED.uid}@blindspot"
    sequences = [int(event.sequence.value) for event in (before, moved, later)]
    assert all(a < b for a, b in pairwise(sequences))


def test_what_has_no_day_is_left_out_and_what_was_dropped_is_cancelled() -> None:
    assert len(events(write(SERIES))) == 2
    [event] = events(write(with_first(status="dropped")))
    assert event.status.value == "CANCELLED"
    assert "vevent" not in read(write(replace(SERIES, episodes=(UNDATED,)))).contents


def test_lines_are_no_longer_than_75_bytes_and_end_as_they_must() -> None:
    content = write(with_first(title="训练数据" * 60, hook="a" * 400))
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert all(line.decode() is not None for line in lines)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_no_text_adds_a_line_of_its_own(text: str) -> None:
    series = replace(with_first(title=text, hook=text, note=text, owner=text, perspective=text), title=text)
    content = write(series)
    [event] = events(content)
    assert set(event.contents) <= {
        "uid", "dtstamp", "sequence", "dtstart", "dtend", "summary", "description", "categories", "contact", "status",
        "transp",
    }  # fmt: skip
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert not set(content) & {*range(0x0A), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F}


def test_a_forged_line_stays_words() -> None:
    [event] = events(write(with_first(title="x\r\nATTACH:http://evil.example/\r\nEND:VEVENT")))
    assert event.summary.value == "AI 视频背后的账 1: x ATTACH:http://evil.example/ END:VEVENT"
