"""Episodes along the days: the phases that are known, the planned and the published day, the slots, today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import plotly.graph_objects as go

from blindspot.charts.frame import escape, label_width, set_frame
from blindspot.charts.palette import Palette

DAY = timedelta(days=1)
MILLISECONDS = DAY.total_seconds() * 1000
MOST_NAMED = 5
HEAD, FOOT = 32, 22
LABEL_PIXELS = 150
"""A telephone leaves as much again for the days."""


@dataclass(frozen=True)
class Bar:
    """A phase: its first and last day, what it says when pointed at, how far it is (0..1, scripting to scheduled)."""

    begins_on: date
    ends_on: date
    words: str
    progress: float


@dataclass(frozen=True)
class Row:
    """One episode: its label, its phases, both days, and what each says when pointed at."""

    label: str
    bars: tuple[Bar, ...]
    planned_on: date | None
    published_on: date | None
    planned_words: str
    published_words: str


def schedule(
    rows: Sequence[Row],
    slots: Sequence[date],
    today: date,
    today_name: str,
    name_day: Callable[[date], str],
    colours: Palette,
) -> go.Figure:
    """Draw the rows from top to bottom: a ring on the planned day, a disc on the day of publication."""
    figure = go.Figure()
    _draw_slots(figure, slots, len(rows), colours)
    _draw_bars(figure, rows, colours)
    _draw_delays(figure, rows, colours)
    for name, is_filled in (("planned", False), ("published", True)):
        marked = [(place, row) for place, row in enumerate(rows) if getattr(row, f"{name}_on")]
        figure.add_trace(
            go.Scatter(
                x=[getattr(row, f"{name}_on") for _, row in marked],
                y=[place for place, _ in marked],
                mode="markers",
                marker={
                    "size": 13,
                    "color": colours.there if is_filled else "rgba(0,0,0,0)",
                    "line": {"color": colours.there, "width": 2},
                },
                hovertext=[escape(getattr(row, f"{name}_words")) for _, row in marked],
                hoverinfo="text",
            )
        )
    _draw_today(figure, today, today_name, colours)
    set_frame(figure, colours, rows=len(rows) + 1, top=HEAD)
    figure.update_layout(margin={"b": FOOT})
    first, last = _span(rows, today)
    days = _days_to_name(first, last)
    figure.update_xaxes(
        type="date",
        side="top",
        range=[first - 2 * DAY, last + 3 * DAY],
        tickvals=days,
        ticktext=[escape(name_day(day)) for day in days],
        tickangle=0,
        gridcolor=colours.grid,
        ticks="",
    )
    figure.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=[escape(_fit(row.label)) for row in rows],
        range=[len(rows) - 0.5, -0.5],
        automargin=True,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        ticks="",
        ticklabelstandoff=6,
        tickfont={"color": colours.text},
    )
    return figure


def _draw_slots(figure: go.Figure, slots: Sequence[date], rows: int, colours: Palette) -> None:
    """Draw all slots as one broken line: a shape for each would slow a daily series down."""
    if not slots:
        return
    figure.add_trace(
        go.Scatter(
            x=[place for slot in slots for place in (slot, slot, None)],
            y=[-0.5, rows - 0.5, None] * len(slots),
            mode="lines",
            line={"color": colours.there_soft, "width": 1},
            hoverinfo="skip",
        )
    )


def _draw_bars(figure: go.Figure, rows: Sequence[Row], colours: Palette) -> None:
    bars = [(place, bar) for place, row in enumerate(rows) for bar in row.bars]
    if not bars:
        return
    figure.add_trace(
        go.Bar(
            orientation="h",
            base=[bar.begins_on for _, bar in bars],
            # a phase that ends on the day on which it began has lasted for a part of it
            x=[max((bar.ends_on - bar.begins_on) / DAY, 0.5) * MILLISECONDS for _, bar in bars],
            y=[place for place, _ in bars],
            width=0.5,
            marker={
                "color": [bar.progress for _, bar in bars],
                "colorscale": [list(step) for step in colours.scale],
                "cmin": 0,
                "cmax": 1,
                "line": {"width": 0},
            },
            opacity=0.75,
            hovertext=[escape(bar.words) for _, bar in bars],
            hoverinfo="text",
        )
    )
    figure.update_layout(barmode="overlay")


def _draw_delays(figure: go.Figure, rows: Sequence[Row], colours: Palette) -> None:
    """Draw a thin line from the planned day to that of publication."""
    x: list[date | None] = []
    y: list[int | None] = []
    for place, row in enumerate(rows):
        if row.planned_on and row.published_on and row.planned_on != row.published_on:
            x += [row.planned_on, row.published_on, None]
            y += [place, place, None]
    figure.add_trace(
        go.Scatter(x=x, y=y, mode="lines", line={"color": colours.missing, "width": 2, "dash": "dot"}, hoverinfo="skip")
    )


def _draw_today(figure: go.Figure, today: date, name: str, colours: Palette) -> None:
    figure.add_shape(
        type="line", x0=today, x1=today, yref="paper", y0=0, y1=1, line={"color": colours.missing, "width": 2}
    )
    figure.add_annotation(
        x=today,
        yref="paper",
        y=0,
        yanchor="top",
        text=escape(name),
        showarrow=False,
        font={"size": 11, "color": colours.missing},
    )


def _days_to_name(first: date, last: date) -> list[date]:
    """Return a few days at equal distances, whole weeks where there is room for that."""
    step = max(1, -(-(last - first).days // (MOST_NAMED - 1)))
    if step > 7:
        step += -step % 7
    return [first + place * step * DAY for place in range((last - first).days // step + 1)]


def _fit(label: str) -> str:
    """Return the label cut to the room that it has, the last character being an ellipsis where something was cut."""
    if label_width(label) <= LABEL_PIXELS:
        return label
    length = next(n for n in range(len(label), 0, -1) if label_width(label[:n]) <= LABEL_PIXELS)
    return f"{label[:length]}…"


def _span(rows: Sequence[Row], today: date) -> tuple[date, date]:
    days = [today]
    for row in rows:
        days += [day for day in (row.planned_on, row.published_on) if day]
        days += [day for bar in row.bars for day in (bar.begins_on, bar.ends_on)]
    return min(days), max(days)
