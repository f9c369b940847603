"""What a page says when it has nothing to show: why, and the next step."""

from __future__ import annotations

import streamlit as st

from blindspot.ui.desk import Desk, topic_of


def say_empty(title: str, words: str, *ways: tuple[str, str, str]) -> None:
    """Say that nothing is there and why, with ways on as (page, label, icon)."""
    with st.container(border=True):
        st.subheader(title, anchor=False)
        st.write(words)
        if ways:
            with st.container(horizontal=True):
                for page, label, icon in ways:
                    st.page_link(page, label=label, icon=f":material/{icon}:")


def no_topic(desk: Desk) -> None:
    """There is no topic yet; of one that is gone, the frame has said so."""
    t = desk.t
    if desk.gone is not None:
        return
    say_empty(
        t("No topic yet"),
        t(
            "A topic says which works count and which angles to look for. Start with what you have: "
            "exported works, a research report, or a list of hot topics; or make a topic yourself."
        ),
        ("pages/library/imports.py", t("Import works"), "upload"),
        ("pages/library/sources.py", t("Import sources"), "source_notes"),
        ("pages/library/topics.py", t("Import a hot list"), "topic"),
        ("pages/library/codebook.py", t("Make a topic"), "label"),
    )


def no_works(desk: Desk) -> None:
    """The topic selects no work, or the filters leave none."""
    t = desk.t
    if desk.store.rows("explore/whole_topic", topic_id=topic_of(desk).topic_id)[0]["works"]:
        say_empty(
            t("No works in view"), t("The filters leave no work in view, so nothing is said. Widen or clear them.")
        )
        return
    say_empty(
        t("No works in view"),
        t("No imported work belongs to this topic. Import works, or change the topic's terms and dates."),
        ("pages/library/imports.py", t("Import works"), "upload"),
        ("pages/library/codebook.py", t("Change the topic"), "label"),
    )


def no_angles(desk: Desk) -> None:
    """The topic has works but no angle to look for."""
    t = desk.t
    say_empty(
        t("No angles yet"),
        t("The codebook of this topic is empty. Add the angles you look for; each needs a few terms."),
        ("pages/library/codebook.py", t("Edit the codebook"), "label"),
    )
