"""What a page says when it has nothing to show: why, and the next step."""

from __future__ import annotations

import streamlit as st

from blindspot.ui.desk import Desk


def no_topic(desk: Desk) -> None:
    """There is no topic yet."""
    with st.container(border=True):
        st.subheader(desk.t("No topic yet"), anchor=False)
        st.write(
            desk.t(
                "A topic says which works count and which angles to look for. Start with what you have: "
                "exported works, a research report, or a list of hot topics; or make a topic yourself."
            )
        )
        with st.container(horizontal=True):
            st.page_link("pages/library/imports.py", label=desk.t("Import works"), icon=":material/upload:")
            st.page_link("pages/library/sources.py", label=desk.t("Import sources"), icon=":material/source_notes:")
            st.page_link("pages/library/topics.py", label=desk.t("Import a hot list"), icon=":material/topic:")
            st.page_link("pages/library/codebook.py", label=desk.t("Make a topic"), icon=":material/label:")


def no_works(desk: Desk) -> None:
    """The topic selects no work, or the filters leave none."""
    with st.container(border=True):
        st.subheader(desk.t("No works in view"), anchor=False)
        if desk.store.rows("explore/whole_topic", topic_id=desk.topic.topic_id)[0]["works"]:
            st.write(desk.t("The filters leave no work in view, so nothing is said. Widen or clear them."))
            return
        st.write(desk.t("No imported work belongs to this topic. Import works, or change the topic's terms and dates."))
        with st.container(horizontal=True):
            st.page_link("pages/library/imports.py", label=desk.t("Import works"), icon=":material/upload:")
            st.page_link("pages/library/codebook.py", label=desk.t("Change the topic"), icon=":material/label:")


def no_angles(desk: Desk) -> None:
    """The topic has works but no angle to look for."""
    with st.container(border=True):
        st.subheader(desk.t("No angles yet"), anchor=False)
        st.write(desk.t("The codebook of this topic is empty. Add the angles you look for; each needs a few terms."))
        st.page_link("pages/library/codebook.py", label=desk.t("Edit the codebook"), icon=":material/label:")
