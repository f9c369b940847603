"""The shortlist page: what was chosen, with the evidence of that day, and the ideas of reports beside it."""

from __future__ import annotations

import streamlit as st

from blindspot.plan.proposals import Proposal, drop, list_proposals
from blindspot.ui.desk import Desk
from blindspot.ui.library.reports_view import open_report
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name, evidence_name, kind_name


def show_shortlist(desk: Desk) -> None:
    """Draw the page."""
    t = desk.t
    proposals = list_proposals(desk.store)
    st.header(t("Shortlist"), anchor=False)
    st.caption(t("The angles that you keep, each with its evidence as it stood that day."))
    of_status = {status: [one for one in proposals if one.status == status] for status in ("idea", "dropped")}
    kept = [proposal for proposal in proposals if proposal.status not in of_status]
    if not kept and of_status["idea"]:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"##### {t('Nothing on the shortlist yet')}", width="content")
            st.caption(t("Keep an idea from below, or find a gap."), width="content")
            st.page_link("pages/explore/gaps.py", label=t("See the gaps"), icon=":material/visibility_off:")
    elif not kept:
        with st.container(border=True):
            st.subheader(t("Nothing on the shortlist yet"), anchor=False)
            st.write(t("Find a gap and put it here; its evidence is kept as it stands that day."))
            st.page_link("pages/explore/gaps.py", label=t("See the gaps"), icon=":material/visibility_off:")
    for proposal in kept:
        _show(desk, proposal)
    if of_status["idea"]:
        st.subheader(t("Ideas from reports"), anchor=False)
        for proposal in of_status["idea"]:
            _show(desk, proposal)
    if of_status["dropped"]:
        with st.expander(t("Dropped ({n})", n=len(of_status["dropped"]))):
            for proposal in of_status["dropped"]:
                _show(desk, proposal)


def _show(desk: Desk, proposal: Proposal) -> None:
    t = desk.t
    is_kept = proposal.status not in ("idea", "dropped")
    with st.container(border=True, gap="small"):
        if proposal.evidence is None:
            _say_idea(desk, proposal)
        else:
            _say_gap(desk, proposal)
        with st.container(horizontal=True, gap="small"):
            if not is_kept:
                label = t("Put on the shortlist") if proposal.status == "idea" else t("Put back")
                _offer(desk, proposal, label, ":material/bookmark_add:", to=True)
            if proposal.status != "dropped":
                _offer(desk, proposal, t("Drop"), ":material/close:", to=False)
            if proposal.report_id is not None and st.button(
                t("Open the report"),
                key=f"report_of_{proposal.proposal_id}",
                icon=":material/article:",
                type="tertiary",
            ):
                open_report(desk, proposal.report_id)


def _offer(desk: Desk, proposal: Proposal, label: str, icon: str, *, to: bool) -> None:
    st.button(
        label,
        icon=icon,
        key=f"{'keep' if to else 'drop'}_{proposal.proposal_id}",
        type="secondary" if to else "tertiary",
        on_click=drop,
        args=(desk.store, proposal.proposal_id),
        kwargs={"is_dropped": not to},
    )


def _say_gap(desk: Desk, proposal: Proposal) -> None:
    t = desk.t
    verdict = proposal.evidence["verdict"]
    with st.container(horizontal=True, gap="small"):
        st.badge(kind_name(verdict["kind"], t), color="orange")
        if verdict["evidence"]:
            st.badge(t("evidence: {grade}", grade=evidence_name(verdict["evidence"], t)), color="gray")
    st.markdown(f"##### {escape_markdown(proposal.title)}")
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


def _say_idea(desk: Desk, proposal: Proposal) -> None:
    t = desk.t
    st.markdown(f"##### {escape_markdown(proposal.title)}")
    if proposal.thesis:
        st.markdown(escape_markdown(proposal.thesis))
    counts = [
        t.plural("{n} claim", "{n} claims", proposal.claims),
        t.plural("{n} risk", "{n} risks", proposal.risks),
        t.plural("{n} picture", "{n} pictures", proposal.visuals),
    ]
    parts = [*counts, t("topic: {topic}", topic=escape_markdown(proposal.topic or "—"))]
    if proposal.report:
        parts.append(t("from the report {title}", title=escape_markdown(proposal.report)))
    st.caption(" · ".join(parts))
