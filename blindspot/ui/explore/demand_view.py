"""Supply against demand: the picture, and the same as a list; a click on either puts that gap in view."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from blindspot.charts import Corner, Point, demand_quadrant
from blindspot.explore.coverage_types import Gap
from blindspot.explore.gaps import GapList
from blindspot.ui import address
from blindspot.ui.desk import Desk
from blindspot.ui.explore.demand_parts import demand_text
from blindspot.ui.explore.pictures import CONFIG
from blindspot.ui.names import angle_name
from blindspot.ui.widget_functions import known

PICTURE, TABLE = "demand_picture", "demand_table"
WIDTHS = (128, 60, 74, 52, 76)


def show_quadrant(desk: Desk, found: GapList) -> None:
    """Draw every angle at the share of creators that cover it and at what asks for it."""
    t = desk.t
    by_origins = any(gap.angle.demand_sources for gap in found.gaps)
    words = Corner(
        supply=t("share of creators who cover it (95 % interval)"),
        demand=t("independent origins") if by_origins else t("questions of viewers"),
        wanted=t("asked for, not covered"),
    )
    points = [_point(desk, found, gap, by_origins) for gap in found.gaps]
    st.plotly_chart(
        demand_quadrant(points, found.line, words, desk.colours),
        key=PICTURE,
        config=CONFIG,
        theme=None,
        on_select=_take_point,
        selection_mode="points",
    )


def show_demand_list(desk: Desk, found: GapList) -> None:
    """Draw the parts of demand beside the supply, an angle a row, the most promising first."""
    t = desk.t
    rows = [
        {
            t("Angle"): _name(desk, gap),
            t("Creators"): f"{t.count(gap.angle.creators)}/{t.count(found.scope.creators)}",
            t("Origins"): gap.angle.demand_sources,
            t("Claims"): gap.angle.demand_claims,
            t("Questions"): gap.angle.demand_questions,
        }
        for gap in found.gaps
    ]
    keys = [gap.angle.angle for gap in found.gaps]
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        on_select=lambda: _take_row(keys),
        selection_mode="single-row",
        key=TABLE,
        height="content",
        column_config={name: st.column_config.Column(width=width) for name, width in zip(rows[0], WIDTHS, strict=True)},
    )


def _point(desk: Desk, found: GapList, gap: Gap, by_origins: bool) -> Point:
    t, angle = desk.t, gap.angle
    covering = t(
        "{n} of {all} creators cover it",
        n=t.count(angle.creators),
        all=t.count(found.scope.creators),
    )
    demand = demand_text(found.demand[angle.angle], t) or t("nothing asks for it")
    return Point(
        key=angle.angle,
        label=_name(desk, gap),
        share=angle.creators / found.scope.creators,
        low=known(angle.creator_share_low),
        high=known(angle.creator_share_high),
        demand=angle.demand_sources if by_origins else angle.demand_questions,
        weight=angle.demand_questions,
        note=f"{covering}; {demand}",
        is_gap=gap.verdict.kind in ("nobody", "few"),
    )


def _name(desk: Desk, gap: Gap) -> str:
    return angle_name(gap.angle.name, desk.language, gap.angle.angle)


def _take_point() -> None:
    points = st.session_state[PICTURE].selection.points
    if points:
        address.point_to("gap", [points[0]["customdata"]])


def _take_row(keys: list[str]) -> None:
    rows = st.session_state[TABLE].selection.rows
    if rows:
        address.point_to("gap", [keys[rows[0]]])
