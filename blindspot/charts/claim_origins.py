"""What claims rest on: each origin a dot in the column of the grade that its use has, the claim's own grade behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from blindspot.charts.frame import Axis, as_given, escape, set_angle_axis, set_frame, shorten
from blindspot.charts.palette import Palette

CELL = 0.86
CLOSEST = 0.26
LABEL = 14


@dataclass(frozen=True)
class OriginDot:
    """One origin of a claim in the column of its best use; `hover` says who it is and what it is worth."""

    grade: str
    hover: str
    is_first_hand: bool


@dataclass(frozen=True)
class ClaimRow:
    """One claim with its own grade; `is_flagged` where something about it is to be looked at."""

    claim_id: int
    label: str
    grade: str
    is_flagged: bool
    dots: Sequence[OriginDot]


def claim_origins(rows: Sequence[ClaimRow], grades: Axis, colours: Palette) -> go.Figure:
    """Draw claims (rows) × grades (columns); filled dots speak first-hand, open ones pass on what others found.

    A point's customdata is the claim's id.
    """
    column = {grade: place for place, grade in enumerate(grades.keys)}
    figure = go.Figure()
    for place, row in enumerate(rows):
        figure.add_shape(
            type="rect",
            x0=column[row.grade] - CELL / 2,
            x1=column[row.grade] + CELL / 2,
            y0=place - 0.38,
            y1=place + 0.38,
            fillcolor=colours.there_soft,
            line={"width": 0},
            layer="below",
        )
    for is_first_hand in (True, False):
        placed = [dot for place, row in enumerate(rows) for dot in _places(row, place, column, is_first_hand)]
        figure.add_trace(
            go.Scatter(
                x=[x for x, _, _, _ in placed],
                y=[y for _, y, _, _ in placed],
                mode="markers",
                marker={
                    "symbol": "circle" if is_first_hand else "circle-open",
                    "size": 13,
                    "color": colours.there,
                    "line": {"width": 2.2, "color": colours.there},
                },
                customdata=as_given([claim_id for _, _, claim_id, _ in placed]),
                hovertext=[escape(hover) for _, _, _, hover in placed],
                hoverinfo="text",
                selected={"marker": {"opacity": 1}},
                unselected={"marker": {"opacity": 1}},
            )
        )
    set_frame(figure, colours, rows=max(len(rows), 1), top=30)
    figure.update_xaxes(
        side="top",
        tickvals=list(range(len(grades.keys))),
        ticktext=[escape(label) for label in grades.labels],
        range=[-0.55, len(grades.keys) - 0.45],
        showgrid=False,
        ticks="",
        tickangle=0,
    )
    axis = Axis([row.claim_id for row in rows], [shorten(row.label, LABEL) for row in rows])
    set_angle_axis(figure, axis, [row.is_flagged for row in rows], colours)
    return figure


def _places(
    row: ClaimRow, place: int, column: dict[str, int], is_first_hand: bool
) -> list[tuple[float, int, int, str]]:
    """Return x, y, claim id and hover of a row's dots of one sort, side by side in their columns."""
    cells: dict[str, list[OriginDot]] = defaultdict(list)
    for dot in sorted(row.dots, key=lambda dot: not dot.is_first_hand):
        cells[dot.grade].append(dot)
    found = []
    for grade, dots in cells.items():
        step = min(CLOSEST, CELL / len(dots))
        for number, dot in enumerate(dots):
            if dot.is_first_hand == is_first_hand:
                found.append((column[grade] + (number - (len(dots) - 1) / 2) * step, place, row.claim_id, dot.hover))
    return found
