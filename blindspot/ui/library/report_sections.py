"""What stands in the sections of a report: claims with their grades, counter-arguments, proposals, ratings, signals."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from blindspot.documents.report.model import ProposalDraft, ReportClaim, Section
from blindspot.ui.desk import Desk
from blindspot.ui.library.report_words import plain_body
from blindspot.ui.marking import escape_markdown
from blindspot.ui.reading_names import grade_name

COLOURS: dict[str, Literal["green", "blue", "violet", "orange", "gray"]] = {
    "high": "blue",
    "medium": "violet",
    "low": "orange",
    "unrated": "gray",
}


def show_items(desk: Desk, section: Section) -> None:
    """Draw everything that a section holds beside its own text."""
    t = desk.t
    for claim in section.claims:
        show_claim(desk, claim)
    for point in section.counterpoints:
        _show(point.title, f"{point.claim}\n\n{point.response}")
    for spot in section.blind_spots:
        _show(spot.title, f"{spot.body}\n\n{spot.opportunity}")
    for proposal in section.proposals:
        _show_proposal(desk, proposal)
    if section.ratings:
        st.dataframe(
            [
                {
                    t("Source"): rating.label,
                    t("Grade"): grade_name(rating.grade, t),
                    t("Note"): rating.note,
                }
                for rating in section.ratings
            ],
            hide_index=True,
        )
    for finding in section.findings:
        _show(finding.title, finding.body)
    for relation in section.relations:
        for facet in relation.facets:
            st.markdown(f"**{escape_markdown(facet.label)}** {escape_markdown(facet.text)}")
        st.markdown(plain_body(relation.body))
    for series in section.series:
        episodes = [f"{number}. {escape_markdown(one.title)}" for number, one in enumerate(series.episodes, 1)]
        st.markdown("\n".join([f"{plain_body(series.title)}\n", *episodes]))
    for signal in section.signals:
        words = f"{signal.verb}{signal.subject}"
        st.markdown(f":material/notifications: **{escape_markdown(words)}** {escape_markdown(signal.meaning)}")


def show_grade(desk: Desk, grade: str) -> None:
    """Draw a grade as a badge."""
    st.badge(grade_name(grade, desk.t), color=COLOURS[grade])


def show_claim(desk: Desk, claim: ReportClaim) -> None:
    """Draw a claim with its grade and sources; its reasoning opens on demand."""
    t = desk.t
    with st.container(gap="small"):
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            show_grade(desk, claim.grade)
            st.markdown(f"**{escape_markdown(claim.statement)}**", width="stretch")
        labels = list(dict.fromkeys(citation.label for citation in claim.citations))
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            if labels:
                sources = escape_markdown(t.all_of(labels))
                st.caption(t("Rests on {sources}", sources=sources), width="stretch")
            if claim.body.strip():
                with st.popover(t("Reasoning"), type="tertiary", icon=":material/notes:"):
                    st.markdown(plain_body(claim.body))


def _show(title: str, body: str) -> None:
    st.markdown(f"**{escape_markdown(title)}**")
    st.markdown(plain_body(body))


def _show_proposal(desk: Desk, proposal: ProposalDraft) -> None:
    t = desk.t
    st.markdown(f"##### {escape_markdown(proposal.title)}")
    st.markdown(plain_body(proposal.thesis))
    for heading, points in (
        (t("Why it is worth it"), proposal.values),
        (t("Rests on"), proposal.claims),
        (t("Risks"), proposal.risks),
        (t("Pictures"), proposal.visuals),
    ):
        if not points:
            continue
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.markdown(f"**{heading}**", width="content")
            if any(point.body.strip() for point in points):
                with st.popover(t("In full"), type="tertiary", icon=":material/notes:"):
                    for point in points:
                        _show(point.title, point.body)
        st.markdown("\n".join(f"- {escape_markdown(point.title)}" for point in points))
