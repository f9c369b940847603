"""The month and the timeline of a series: planned is not published, slots and today stand apart, no name is markup."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from blindspot.charts import LIGHT, Bar, Dated, Row, month_grid, schedule

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
TODAY = date(2026, 3, 4)


def grid(*dated: Dated, slots: tuple[date, ...] = ()):
    return month_grid(date(2026, 3, 1), dated, slots, TODAY, WEEKDAYS, "+{n}", LIGHT)


def test_a_planned_day_has_a_ring_and_a_published_one_a_disc_in_its_cell() -> None:
    planned, published = grid(
        Dated(date(2026, 3, 3), "1", "<b>planned", False), Dated(date(2026, 3, 31), "2", "out", True)
    ).data
    assert (list(planned.text), planned.marker.color) == (["1"], "rgba(0,0,0,0)")
    assert (list(published.text), published.marker.color) == (["2"], LIGHT.there)
    # March 2026 begins on a Sunday, so its grid begins on 23 February
    assert (planned.x[0], round(planned.y[0])) == (1, 1)
    assert (published.x[0], round(published.y[0])) == (1, 5)
    assert planned.hovertext[0] == "&lt;b&gt;planned"


def test_slots_have_a_ground_and_today_a_frame() -> None:
    cells = grid(slots=(date(2026, 3, 3), date(2026, 3, 6))).layout.shapes
    assert sum(cell.fillcolor == LIGHT.there_soft for cell in cells) == 2
    [today] = [cell for cell in cells if cell.line.color == LIGHT.missing]
    assert ((today.x0 + today.x1) / 2, (today.y0 + today.y1) / 2) == (2, 1)


def test_what_has_no_room_in_a_cell_is_counted() -> None:
    figure = grid(*(Dated(TODAY, str(n), "", False) for n in range(5)))
    assert list(figure.data[0].text) == ["0", "1", "2"]
    assert "+2" in [note.text for note in figure.layout.annotations]
    assert len({x for x in figure.data[0].x}) == 3


def test_a_day_of_another_month_is_not_drawn() -> None:
    assert [len(trace.x) for trace in grid(Dated(date(2026, 5, 1), "1", "", False)).data] == [0, 0]


def row(label: str = "1 · a", planned: date | None = None, published: date | None = None, *bars: Bar) -> Row:
    return Row(label, bars, planned, published, "planned", "published")


def timeline(*rows: Row, slots: tuple[date, ...] = ()):
    return schedule(rows, slots, TODAY, "today", str, LIGHT)


def test_both_days_of_an_episode_stand_in_its_row_with_the_delay_between() -> None:
    late = row("a", date(2026, 3, 1), date(2026, 3, 3))
    in_time = row("b", date(2026, 3, 5), date(2026, 3, 5))
    delay, planned, published = timeline(late, in_time, row("c")).data
    assert list(delay.y) == [0, 0, None]
    assert (list(planned.y), list(published.y)) == ([0, 1], [0, 1])
    assert list(published.x) == [date(2026, 3, 3), date(2026, 3, 5)]


def test_a_phase_is_as_long_as_it_lasted_and_never_invisible() -> None:
    [bars, *_] = timeline(
        row("a", None, None, Bar(date(2026, 3, 1), date(2026, 3, 3), "w", 0), Bar(TODAY, TODAY, "w", 1))
    ).data
    days = [length / (timedelta(days=1).total_seconds() * 1000) for length in bars.x]
    assert days == [2, 0.5]


def test_every_slot_of_a_long_series_is_drawn_over_all_rows() -> None:
    days = tuple(TODAY + timedelta(days=n) for n in range(200))
    slots = timeline(row("a", TODAY), row("b", TODAY), slots=days).data[0]
    assert [day for day in slots.x if day] == [day for day in days for _ in range(2)]
    assert set(slots.y) == {-0.5, 1.5, None}


def test_labels_are_cut_and_hold_no_markup() -> None:
    figure = timeline(row("<i>" + "x" * 100, TODAY), row("数据" * 40, TODAY))
    first, second = figure.layout.yaxis.ticktext
    assert first.startswith("&lt;i&gt;")
    assert (first[-1], second[-1]) == ("…", "…")


def test_few_days_are_named_even_over_years() -> None:
    figure = timeline(row("a", date(2024, 1, 1)), row("b", date(2027, 1, 1)))
    days = figure.layout.xaxis.tickvals
    assert 2 <= len(days) <= 5
    assert len({(b - a).days for a, b in pairwise(days)}) == 1
