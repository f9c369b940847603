"""Our own side of a matrix: what we have on each angle, apart on the right, our blind spots as open squares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from blindspot.charts.frame import Axis, escape, shorten
from blindspot.charts.matrix import room_beside
from blindspot.charts.palette import Palette

GAP = 0.3
"""Columns left free between theirs and ours."""
LABEL = 14


@dataclass(frozen=True)
class OwnColumn:
    """One column of ours: what a click returns, its label, counts by angle key, and `say` (angle, count) in words."""

    key: str
    label: str
    counts: Mapping[Any, int]
    say: Callable[[str, int], str]


def draw_own_side(figure: go.Figure, angles: Axis, columns: Sequence[OwnColumn], after: int, colours: Palette) -> None:
    """Add our columns to a matrix whose last column is the one before place `after`; zeros are open and orange."""
    for place, column in enumerate(columns):
        counts = [column.counts.get(key, 0) for key in angles.keys]
        tones = [colours.there if count else colours.missing for count in counts]
        figure.add_trace(
            go.Scatter(
                x=[after + GAP + place] * len(counts),
                y=list(range(len(counts))),
                mode="markers+text",
                marker={
                    "symbol": ["square" if count else "square-open" for count in counts],
                    "size": 20,
                    "color": tones,
                    "line": {"width": 1.5, "color": tones},
                },
                text=[str(count) for count in counts],
                textfont={"color": [colours.on_scale[1] if count else colours.missing for count in counts], "size": 13},
                customdata=[(key, column.key) for key in angles.keys],
                hovertext=[
                    escape(column.say(label, count)) for label, count in zip(angles.labels, counts, strict=True)
                ],
                hoverinfo="text",
                selected={"marker": {"opacity": 1}},
                unselected={"marker": {"opacity": 1}},
            )
        )
    axis = figure.layout.xaxis
    labels = [shorten(column.label, LABEL) for column in columns]
    figure.update_layout(margin={"r": max(figure.layout.margin.r, room_beside(labels))})
    figure.update_xaxes(
        tickvals=[*axis.tickvals, *(after + GAP + place for place in range(len(columns)))],
        ticktext=[*axis.ticktext, *(f"<b>{escape(label)}</b>" for label in labels)],
        range=[axis.range[0], after + GAP + len(columns) - 0.5],
    )
    figure.add_vline(x=after - 0.5 + GAP / 2, line={"color": colours.quiet, "width": 1.2})
