"""What one side says and the other does not: phrases by how often they are said and how one-sided that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log10

import plotly.graph_objects as go

from blindspot.charts.frame import as_given, escape, set_frame, shorten
from blindspot.charts.label_room import AIR, Place, first_free, place_beside
from blindspot.charts.palette import Palette

LABEL, NAMED = 22, 2
"""Characters of a label, and phrases that one label names."""

TOLD = 8
"""Phrases of one spot that the hover names."""

WIDTH, HEIGHT = 480, 360
"""Pixels of the plot on a desk, that the labels are placed for; a larger one only leaves more room."""

TICKS = (1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)


@dataclass(frozen=True)
class SaidPhrase:
    """A phrase that sources say, its log-odds z, whether the works are silent, and its words for the hover.

    `key` is what a click returns.
    """

    key: str
    label: str
    passages: int
    z: float
    is_silent: bool
    note: str


Spot = tuple[float, float, list[SaidPhrase]]


def contrast_scatter(phrases: Sequence[SaidPhrase], colours: Palette, *, x_title: str, y_title: str) -> go.Figure:
    """Draw phrases by passages (log) and z, the best first; those that works keep silent about as open circles.

    Phrases at one spot share a marker, larger the more they are; its customdata is the key of the best of them. Silent
    phrases are labelled as far as there is room.
    """
    figure = go.Figure()
    for is_silent, colour, strength in ((False, colours.quiet, 0.45), (True, colours.missing, 1)):
        spots = _spots([phrase for phrase in phrases if phrase.is_silent == is_silent])
        figure.add_trace(
            go.Scatter(
                x=[x for x, _, _ in spots],
                y=[y for _, y, _ in spots],
                mode="markers",
                marker={
                    "color": colour,
                    "size": [_size(some) for _, _, some in spots],
                    "symbol": "circle-open" if is_silent else "circle",
                    "opacity": strength,
                    "line": {"width": 2.2 if is_silent else 0, "color": colour},
                },
                customdata=as_given([some[0].key for _, _, some in spots]),
                hovertext=["<br>".join(escape(phrase.note) for phrase in some[:TOLD]) for _, _, some in spots],
                hoverinfo="text",
                selected={"marker": {"opacity": strength}},
                unselected={"marker": {"opacity": strength}},
            )
        )
    set_frame(figure, colours, rows=0, top=4)
    figure.update_layout(height=HEIGHT + 50, margin={"l": 52, "b": 40})
    xs, ys = [log10(phrase.passages) for phrase in phrases], [phrase.z for phrase in phrases]
    x_range, y_range = _with_room(xs, 0.06, 0.4), _with_room(ys, 0.1, 0.08)
    titles = {"font": {"color": colours.quiet, "size": 12}, "standoff": 6}
    figure.update_xaxes(
        type="log",
        range=x_range,
        title={"text": escape(x_title), **titles},
        tickvals=TICKS,
        ticktext=[f"{tick:,}" for tick in TICKS],
        gridcolor=colours.grid,
    )
    figure.update_yaxes(
        range=y_range,
        title={"text": escape(y_title), **titles},
        gridcolor=colours.grid,
        zeroline=False,
        fixedrange=True,
        ticks="",
        tickfont={"color": colours.text},
    )
    _label(figure, _spots([phrase for phrase in phrases if phrase.is_silent]), x_range, y_range, colours)
    return figure


def _spots(phrases: Sequence[SaidPhrase]) -> list[Spot]:
    spots: dict[tuple[float, float], list[SaidPhrase]] = defaultdict(list)
    for phrase in phrases:
        spots[phrase.passages, round(phrase.z, 2)].append(phrase)
    return [(x, y, some) for (x, y), some in spots.items()]


def _with_room(values: Sequence[float], before: float, after: float) -> list[float]:
    low, high = min(values, default=0.0), max(values, default=1.0)
    reach = max(high - low, 0.3)
    return [low - before * reach, high + after * reach]


def _label(
    figure: go.Figure, spots: Sequence[Spot], x_range: list[float], y_range: list[float], colours: Palette
) -> None:
    """Write labels beside the spots, best first, where they cover neither a label nor a spot."""

    def pixels(x: float, y: float) -> tuple[float, float]:
        across = (log10(x) - x_range[0]) / (x_range[1] - x_range[0])
        return across * WIDTH, (y - y_range[0]) / (y_range[1] - y_range[0]) * HEIGHT

    taken = [(x - 6, y - 6, x + 6, y + 6) for x, y in (pixels(x, y) for x, y, _ in spots)]
    for x, y, some in spots:
        found = first_free(_places(some, pixels(x, y)), taken, WIDTH)
        if found:
            taken.append(found.box)
            figure.add_annotation(
                x=log10(x),
                y=y,
                text=escape(found.text),
                showarrow=False,
                xanchor=found.anchor,
                xshift=found.shift[0],
                font={"color": colours.missing, "size": 12},
            )


def _size(some: Sequence[SaidPhrase]) -> int:
    return min(24, 9 + 2 * (len(some) - 1))


def _places(some: Sequence[SaidPhrase], at: tuple[float, float]) -> Iterator[Place]:
    """Yield places for the label of a spot, right or left of it, the text that names most of its phrases first."""
    names = [shorten(phrase.label, LABEL) for phrase in some]
    aside = _size(some) / 2 + AIR
    for named in range(min(len(names), NAMED), 0, -1):
        more = f" +{len(names) - named}" if len(names) > named else ""
        text = " · ".join(names[:named]) + more
        yield place_beside(text, at, aside)
        yield place_beside(text, at, -aside, anchor="right")
