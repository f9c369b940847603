"""What a shot's claim rests on: its statement, grade and sources, in a dialog."""

from __future__ import annotations

import streamlit as st

from blindspot.documents.markdown import read_markdown
from blindspot.domain import Cited, Claim
from blindspot.plan.loading import load_claims
from blindspot.ui.confirmation import asked, put_away
from blindspot.ui.desk import Desk
from blindspot.ui.marking import escape_markdown, safe_url
from blindspot.ui.reading_names import grade_name

ASKED = "storyboard_claim"
COLOURS = {"high": "green", "medium": "orange", "low": "orange"}


def show_claim(desk: Desk, episode_id: int) -> None:
    """Draw the dialog of the claim that was opened."""
    t = desk.t

    @st.dialog(t("Claim"), icon=":material/link:", on_dismiss=put_away)
    def show() -> None:
        claims = load_claims(desk.store, [int(str(asked(ASKED)))]).values()
        for claim in claims:
            _show(desk, claim)
        if not claims:
            st.info(t("This claim is not in the library any more."))

    show()


def _show(desk: Desk, claim: Claim) -> None:
    t = desk.t
    grade = grade_name(claim.grade, t)
    st.markdown(f"**{escape_markdown(claim.statement)}** :{COLOURS.get(claim.grade, 'gray')}-badge[{grade}]")
    for block in (*read_markdown(claim.grade_reason, "").blocks, *read_markdown(claim.body, "").blocks):
        st.markdown(escape_markdown(block.text))
    st.caption(t.plural("{n} source", "{n} sources", len(claim.sources)))
    for cited in claim.sources:
        st.markdown(f"- {_link(cited)} · {grade_name(cited.grade, t)}")
    st.page_link("pages/library/sources.py", label=t("See the sources"), icon=":material/source_notes:")


def _link(cited: Cited) -> str:
    url = safe_url(cited.url)
    label = escape_markdown(cited.label)
    return f"[{label}](<{url}>)" if url else label
