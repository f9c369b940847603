"""The bin of topics: each with what lies there with it, its way back, and the step that gives it up for good."""

from __future__ import annotations

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.library.topic_bin import HeldTopic, bring_topic_back, empty_topic, list_binned_topics
from blindspot.ui.confirmation import ask, asked, confirm
from blindspot.ui.desk import Desk
from blindspot.ui.error_notice import say_error
from blindspot.ui.marking import escape_markdown
from blindspot.ui.sample_notice import offer_sample_back

EMPTY = "empty_topic"


def show_topic_bin(desk: Desk) -> None:
    """Draw what lies in the bin, nothing where it is empty."""
    t = desk.t
    binned = list_binned_topics(desk.store)
    if binned:
        st.subheader(t("Topics in the bin"), anchor=False)
    for topic in binned:
        _show(desk, topic)
    offer_sample_back(desk.store, t)
    asked_for = asked(EMPTY)
    about = next((topic for topic in binned if topic.topic_id == asked_for), None)
    if about:
        _confirm(desk, about)


def held_words(desk: Desk, topic: HeldTopic) -> str:
    """Return what a topic holds, as a list in words."""
    t = desk.t
    return t.all_of(
        [
            t.plural("{n} angle", "{n} angles", topic.angles),
            t.plural("{n} label set by hand", "{n} labels set by hand", topic.hand_labels),
        ]
    )


def _show(desk: Desk, topic: HeldTopic) -> None:
    t = desk.t
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch", gap=None):
            st.markdown(f"**{escape_markdown(topic.name)}**")
            st.caption(held_words(desk, topic))
        if st.button(
            t("Bring the topic back"), icon=":material/restore_from_trash:", key=f"topic_back_{topic.topic_id}"
        ):
            try:
                bring_topic_back(desk.store, desk.who, topic.topic_id)
            except BlindspotError as error:
                say_error(error, t)
                return
            st.rerun()
        st.button(
            t("Delete for good"),
            icon=":material/delete_forever:",
            type="tertiary",
            key=f"topic_empty_{topic.topic_id}",
            on_click=ask,
            args=(EMPTY, topic.topic_id),
        )


def _confirm(desk: Desk, topic: HeldTopic) -> None:
    t = desk.t

    def say() -> None:
        st.markdown(f"**{escape_markdown(topic.name)}**")
        st.write(t("Lost for good: {held}, and its versions and history.", held=held_words(desk, topic)))
        if topic.proposals:
            st.write(
                t.plural(
                    "{n} proposal of it stays, without its topic.",
                    "{n} proposals of it stay, without their topic.",
                    topic.proposals,
                )
            )
        st.write(t("The works stay in the library."))

    confirm(
        t,
        t("Delete the topic for good?"),
        t("Delete for good"),
        icon=":material/delete_forever:",
        say=say,
        act=lambda: empty_topic(desk.store, topic.topic_id),
    )
