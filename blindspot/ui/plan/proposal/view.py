"""The proposal page: what it says and how sure that is on top, every part of it below, edited in place."""

from __future__ import annotations

import streamlit as st

from blindspot.errors import NotFound
from blindspot.plan.drafts import Kind
from blindspot.plan.proposals.listing import list_proposals
from blindspot.ui.desk import Desk
from blindspot.ui.editing.conflict_notice import show_conflict
from blindspot.ui.editing.history_panel import show_history
from blindspot.ui.empty_states import say_empty
from blindspot.ui.error_notice import say_error
from blindspot.ui.fragment import fragment
from blindspot.ui.marking import escape_markdown, shorten
from blindspot.ui.plan.drafts.badge import say_machine_written
from blindspot.ui.plan.drafts.panel import offer_drafts, show_drafts
from blindspot.ui.plan.proposal.address import open_proposal, shown_proposal
from blindspot.ui.plan.proposal.claims import show_claims
from blindspot.ui.plan.proposal.evidence import show_evidence
from blindspot.ui.plan.proposal.fit import show_fit
from blindspot.ui.plan.proposal.head import show_head
from blindspot.ui.plan.proposal.lists import show_list
from blindspot.ui.plan.proposal.sheet import Sheet, load_sheet
from blindspot.ui.plan.proposal.team import show_team
from blindspot.ui.plan.proposal.texts import show_tags, show_texts
from blindspot.ui.plan.proposal.uses import show_uses
from blindspot.ui.status_names import proposal_status_name

SHORTLIST = "pages/plan/shortlist.py"
LONGEST_TITLE = 120


@fragment
def show_proposal(desk: Desk) -> None:
    """Draw the page."""
    proposal_id = shown_proposal()
    if proposal_id is None:
        _choose(desk)
        return
    try:
        sheet = load_sheet(desk, proposal_id)
    except NotFound as error:
        say_error(error, desk.t)
        _choose(desk)
        return
    show_conflict(desk, sheet.scope)
    show_head(sheet)
    if not sheet.row["is_binned"]:
        _show_parts(sheet)
    show_history(desk, "proposal", proposal_id, sheet.scope)


def _show_parts(sheet: Sheet) -> None:
    show_evidence(sheet)
    main, side = st.columns([0.64, 0.36], gap="medium")
    with main:
        _show_drafts(sheet)
        show_texts(sheet)
        show_claims(sheet)
        for name in ("values", "counterpoints", "risks"):
            show_list(sheet, name)
    with side:
        show_uses(sheet)
        show_team(sheet)
        show_fit(sheet)
        show_list(sheet, "visuals")
        show_tags(sheet)


def _show_drafts(sheet: Sheet) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        offer_drafts(sheet.desk, ("thesis", "titles"), sheet.proposal_id)
        say_machine_written(sheet.desk, "proposal", sheet.proposal_id, sheet.row)
    now: dict[Kind, str] = {"thesis": sheet.row["thesis"], "titles": sheet.row["title"]}
    show_drafts(sheet.desk, "proposal", sheet.proposal_id, sheet.row["rev"], now)


def _choose(desk: Desk) -> None:
    t = desk.t
    st.header(t("Proposals"), anchor=False)
    proposals = list_proposals(desk.store)
    if not proposals:
        say_empty(
            t("No proposal yet"),
            t("Put a gap on the shortlist, or import a report that proposes angles."),
            ("pages/explore/gaps.py", t("See the gaps"), "visibility_off"),
            ("pages/library/reports.py", t("Import a report"), "article"),
        )
        return
    st.caption(t("Choose one to work on."))
    for proposal in proposals:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container(gap=None):
                st.markdown(f"**{escape_markdown(shorten(proposal.title, LONGEST_TITLE))}**")
                st.caption(f"{proposal_status_name(proposal.status, t)} · {escape_markdown(proposal.topic or '—')}")
            if st.button(t("Open"), icon=":material/edit_note:", key=f"open_{proposal.proposal_id}"):
                open_proposal(proposal.proposal_id)
    st.page_link(SHORTLIST, label=t("Shortlist"), icon=":material/bookmarks:")
