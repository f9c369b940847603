"""The proposal's own words: thesis, how it differs, tags; sentences that say too much are offered a hedge."""

from __future__ import annotations

import streamlit as st

from blindspot.ui.editing.field_names import field_name
from blindspot.ui.plan.proposal.sheet import Sheet
from blindspot.ui.plan.wording_advice import show_advice

LONGEST = {"thesis": 1000, "difference": 3000}
MOST_TAGS = 20
LONGEST_TAG = 40


def show_texts(sheet: Sheet) -> None:
    """Draw the texts, each with advice on its wording under it."""
    t = sheet.desk.t
    hints = {
        "thesis": t("what it claims, in one line"),
        "difference": t("what it says that the others do not"),
    }
    for field, most in LONGEST.items():
        name = field_name("proposal", field, t)
        sheet.text(field, name, most=most, placeholder=hints[field])
        advise(sheet, field)


def advise(sheet: Sheet, field: str) -> None:
    """Draw the guard's advice on one text of the proposal."""
    proposal = sheet.proposal
    show_advice(
        sheet.desk,
        sheet.row[field],
        proposal.claims,
        proposal.risks,
        sheet.key(field),
        lambda text: sheet.put(**{field: text}),
    )


def show_tags(sheet: Sheet) -> None:
    """Draw the tags; a new one is typed."""
    t = sheet.desk.t
    used = {tag for proposal in sheet.listed for tag in proposal.tags}

    def tags(chosen: list[str]) -> dict[str, list[str]]:
        return {"tags": [tag.strip()[:LONGEST_TAG] for tag in chosen if tag.strip()]}

    st.multiselect(
        t("Tags"),
        sorted({*used, *sheet.row["tags"]}),
        accept_new_options=True,
        # an imported plan may bring more
        max_selections=max(MOST_TAGS, len(sheet.row["tags"])),
        placeholder=t("choose or type"),
        **sheet.bound.choice("tags", fields=tags),
    )
