"""One gap as a planner reads it: what kind, how sure, the sentence, what would better it, and the next steps."""

from __future__ import annotations

import streamlit as st

from blindspot.explore.coverage_types import Gap
from blindspot.explore.filters import Filters
from blindspot.explore.gaps import GapList
from blindspot.plan.proposals import shortlist
from blindspot.ui.desk import Desk
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name, evidence_name, kind_name
from blindspot.ui.sentences import gap_statement, next_grade_sentence
from blindspot.ui.works_view import open_works


def show_gap_card(desk: Desk, found: GapList, gap: Gap, angle_id: int, filters: Filters) -> None:
    """Draw the gap in view, with its two next steps beside it."""
    t = desk.t
    with st.container(border=True):
        words, steps = st.columns([0.76, 0.24], gap="medium", vertical_alignment="center")
        with words:
            show_badges(desk, gap)
            st.subheader(headline(desk, found, gap), anchor=False)
            statement = gap_statement(gap.angle, gap.verdict, found.scope, t)
            better = next_grade_sentence(found.next_grade(gap), gap.verdict, t)
            st.write(escape_markdown(f"{statement} {better}".strip()))
        with steps:
            _offer_shortlist(desk, found, gap, angle_id, filters)
            if gap.verdict.kind in ("nobody", "few"):
                st.button(
                    t("Look at the nearest {n}", n=10),
                    icon=":material/search:",
                    width="stretch",
                    key="look_nearest",
                    on_click=_toggle_nearest,
                )
            if gap.angle.works and st.button(
                t.plural("See the {n} work", "See the {n} works", gap.angle.works),
                icon=":material/movie:",
                width="stretch",
                key="see_works",
            ):
                open_works(angle=gap.angle.angle)


def show_badges(desk: Desk, gap: Gap) -> None:
    """Draw what kind of gap it is and how good the evidence is."""
    t = desk.t
    is_gap = gap.verdict.kind != "covered"
    with st.container(horizontal=True, gap="small"):
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


def is_nearest_open() -> bool:
    """Return whether the nearest works are asked for."""
    return bool(st.session_state.get("nearest_open"))


def _toggle_nearest() -> None:
    st.session_state["nearest_open"] = not is_nearest_open()


def _offer_shortlist(desk: Desk, found: GapList, gap: Gap, angle_id: int, filters: Filters) -> None:
    t = desk.t
    with (
        st.popover(t("Shortlist"), icon=":material/bookmark_add:", width="stretch", type="primary"),
        st.form("shortlist"),
    ):
        name = angle_name(gap.angle.name, desk.language, gap.angle.angle)
        title = st.text_input(t("Working title"), value=name, max_chars=200)
        st.caption(t("The evidence is kept as it stands now, with its counts and dates."))
        if st.form_submit_button(t("Put on the shortlist"), type="primary"):
            statement = gap_statement(gap.angle, gap.verdict, found.scope, t)
            shortlist(desk.store, desk.topic.topic_id, angle_id, title.strip() or name, found, gap, filters, statement)
            st.toast(t("“{title}” is on the shortlist.", title=title.strip() or name), icon=":material/bookmark_added:")
