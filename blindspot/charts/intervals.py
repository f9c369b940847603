"""How much of it: each angle's share of works within its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from blindspot.charts.frame import Axis, escape, set_angle_axis, set_frame
from blindspot.charts.palette import Palette


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
    set_frame(figure, colours, rows=len(shares), top=top)
    figure.update_xaxes(
        side="top", ticks="", tickformat=".0%", range=[-0.04, min(furthest + 0.35, 1.35)], gridcolor=colours.grid
    )
    figure.update_xaxes(tickvals=[value / 5 for value in range(6) if value / 5 <= furthest + 0.2])
    axis = Axis([share.key for share in shares], [share.label for share in shares])
    set_angle_axis(figure, axis, [share.is_gap for share in shares], colours)
    return figure
