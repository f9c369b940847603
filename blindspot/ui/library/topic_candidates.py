"""The entries of hot lists that wait: make a topic of one, or dismiss it."""

from __future__ import annotations

from math import ceil

import streamlit as st

from blindspot.library.hot_topics import Candidate, decide_candidate
from blindspot.ui import address
from blindspot.ui.desk import Desk
from blindspot.ui.library.topic_from_candidate import make_topic
from blindspot.ui.marking import escape_markdown, safe_url

PAGE_SIZE = 8


def show_candidates(desk: Desk, candidates: list[Candidate]) -> None:
    """Draw the candidates, a page at a time, with the form of the one in view above them."""
    t = desk.t
    waiting = [candidate for candidate in candidates if candidate.status == "candidate"]
    dismissed = [candidate for candidate in candidates if candidate.status == "dismissed"]
    if waiting:
        st.subheader(t.plural("{n} candidate topic", "{n} candidate topics", len(waiting)), anchor=False)
    key = address.restore("candidate", None, _read_id)
    chosen = next((one for one in waiting if one.hot_topic_id == st.session_state[key]), None)
    address.keep("candidate", [str(chosen.hot_topic_id)] if chosen else [])
    if chosen:
        make_topic(desk, chosen)
    pages = ceil(len(waiting) / PAGE_SIZE)
    page = min(st.session_state.get("candidates_page") or 1, max(pages, 1))
    st.session_state["candidates_page"] = page
    for candidate in waiting[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]:
        _show(desk, candidate, is_chosen=candidate is chosen)
    if pages > 1:
        st.pagination(pages, key="candidates_page")
    if dismissed:
        with st.expander(t("Dismissed ({n})", n=len(dismissed))):
            for candidate in dismissed:
                _show_dismissed(desk, candidate)


def _show(desk: Desk, candidate: Candidate, *, is_chosen: bool) -> None:
    t = desk.t
    number = candidate.hot_topic_id
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch", gap=None):
            st.markdown(f"**{escape_markdown(candidate.title)}**")
            st.caption(_origin_words(desk, candidate))
        if url := safe_url(candidate.url):
            st.link_button(t("Read"), url, icon=":material/open_in_new:", type="tertiary")
        st.button(
            t("Make a topic of it"),
            icon=":material/add:",
            key=f"candidate_{number}",
            disabled=is_chosen,
            on_click=address.put,
            args=("candidate", number, [str(number)]),
        )
        st.button(
            t("Dismiss"),
            icon=":material/close:",
            type="tertiary",
            key=f"dismiss_{number}",
            on_click=decide_candidate,
            args=(desk.store, number, "dismissed"),
        )


def _origin_words(desk: Desk, candidate: Candidate) -> str:
    t = desk.t
    parts = [t("{name} · sample", name=candidate.origin) if candidate.is_sample else candidate.origin]
    if candidate.listed_on:
        parts.append(t.day(candidate.listed_on))
    if candidate.rank is not None:
        parts.append(t("rank {n}", n=candidate.rank))
    if candidate.heat:
        parts.append(t("heat {value}", value=candidate.heat))
    return escape_markdown(" · ".join(parts))


def _show_dismissed(desk: Desk, candidate: Candidate) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(escape_markdown(candidate.title))
        st.button(
            desk.t("Put back"),
            type="tertiary",
            key=f"undismiss_{candidate.hot_topic_id}",
            on_click=decide_candidate,
            args=(desk.store, candidate.hot_topic_id, "candidate"),
        )


def _read_id(words: list[str]) -> int | None:
    return int(words[0]) if words[0].isdecimal() else None
