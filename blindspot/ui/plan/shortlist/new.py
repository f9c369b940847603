"""A proposal of one's own, without a gap: a title, a line on it, a topic where it has one."""

from __future__ import annotations

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.library.codebooks import list_topics
from blindspot.plan.proposals.listing import add_proposal
from blindspot.ui.desk import Desk, topic_name
from blindspot.ui.editing.binding import drafted, forget_drafts
from blindspot.ui.error_notice import say_error
from blindspot.ui.plan.proposal.address import open_proposal
from blindspot.ui.plan.proposal.head import LONGEST_TITLE


def offer_new(desk: Desk) -> None:
    """Draw the button with its form; what is added opens at once."""
    t = desk.t
    with st.popover(t("New proposal"), icon=":material/add:"), st.form("new_proposal", border=False):
        title = st.text_input(t("Title"), max_chars=LONGEST_TITLE, **drafted(desk, "new_proposal_title"))
        thesis = st.text_area(t("Thesis in one line"), height=70, max_chars=500, **drafted(desk, "new_proposal_thesis"))
        topics = {topic.topic_id: topic for topic in list_topics(desk.store)}
        topic_id = st.selectbox(
            t("Topic"),
            [None, *topics],
            format_func=lambda topic_id: topic_name(topics[topic_id], t) if topic_id else t("none yet"),
            key="new_proposal_topic",
        )
        if not st.form_submit_button(t("Add"), type="primary"):
            return
        try:
            proposal_id = add_proposal(desk.store, desk.who, title, thesis, topic_id)
        except BlindspotError as error:
            say_error(error, t)
            return
    forget_drafts(desk, "new_proposal_title", "new_proposal_thesis")
    open_proposal(proposal_id)
