"""One claim opened: what it rests on and what each use is worth, what contradicts it, until when it holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError
from blindspot.explore.flags import Flag
from blindspot.explore.sources import GRADES, Claim, Use
from blindspot.library.label_demand import set_demand_label
from blindspot.library.sources.claims import scope_of
from blindspot.settings import read_settings
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.editing.binding import BoundRow, Tie
from blindspot.ui.editing.conflict_notice import show_conflict
from blindspot.ui.editing.history_panel import offer_undo, show_history
from blindspot.ui.editing.saving import say_saved
from blindspot.ui.library.claim_conflicts import show_conflicts
from blindspot.ui.library.claim_use_binding import BoundUse
from blindspot.ui.library.source_flags import show_flag
from blindspot.ui.library.source_state import PROBLEM, open_claim, open_source
from blindspot.ui.marking import escape_markdown, safe_url
from blindspot.ui.names import angle_name
from blindspot.ui.reading_names import claim_kind_name, grade_name, source_kind_name
from blindspot.ui.widget_functions import named_by

LONGEST_REASON = 500


def show_claim(desk: Desk, claim: Claim, flags: list[Flag]) -> None:
    """Draw the claim with everything that can be corrected; each change is saved at once."""
    t = desk.t
    scope = scope_of(claim.claim_id)
    row = read_rows(desk.store, "claim", [str(claim.claim_id)])[str(claim.claim_id)]
    show_conflict(desk, scope)
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="top"):
            st.subheader(escape_markdown(claim.statement), anchor=False, width="stretch")
            st.button(
                t("Close"),
                icon=":material/close:",
                type="tertiary",
                on_click=open_claim,
                args=(None,),
                key="claim_close",
            )
        _show_badges(desk, claim)
        for number, flag in enumerate(flags):
            if flag.code != "conflict":
                show_flag(desk, flag, f"claim_flag_{number}", opened="claim")
        show_conflicts(desk, claim)
        uses, rest = st.columns([0.62, 0.38], gap="medium")
        with uses:
            st.markdown(f"**{t.plural('Rests on {n} source', 'Rests on {n} sources', len(claim.uses))}**")
            for place, use in enumerate(claim.uses):
                _edit_use(desk, use, BoundUse(desk, claim.claim_id, row, place))
            if not claim.uses:
                st.caption(t("The document names no source for it."))
        with rest:
            _edit_claim(desk, BoundRow(desk, scope, "claim", str(claim.claim_id), row["rev"], row))
            _edit_angles(desk, claim)
            with st.container(horizontal=True, vertical_alignment="center"):
                say_saved(desk, scope)
                offer_undo(desk, scope)
            show_history(desk, "claim", str(claim.claim_id), scope)


def _show_badges(desk: Desk, claim: Claim) -> None:
    t = desk.t
    with st.container(horizontal=True, gap="small"):
        st.badge(t("grade: {grade}", grade=grade_name(claim.grade, t)), color="blue")
        st.badge(claim_kind_name(claim.kind, t), color="gray")
        st.badge(t.plural("{n} origin", "{n} origins", len(claim.origins)), color="gray")
        if claim.is_stale(read_settings().today):
            st.badge(t("look again"), icon=":material/schedule:", color="orange")
        st.caption(t("from “{document}”", document=escape_markdown(claim.document)))


def _edit_use(desk: Desk, use: Use, bound: BoundUse) -> None:
    t = desk.t
    place = f"{use.claim_id}_{use.position}"
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{escape_markdown(use.label)}**", width="stretch")
            url = safe_url(use.url)
            if url:
                st.link_button(t("Open the page"), url, icon=":material/open_in_new:", type="tertiary")
            st.button(
                t("The source"), key=f"use_source_{place}", type="tertiary", on_click=open_source, args=(use.source_id,)
            )
        facts = [source_kind_name(use.kind, t), use.publisher, use.published_on and t.day(use.published_on), use.note]
        if use.reports_on:
            facts.append(t("passes on {institute}", institute=use.reports_on))
        st.caption(escape_markdown(" · ".join(str(fact) for fact in facts if fact)))
        _choose_grade(desk, t("Worth of this source for this claim"), bound.grade())
        st.text_input(
            t("Why"),
            max_chars=LONGEST_REASON,
            placeholder=t("why this grade"),
            label_visibility="collapsed",
            **bound.reason(),
        )


def _edit_claim(desk: Desk, bound: BoundRow) -> None:
    t = desk.t
    st.text_area(t("Claim"), height="content", max_chars=2_000, **bound.text("statement", is_required=True))
    _choose_grade(desk, t("The claim as a whole"), bound.choice("grade"))
    st.text_input(t("Why"), max_chars=LONGEST_REASON, placeholder=t("why this grade"), **bound.text("grade_reason"))
    st.date_input(
        t("Good until"),
        format="YYYY-MM-DD",
        help=t("After this day it is marked to be looked at again. Empty: for good."),
        **bound.choice("good_until", show=lambda day: date.fromisoformat(day) if day else None),
    )
    st.text_input(t("Who says it"), max_chars=200, **bound.text("said_by"))


def _edit_angles(desk: Desk, claim: Claim) -> None:
    t = desk.t
    if desk.topic is None:
        return
    topic_id = desk.topic.topic_id
    angles = desk.store.rows("explore/angles_of_claim", topic_id=topic_id, claim_id=claim.claim_id)
    if not angles:
        return
    names = {
        row["key"]: angle_name(
            {"zh": row["name_zh"] or row["name_en"], "en": row["name_en"] or row["name_zh"]}, desk.language, row["key"]
        )
        for row in angles
    }
    carried = [row["key"] for row in angles if row["origin"]]
    key = f"claim_angles_{claim.claim_id}_{','.join(carried)}"
    st.multiselect(
        t("Angles that it supports"),
        list(names),
        default=carried,
        format_func=named_by(names),
        key=key,
        help=t("Found by the codebook's terms; what you say here wins over them."),
        on_change=_saving(lambda: _save_angles(desk, claim.claim_id, set(carried), set(st.session_state[key]))),
    )


def _save_angles(desk: Desk, claim_id: int, former: set[str], chosen: set[str]) -> None:
    for angle in former ^ chosen:
        set_demand_label(desk.store, topic_of(desk).topic_id, angle, "claim", claim_id, angle in chosen)


def _choose_grade(desk: Desk, label: str, tie: Tie) -> None:
    st.segmented_control(label, GRADES, format_func=lambda word: grade_name(word, desk.t), required=True, **tie)


def _saving(save: Callable[[], Any]) -> Callable[[], None]:
    """Return a callback that saves and leaves what goes wrong for the page to say."""

    def change() -> None:
        try:
            save()
        except BlindspotError as error:
            st.session_state[PROBLEM] = error

    return change
