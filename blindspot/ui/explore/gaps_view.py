"""The gaps page: the strongest gap as an answer, the two pictures, then every other angle with its grade."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from blindspot.charts import matrix_top
from blindspot.explore.coverage import count_cells, works_per_creator
from blindspot.explore.coverage_types import Gap
from blindspot.explore.filters import Filters
from blindspot.explore.gaps import GapList, find_gaps
from blindspot.settings import read_settings
from blindspot.ui import address, empty_states
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.explore.closing_notice import show_closing_gaps
from blindspot.ui.explore.columns import creator_columns, say_creators_undrawn
from blindspot.ui.explore.demand_view import show_demand_list, show_quadrant
from blindspot.ui.explore.gap_card import show_gap_card, show_gap_row
from blindspot.ui.explore.pictures import show_matrix, show_shares, sort_angles
from blindspot.ui.explore.scope_line import show_scope
from blindspot.ui.explore.works_view import open_works
from blindspot.ui.filters import choose_filters
from blindspot.ui.widget_functions import known, named_by

SUPPLY, DEMAND = "supply", "demand"


def show_gaps(desk: Desk) -> None:
    """Draw the page."""
    filters = choose_filters(desk, has_import=True)
    if desk.topic is None:
        empty_states.no_topic(desk)
        return
    found = find_gaps(desk.store, desk.topic.topic_id, current_line(), filters)
    show_scope(desk, found.scope)
    show_closing_gaps(desk, found.line)
    if not found.scope.works:
        empty_states.no_works(desk)
        return
    if not found.gaps:
        empty_states.no_angles(desk)
        return
    angle_ids = {
        row["key"]: row["angle_id"] for row in desk.store.rows("library/topic_angles", topic_id=desk.topic.topic_id)
    }
    gap = gap_in_view(found)
    show_gap_card(desk, found, gap, angle_ids[gap.angle.angle], filters)
    _show_pictures(desk, found, filters)
    _show_list_head(desk)
    for other in found.gaps:
        if other is not gap:
            show_gap_row(desk, found, other, angle_ids[other.angle.angle], filters)


def current_line() -> float:
    """Return the user's line as a share; the widget that sets it stands further down the page."""
    key = address.restore("line", round(read_settings().line * 100), _read_line)
    percent: float = st.session_state[key]
    return percent / 100


def gap_in_view(found: GapList) -> Gap:
    """Return the gap that the address names, else the most promising one."""
    words = address.landing_words("gap")
    return next((gap for gap in found.gaps if words and gap.angle.angle == words[0]), found.gaps[0])


def _show_pictures(desk: Desk, found: GapList, filters: Filters) -> None:
    has_demand = any(demand.is_any for demand in found.demand.values())
    key = address.restore("picture", SUPPLY, lambda words: words[0] if words[0] in (SUPPLY, DEMAND) else None)
    if has_demand and st.session_state[key] == DEMAND:
        _show_demand_pictures(desk, found)
    else:
        _show_supply_pictures(desk, found, filters, has_demand)


def _head(desk: Desk, picture: str, is_switch: bool, hint: str) -> None:
    """Name the picture; where there is another one, the name is the switch between them."""
    t = desk.t
    names = {SUPPLY: t("Who says what"), DEMAND: t("Supply and demand")}
    if not is_switch:
        st.markdown(f"**{names[picture]}** :gray[{hint}]")
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        chosen = st.segmented_control(
            t("Picture"),
            list(names),
            format_func=named_by(names),
            key=address.key_of("picture"),
            required=True,
            label_visibility="collapsed",
            persist_state="session",
            width="content",
        )
        st.caption(hint, width="content")
    address.keep("picture", [] if chosen == SUPPLY else [known(chosen)])


def _show_demand_pictures(desk: Desk, found: GapList) -> None:
    t = desk.t
    picture, table = st.columns([0.53, 0.47], gap="small")
    with picture, st.container(border=True, height="stretch"):
        _head(desk, DEMAND, True, t("open circles are gaps; the larger, the more questions"))
        show_quadrant(desk, found)
    with table, st.container(border=True, height="stretch"):
        st.markdown(f"**{t('What asks for it')}** :gray[{t('choose a row to see the gap')}]")
        show_demand_list(desk, found)


def _show_supply_pictures(desk: Desk, found: GapList, filters: Filters, has_demand: bool) -> None:
    t = desk.t
    angles = sort_angles([gap.angle for gap in found.gaps])
    who, how_much = st.columns([0.63, 0.37], gap="small")
    with who, st.container(border=True, height="stretch"):
        _head(desk, SUPPLY, has_demand, t("angle × creator; click a cell to see the works"))
        creators = works_per_creator(desk.store, topic_of(desk).topic_id, filters)
        columns = creator_columns(desk, creators)
        drawn = replace(filters, creators=tuple(columns.keys))
        cells = count_cells(desk.store, topic_of(desk).topic_id, drawn, "creator")
        clicked = show_matrix(desk, angles, cells, columns, "creator_key", key="gaps_matrix")
        for words in say_creators_undrawn(desk, len(creators) - len(columns.keys)):
            st.caption(words)
        if clicked:
            open_works(angle=clicked[0], creator=int(clicked[1]), role="competitor")
    with how_much, st.container(border=True, height="stretch"):
        st.markdown(f"**{t('How much of it')}** :gray[{t('share of works, 95 % interval')}]")
        show_shares(desk, angles, found.scope, found.line, key="gaps_shares", top=matrix_top(columns))


def _show_list_head(desk: Desk) -> None:
    t = desk.t
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.subheader(t("The other angles, the most promising first"), anchor=False)
        st.space("stretch")
        with st.container(width=280):
            line = st.slider(
                t("Few: share of creators under"),
                1,
                50,
                key=address.key_of("line"),
                format="%d %%",
                persist_state="session",
                help=t("An angle that fewer creators cover counts as few; it is also the bound for moderate evidence."),
            )
    address.keep("line", [] if line == round(read_settings().line * 100) else [str(line)])


def _read_line(words: list[str]) -> int | None:
    return int(words[0]) if words[0].isdecimal() and 1 <= int(words[0]) <= 50 else None
