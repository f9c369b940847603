"""The sources page: how well the claims stand, what to look at, then claims, candidates and sources."""

from __future__ import annotations

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.explore.flags import Flag, check_reading, read_sources
from blindspot.explore.sources import Claim, Source, list_claims
from blindspot.ui import address
from blindspot.ui.desk import Desk, choose_topic, topic_of
from blindspot.ui.error_notice import say_error
from blindspot.ui.library.candidate_desk import show_candidates
from blindspot.ui.library.claim_card import show_claim
from blindspot.ui.library.claims_table import show_claims
from blindspot.ui.library.import_desk import say_busy
from blindspot.ui.library.source_angle import find_asking, say_asking
from blindspot.ui.library.source_flags import show_flags
from blindspot.ui.library.source_intake import offer_intake, show_intake
from blindspot.ui.library.source_list import show_source_list
from blindspot.ui.library.source_state import CLAIM, PART, PARTS, PROBLEM, SCOPE, open_id, restore_part
from blindspot.ui.missing import is_missing
from blindspot.ui.switch import switch
from blindspot.ui.widget_functions import known, named_by


def show_sources(desk: Desk) -> None:
    """Draw the page."""
    t = desk.t
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.header(t("Sources"), anchor=False, width="content")
        st.space("stretch")
        offer_intake(desk)
    say_busy(desk)
    show_intake(desk)
    topic_id = _choose_scope(desk)
    is_sample = topic_id is not None and topic_of(desk).is_sample
    reading = read_sources(desk.store, topic_id=topic_id, is_sample=is_sample)
    claims, sources = list(reading.claims), list(reading.sources.values())
    if not sources:
        _say_empty(desk, topic_id is not None)
        return
    problem = st.session_state.pop(PROBLEM, None)
    if problem is not None:
        say_error(problem, t)
    flags = check_reading(reading)
    asking = find_asking(desk, topic_id)
    if asking is not None:
        say_asking(desk, asking)
        claims = [claim for claim in claims if claim.claim_id in asking.claims]
        sources = [source for source in sources if source.source_id in asking.sources]
        flags = [flag for flag in flags if flag.claim_id in asking.claims or flag.source_id in asking.sources]
    st.subheader(_answer(desk, claims, sources, flags), anchor=False)
    if st.session_state[restore_part()] != "candidates":
        show_flags(desk, flags)
    _show_part(desk, claims, sources, flags, topic_id=topic_id, is_sample=is_sample)


def _choose_scope(desk: Desk) -> int | None:
    """Return the topic in view, None for everything that has been read."""
    t = desk.t
    if desk.topic is None:
        return None
    names = {"topic": t("This topic"), "all": t("All topics")}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        with st.container(width=260):
            choose_topic(desk)
        scope = switch(SCOPE, t("Sources"), names)
    return desk.topic.topic_id if scope == "topic" else None


def _answer(desk: Desk, claims: list[Claim], sources: list[Source], flags: list[Flag]) -> str:
    t = desk.t
    accepted = [claim for claim in claims if claim.status == "accepted"]
    origins = {use.origin for claim in accepted for use in claim.uses}
    if accepted:
        rest = t(
            "{claims} on {origins}",
            claims=t.plural("{n} claim rests", "{n} claims rest", len(accepted)),
            origins=t.plural("{n} origin", "{n} origins", len(origins)),
        )
    else:
        rest = t("{sources}, no claim accepted yet", sources=t.plural("{n} source", "{n} sources", len(sources)))
    if not flags:
        return t("{rest}; nothing found to look at.", rest=rest)
    return t("{rest}; {flags}.", rest=rest, flags=t.plural("{n} thing to look at", "{n} things to look at", len(flags)))


def _show_part(
    desk: Desk,
    claims: list[Claim],
    sources: list[Source],
    flags: list[Flag],
    *,
    topic_id: int | None,
    is_sample: bool,
) -> None:
    t = desk.t
    accepted = [claim for claim in claims if claim.status == "accepted"]
    candidates = [claim for claim in claims if claim.status == "candidate"]
    names = {
        "claims": t("Claims · {n}", n=t.number(len(accepted))),
        "candidates": t("Candidates · {n}", n=t.number(len(candidates))),
        "sources": t("Sources · {n}", n=t.number(len(sources))),
    }
    part = st.segmented_control(
        t("Part"),
        PARTS,
        format_func=named_by(names),
        key=restore_part(),
        required=True,
        persist_state="session",
        label_visibility="collapsed",
        wrap=True,
    )
    address.keep(PART, [] if part == "claims" else [known(part)])
    try:
        if part == "candidates":
            listed = list_claims(desk.store, topic_id=topic_id, is_sample=is_sample)
            rejected = [claim for claim in listed if claim.status == "rejected"]
            show_candidates(desk, candidates, rejected)
        elif part == "sources":
            show_source_list(desk, sources, flags)
        else:
            opened = next((claim for claim in claims if claim.claim_id == open_id(CLAIM)), None)
            if opened is None and is_missing(CLAIM, [claim.claim_id for claim in claims]):
                st.warning(t("That claim is not among these, in the bin or not there."))
            if opened is not None:
                show_claim(desk, opened, [flag for flag in flags if flag.claim_id == opened.claim_id])
            show_claims(desk, accepted, flags, bool(candidates))
    except BlindspotError as error:
        say_error(error, t)


def _say_empty(desk: Desk, has_topic: bool) -> None:
    t = desk.t
    with st.container(border=True):
        st.subheader(t("Nothing read yet"), anchor=False)
        st.write(
            t(
                "Bring in a research report or articles: Markdown, text, saved web pages, PDF or Word. Claims are "
                "proposed sentence by sentence, and you accept each. Nothing is fetched from the network."
            )
        )
        if has_topic:
            st.write(t("A document joins the topics whose terms it uses; look at all topics for the others."))
