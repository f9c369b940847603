"""Which proposals of the shortlist are in view: by words, topic and tag."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from blindspot.plan.proposals.listing import Proposal
from blindspot.ui import address
from blindspot.ui.desk import Desk

FIND, ABOUT, TAG = "find", "about", "tag"
ANY = ""


def choose_proposals(desk: Desk, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Draw the filters and return what they leave."""
    t = desk.t
    words = st.text_input(
        t("Find"),
        key=address.restore(FIND, "", lambda said: said[0]),
        placeholder=t("Find in titles, theses and tags"),
        icon=":material/search:",
        persist_state="session",
        label_visibility="collapsed",
        width=260,
    )
    address.keep(FIND, [words] if words else [])
    topic = _choose(t("Topic"), t("All topics"), ABOUT, sorted({one.topic for one in proposals if one.topic}))
    tag = _choose(t("Tag"), t("All tags"), TAG, sorted({tag for one in proposals for tag in one.tags}))
    return [
        one for one in proposals if topic in (ANY, one.topic) and (tag == ANY or tag in one.tags) and _has(one, words)
    ]


def _choose(label: str, every: str, name: str, options: Sequence[str]) -> str:
    if len(options) < (1 if name == TAG else 2):
        address.forget(name)
        return ANY
    key = address.restore(name, ANY, lambda said: said[0] if said[0] in options else None)
    if st.session_state[key] not in options:
        st.session_state[key] = ANY
    chosen = st.selectbox(
        label,
        [ANY, *options],
        format_func=lambda option: option or every,
        key=key,
        persist_state="session",
        label_visibility="collapsed",
        width=200,
    )
    address.keep(name, [chosen] if chosen else [])
    return chosen


def _has(proposal: Proposal, words: str) -> bool:
    text = " ".join((proposal.title, proposal.thesis, *proposal.tags)).casefold()
    return all(word in text for word in words.casefold().split())
