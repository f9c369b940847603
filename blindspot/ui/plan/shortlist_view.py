"""The shortlist page: what was chosen, with the evidence of that day and how it stands now."""

from __future__ import annotations

import streamlit as st

from blindspot.plan.proposals import Proposal, drop, list_proposals
from blindspot.ui.desk import Desk
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name, evidence_name, kind_name


def show_shortlist(desk: Desk) -> None:
    """Draw the page."""
    t = desk.t
    proposals = list_proposals(desk.store)
    st.header(t("Shortlist"), anchor=False)
    st.caption(t("The angles that you keep, each with its evidence as it stood that day."))
    kept = [proposal for proposal in proposals if proposal.status == "shortlisted"]
    if not kept:
        with st.container(border=True):
            st.subheader(t("Nothing on the shortlist yet"), anchor=False)
            st.write(t("Find a gap and put it here; its evidence is kept as it stands that day."))
            st.page_link("pages/explore/gaps.py", label=t("See the gaps"), icon=":material/visibility_off:")
    for proposal in kept:
        _show(desk, proposal)
    dropped = [proposal for proposal in proposals if proposal.status == "dropped"]
    if dropped:
        with st.expander(t("Dropped ({n})", n=len(dropped))):
            for proposal in dropped:
                _show(desk, proposal)


def _show(desk: Desk, proposal: Proposal) -> None:
    t = desk.t
    verdict = proposal.evidence["verdict"]
    is_dropped = proposal.status == "dropped"
    with st.container(border=True):
        words, steps = st.columns([0.84, 0.16], vertical_alignment="center")
        with words:
            with st.container(horizontal=True, gap="small"):
                st.badge(kind_name(verdict["kind"], t), color="orange")
                if verdict["evidence"]:
                    st.badge(t("evidence: {grade}", grade=evidence_name(verdict["evidence"], t)), color="gray")
            st.subheader(escape_markdown(proposal.title), anchor=False)
            name = angle_name(proposal.evidence["angle"]["name"], desk.language, proposal.angle or "")
            st.markdown(
                t(
                    "Angle: {angle} · topic: {topic} · kept on {day}",
                    angle=escape_markdown(name),
                    topic=escape_markdown(proposal.topic or "—"),
                    day=t.day(proposal.created_at.date()),
                )
            )
            st.caption(escape_markdown(proposal.evidence["statement"]))
        with steps:
            st.button(
                t("Put back") if is_dropped else t("Drop"),
                key=f"drop_{proposal.proposal_id}",
                width="stretch",
                on_click=drop,
                args=(desk.store, proposal.proposal_id),
                kwargs={"is_dropped": not is_dropped},
            )
