"""The two pictures of coverage: who says what (clickable), and how much of the works that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from blindspot.charts import Axis, OwnColumn, Share, coverage_matrix, draw_own_side, share_intervals
from blindspot.explore.coverage_types import AngleCoverage, Scope
from blindspot.ui.desk import Desk
from blindspot.ui.names import angle_name
from blindspot.ui.widget_functions import known

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def sort_angles(angles: Sequence[AngleCoverage]) -> list[AngleCoverage]:
    """Return the angles with the most covered first and the gaps last."""
    return sorted(angles, key=lambda angle: (-angle.works, -angle.creators, angle.position))


def show_matrix(
    desk: Desk,
    angles: Sequence[AngleCoverage],
    cells: list[dict[str, Any]],
    columns: Axis,
    by: str,
    key: str,
    own: Sequence[OwnColumn] = (),
) -> tuple[str, Any] | None:
    """Draw angle × column, and our own columns apart; return the clicked cell as (angle key, column key)."""
    t = desk.t
    rows = Axis(
        [angle.angle for angle in angles], [angle_name(angle.name, desk.language, angle.angle) for angle in angles]
    )
    figure = coverage_matrix(
        rows,
        columns,
        {(cell["angle"], cell[by]): cell["works"] for cell in cells},
        desk.colours,
        missing={angle.angle for angle in angles if not angle.works},
        hover=lambda angle, column, works: t.plural(
            "{angle} × {column}: {n} work", "{angle} × {column}: {n} works", works, angle=angle, column=column
        ),
        gap_label=t("no work"),
    )
    if own:
        draw_own_side(figure, rows, own, len(columns.keys), desk.colours)
    event = st.plotly_chart(figure, key=key, on_select="rerun", selection_mode="points", config=CONFIG, theme=None)
    points = event.selection.points if event else []
    clicked = [point["customdata"] for point in points if point.get("customdata")]
    return (clicked[0][0], clicked[0][1]) if clicked else None


def upper_bound(angle: AngleCoverage) -> float | None:
    """Return the upper 95 % bound of an angle's share of works, a zero's with a creator's works taken as related."""
    return angle.share_high if angle.works else angle.share_high_clustered


def show_shares(
    desk: Desk, angles: Sequence[AngleCoverage], scope: Scope, line: float | None, key: str, *, top: int = 34
) -> None:
    """Draw each angle's share of works with its exact 95 % interval; for zeros the bound that counts by creator."""
    shares = []
    for angle in angles:
        high = upper_bound(angle)
        fraction = f"{desk.t.number(angle.works)}/{desk.t.number(scope.works)}"
        note = f"{fraction} · ≤{desk.t.percent_at_most(high)}" if angle.works == 0 else fraction
        shares.append(
            Share(
                angle.angle,
                angle_name(angle.name, desk.language, angle.angle),
                angle.works / scope.works,
                known(angle.share_low),
                known(high),
                note,
                angle.works == 0,
            )
        )
    st.plotly_chart(share_intervals(shares, line, desk.colours, top=top), key=key, config=CONFIG, theme=None)
