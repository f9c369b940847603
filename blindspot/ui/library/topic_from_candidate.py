"""Makes a topic of a candidate: its name, terms and starter, and how many works in store already belong to it."""

from __future__ import annotations

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.labelling.folding import mark_spans
from blindspot.library.hot_topics import Candidate, decide_candidate
from blindspot.library.topic_terms import count_works_with, propose_terms
from blindspot.ui import address
from blindspot.ui.desk import Desk
from blindspot.ui.error_notice import say_error
from blindspot.ui.library.topic_starter import (
    EMPTY,
    create_topic,
    read_starter,
    starter_name,
    starters,
    view_topic_next,
)
from blindspot.ui.lines import read_lines, write_lines
from blindspot.ui.marking import escape_markdown

GENERAL = "any_topic"


def make_topic(desk: Desk, candidate: Candidate) -> None:
    """Draw the form of the topic; the count follows the terms as they change."""
    t = desk.t
    key = f"topic_of_{candidate.hot_topic_id}"
    with st.container(border=True):
        st.markdown(f"**{t('A topic of “{title}”', title=escape_markdown(candidate.title))}**")
        left, right = st.columns(2)
        with left:
            name = st.text_input(t("Name of the topic"), candidate.title, key=f"{key}_name", max_chars=120)
            starter = st.segmented_control(
                t("Start with the angles for"),
                [*starters(), EMPTY],
                default=_fitting_starter(candidate.title),
                required=True,
                format_func=lambda one: starter_name(one, t),
                key=f"{key}_starter",
            )
        with right:
            written = st.text_area(
                t("Terms that select its works, one a line"),
                write_lines(propose_terms(candidate.title)),
                height=120,
                key=f"{key}_terms",
                help=t("A work belongs to the topic if one of them stands in its title, text, hashtags or transcript."),
            )
        terms = read_lines(written)
        _say_count(desk, terms)
        with st.container(horizontal=True):
            is_sent = st.button(t("Create the topic"), type="primary", icon=":material/check:", key=f"{key}_create")
            st.button(t("Cancel"), key=f"{key}_cancel", on_click=address.forget, args=("candidate",))
    if is_sent:
        _create(desk, candidate, starter, name, terms)


def _say_count(desk: Desk, terms: tuple[str, ...]) -> None:
    t = desk.t
    works = count_works_with(desk.store, terms)
    if not terms:
        st.warning(
            t.plural(
                "Without terms every work belongs to it: {n} work.",
                "Without terms every work belongs to it: {n} works.",
                works,
            ),
            icon=":material/warning:",
        )
        return
    st.info(
        t.plural("{n} work in store already belongs to it.", "{n} works in store already belong to it.", works),
        icon=":material/movie:",
    )


def _create(desk: Desk, candidate: Candidate, starter: str, name: str, terms: tuple[str, ...]) -> None:
    t = desk.t
    try:
        topic_id = create_topic(desk, starter, name, terms)
    except BlindspotError as error:
        say_error(error, t)
        return
    decide_candidate(desk.store, candidate.hot_topic_id, "accepted", topic_id)
    st.toast(t("“{title}” is a topic now.", title=escape_markdown(name.strip())), icon=":material/check:")
    view_topic_next(topic_id)
    st.rerun()


def _fitting_starter(title: str) -> str:
    """Return the starter whose terms the title uses the most; the general one where it uses none."""

    def hits(name: str) -> int:
        codebook = read_starter(name)
        terms = [*codebook.topic.terms, *(term for angle in codebook.angles for term in angle.terms)]
        return len(mark_spans(title, terms)) if name != GENERAL else 0

    best = max(starters(), key=hits, default=EMPTY)
    return best if best != EMPTY and hits(best) else GENERAL
