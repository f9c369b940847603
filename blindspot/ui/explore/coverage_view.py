"""The coverage page: angle × creator, platform or week as a picture and as a table, with exact intervals."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from blindspot.charts import Axis
from blindspot.explore.coverage import count_cells, measure_coverage, works_per_creator
from blindspot.explore.coverage_types import AngleCoverage, Scope
from blindspot.explore.filters import Filters
from blindspot.ui import address, empty_states
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.explore.columns import (
    creator_columns,
    platform_columns,
    say_creators_undrawn,
    week_columns,
)
from blindspot.ui.explore.own_columns import OWN, open_own, own_columns
from blindspot.ui.explore.pictures import show_matrix, show_shares, sort_angles, upper_bound
from blindspot.ui.explore.scope_line import show_scope
from blindspot.ui.explore.works_view import UNLABELLED, open_works
from blindspot.ui.filters import choose_filters
from blindspot.ui.names import angle_name
from blindspot.ui.switch import switch
from blindspot.ui.texts import Translator


def show_coverage(desk: Desk) -> None:
    """Draw the page."""
    filters = choose_filters(desk, has_role=True)
    if desk.topic is None:
        empty_states.no_topic(desk)
        return
    scope, angles = measure_coverage(desk.store, desk.topic.topic_id, filters)
    show_scope(desk, scope)
    if not scope.works:
        empty_states.no_works(desk)
        return
    if not angles:
        empty_states.no_angles(desk)
        return
    ordered = sort_angles(angles)
    _show_who(desk, ordered, scope, filters)
    with st.container(border=True):
        st.markdown(f"**{desk.t('How much of it')}** :gray[{desk.t('share of works, 95 % interval')}]")
        show_shares(desk, ordered, scope, None, key="coverage_shares")
    _show_table(desk, ordered, scope)


def _show_who(desk: Desk, angles: list[AngleCoverage], scope: Scope, filters: Filters) -> None:
    t = desk.t
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{t('Who says what')}** :gray[{t('click a cell to see the works')}]")
            st.space("stretch")
            by = _choose_side(desk)
        cells, columns, not_drawn = _cells_and_columns(desk, angles, by, scope, filters)
        column = "creator_key" if by == "creator" else by
        own = own_columns(desk, angles, scope)
        clicked = show_matrix(desk, angles, cells, columns, column, key=f"who_{by}", own=own)
        for words in not_drawn:
            st.caption(words)
        _show_unlabelled(desk, scope)
    if clicked:
        _follow(by, clicked)


def _choose_side(desk: Desk) -> str:
    t = desk.t
    labels = {"creator": t("by creator"), "week": t("by week"), "platform": t("by platform")}
    return switch("side", t("Columns"), labels)


def _cells_and_columns(
    desk: Desk, angles: list[AngleCoverage], by: str, scope: Scope, filters: Filters
) -> tuple[list[dict[str, Any]], Axis, list[str]]:
    """Return the cells to draw, their columns, and sentences on what is counted without a column."""
    topic_id = topic_of(desk).topic_id
    if by == "creator":
        creators = works_per_creator(desk.store, topic_id, filters)
        columns = creator_columns(desk, creators)
        drawn = replace(filters, creators=tuple(columns.keys))
        cells = count_cells(desk.store, topic_id, drawn, by)
        return cells, columns, say_creators_undrawn(desk, len(creators) - len(columns.keys))
    cells = count_cells(desk.store, topic_id, filters, by)
    if by == "week":
        has_undated = sum(cell["works"] for cell in cells) < sum(angle.works for angle in angles)
        columns, not_drawn = week_columns(desk, (cell["week"] for cell in cells), has_undated=has_undated)
        return cells, columns, not_drawn
    return cells, platform_columns(desk, scope), []


def _follow(by: str, clicked: tuple[str, Any]) -> None:
    angle, column = clicked
    if column in OWN:
        open_own(angle, column)
    elif by == "creator":
        open_works(angle=angle, creator=int(column))
    elif by == "week":
        open_works(angle=angle, week=pd.Timestamp(column).date())
    else:
        address.put_next("platform", [column])
        open_works(angle=angle)


def _show_unlabelled(desk: Desk, scope: Scope) -> None:
    t = desk.t
    if not scope.unlabelled:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            t(
                "{n} of {all} works have no angle ({share}): a gap may be a word that the codebook lacks.",
                n=t.number(scope.unlabelled),
                all=t.number(scope.works),
                share=t.percent(scope.unlabelled / scope.works),
            )
        )
        if st.button(
            t("See the unlabelled"), type="tertiary", icon=":material/help_center:", key="coverage_unlabelled"
        ):
            open_works(angle=UNLABELLED)


def _show_table(desk: Desk, angles: list[AngleCoverage], scope: Scope) -> None:
    t = desk.t
    with st.container(border=True):
        st.markdown(f"**{t('The figures')}** :gray[{t('choose a row to see its works')}]")
        rows = [
            {
                t("Angle"): angle_name(angle.name, desk.language, angle.angle),
                t("Works"): angle.works,
                t("Creators"): angle.creators,
                t("Share of works"): t.percent(angle.works / scope.works),
                t("95 % interval"): interval(t, angle.share_low, upper_bound(angle)),
                t("Share of creators"): t.percent(angle.creators / scope.creators),
                t("95 % interval (creators)"): interval(t, angle.creator_share_low, angle.creator_share_high),
                **({t("Own works"): angle.own_works} if scope.has_own else {}),
                t("Response"): "—" if angle.lift is None else t("{times}×", times=t.number(2**angle.lift, 2)),
                t("Published"): t.day_range(angle.first_published, angle.last_published),
            }
            for angle in angles
        ]
        event = st.dataframe(
            pd.DataFrame(rows), hide_index=True, on_select="rerun", selection_mode="single-row", key="coverage_table"
        )
    chosen = event.selection.rows if event else []
    if chosen:
        open_works(angle=angles[chosen[0]].angle)


def interval(t: Translator, low: float | None, high: float | None) -> str:
    """Return an interval of shares in percent."""
    return f"{t.percent(low)} – {t.percent_at_most(high)}"
