"""The shortlist page: what may become an episode, as a board or as a table to compare in."""

from __future__ import annotations

import streamlit as st

from blindspot.plan.proposals.listing import Proposal, list_proposals
from blindspot.ui import address
from blindspot.ui.desk import Desk
from blindspot.ui.editing.conflict_notice import show_conflict
from blindspot.ui.editing.history_panel import offer_undo
from blindspot.ui.editing.saving import say_saved
from blindspot.ui.empty_states import say_empty
from blindspot.ui.fragment import fragment
from blindspot.ui.plan.plan_file_panel import offer_plan_file, show_saved_plan
from blindspot.ui.plan.shortlist.bin import show_bin
from blindspot.ui.plan.shortlist.board import show_board
from blindspot.ui.plan.shortlist.filters import choose_proposals
from blindspot.ui.plan.shortlist.new import offer_new
from blindspot.ui.plan.shortlist.table import COMPARED, show_table
from blindspot.ui.switch import switch

VIEW = "look"


@fragment
def show_shortlist(desk: Desk) -> None:
    """Draw the page."""
    t = desk.t
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.header(t("Shortlist"), anchor=False, width="content")
        st.caption(t("What may become an episode, each with the evidence of its gap."), width="content")
        st.space("stretch")
        _show_last_edit(desk)
    show_saved_plan(desk)
    for scope in [scope for scope in desk.edits.waiting if scope.startswith("proposal:")] or ["proposal:"]:
        show_conflict(desk, scope)
    proposals = list_proposals(desk.store)
    _say_what_is_missing(desk, proposals)
    if proposals:
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            view = _choose_view(desk)
            shown = choose_proposals(desk, proposals)
            st.space("stretch")
            offer_new(desk)
        (show_table if view == "table" else show_board)(desk, shown)
    else:
        offer_new(desk)
    show_bin(desk)
    offer_plan_file(desk)


def _show_last_edit(desk: Desk) -> None:
    """Say what was saved last, with the way back: each proposal has its own history."""
    at = {scope: at for scope, at in desk.edits.saved_at.items() if scope.startswith("proposal:")}
    scope = max(at, key=lambda scope: at[scope], default="proposal:")
    say_saved(desk, scope)
    offer_undo(desk, scope)


def _say_what_is_missing(desk: Desk, proposals: list[Proposal]) -> None:
    t = desk.t
    if not proposals:
        say_empty(
            t("Nothing on the shortlist yet"),
            t(
                "Find a gap and put it here, import a report whose ideas come here by themselves, or write down an "
                "idea of your own."
            ),
            ("pages/explore/gaps.py", t("See the gaps"), "visibility_off"),
            ("pages/library/reports.py", t("Import a report"), "article"),
        )
    elif all(proposal.status in ("idea", "dropped") for proposal in proposals):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"##### {t('Nothing on the shortlist yet')}", width="content")
            st.caption(t("Drag an idea over, or find a gap."), width="content")
            st.page_link("pages/explore/gaps.py", label=t("See the gaps"), icon=":material/visibility_off:")


def _choose_view(desk: Desk) -> str:
    t = desk.t
    view = switch(VIEW, t("View"), {"board": t("Board"), "table": t("Table")})
    if view == "board":
        address.keep(COMPARED, [])
    return view
