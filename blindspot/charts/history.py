"""How an angle grew: works and creators after each import, as two steps of lines."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from blindspot.charts.frame import escape, set_frame
from blindspot.charts.palette import Palette

ROWS = 2
ROOM_FOR_DAYS = 24
MOST_TICKS = 6


def growth_lines(
    days: Sequence[str], works: Sequence[int], creators: Sequence[int], names: tuple[str, str], colours: Palette
) -> go.Figure:
    """Draw both counts over the imports in order, one step an import; `names` (works, creators) stand at the ends."""
    figure = go.Figure()
    places = list(range(len(days)))
    for counts, name, colour, dash in (
        (works, names[0], colours.there, "solid"),
        (creators, names[1], colours.quiet, "dot"),
    ):
        figure.add_trace(
            go.Scatter(
                x=places,
                y=counts,
                mode="lines+markers",
                line={"color": colour, "width": 2, "shape": "hv", "dash": dash},
                marker={"size": 6, "color": colour},
                hovertext=[escape(f"{day}: {name} {count}") for day, count in zip(days, counts, strict=True)],
                hoverinfo="text",
            )
        )
    set_frame(figure, colours, rows=ROWS, top=8 + ROOM_FOR_DAYS, right=110)
    figure.update_layout(margin={"t": 8, "b": 8 + ROOM_FOR_DAYS})
    _name_ends(figure, works[-1], creators[-1], names, colours)
    step = max(1, -(-len(days) // MOST_TICKS))
    figure.update_xaxes(
        tickvals=places[::step], ticktext=[escape(day) for day in days[::step]], showgrid=False, ticks=""
    )
    figure.update_yaxes(
        rangemode="tozero",
        range=[-0.15, max(max(works), 1) * 1.25],
        nticks=3,
        automargin=True,
        tickformat="d",
        gridcolor=colours.grid,
        zeroline=False,
        fixedrange=True,
    )
    return figure


def _name_ends(figure: go.Figure, works: int, creators: int, names: tuple[str, str], colours: Palette) -> None:
    """Write both names beside the last points, apart even where the counts are near each other."""
    is_close = works - creators < max(works, 1) * 0.3
    for count, name, colour, shift in (
        (works, names[0], colours.there, 9 if is_close else 0),
        (creators, names[1], colours.quiet, -9 if is_close else 0),
    ):
        figure.add_annotation(
            x=1,
            xref="paper",
            y=count,
            text=f"{escape(name)} {count}",
            showarrow=False,
            xanchor="left",
            xshift=8,
            yshift=shift,
            font={"color": colour, "size": 12},
        )
