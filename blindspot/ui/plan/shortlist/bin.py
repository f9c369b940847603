"""The proposals in the bin, each with the way back."""

from __future__ import annotations

import streamlit as st

from blindspot.editing import Change
from blindspot.plan.proposals.listing import list_proposals
from blindspot.ui.desk import Desk
from blindspot.ui.editing.saving import save
from blindspot.ui.marking import escape_markdown
from blindspot.ui.widget_functions import as_callback


def show_bin(desk: Desk) -> None:
    """Draw what is in the bin, where something is."""
    t = desk.t
    binned = list_proposals(desk.store, is_binned=True)
    if not binned:
        return
    with st.expander(t("In the bin ({n})", n=len(binned)), icon=":material/delete:"):
        for proposal in binned:
            back = [Change("proposal", proposal.proposal_id, proposal.rev, {"is_binned": False})]
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(escape_markdown(proposal.title), width="stretch")
                st.button(
                    t("Put back"),
                    icon=":material/undo:",
                    type="tertiary",
                    key=f"unbin_proposal_{proposal.proposal_id}",
                    on_click=as_callback(save),
                    args=(desk, f"proposal:{proposal.proposal_id}", back),
                )
