"""Who says what: works per angle and column as shaded cells that can be clicked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from math import cos, radians, sin
from typing import Any

import numpy as np
import plotly.graph_objects as go

from blindspot.charts.frame import Axis, as_given, escape, label_width, set_angle_axis, set_frame
from blindspot.charts.palette import Palette

MOST_CELL_TEXTS = 1_200
COLUMN_LABEL = 12
SLANT = 38
"""Degrees by which the labels of the columns rise."""
LEAST_CELL = 12
"""Pixels of a cell on a telephone."""
NOTHING = "rgba(0,0,0,0)"

Hover = Callable[[str, str, int], str]


def coverage_matrix(
    angles: Axis,
    columns: Axis,
    counts: dict[tuple[Any, Any], int],
    colours: Palette,
    *,
    missing: Collection[Any],
    hover: Hover,
    gap_label: str,
) -> go.Figure:
    """Draw works per angle (rows) and column; `missing` angles are framed in the colour of what is missing.

    Which are missing is the caller's to say: an angle may well be covered outside the columns that are drawn. `counts`
    maps (angle key, column key) to works. `hover` says (angle, column, works) in words. Cells are square markers, since
    heatmaps return no click; a point's customdata is (angle key, column key).
    """
    works = [[counts.get((angle, column), 0) for column in columns.keys] for angle in angles.keys]
    filled = [(r, c) for r, row in enumerate(works) for c, count in enumerate(row) if count]
    values = [works[r][c] for r, c in filled]
    highest = max(values, default=1)
    figure = go.Figure()
    shares = [value / highest for value in values]
    xs, ys = as_given([c for _, c in filled]), as_given([r for r, _ in filled])
    # every cell, also those of zero: a grid with holes is drawn with cells that stretch across them
    figure.add_trace(
        go.Heatmap(
            x0=0,
            dx=1,
            y0=0,
            dy=1,
            z=np.array(works, dtype=int).reshape(len(angles.keys), len(columns.keys)),
            zmin=0,
            zmax=highest,
            colorscale=_scale(colours, highest),
            showscale=False,
            hoverinfo="skip",
            xgap=3,
            ygap=3,
        )
    )
    show_text = len(filled) <= MOST_CELL_TEXTS
    figure.add_trace(
        go.Scatter(
            x=xs,
            y=ys,
            mode="markers+text" if show_text else "markers",
            marker={"symbol": "square", "size": 26, "color": NOTHING},
            text=as_given([str(value) for value in values]) if show_text else None,
            textfont={"color": as_given([colours.on_scale[share > 0.6] for share in shares]), "size": 13}
            if show_text
            else None,
            customdata=as_given([(angles.keys[r], columns.keys[c]) for r, c in filled]),
            hovertext=as_given(
                [
                    escape(hover(angles.labels[r], columns.labels[c], value))
                    for (r, c), value in zip(filled, values, strict=True)
                ]
            ),
            hoverinfo="text",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}, "textfont": {"color": colours.text}},
        )
    )
    is_missing = [key in missing for key in angles.keys]
    for row in range(len(angles.keys)):
        if is_missing[row]:
            figure.add_shape(
                type="rect",
                x0=-0.46,
                x1=len(columns.keys) - 0.54,
                y0=row - 0.42,
                y1=row + 0.42,
                line={"color": colours.missing, "width": 1.5, "dash": "dot"},
                fillcolor=colours.missing_soft,
                opacity=0.6,
            )
            figure.add_annotation(
                x=(len(columns.keys) - 1) / 2, y=row, text=gap_label, showarrow=False, font={"color": colours.missing}
            )
    labels = columns.ticks(COLUMN_LABEL)
    set_frame(figure, colours, rows=len(angles.keys), top=matrix_top(columns), right=room_beside(labels))
    figure.update_xaxes(
        side="top",
        ticks="",
        tickangle=-SLANT,
        tickvals=list(range(len(columns.keys))),
        ticktext=[escape(label) for label in labels],
        range=[-0.5, len(columns.keys) - 0.5],
        showgrid=False,
    )
    set_angle_axis(figure, angles, is_missing, colours)
    return figure


def matrix_top(columns: Axis) -> int:
    """Return the height in pixels that the slanted labels of a matrix take."""
    return round(
        16 + max((label_width(label) for label in columns.ticks(COLUMN_LABEL)), default=0) * sin(radians(SLANT))
    )


def room_beside(labels: Sequence[str]) -> int:
    """Return the pixels that slanted labels need on the right of a matrix; Plotly hides one that has no room."""
    reach = cos(radians(SLANT))
    behind = (label_width(label) * reach - (place + 0.5) * LEAST_CELL for place, label in enumerate(reversed(labels)))
    return round(8 + max(behind, default=0))


def _scale(colours: Palette, highest: int) -> list[list[float | str]]:
    """Return the colours of 0 to `highest` works, with none for zero."""
    least = 0.5 / highest
    stops: list[list[float | str]] = [[share, colour] for share, colour in colours.scale if share > least]
    return [[0, NOTHING], [least, NOTHING], [least, colours.scale[0][1]], *stops]
