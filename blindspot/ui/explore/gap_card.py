"""One gap as a planner reads it: what kind, how sure, the sentence, what would better it, and the next steps."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from blindspot.explore.coverage_types import Gap
from blindspot.explore.filters import Filters
from blindspot.explore.gaps import GapList
from blindspot.plan.proposals.listing import list_proposals, shortlist
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.explore.demand_parts import show_demand
from blindspot.ui.explore.gap_history import show_gap_history
from blindspot.ui.explore.nearest_list import MOST, show_nearest
from blindspot.ui.explore.works_view import open_works
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name, evidence_name, kind_name
from blindspot.ui.plan.proposal.address import open_proposal
from blindspot.ui.sentences import gap_statement, join_sentences, next_grade_sentence
from blindspot.ui.texts import Translator

OPEN_ROW = "open_row"
LISTED = "listed_title"


def show_gap_card(desk: Desk, found: GapList, gap: Gap, angle_id: int, filters: Filters) -> None:
    """Draw the gap in view as the page's answer, with its next steps beside it."""
    _say_listed(desk.t)
    with st.container(border=True):
        words, steps = st.columns([0.76, 0.24], gap="medium", vertical_alignment="center")
        with words:
            show_badges(desk, gap)
            st.subheader(headline(desk, found, gap), anchor=False)
            st.write(escape_markdown(_sentences(desk, found, gap)))
        with steps:
            _offer_steps(desk, found, gap, angle_id, filters, "card")
        show_demand(desk, found, gap.angle.angle, "card")
        show_gap_history(desk, angle_id, filters, "history_card")
    _show_nearest_if_asked(desk, gap, angle_id, filters, "card")


def show_gap_row(desk: Desk, found: GapList, gap: Gap, angle_id: int, filters: Filters) -> None:
    """Draw one angle of the list in a line; its evidence and its steps are one click away."""
    t = desk.t
    place = gap.angle.angle
    is_open = st.session_state.get(OPEN_ROW) == place
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{headline(desk, found, gap)}**", width="content")
            show_badges(desk, gap)
            st.space("stretch")
            # Not an expander: that closes when a click changes its label or its place in the list.
            st.button(
                t("Close") if is_open else t("Look closer"),
                icon=":material/expand_less:" if is_open else ":material/expand_more:",
                key=f"closer_{place}",
                type="tertiary",
                on_click=_toggle_row,
                args=(place,),
            )
        if not is_open:
            return
        st.write(escape_markdown(_sentences(desk, found, gap)))
        with st.container(horizontal=True):
            _offer_steps(desk, found, gap, angle_id, filters, place)
        show_demand(desk, found, gap.angle.angle, place)
        show_gap_history(desk, angle_id, filters, f"history_{place}")
        _show_nearest_if_asked(desk, gap, angle_id, filters, place)


def _toggle_row(place: str) -> None:
    st.session_state[OPEN_ROW] = None if st.session_state.get(OPEN_ROW) == place else place


def _sentences(desk: Desk, found: GapList, gap: Gap) -> str:
    statement = gap_statement(gap.angle, gap.verdict, found.scope, desk.t)
    better = next_grade_sentence(found.next_grade(gap), gap.verdict, desk.t)
    return join_sentences([statement, better], desk.t)


def _offer_steps(desk: Desk, found: GapList, gap: Gap, angle_id: int, filters: Filters, place: str) -> None:
    t = desk.t
    width: Literal["stretch", "content"] = "stretch" if place == "card" else "content"
    _offer_shortlist(desk, found, gap, angle_id, filters, place)
    is_open = _is_nearest_open(place, gap)
    # A yes may turn a gap into none at once: the list stays until the planner is through with it.
    if gap.verdict.kind in ("nobody", "few") or is_open:
        st.button(
            t("Hide the nearest works") if is_open else t("Look at the nearest {n}", n=MOST),
            icon=":material/search:",
            width=width,
            key=f"nearest_button_{place}",
            on_click=_toggle_nearest,
            args=(place, gap),
        )
    if gap.angle.works and st.button(
        t.plural("See the {n} work", "See the {n} works", gap.angle.works),
        icon=":material/movie:",
        width=width,
        key=f"works_button_{place}",
    ):
        open_works(angle=gap.angle.angle, role="competitor")


def _show_nearest_if_asked(desk: Desk, gap: Gap, angle_id: int, filters: Filters, place: str) -> None:
    if _is_nearest_open(place, gap):
        show_nearest(desk, gap, angle_id, filters, place)


def _is_nearest_open(place: str, gap: Gap) -> bool:
    return st.session_state.get(f"nearest_open_{place}") == gap.angle.angle


def _toggle_nearest(place: str, gap: Gap) -> None:
    st.session_state[f"nearest_open_{place}"] = None if _is_nearest_open(place, gap) else gap.angle.angle


def show_badges(desk: Desk, gap: Gap) -> None:
    """Draw what kind of gap it is and how good the evidence is."""
    t = desk.t
    is_gap = gap.verdict.kind != "covered"
    with st.container(horizontal=True, gap="small", width="content"):
        kind = kind_name(gap.verdict.kind, t)
        st.badge(
            t("gap · {kind}", kind=kind) if is_gap else kind,
            icon=":material/visibility_off:" if is_gap else ":material/check:",
            color="orange" if is_gap else "gray",
        )
        if gap.verdict.evidence:
            st.badge(t("evidence: {grade}", grade=evidence_name(gap.verdict.evidence, t)), color="gray")


def headline(desk: Desk, found: GapList, gap: Gap) -> str:
    """Return the angle and its count in one line."""
    return desk.t(
        "{angle}: {works} of {n} works, {creators} of {n_creators} creators",
        angle=escape_markdown(angle_name(gap.angle.name, desk.language, gap.angle.angle)),
        works=desk.t.number(gap.angle.works),
        n=desk.t.number(found.scope.works),
        creators=desk.t.number(gap.angle.creators),
        n_creators=desk.t.number(found.scope.creators),
    )


def _offer_shortlist(desk: Desk, found: GapList, gap: Gap, angle_id: int, filters: Filters, place: str) -> None:
    t = desk.t
    width: Literal["stretch", "content"] = "stretch" if place == "card" else "content"
    listed = _on_shortlist(desk, gap)
    if listed and st.button(
        t("Open the proposal"),
        icon=":material/bookmark_added:",
        width=width,
        key=f"proposal_button_{place}",
        type="primary" if place == "card" else "secondary",
    ):
        open_proposal(listed[0])
    kind: Literal["primary", "secondary"] = "primary" if place == "card" and not listed else "secondary"
    # A key of its own after each entry closes the form.
    key = f"shortlist_form_{place}_{len(listed)}"
    with (
        st.popover(t("Add to the shortlist"), icon=":material/bookmark_add:", width=width, type=kind, key=key),
        st.form(f"shortlist_{place}", border=False),
    ):
        name = angle_name(gap.angle.name, desk.language, gap.angle.angle)
        title = st.text_input(t("Working title"), value=name, max_chars=200, key=f"{key}_title")
        st.caption(t("The evidence is kept as it stands now, with its counts and dates."))
        if st.form_submit_button(t("Put on the shortlist"), type="primary"):
            statement = gap_statement(gap.angle, gap.verdict, found.scope, t)
            title = title.strip() or name
            shortlist(desk.store, desk.who, topic_of(desk).topic_id, angle_id, title, found, gap, filters, statement)
            st.session_state[LISTED] = title
            st.rerun()


def _say_listed(t: Translator) -> None:
    # said in the run after the click: a toast of the run that a rerun cuts short may never be shown
    title = st.session_state.pop(LISTED, None)
    if title:
        st.toast(t("“{title}” is on the shortlist.", title=escape_markdown(title)), icon=":material/bookmark_added:")


def _on_shortlist(desk: Desk, gap: Gap) -> list[str]:
    """Return the proposals of the topic that are about the angle, newest first."""
    about = (topic_of(desk).topic_id, gap.angle.angle)
    return [one.proposal_id for one in list_proposals(desk.store) if (one.topic_id, one.angle) == about]
