"""What contradicts a claim: both sides in their own words, and what a person makes of it."""

from __future__ import annotations

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.explore.sources import Claim, Conflict
from blindspot.library.sources.conflicts import reopen_conflict, settle_conflict
from blindspot.ui.desk import Desk
from blindspot.ui.library.source_state import PROBLEM
from blindspot.ui.marking import escape_markdown


def show_conflicts(desk: Desk, claim: Claim) -> None:
    """Draw the conflicts of a claim; an open one asks for a settlement, a settled one can be opened again."""
    for conflict in claim.conflicts:
        _show(desk, claim, conflict)


def _show(desk: Desk, claim: Claim, conflict: Conflict) -> None:
    t = desk.t
    is_first = conflict.claim_id == claim.claim_id
    mine, theirs = (conflict.words, conflict.other_words) if is_first else (conflict.other_words, conflict.words)
    other = (conflict.other_name if is_first else None) or t("another claim")
    with st.container(border=True, gap="small"):
        st.markdown(f":material/balance: **{t('These cannot both be right')}**")
        left, right = st.columns(2, gap="small")
        with left:
            st.caption(t("This claim"))
            st.markdown(f":orange-background[{escape_markdown(mine)}]")
        with right:
            st.caption(escape_markdown(other))
            st.markdown(f":orange-background[{escape_markdown(theirs)}]")
        number = conflict.conflict_id
        if conflict.status == "settled":
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(t("Settled: {words}", words=escape_markdown(conflict.settlement or "—")), width="stretch")
                st.button(
                    t("Open it again"), key=f"reopen_{number}", type="tertiary", on_click=_reopen, args=(desk, number)
                )
            return
        with st.container(horizontal=True, vertical_alignment="bottom"):
            key = f"settlement_{number}"
            st.text_input(
                t("What is right, and why"),
                key=key,
                max_chars=500,
                placeholder=t("for example: 2028 is right, the study was revised"),
            )
            st.button(
                t("Settle"), key=f"settle_{number}", icon=":material/gavel:", on_click=_settle, args=(desk, number, key)
            )


def _settle(desk: Desk, conflict_id: int, key: str) -> None:
    try:
        settle_conflict(desk.store, conflict_id, st.session_state.get(key) or "")
    except BlindspotError as error:
        st.session_state[PROBLEM] = error


def _reopen(desk: Desk, conflict_id: int) -> None:
    try:
        reopen_conflict(desk.store, conflict_id)
    except BlindspotError as error:
        st.session_state[PROBLEM] = error
