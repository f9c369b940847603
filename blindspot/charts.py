"""Pictures: plain rows in, a Plotly figure out. One blue for what is there, one orange for what is missing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

ROW_PIXELS = 36
MOST_CELL_TEXTS = 1_200
COLUMN_LABEL = 10
ROW_LABEL = 22
FONT = "'Source Sans', 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"

Hover = Callable[[str, str, int], str]


@dataclass(frozen=True)
class Palette:
    """The colours of one theme."""

    text: str
    quiet: str
    grid: str
    there: str
    there_soft: str
    missing: str
    missing_soft: str
    scale: tuple[tuple[float, str], ...]
    on_scale: tuple[str, str]


LIGHT = Palette(
    text="#1a2233",
    quiet="#66708a",
    grid="#e4e8f2",
    there="#2357d8",
    there_soft="rgba(35,87,216,0.28)",
    missing="#c2410c",
    missing_soft="rgba(194,65,12,0.25)",
    scale=((0.0, "#dde7ff"), (0.5, "#7f9fec"), (1.0, "#2357d8")),
    on_scale=("#1a2233", "#ffffff"),
)
DARK = Palette(
    text="#e8ecf6",
    quiet="#98a3bd",
    grid="#2a3244",
    there="#86a5ff",
    there_soft="rgba(134,165,255,0.30)",
    missing="#f6a34d",
    missing_soft="rgba(246,163,77,0.28)",
    scale=((0.0, "#23325c"), (0.5, "#4a66b4"), (1.0, "#86a5ff")),
    on_scale=("#e8ecf6", "#0f131b"),
)


def palette(theme: str | None) -> Palette:
    """Return the colours for Streamlit's theme type ("dark" or anything else)."""
    return DARK if theme == "dark" else LIGHT


@dataclass(frozen=True)
class Axis:
    """The categories of one side of a matrix: what a click returns, and what is written there."""

    keys: Sequence[Any]
    labels: Sequence[str]


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
    cells = [(row, column) for row in range(len(angles.keys)) for column in range(len(columns.keys))]
    filled = [(r, c) for r, c in cells if counts.get((angles.keys[r], columns.keys[c]))]
    values = [counts[angles.keys[r], columns.keys[c]] for r, c in filled]
    highest = max(values, default=1)
    figure = go.Figure()
    shares = [value / highest for value in values]
    xs, ys = _as_given([c for _, c in filled]), _as_given([r for r, _ in filled])
    figure.add_trace(
        go.Heatmap(
            x=xs,
            y=ys,
            z=_as_given(values),
            zmin=0,
            zmax=highest,
            colorscale=[list(stop) for stop in colours.scale],
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
            marker={"symbol": "square", "size": 26, "color": "rgba(0,0,0,0)"},
            text=_as_given([str(value) for value in values]) if show_text else None,
            textfont={"color": _as_given([colours.on_scale[share > 0.6] for share in shares]), "size": 13}
            if show_text
            else None,
            customdata=_as_given([(angles.keys[r], columns.keys[c]) for r, c in filled]),
            hovertext=_as_given(
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
    labels = [shorten(label, COLUMN_LABEL) for label in columns.labels]
    reach = max((_width(label) for label in labels), default=0)
    _frame(figure, colours, rows=len(angles.keys), top=matrix_top(columns), right=round(8 + reach * 0.5))
    figure.update_xaxes(
        side="top",
        ticks="",
        tickangle=-38,
        tickvals=list(range(len(columns.keys))),
        ticktext=[escape(label) for label in labels],
        range=[-0.5, len(columns.keys) - 0.5],
        showgrid=False,
    )
    _angle_axis(figure, angles, is_missing, colours)
    return figure


def _as_given(values: list[Any]) -> np.ndarray:
    """Return the values as an array of objects: Plotly looks some ten times at each item of a list, but not of one."""
    return np.array(values, dtype=object)


@dataclass(frozen=True)
class Share:
    """One angle's share of works with its 95 % interval (0..1), and the words beside it."""

    key: str
    label: str
    share: float
    low: float
    high: float
    note: str
    is_gap: bool


def share_intervals(shares: Sequence[Share], line: float | None, colours: Palette, *, top: int = 34) -> go.Figure:
    """Draw each share as a dot in its interval, from 0 to 1; gaps as open circles, the user's line dotted through.

    `top` is the margin in pixels, to stand level with a matrix beside it.
    """
    figure = go.Figure()
    for is_gap, colour, soft in (
        (False, colours.there, colours.there_soft),
        (True, colours.missing, colours.missing_soft),
    ):
        rows = [(row, share) for row, share in enumerate(shares) if share.is_gap == is_gap]
        xs: list[float | None] = []
        ys: list[int | None] = []
        for row, share in rows:
            xs += [share.low, share.high, None]
            ys += [row, row, None]
        figure.add_trace(go.Scatter(x=xs, y=ys, mode="lines", line={"color": soft, "width": 9}, hoverinfo="skip"))
        figure.add_trace(
            go.Scatter(
                x=[share.share for _, share in rows],
                y=[row for row, _ in rows],
                mode="markers",
                marker={
                    "color": colour,
                    "size": 12,
                    "symbol": "circle-open" if is_gap else "circle",
                    "line": {"width": 2.5 if is_gap else 0, "color": colour},
                },
                hovertext=[escape(f"{share.label}: {share.note}") for _, share in rows],
                hoverinfo="text",
            )
        )
        for row, share in rows:
            figure.add_annotation(
                x=share.high,
                y=row,
                text=share.note,
                showarrow=False,
                xanchor="left",
                xshift=8,
                font={"color": colour if is_gap else colours.text, "size": 12},
            )
    if line is not None:
        figure.add_vline(x=line, line={"color": colours.quiet, "width": 1.2, "dash": "dot"})
    furthest = max((share.high for share in shares), default=0.5)
    _frame(figure, colours, rows=len(shares), top=top)
    figure.update_xaxes(
        side="top", ticks="", tickformat=".0%", range=[-0.04, min(furthest + 0.35, 1.35)], gridcolor=colours.grid
    )
    figure.update_xaxes(tickvals=[value / 5 for value in range(6) if value / 5 <= furthest + 0.2])
    axis = Axis([share.key for share in shares], [share.label for share in shares])
    _angle_axis(figure, axis, [share.is_gap for share in shares], colours)
    return figure


def _frame(figure: go.Figure, colours: Palette, *, rows: int, top: int, right: int = 8) -> None:
    figure.update_layout(
        height=rows * ROW_PIXELS + top + 12,
        margin={"l": 0, "r": right, "t": top, "b": 8},
        showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"color": colours.text, "size": 13, "family": FONT},
        dragmode=False,
        hovermode="closest",
    )
    figure.update_xaxes(zeroline=False, fixedrange=True, tickfont={"color": colours.text})


def _angle_axis(figure: go.Figure, angles: Axis, is_missing: Sequence[bool], colours: Palette) -> None:
    labels = [
        f"<span style='color:{colours.missing}'>{escape(shorten(label, ROW_LABEL))}</span>"
        if missing
        else escape(shorten(label, ROW_LABEL))
        for label, missing in zip(angles.labels, is_missing, strict=True)
    ]
    figure.update_yaxes(
        tickvals=list(range(len(angles.keys))),
        ticktext=labels,
        range=[len(angles.keys) - 0.5, -0.5],
        automargin=True,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        ticklabelstandoff=6,
        ticks="",
        tickfont={"color": colours.text},
    )


def matrix_top(columns: Axis) -> int:
    """Return the height in pixels that the slanted labels of a matrix take."""
    return round(26 + max((_width(shorten(label, COLUMN_LABEL)) for label in columns.labels), default=0) * 0.62)


def _width(label: str) -> float:
    return sum(13.0 if ord(character) > 0x2E7F else 7.2 for character in label)


def shorten(label: str, length: int) -> str:
    """Return the label cut to `length` characters, the last one being an ellipsis where something was cut."""
    return label if len(label) <= length else f"{label[: length - 1]}…"


def escape(label: str) -> str:
    """Return the label with nothing in it that Plotly would take for markup."""
    return label.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
