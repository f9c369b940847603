"""Supply against demand: how many cover an angle, and how many ask for it; the gaps worth taking lie top left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

import plotly.graph_objects as go

from blindspot.charts.frame import escape, label_width, set_frame, shorten
from blindspot.charts.palette import Palette

HEIGHT = 340
WIDTH = 760
"""Pixels that the labels are placed for; wider pictures only leave more room."""
LABEL = 20
LABEL_PIXELS = 17


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
    """The words of the picture: both axes, the corner of what is asked for and not covered, the user's line."""

    supply: str
    demand: str
    wanted: str


def demand_quadrant(points: Sequence[Point], line: float, words: Corner, colours: Palette) -> go.Figure:
    """Draw each angle at its supply (x, with its interval) and demand (y); gaps are open circles.

    `line` is the share under which an angle counts as few; the guide across is the median demand. Marks that would hide
    each other are moved a little up or down. A point's customdata is its key.
    """
    figure = go.Figure()
    places = _spread(points)
    most = max((point.demand for point in points), default=0)
    middle = _middle([point.demand for point in points])
    furthest = max((point.high for point in points), default=0.5)
    top = most + max(0.9, most * 0.16)
    bottom = -0.45 - most * 0.04
    figure.add_shape(
        type="rect", x0=-1, x1=line, y0=middle, y1=top, line={"width": 0}, fillcolor=colours.missing_soft, opacity=0.35,
        layer="below",
    )  # fmt: skip
    for is_gap, colour, soft in (
        (False, colours.there, colours.there_soft),
        (True, colours.missing, colours.missing_soft),
    ):
        chosen = [(point, places[point.key]) for point in points if point.is_gap == is_gap]
        figure.add_trace(
            go.Scatter(
                x=[point.share for point, _ in chosen],
                y=[place for _, place in chosen],
                mode="markers",
                error_x={
                    "type": "data", "symmetric": False, "color": soft, "thickness": 5, "width": 0,
                    "array": [point.high - point.share for point, _ in chosen],
                    "arrayminus": [point.share - point.low for point, _ in chosen],
                },
                marker={
                    "color": colour,
                    "size": [_size(point.weight, points) for point, _ in chosen],
                    "symbol": "circle-open" if is_gap else "circle",
                    "line": {"width": 2.5 if is_gap else 0, "color": colour},
                },
                customdata=[point.key for point, _ in chosen],
                hovertext=[escape(f"{point.label}: {point.note}") for point, _ in chosen],
                hoverinfo="text",
            )
        )  # fmt: skip
    right = furthest + 0.12
    _label(figure, points, places, colours, right + 0.05, top - bottom)
    figure.add_vline(x=line, line={"color": colours.quiet, "width": 1.2, "dash": "dot"})
    figure.add_hline(y=middle, line={"color": colours.quiet, "width": 1.2, "dash": "dot"})
    figure.add_annotation(
        x=0, y=1, xref="paper", yref="paper", xanchor="left", yanchor="bottom", showarrow=False,
        text=f"<b>{escape(words.wanted)}</b>", font={"color": colours.missing, "size": 12},
    )  # fmt: skip
    set_frame(figure, colours, rows=0, top=8)
    figure.update_layout(height=HEIGHT, margin={"l": 0, "r": 8, "t": 20, "b": 44})
    figure.update_xaxes(
        range=[-0.05, right], tickformat=".0%", title={"text": escape(words.supply), "standoff": 6},
        gridcolor=colours.grid, tickvals=[step / 5 for step in range(6)],
        title_font={"color": colours.quiet, "size": 12},
    )  # fmt: skip
    figure.update_yaxes(
        range=[bottom, top], title={"text": escape(words.demand), "standoff": 8}, gridcolor=colours.grid,
        zeroline=False, fixedrange=True, automargin=True, tickvals=_steps(most), tickfont={"color": colours.text},
        title_font={"color": colours.quiet, "size": 12},
    )  # fmt: skip
    return figure


def _middle(demands: Sequence[int]) -> float:
    """Return the median demand, moved off the whole numbers that the marks stand on."""
    ordered = sorted(demands)
    return ordered[len(ordered) // 2] + 0.5 if ordered else 0.5


def _size(weight: int, points: Sequence[Point]) -> float:
    heaviest = max(point.weight for point in points)
    return 12 + 16 * (weight / heaviest) ** 0.5 if heaviest else 13


def _steps(most: int) -> list[int]:
    step = next(size * 10**power for power in count() for size in (1, 2, 5) if most <= size * 10**power * 6)
    return list(range(0, most + 1, step))


def _spread(points: Sequence[Point]) -> dict[str, float]:
    """Return where each mark stands on the y axis: at its demand, or a little beside it where others are."""
    unit = 1 + max((point.demand for point in points), default=0) * 0.15
    together: dict[int, list[str]] = {}
    for point in sorted(points, key=lambda point: -point.share):
        together.setdefault(point.demand, []).append(point.key)
    places = {}
    for demand, keys in together.items():
        step = min(0.3, 0.7 / len(keys)) * unit
        places |= {key: demand + (rank - (len(keys) - 1) / 2) * step for rank, key in enumerate(keys)}
    return places


def _label(
    figure: go.Figure, points: Sequence[Point], places: dict[str, float], colours: Palette, width: float, height: float
) -> None:
    """Write each angle's name beside its mark where it hides no other name, the gaps first; the rest have the hover."""
    taken: list[tuple[float, float, float]] = []
    per_x, per_y = WIDTH / width, HEIGHT / height
    for point in sorted(points, key=lambda point: (not point.is_gap, -point.demand)):
        label = shorten(point.label, LABEL)
        left, y = point.share * per_x + _size(point.weight, points) / 2 + 4, places[point.key] * per_y
        right = left + label_width(label)
        for shift in (LABEL_PIXELS * 0.7, -LABEL_PIXELS * 0.7, LABEL_PIXELS * 1.6, -LABEL_PIXELS * 1.6):
            if all(abs(y + shift - at) >= LABEL_PIXELS - 2 or right < start or left > end for start, end, at in taken):
                taken.append((left, right, y + shift))
                figure.add_annotation(
                    x=point.share, y=places[point.key], text=escape(label), showarrow=False, xanchor="left",
                    xshift=_size(point.weight, points) / 2 + 3, yshift=shift,
                    font={"color": colours.missing if point.is_gap else colours.text, "size": 12},
                )  # fmt: skip
                break
