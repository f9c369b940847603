"""The works page: every count elsewhere opens here, as the rows that it counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import ceil

import streamlit as st

from blindspot.explore.filters import Filters
from blindspot.explore.works import Selection, Work, count_works, list_works, other_works
from blindspot.library.creators import list_creators
from blindspot.ui import address, empty_states
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.explore.works_table import offer_download
from blindspot.ui.filters import choose_filters
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name
from blindspot.ui.works_list import show_work

PAGE_SIZE = 20
ANY = ""
UNLABELLED = "(unlabelled)"


def open_works(*, angle: str = ANY, creator: int | None = None, week: date | None = None, role: str = "") -> None:
    """Go to the works behind a number: of an angle, of a creator, of a week that starts on that day.

    `role` is for pages that count one role without offering the choice.
    """
    if role:
        address.put("role", role, [] if role == "competitor" else [role])
    address.put("angle", angle or ANY, [angle] if angle else [])
    address.put("by", creator, [str(creator)] if creator else [])
    address.put("week", week, [week.isoformat()] if week else [])
    address.put("q", "", [])
    st.session_state[address.key_of("page")] = 1
    st.switch_page("pages/explore/works.py", query_params=dict(st.query_params))


def show_works(desk: Desk) -> None:
    """Draw the page."""
    filters = choose_filters(desk, has_role=True)
    if desk.topic is None:
        empty_states.no_topic(desk)
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        selection = _choose_selection(desk)
        filters = _narrow(desk, filters)
        selection = replace(selection, week=_choose_week(desk))
    total = count_works(desk.store, desk.topic.topic_id, filters, selection)
    if not total:
        _say_empty(desk, selection)
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(desk.t.plural("{n} work", "{n} works", total))
        st.space("stretch")
        offer_download(desk, filters, selection)
    pages = ceil(total / PAGE_SIZE)
    key = address.key_of("page")
    st.session_state[key] = min(max(1, st.session_state.get(key) or 1), pages)
    first = (st.session_state[key] - 1) * PAGE_SIZE
    for work in list_works(desk.store, desk.topic.topic_id, filters, selection, first=first, most=PAGE_SIZE):
        show_work(
            desk, work, angle=_angle_in_view(), search=selection.search, actions=lambda work=work: _others(desk, work)
        )
    if pages > 1:
        st.pagination(pages, key=key)


def _angle_in_view() -> str | None:
    angle = st.session_state.get(address.key_of("angle"))
    return angle if angle not in (None, ANY, UNLABELLED) else None


def _choose_selection(desk: Desk) -> Selection:
    t = desk.t
    angles = {row["key"]: row for row in desk.store.rows("library/topic_angles", topic_id=topic_of(desk).topic_id)}
    options = [ANY, UNLABELLED, *angles]
    key = address.restore("angle", ANY, lambda words: words[0] if words[0] in options else None)
    if st.session_state[key] not in options:
        st.session_state[key] = ANY

    def label(option: str) -> str:
        if option == ANY:
            return t("all angles")
        if option == UNLABELLED:
            return t("unlabelled")
        row = angles[option]
        return angle_name({"zh": row["name_zh"], "en": row["name_en"]}, desk.language, option)

    with st.container(width=240):
        angle = st.selectbox(t("Angle"), options, format_func=label, key=key, persist_state="session")
    address.keep("angle", [angle] if angle else [])
    search_key = address.restore("q", "", lambda words: words[0])
    with st.container(width=260):
        search = st.text_input(
            t("Words"), key=search_key, persist_state="session", placeholder=t("in title, text, hashtags, transcript")
        )
    address.keep("q", [search] if search else [])
    angle_id = angles[angle]["angle_id"] if angle in angles else None
    return Selection(angle_id=angle_id, is_unlabelled=angle == UNLABELLED, search=search or "")


def _narrow(desk: Desk, filters: Filters) -> Filters:
    key = address.restore("by", None, _read_key)
    creator_key = st.session_state[key]
    address.keep("by", [str(creator_key)] if creator_key else [])
    if not creator_key:
        return filters
    creators = list_creators(desk.store)
    names = creators.loc[creators["creator_key"] == creator_key, "name"].dropna()
    name = names.iloc[0] if len(names) else desk.t("unknown creator")
    st.button(
        desk.t("Only {creator}", creator=escape_markdown(name)),
        icon=":material/close:",
        on_click=address.forget,
        args=("by",),
        help=desk.t("Show all creators again"),
        key="works_all_creators",
    )
    return replace(filters, creators=(creator_key,))


def _choose_week(desk: Desk) -> date | None:
    key = address.restore("week", None, _read_day)
    week: date | None = st.session_state[key]
    address.keep("week", [week.isoformat()] if week else [])
    if week:
        st.button(
            desk.t("Week of {day}", day=desk.t.day(week)),
            icon=":material/close:",
            on_click=address.forget,
            args=("week",),
            help=desk.t("Show all weeks again"),
            key="works_all_weeks",
        )
    return week


def _read_key(words: list[str]) -> int | None:
    return int(words[0]) if words[0].isdecimal() and len(words[0]) < 19 else None


def _read_day(words: list[str]) -> date | None:
    try:
        return date.fromisoformat(words[0])
    except ValueError:
        return None


def _others(desk: Desk, work: Work) -> None:
    t = desk.t
    with st.popover(t("More of this creator"), icon=":material/person_search:", type="tertiary"):
        others = other_works(desk.store, work)
        if others.empty:
            st.caption(t("No other work of this creator is imported."))
        for row in others.itertuples():
            day = t.day(row.published_at.date()) if row.published_at == row.published_at else t("no date")
            title = escape_markdown((row.title or "—")[:80])
            st.markdown(f"{title}  \n:gray[{day}]")


def _say_empty(desk: Desk, selection: Selection) -> None:
    t = desk.t
    with st.container(border=True):
        if selection.is_unlabelled:
            st.subheader(t("Every work has an angle"), anchor=False)
            st.write(t("Nothing in view is left unlabelled."))
            return
        st.subheader(t("No works in view"), anchor=False)
        st.write(t("No imported work fits. Clear a filter, choose another angle, or try other words."))
