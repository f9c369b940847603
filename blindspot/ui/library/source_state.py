"""What the sources page shows, in its address: the part, the open claim, the open source."""

from __future__ import annotations

import streamlit as st

from blindspot.ui import address

PARTS = ("claims", "candidates", "sources")
PART, CLAIM, SOURCE, SCOPE = "reading", "claim", "source", "reading_scope"
PROBLEM = "sources_problem"
"""Where a callback leaves an error for the page to say."""


def restore_part() -> str:
    """Return the widget key that holds the part in view."""
    return address.restore(PART, "claims", lambda words: words[0] if words[0] in PARTS else None)


def open_id(name: str) -> int | None:
    """Return the id of the open claim or source, None where none is open."""
    key = address.restore(name, None, lambda words: int(words[0]) if words[0].isdecimal() else None)
    opened: int | None = st.session_state[key]
    return opened


def open_claim(claim_id: int | None) -> None:
    """Show a claim, or none; from another part in a callback only, since that part's widget is drawn."""
    address.put(CLAIM, claim_id, [] if claim_id is None else [str(claim_id)])
    if claim_id is not None and st.session_state.get(address.key_of(PART)) != "claims":
        go_to("claims")


def open_source(source_id: int | None) -> None:
    """Show a source, or none; from another part in a callback only, since that part's widget is drawn."""
    address.put(SOURCE, source_id, [] if source_id is None else [str(source_id)])
    if source_id is not None and st.session_state.get(address.key_of(PART)) != "sources":
        go_to("sources")


def go_to(part: str) -> None:
    """Show another part of the page."""
    address.put(PART, part, [] if part == "claims" else [part])


def look_at_all() -> None:
    """Show what has been read for any topic."""
    address.put(SCOPE, "all", ["all"])
