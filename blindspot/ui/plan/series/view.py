"""The series page: one series, its episodes in order or by perspective, its calendar, its timeline."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from blindspot.domain import Series
from blindspot.plan.loading import load_series
from blindspot.plan.series import Need, Repeat, every_series, find_needs, find_repeats, proposals_to_plan
from blindspot.settings import read_settings
from blindspot.ui.desk import Desk
from blindspot.ui.editing.conflict_notice import show_conflict
from blindspot.ui.editing.history_panel import offer_undo
from blindspot.ui.empty_states import say_empty
from blindspot.ui.fragment import fragment
from blindspot.ui.plan.series.bin import show_series_bin
from blindspot.ui.plan.series.choice import choose_series, offer_series, say_no_series
from blindspot.ui.plan.series.episode import edit_episode
from blindspot.ui.plan.series.head import show_head
from blindspot.ui.plan.series.order import choose_episode, show_order
from blindspot.ui.plan.series.pictures import show_calendar, show_timeline
from blindspot.ui.switch import switch

VIEW = "as"


@fragment
def show_series(desk: Desk) -> None:
    """Draw the page."""
    every = every_series(desk.store)
    entries = [entry for entry in every if not entry.is_binned]
    proposals = proposals_to_plan(desk.store)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.header(desk.t("Series"), anchor=False, width="content")
        series_id = choose_series(desk, entries) if entries else None
        offer_series(desk, proposals)
        if series_id is not None:
            offer_undo(desk, f"series:{series_id}")
    if series_id is None:
        if entries:
            st.warning(desk.t("That series is not there any more; it may be in the bin. Choose another one above."))
        else:
            say_no_series(desk)
        show_series_bin(desk, every, None)
        return
    scope = f"series:{series_id}"
    show_conflict(desk, scope)
    series = load_series(desk.store, series_id)
    view = show_head(desk, series, proposals, _choose_view)
    if not series.episodes:
        _say_no_episodes(desk)
    elif view in ("order", "perspectives"):
        _show_episodes(desk, series, proposals, by_perspective=view == "perspectives")
    elif view == "calendar":
        show_calendar(desk, series)
    else:
        show_timeline(desk, series)
    show_series_bin(desk, every, series)


def _choose_view(desk: Desk) -> str:
    t = desk.t
    names = {
        "order": t("Order"),
        "perspectives": t("Perspectives"),
        "calendar": t("Calendar"),
        "timeline": t("Timeline"),
    }
    return switch(VIEW, t("View"), names)


def _show_episodes(desk: Desk, series: Series, proposals: Mapping[str, str], *, by_perspective: bool) -> None:
    needs: dict[int, tuple[Need, ...]] = find_needs(series, read_settings().today)
    repeats: dict[int, tuple[Repeat, ...]] = find_repeats(desk.store, series)
    # columns that do not fit are cut by the edge, so that one sees that there are more
    share = 0.65 if by_perspective else 0.58
    board, editor = st.columns([share, 1 - share], gap="medium")
    with board:
        show_order(desk, series, needs, repeats, by_perspective=by_perspective)
    with editor:
        episode = choose_episode(desk, series)
        if episode is None:
            st.warning(desk.t("That episode is not in this series any more; it may be in the bin. Choose another one."))
            return
        said_before = repeats.get(episode.episode_id, ())
        edit_episode(desk, series, episode, proposals, needs[episode.episode_id], said_before)


def _say_no_episodes(desk: Desk) -> None:
    t = desk.t
    say_empty(
        t("No episode yet"), t("Add the first one above: a title is enough, or take a proposal from the shortlist.")
    )
