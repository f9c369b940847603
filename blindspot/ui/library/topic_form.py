"""Edits a topic: its name, the terms and days that select its works; or puts it into the bin."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.labelling.codebook import Topic
from blindspot.library.codebooks import list_topics, save_codebook, show_codebook
from blindspot.library.topic_bin import bin_topic, look_at_topic
from blindspot.ui.confirmation import ask, asked, confirm
from blindspot.ui.desk import Desk
from blindspot.ui.library.topic_bin import held_words
from blindspot.ui.lines import read_lines, write_lines
from blindspot.ui.marking import escape_markdown


def edit_topic(desk: Desk) -> None:
    """Draw the form of the topic in view, and below it the way to delete the topic."""
    t = desk.t
    topic = desk.topic.topic
    key = f"topic_{desk.topic.topic_id}_{desk.topic.version}"
    with st.form(key):
        name = st.text_input(t("Name of the topic"), topic.name, key=f"{key}_name")
        terms = st.text_area(
            t("Terms that select its works, one a line"),
            write_lines(topic.terms),
            height=180,
            key=f"{key}_terms",
            help=t("A work belongs to the topic if one of them stands in its title, text, hashtags or transcript."),
        )
        st.caption(t("Without terms every imported work belongs to the topic."))
        first, last = st.columns(2)
        date_from = first.date_input(t("From (included)"), topic.date_from, format="YYYY-MM-DD", key=f"{key}_from")
        date_to = last.date_input(t("To (included)"), topic.date_to, format="YYYY-MM-DD", key=f"{key}_to")
        st.caption(t("Without days all works count; with one, a work whose day is unknown does not."))
        is_sent = st.form_submit_button(t("Save"), type="primary", icon=":material/save:")
    if is_sent:
        _save(desk, Topic(name.strip(), read_lines(terms), date_from, date_to))
    scope = desk.store.rows("explore/whole_topic", topic_id=desk.topic.topic_id)[0]
    st.caption(t.plural("{n} work belongs to the topic now.", "{n} works belong to the topic now.", scope["works"]))
    st.button(
        t("Delete the topic"),
        icon=":material/delete:",
        type="tertiary",
        on_click=ask,
        args=("delete_topic", desk.topic.topic_id),
        key="topic_delete",
    )
    if asked("delete_topic") == desk.topic.topic_id:
        _confirm(desk)


def _save(desk: Desk, topic: Topic) -> None:
    t = desk.t
    others = {
        other.name.casefold()
        for other in list_topics(desk.store)
        if other.topic_id != desk.topic.topic_id and other.is_sample == desk.topic.is_sample
    }
    if topic.name.casefold() in others:
        raise BlindspotError("There is a topic “{name}” already.", "Choose another name.", name=topic.name)
    save_codebook(
        desk.store, desk.who, desk.topic.topic_id, replace(show_codebook(desk.store, desk.topic.topic_id), topic=topic)
    )
    st.toast(t("Saved."), icon=":material/check:")
    st.rerun()


def _confirm(desk: Desk) -> None:
    t = desk.t

    def say() -> None:
        held = look_at_topic(desk.store, desk.topic.topic_id)
        st.markdown(f"**{escape_markdown(desk.topic.name)}**")
        st.write(t("It goes into the bin with {held}, and comes back whole from there.", held=held_words(desk, held)))
        st.write(t("The works stay in the library."))

    def act() -> None:
        bin_topic(desk.store, desk.who, desk.topic.topic_id)
        st.session_state["piles"] = {}

    confirm(t, t("Put the topic into the bin?"), t("Put it into the bin"), icon=":material/delete:", say=say, act=act)
