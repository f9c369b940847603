"""The shortlist as a table to sort; two to four rows that are ticked stand side by side below it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from blindspot.editing import Change
from blindspot.plan.proposals.listing import Proposal
from blindspot.ui import address
from blindspot.ui.desk import Desk
from blindspot.ui.editing.saving import save
from blindspot.ui.names import evidence_name, kind_name
from blindspot.ui.plan.proposal.address import open_proposal
from blindspot.ui.plan.shortlist.comparison import MOST, show_comparison
from blindspot.ui.plan.shortlist.words import angle_words, grades_words
from blindspot.ui.status_names import proposal_status_name

COMPARED = "compare"
HEIGHT = 420


def show_table(desk: Desk, proposals: Sequence[Proposal]) -> None:
    """Draw the table, what can be done with the ticked rows, and the comparison of them."""
    t = desk.t
    if not proposals:
        st.caption(t("The filters leave no proposal in view."))
        return
    places = {one.proposal_id: place for place, one in enumerate(proposals)}
    before = [places[key] for key in address.landing_words(COMPARED) if key in places]
    drawn = st.dataframe(
        _frame(desk, proposals),
        hide_index=True,
        height=min(HEIGHT, 38 + 35 * len(proposals)),
        # Rows are known by their place alone: another set of rows is another table.
        key=f"shortlist_table_{hash(tuple(places))}",
        on_select="rerun",
        selection_mode="multi-row",
        selection_default={"selection": {"rows": before}},
        column_config={
            t("Title"): st.column_config.TextColumn(width="large", pinned=True),
            t("Tags"): st.column_config.ListColumn(),
        },
    )
    ticked = [proposals[place] for place in drawn.selection.rows if place < len(proposals)]
    address.point_to(COMPARED, [one.proposal_id for one in ticked])
    _offer_steps(desk, ticked)
    if 2 <= len(ticked) <= MOST:
        show_comparison(desk, ticked)


def _offer_steps(desk: Desk, ticked: Sequence[Proposal]) -> None:
    t = desk.t
    if not ticked:
        st.caption(t("Tick two to four to see them side by side; one to open it."))
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if len(ticked) == 1 and st.button(
            t("Open the proposal"), icon=":material/edit_note:", type="primary", key="shortlist_open"
        ):
            open_proposal(ticked[0].proposal_id)
        st.button(
            t("Put into the bin"),
            icon=":material/delete:",
            type="tertiary",
            key="bin_ticked",
            on_click=_bin,
            args=(desk, ticked),
        )
        if len(ticked) > MOST:
            st.caption(t("Four at most stand side by side."), width="content")


def _bin(desk: Desk, ticked: Sequence[Proposal]) -> None:
    for one in ticked:
        save(desk, f"proposal:{one.proposal_id}", [Change("proposal", one.proposal_id, one.rev, {"is_binned": True})])


def _frame(desk: Desk, proposals: Sequence[Proposal]) -> pd.DataFrame:
    t = desk.t
    return pd.DataFrame(
        {
            t("Title"): [one.title for one in proposals],
            t("Status"): [proposal_status_name(one.status, t) for one in proposals],
            t("Angle"): [angle_words(desk, one) or "—" for one in proposals],
            t("Topic"): [one.topic or "—" for one in proposals],
            t("Gap"): [kind_name(one.known.verdict.kind, t) if one.known else "—" for one in proposals],
            t("Evidence"): [_evidence(one, desk) for one in proposals],
            t("Claims"): [grades_words(one, t) or "—" for one in proposals],
            t("Votes"): [one.votes for one in proposals],
            t("Comments"): [one.comments for one in proposals],
            t("Tags"): [list(one.tags) for one in proposals],
            t("Changed"): [one.changed_at for one in proposals],
        }
    )


def _evidence(proposal: Proposal, desk: Desk) -> str:
    grade = proposal.known.verdict.evidence if proposal.known else None
    return evidence_name(grade, desk.t) if grade else "—"
