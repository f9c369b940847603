"""Leads from a page that was opened anew to what waited for a decision before: the browser keeps the visit's name."""

from __future__ import annotations

from functools import partial

import streamlit as st

from blindspot.ui.components.board import read_script
from blindspot.ui.editing.edits import Edits

KEY = "visit"

_VISIT = st.components.v2.component("blindspot_visit", js=read_script("visit.js"))


def keep_visit(edits: Edits, who: str) -> None:
    """Draw nothing; take over what waited in this person's visit before, if the tab was opened anew meanwhile."""
    edits.who = who
    waits = any(edits.waiting.values())
    _VISIT(
        key=KEY,
        data={"visit": edits.visit, "former": edits.former, "waits": waits},
        height=1,
        on_former_change=partial(_take_over, edits),
    )


def _take_over(edits: Edits) -> None:
    former = st.session_state[KEY].get("former")
    if isinstance(former, str):
        edits.take_over(former)
