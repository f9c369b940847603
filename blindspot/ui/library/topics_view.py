"""The topics page: candidates from hot lists on top, then the topics there are, then the accounts."""

from __future__ import annotations

import streamlit as st

from blindspot.library.codebooks import TopicEntry, list_topics
from blindspot.library.hot_topics import list_candidates
from blindspot.ui.desk import Desk, topic_name
from blindspot.ui.library.accounts_list import show_accounts
from blindspot.ui.library.hot_list_form import hand_in_hot_lists, show_hot_lists
from blindspot.ui.library.import_desk import say_busy
from blindspot.ui.library.topic_bin import show_topic_bin
from blindspot.ui.library.topic_candidates import show_candidates
from blindspot.ui.library.topic_starter import ask_for_topic, follow_topic, view_topic
from blindspot.ui.marking import escape_markdown

MOST_TERMS = 8


def show_topics(desk: Desk) -> None:
    """Draw the page."""
    t = desk.t
    follow_topic()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(gap=None):
            st.header(t("Topics"), anchor=False)
            st.caption(t("Bring in what is hot, make topics of what is worth it, and see at once your works on them."))
        hand_in_hot_lists(desk)
    say_busy(desk)
    show_hot_lists(desk)
    show_candidates(desk, list_candidates(desk.store))
    _show_topics(desk, list_topics(desk.store))
    show_topic_bin(desk)
    show_accounts(desk)


def _show_topics(desk: Desk, topics: list[TopicEntry]) -> None:
    t = desk.t
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.subheader(t("Topics so far"), anchor=False, width="stretch")
        with st.popover(t("New topic"), icon=":material/add:"):
            topic_id = ask_for_topic(desk, key="topics_new", has_empty=True)
    if topic_id is not None:
        view_topic(topic_id)
        st.rerun()
    if not topics:
        st.caption(t("None yet. A topic says which works count and which angles to look for."))
    origins: dict[int, list[str]] = {}
    for row in desk.store.rows("library/topic_origins"):
        day = f" ({t.day(row['listed_on'])})" if row["listed_on"] else ""
        origins.setdefault(row["topic_id"], []).append(f"{row['origin']}{day}")
    for topic in topics:
        _show_topic(desk, topic, origins.get(topic.topic_id, []))


def _show_topic(desk: Desk, topic: TopicEntry, origins: list[str]) -> None:
    t = desk.t
    scope = desk.store.rows("explore/whole_topic", topic_id=topic.topic_id)[0]
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch", gap=None):
            st.markdown(f"**{escape_markdown(topic_name(topic, t))}**")
            parts = [t.plural("{n} work", "{n} works", scope["works"])]
            shown = topic.topic.terms[:MOST_TERMS]
            more = ["…"] if len(topic.topic.terms) > MOST_TERMS else []
            parts += [", ".join([*shown, *more]) or t("no terms: every work belongs")]
            parts += [t("from {origin}", origin=t.all_of(origins))] if origins else []
            st.caption(escape_markdown(" · ".join(parts)))
        for page, label, icon in (
            ("pages/explore/gaps.py", t("See the gaps"), ":material/visibility_off:"),
            ("pages/library/codebook.py", t("Change"), ":material/edit:"),
        ):
            if st.button(label, icon=icon, key=f"{page}_{topic.topic_id}"):
                view_topic(topic.topic_id)
                st.switch_page(page, query_params=dict(st.query_params))
