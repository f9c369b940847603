"""The filters that all views of a topic share; they live in the address, so that a view can be linked."""

from __future__ import annotations

from datetime import date

import streamlit as st

from blindspot.explore.filters import Filters
from blindspot.library.creators import ROLES, list_creators
from blindspot.ui import address
from blindspot.ui.desk import Desk, choose_topic, topic_of
from blindspot.ui.names import platform_name, role_name
from blindspot.ui.widget_functions import named_by

RESPONSES = (None, -1.0, 0.0, 1.0, 2.0)
"""Log2 of a work's response over its creator's usual: any, half, as usual, twice, four times."""


def choose_filters(desk: Desk, *, has_role: bool = False, has_import: bool = False) -> Filters:
    """Draw topic, platforms, dates and further filters in one row, perhaps a way to the import; return the filters."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        with st.container(width=260):
            choose_topic(desk)
        if desk.topic is None:
            return Filters()
        platforms = _choose_platforms(desk)
        dates = _choose_dates(desk)
        with st.popover(desk.t("More filters"), icon=":material/tune:"):
            creators = _choose_creators(desk)
            response = _choose_response(desk)
            roles = _choose_role(desk) if has_role else ("competitor",)
        _offer_reset(desk)
        if has_import:
            st.space("stretch")
            if st.button(desk.t("Import works"), icon=":material/upload:", type="primary", key="filters_import"):
                st.switch_page("pages/library/imports.py")
    return Filters(platforms, creators, dates[0], dates[1], response, roles)


def _choose_platforms(desk: Desk) -> tuple[str, ...]:
    present = desk.store.rows("explore/whole_topic", topic_id=topic_of(desk).topic_id)[0]["platforms"]
    key = address.restore("platform", [], lambda words: [word for word in words if word in present])
    st.session_state[key] = [platform for platform in st.session_state[key] or [] if platform in present]
    chosen = st.pills(
        desk.t("Platform"),
        present,
        selection_mode="multi",
        format_func=lambda platform: platform_name(platform, desk.t),
        key=key,
        persist_state="session",
    )
    address.keep("platform", chosen)
    return tuple(chosen)


def _choose_dates(desk: Desk) -> tuple[date | None, date | None]:
    key = address.restore("dates", (), _read_dates)
    with st.container(width=230):
        chosen = st.date_input(desk.t("Published"), key=key, persist_state="session", format="YYYY-MM-DD")
    days = tuple(chosen) if isinstance(chosen, tuple | list) else (chosen,)
    address.keep("dates", [day.isoformat() for day in days])
    first, last, *_ = (*days, None, None)
    return first, last


def _read_dates(words: list[str]) -> tuple[date, ...] | None:
    try:
        return tuple(date.fromisoformat(word) for word in words[:2])
    except ValueError:
        return None


def _choose_creators(desk: Desk) -> tuple[int, ...]:
    creators = list_creators(desk.store, is_sample=topic_of(desk).is_sample)
    names = dict(zip(creators["creator_key"].astype(str), creators["name"], strict=True))
    key = address.restore("creator", [], lambda words: [word for word in words if word in names])
    st.session_state[key] = [creator for creator in st.session_state[key] or [] if creator in names]
    chosen = st.multiselect(
        desk.t("Creators"),
        list(names),
        format_func=lambda creator: names[creator] if isinstance(names[creator], str) else desk.t("unknown creator"),
        key=key,
        persist_state="session",
        placeholder=desk.t("All creators"),
    )
    address.keep("creator", chosen)
    return tuple(int(creator) for creator in chosen)


def _choose_response(desk: Desk) -> float | None:
    words = {"any" if value is None else str(value): value for value in RESPONSES}
    key = address.restore("response", "any", lambda given: given[0] if given[0] in words else None)
    labels = {
        "any": desk.t("any response"),
        "-1.0": desk.t("at least half the creator's usual"),
        "0.0": desk.t("at least the creator's usual"),
        "1.0": desk.t("at least twice the creator's usual"),
        "2.0": desk.t("at least four times the creator's usual"),
    }
    chosen = st.selectbox(
        desk.t("Minimum response"),
        list(words),
        format_func=named_by(labels),
        key=key,
        persist_state="session",
        help=desk.t(
            "A work's plays (likes where plays are not known) against the median of its creator's other works; "
            "works whose creator has fewer than 3 others have no response and drop out."
        ),
    )
    address.keep("response", [] if chosen == "any" else [chosen])
    return words[chosen]


def _choose_role(desk: Desk) -> tuple[str, ...]:
    key = address.restore("role", "competitor", lambda words: words[0] if words[0] in ROLES else None)
    chosen = st.selectbox(
        desk.t("Whose works"),
        ROLES,
        format_func=lambda role: role_name(role, desk.t),
        key=key,
        persist_state="session",
    )
    address.keep("role", [] if chosen == "competitor" else [chosen])
    return (chosen,)


def _offer_reset(desk: Desk) -> None:
    names = ("platform", "dates", "creator", "response", "role")
    if any(st.query_params.get_all(name) for name in names):
        st.button(
            desk.t("Clear filters"),
            icon=":material/filter_alt_off:",
            on_click=address.forget,
            args=names,
            key="filters_clear",
        )
