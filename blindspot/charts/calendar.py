"""A month as a grid of days: what is planned, what was published, the slots, today."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from blindspot.charts.frame import escape, set_frame
from blindspot.charts.palette import Palette

CELL = 74
HEAD = 26
MOST_MARKS = 3
"""Marks that stand in one cell; those that follow are counted."""


@dataclass(frozen=True)
class Dated:
    """One mark: its day, the few characters in it, what it says when pointed at, whether it came out that day."""

    day: date
    mark: str
    words: str
    is_published: bool


def month_grid(
    month: date,
    dated: Sequence[Dated],
    slots: Collection[date],
    today: date,
    weekdays: Sequence[str],
    more: str,
    colours: Palette,
) -> go.Figure:
    """Draw the month of a day, weeks from Monday: a mark is filled once it is published, slots have a soft ground.

    `weekdays` are the names of the days from Monday, `more` says "{n} more" of what has no room in a cell.
    """
    weeks = Calendar().monthdatescalendar(month.year, month.month)
    places = {day: (column, row) for row, week in enumerate(weeks) for column, day in enumerate(week)}
    figure = go.Figure()
    for day, (column, row) in places.items():
        _draw_cell(figure, (column, row), day, is_slot=day in slots, is_today=day == today, colours=colours)
        figure.add_annotation(
            x=column - 0.45,
            y=row - 0.42,
            text=str(day.day),
            showarrow=False,
            xanchor="left",
            yanchor="top",
            font={"size": 12, "color": colours.text if day.month == month.month else colours.quiet},
            opacity=1 if day.month == month.month else 0.6,
        )
    _draw_marks(figure, places, dated, more, colours)
    set_frame(figure, colours, rows=0, top=HEAD)
    figure.update_layout(height=len(weeks) * CELL + HEAD + 8, margin={"l": 1, "r": 1, "t": HEAD, "b": 2})
    figure.update_xaxes(
        side="top",
        range=[-0.5, 6.5],
        tickvals=list(range(7)),
        ticktext=[escape(name) for name in weekdays],
        showgrid=False,
        ticks="",
    )
    figure.update_yaxes(range=[len(weeks) - 0.5, -0.5], visible=False, fixedrange=True)
    return figure


def _draw_cell(
    figure: go.Figure, place: tuple[int, int], day: date, *, is_slot: bool, is_today: bool, colours: Palette
) -> None:
    column, row = place
    figure.add_shape(
        type="rect",
        x0=column - 0.5,
        x1=column + 0.5,
        y0=row - 0.5,
        y1=row + 0.5,
        line={"color": colours.missing if is_today else colours.grid, "width": 2 if is_today else 1},
        fillcolor=colours.there_soft if is_slot else "rgba(0,0,0,0)",
        opacity=1 if is_today or not is_slot else 0.6,
        # the frame of today would else be half hidden by the cells that follow
        layer="above" if is_today else "below",
    )


def _draw_marks(
    figure: go.Figure, places: dict[date, tuple[int, int]], dated: Sequence[Dated], more: str, colours: Palette
) -> None:
    of_day: dict[date, list[Dated]] = defaultdict(list)
    for one in dated:
        if one.day in places:
            of_day[one.day].append(one)
    marks = [(one, place, len(of_it)) for of_it in of_day.values() for place, one in enumerate(of_it[:MOST_MARKS])]
    for is_published in (False, True):
        ours = [mark for mark in marks if mark[0].is_published == is_published]
        figure.add_trace(
            go.Scatter(
                x=[places[one.day][0] + _shift(place, n) for one, place, n in ours],
                y=[places[one.day][1] + 0.12 for one, _, _ in ours],
                mode="markers+text",
                marker={
                    "size": 24,
                    "color": colours.there if is_published else "rgba(0,0,0,0)",
                    "line": {"color": colours.there, "width": 2},
                },
                text=[escape(one.mark) for one, _, _ in ours],
                textfont={"size": 11, "color": colours.on_scale[1] if is_published else colours.text},
                hovertext=[escape(one.words) for one, _, _ in ours],
                hoverinfo="text",
            )
        )
    for day, of_it in of_day.items():
        if len(of_it) > MOST_MARKS:
            column, row = places[day]
            figure.add_annotation(
                x=column,
                y=row + 0.4,
                text=escape(more.format(n=len(of_it) - MOST_MARKS)),
                showarrow=False,
                font={"size": 11, "color": colours.quiet},
            )


def _shift(place: int, n: int) -> float:
    """Return how far from the middle of its cell the mark at `place` of `n` stands."""
    return (place - (min(n, MOST_MARKS) - 1) / 2) * 0.3
