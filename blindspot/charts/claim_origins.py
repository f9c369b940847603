"""What claims rest on: each origin a dot in its grade's column, the claim's own grade behind, what is amiss last."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from blindspot.charts.frame import Axis, as_given, escape, label_width, set_angle_axis, set_frame
from blindspot.charts.palette import Palette

CELL = 0.86
CLOSEST = 0.26
ROW_PIXELS = 46
TOP = 30
LABEL_PIXELS = 172
"""Wide enough for thirteen Chinese characters, narrow enough for a telephone."""
LABEL_LINES = 2
TOKEN = re.compile(r"[\u2e80-\uffff][，。、；：？！）》」』”’…]*|[^\s\u2e80-\uffff]+\s*|\s+")


@dataclass(frozen=True)
class OriginDot:
    """One origin of a claim in the column of its best use; `hover` says who it is and what it is worth."""

    grade: str
    hover: str
    is_first_hand: bool


@dataclass(frozen=True)
class ClaimRow:
    """One claim with its own grade; `flags` says what about it is to be looked at, a sentence each."""

    claim_id: int
    label: str
    grade: str
    flags: Sequence[str]
    dots: Sequence[OriginDot]


def claim_origins(rows: Sequence[ClaimRow], grades: Axis, look_at: str, colours: Palette) -> go.Figure:
    """Draw claims (rows) × grades (columns); filled dots speak first-hand, open ones pass on what others found.

    A last column, headed `look_at`, has a mark for each flag. A point's customdata is the claim's id.
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
    figure.add_trace(_flags(rows, len(grades.keys), colours))
    set_frame(figure, colours, rows=max(len(rows), 1), top=TOP)
    figure.update_xaxes(
        side="top",
        tickvals=list(range(len(grades.keys) + 1)),
        ticktext=[escape(label) for label in (*grades.labels, look_at)],
        range=[-0.55, len(grades.keys) + 0.55],
        showgrid=False,
        ticks="",
        autotickangles=[0, 60],
        automargin=True,
    )
    figure.update_layout(height=max(len(rows), 1) * ROW_PIXELS + TOP + 12)
    set_angle_axis(figure, Axis([row.claim_id for row in rows], [""] * len(rows)), [False] * len(rows), colours)
    figure.update_yaxes(ticktext=[_wrap(row.label) for row in rows])
    return figure


def _flags(rows: Sequence[ClaimRow], column: int, colours: Palette) -> go.Scatter:
    """Return a mark for each flag, side by side in their column."""
    marks = [
        (column + (number - (len(row.flags) - 1) / 2) * min(CLOSEST, CELL / len(row.flags)), place, row.claim_id, flag)
        for place, row in enumerate(rows)
        for number, flag in enumerate(row.flags)
    ]
    return go.Scatter(
        x=[x for x, _, _, _ in marks],
        y=[y for _, y, _, _ in marks],
        mode="markers",
        marker={"symbol": "triangle-up", "size": 13, "color": colours.missing},
        customdata=as_given([claim_id for _, _, claim_id, _ in marks]),
        hovertext=[escape(flag) for _, _, _, flag in marks],
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _wrap(label: str) -> str:
    """Return the label broken into lines where it is too long for one, and cut where two do not hold it."""
    lines = [""]
    for token in TOKEN.findall(label):
        if lines[-1] and label_width(lines[-1] + token.rstrip()) > LABEL_PIXELS:
            lines.append("")
        lines[-1] += token
    if len(lines) > LABEL_LINES:
        lines = [*lines[: LABEL_LINES - 1], f"{lines[LABEL_LINES - 1].rstrip()[:-1]}…"]
    return "<br>".join(escape(line.rstrip()) for line in lines)


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
