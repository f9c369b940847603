"""The codebook page: a topic, its angles and their terms, labelling by hand, and the codebook as a file."""

from __future__ import annotations

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.library.codebooks import list_topics, scope_of
from blindspot.ui.confirmation import ask, asked, put_away
from blindspot.ui.desk import Desk, choose_topic
from blindspot.ui.editing.conflict_notice import show_conflict
from blindspot.ui.editing.history_panel import offer_undo
from blindspot.ui.editing.saving import say_saved
from blindspot.ui.error_notice import say_error
from blindspot.ui.library.angle_form import edit_angle, expect_angles
from blindspot.ui.library.angle_list import NEW, choose_angle
from blindspot.ui.library.angle_new import ask_for_angle
from blindspot.ui.library.codebook_files import show_files
from blindspot.ui.library.import_desk import say_busy
from blindspot.ui.library.labelling_desk import label_by_hand
from blindspot.ui.library.topic_form import edit_topic
from blindspot.ui.library.topic_starter import ask_for_topic, follow_topic, view_topic_next
from blindspot.ui.switch import switch


def show_codebook_page(desk: Desk) -> None:
    """Draw the page."""
    t = desk.t
    follow_topic()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.header(t("Codebook"), anchor=False, width="stretch")
        if desk.topic is not None:
            say_saved(desk, scope_of(desk.topic.topic_id))
            offer_undo(desk, scope_of(desk.topic.topic_id))
    st.caption(t("Angles are ways to treat a topic; their terms find them in titles, texts, hashtags and transcripts."))
    say_busy(desk)
    if desk.topic is None:
        if desk.gone is None:
            _ask_for_first_topic(desk)
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(width=300):
            choose_topic(desk)
        part = _choose_part(desk)
        st.button(t("New topic"), icon=":material/add:", on_click=ask, args=("new_topic",), key="codebook_new_topic")
    show_conflict(desk, scope_of(desk.topic.topic_id))
    expect_angles(desk)
    if asked("new_topic"):
        _ask_for_new_topic(desk)
    try:
        if part == "label":
            label_by_hand(desk)
        elif part == "topic":
            edit_topic(desk)
        elif part == "files":
            show_files(desk)
        else:
            _show_angles(desk)
    except BlindspotError as error:
        say_error(error, t)


def _choose_part(desk: Desk) -> str:
    t = desk.t
    names = {"angles": t("Angles"), "label": t("Label by hand"), "topic": t("Topic"), "files": t("Files and versions")}
    return switch("part", t("Part"), names)


def _show_angles(desk: Desk) -> None:
    listed, edited = st.columns([0.34, 0.66], gap="medium")
    with listed:
        key = choose_angle(desk)
    with edited:
        if key == NEW:
            ask_for_angle(desk)
        else:
            edit_angle(desk, key)


def _ask_for_first_topic(desk: Desk) -> None:
    t = desk.t
    has_topics = bool(list_topics(desk.store))
    with st.container(border=True):
        st.subheader(t("New topic") if has_topics else t("No topic yet"), anchor=False)
        st.write(t("A topic says which of the works count and which angles to look for. Both can be changed later."))
        topic_id = ask_for_topic(desk, key="first_topic", has_empty=True)
    if topic_id is not None:
        view_topic_next(topic_id)
        st.rerun()


def _ask_for_new_topic(desk: Desk) -> None:
    t = desk.t

    @st.dialog(t("New topic"), icon=":material/add:", width="medium", on_dismiss=put_away)
    def show() -> None:
        topic_id = ask_for_topic(desk, key="new_topic", has_empty=True)
        if topic_id is not None:
            put_away()
            view_topic_next(topic_id)
            st.rerun()

    show()
