"""Which proposal the page shows, in its address; any page opens one by this."""

from __future__ import annotations

import streamlit as st

from blindspot.ui import address

PAGE = "pages/plan/proposal.py"
PROPOSAL = "proposal"


def open_proposal(proposal_id: str) -> None:
    """Go to a proposal."""
    address.point_to(PROPOSAL, [proposal_id])
    st.switch_page(PAGE, query_params=dict(st.query_params))


def shown_proposal() -> str | None:
    """Return the id in the address, None where there is none."""
    words = st.query_params.get_all(PROPOSAL) or address.landing_words(PROPOSAL)
    if words:
        address.keep(PROPOSAL, words[:1])
    return words[0] if words else None


def show_no_proposal() -> None:
    """Take the id out of the address, so that the page shows what there is to choose from."""
    address.point_to(PROPOSAL, [])
