"""Supply against demand: how many cover an angle, and how many ask for it; the gaps worth taking lie top left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

import plotly.graph_objects as go

from blindspot.charts.frame import as_given, escape, label_width, set_frame, shorten
from blindspot.charts.label_room import LINE, Place, first_free, place_beside
from blindspot.charts.palette import Palette

WIDTH, HEIGHT = 420, 330
"""Pixels of the plot on a desk, that the labels are placed for; a larger one only leaves more room."""
LABEL, BEHIND = 20, 9
"""Characters of a label, and pixels between an interval and the label behind it."""
FREE = 0.06
"""Share of supply left free before 0."""


@dataclass(frozen=True)
class Point:
    """One angle: its supply as a share with its 95 % interval (0..1), its demand, and what sizes the mark."""

    key: str
    label: str
    share: float
    low: float
    high: float
    demand: int
    weight: int
    note: str
    is_gap: bool


@dataclass(frozen=True)
class Corner:
    """The words of the picture: both axes, and the corner of what is asked for and not covered."""

    supply: str
    demand: str
    wanted: str


def demand_quadrant(points: Sequence[Point], line: float, words: Corner, colours: Palette) -> go.Figure:
    """Draw each angle at its supply (x, with its interval) and demand (y), the gaps as open circles with wide bars.

    `line` is the share under which an angle counts as few; the guide across lies over the median demand. Angles at one
    spot share a mark; its customdata is the key of the first of them.
    """
    figure = go.Figure()
    spots = _spots(points)
    most = max((point.demand for point in points), default=0)
    middle = _middle([point.demand for point in points])
    span_y = (-0.5 - most * 0.03, most + max(0.9, most * 0.12))
    span_x = (-FREE, _reach(points))
    figure.add_shape(
        type="rect", x0=-1, x1=line, y0=middle, y1=span_y[1], line={"width": 0}, fillcolor=colours.missing_soft,
        opacity=0.45, layer="below",
    )  # fmt: skip
    for is_gap, colour, soft, thickness in (
        (False, colours.there, colours.there_soft, 2),
        (True, colours.missing, colours.missing_soft, 5),
    ):
        chosen = [spot for spot in spots if spot[0].is_gap == is_gap]
        figure.add_trace(
            go.Scatter(
                x=[some[0].share for some in chosen],
                y=[some[0].demand for some in chosen],
                mode="markers",
                error_x={
                    "type": "data", "symmetric": False, "color": soft, "thickness": thickness, "width": 0,
                    "array": [some[0].high - some[0].share for some in chosen],
                    "arrayminus": [some[0].share - some[0].low for some in chosen],
                },
                marker={
                    "color": colour,
                    "size": [_size(some, points) for some in chosen],
                    "symbol": "circle-open" if is_gap else "circle",
                    "line": {"width": 2.5 if is_gap else 0, "color": colour},
                    "opacity": 1,
                },
                customdata=as_given([some[0].key for some in chosen]),
                hovertext=["<br>".join(escape(f"{point.label}: {point.note}") for point in some) for some in chosen],
                hoverinfo="text",
                selected={"marker": {"opacity": 1}},
                unselected={"marker": {"opacity": 1}},
            )
        )  # fmt: skip
    figure.add_vline(x=line, line={"color": colours.quiet, "width": 1.2, "dash": "dot"})
    figure.add_hline(y=middle, line={"color": colours.quiet, "width": 1.2, "dash": "dot"})
    _label(figure, spots, points, (span_x, span_y), (line, middle), colours)
    figure.add_annotation(
        x=0, y=1, xref="paper", yref="paper", xanchor="left", yanchor="bottom", showarrow=False,
        text=f"<b>{escape(words.wanted)}</b>", font={"color": colours.missing, "size": 13},
    )  # fmt: skip
    set_frame(figure, colours, rows=0, top=24)
    figure.update_layout(height=HEIGHT + 24 + 44, margin={"b": 44})
    titles = {"font": {"color": colours.quiet, "size": 12}, "standoff": 6}
    figure.update_xaxes(
        range=span_x, tickformat=".0%", title={"text": escape(words.supply), **titles}, gridcolor=colours.grid,
        tickvals=[step / 5 for step in range(6)],
    )  # fmt: skip
    figure.update_yaxes(
        range=span_y, title={"text": escape(words.demand), **titles}, gridcolor=colours.grid, zeroline=False,
        fixedrange=True, automargin=True, tickvals=_steps(most), tickfont={"color": colours.text},
    )  # fmt: skip
    return figure


def _spots(points: Sequence[Point]) -> list[list[Point]]:
    """Return the angles that stand at one spot together, the gaps and what is asked for most first."""
    spots: dict[tuple[bool, float, int], list[Point]] = defaultdict(list)
    for point in sorted(points, key=lambda point: (not point.is_gap, -point.demand)):
        spots[point.is_gap, point.share, point.demand].append(point)
    return list(spots.values())


def _middle(demands: Sequence[int]) -> float:
    """Return the median demand, moved off the whole numbers that the marks stand on."""
    ordered = sorted(demands)
    return ordered[len(ordered) // 2] + 0.5 if ordered else 0.5


def _size(some: Sequence[Point], points: Sequence[Point]) -> float:
    heaviest = max(point.weight for point in points)
    return 12 + 16 * (max(point.weight for point in some) / heaviest) ** 0.5 if heaviest else 13


def _steps(most: int) -> list[int]:
    step = next(size * 10**power for power in count() for size in (1, 2, 5) if most <= size * 10**power * 6)
    return list(range(0, most + 1, step))


def _reach(points: Sequence[Point]) -> float:
    """Return where the x axis ends: behind every interval, and behind the label that follows a gap's."""
    covered = max((point.high for point in points), default=0.5) + 0.06
    labels = (
        (point.high + FREE) / max(1 - (label_width(shorten(point.label, LABEL)) + 2 * BEHIND) / WIDTH, 0.3) - FREE
        for point in points
        if point.is_gap
    )
    return max(covered, min(max(labels, default=0.0), 1.2))


def _label(
    figure: go.Figure,
    spots: Sequence[list[Point]],
    points: Sequence[Point],
    spans: tuple[tuple[float, float], tuple[float, float]],
    guides: tuple[float, float],
    colours: Palette,
) -> None:
    """Write the angles beside their marks, off the lines where they can be; what finds no room has hover and list."""
    span_x, span_y = spans
    per_x, per_y = WIDTH / (span_x[1] - span_x[0]), HEIGHT / (span_y[1] - span_y[0])
    at = [((some[0].share - span_x[0]) * per_x, (some[0].demand - span_y[0]) * per_y) for some in spots]
    half = [_size(some, points) / 2 for some in spots]
    marks = [(x - r, y - r, x + r, y + r) for (x, y), r in zip(at, half, strict=True)]
    bars = [
        (x - (some[0].share - some[0].low) * per_x, y - 3, x + (some[0].high - some[0].share) * per_x, y + 3)
        for some, (x, y) in zip(spots, at, strict=True)
    ]
    across, up = (guides[0] - span_x[0]) * per_x, (guides[1] - span_y[0]) * per_y
    lines = [*bars, (across, 0, across, HEIGHT), (0, up, WIDTH, up)]
    for some, place, radius, bar in zip(spots, at, half, bars, strict=True):
        candidates = list(_places(some, place, radius, bar[2] - place[0]))
        found = first_free(candidates, [*marks, *lines], WIDTH) or first_free(candidates, marks, WIDTH)
        if found:
            marks.append(found.box)
            figure.add_annotation(
                x=some[0].share, y=some[0].demand, text=escape(found.text), showarrow=False, xanchor=found.anchor,
                xshift=found.shift[0], yshift=found.shift[1],
                font={"color": colours.missing if some[0].is_gap else colours.text, "size": 12},
            )  # fmt: skip


def _places(some: Sequence[Point], at: tuple[float, float], radius: float, bar: float) -> Iterator[Place]:
    """Yield places for the label of a spot: behind the interval of a gap, else over, under or beside the mark."""
    names = [shorten(point.label, LABEL) for point in some]
    up = radius + LINE / 2
    for named in range(len(names), 0, -1):
        more = f" +{len(names) - named}" if len(names) > named else ""
        text = " · ".join(names[:named]) + more
        if some[0].is_gap:
            yield place_beside(text, at, max(bar, radius) + BEHIND)
        for anchor in ("center", "left", "right"):
            yield place_beside(text, at, 0, up, anchor)
            yield place_beside(text, at, 0, -up, anchor)
        if not some[0].is_gap:
            yield place_beside(text, at, max(bar, radius) + BEHIND)
