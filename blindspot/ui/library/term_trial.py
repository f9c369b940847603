"""Shows what a term, or the terms of a new angle, would do to the topic's works before anything is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from blindspot.explore.works import Work, works_by_key
from blindspot.labelling.codebook import Angle
from blindspot.labelling.folding import FIELDS, field_text
from blindspot.labelling.folding import mark_spans as find_spans
from blindspot.library.try_terms import try_terms
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.editing.binding import drafted, forget_drafts
from blindspot.ui.marking import mark_spans

FIRST_TITLES = 5
AROUND = 60
"""Characters shown on each side of a matched word that does not stand in the title."""


def try_one_term(desk: Desk, angle: Angle, add: Callable[[str, str], None]) -> None:
    """Draw the trial of one term: the works that it would add or, as an exclusion, take away; and take it over.

    `add` takes "terms" or "exclude", and the term.
    """
    t = desk.t
    name = f"trial_{topic_of(desk).topic_id}_{angle.key}"
    with st.container(border=True):
        term = st.text_input(
            t("Try a term"), placeholder=t("a word or phrase"), icon=":material/science:", **drafted(desk, name)
        ).strip()
        if not term:
            st.caption(t("See which works it would bring before you add it."))
            return
        topic_id = topic_of(desk).topic_id
        added = try_terms(desk.store, topic_id, angle.key, [*angle.terms, term], angle.exclude)
        _say(
            desk,
            added.gained,
            [term],
            lambda n: t.plural("Would match {n} more work:", "Would match {n} more works:", n),
            t("Would match no more works than the angle has already."),
        )
        _offer(desk, name, t("Add to the terms"), ":material/add:", "terms", term, add)
        excluded = try_terms(desk.store, topic_id, angle.key, angle.terms, [*angle.exclude, term])
        if excluded.lost:
            _say(
                desk,
                excluded.lost,
                [term],
                lambda n: t.plural(
                    "As an exclusion it would take {n} work away:", "As an exclusion it would take {n} works away:", n
                ),
                "",
            )
            _offer(desk, name, t("Add to the exclusions"), ":material/block:", "exclude", term, add)
        st.caption(t("It is saved with the angle at once; Undo takes it back."))


def show_matches(desk: Desk, angle: Angle) -> None:
    """Draw the works that a new angle would match."""
    t = desk.t
    trial = try_terms(desk.store, topic_of(desk).topic_id, angle.key, angle.terms, angle.exclude)
    _say(
        desk,
        trial.matched,
        angle.terms,
        lambda n: t.plural("Would match {n} work:", "Would match {n} works:", n),
        t("Would match no works."),
    )


def snippet(work: Work, terms: Sequence[str]) -> str:
    """Return Markdown of the work's title with the terms marked, and of the first hit where it stands elsewhere."""
    fields = {"title": work.title, "text": work.text, "hashtags": list(work.hashtags), "transcript": work.transcript}
    title = work.title or ""
    spans = find_spans(title, terms)
    line = mark_spans(title, spans) or "—"
    for field in FIELDS[1:]:
        text = field_text(fields, field)
        elsewhere = [] if spans else find_spans(text, terms)
        if elsewhere:
            start, end = max(elsewhere[0][0] - AROUND, 0), elsewhere[0][1] + AROUND
            shown = [(a - start, min(b, end) - start) for a, b in elsewhere if a < end]
            return f"{line}  \n:gray[…{mark_spans(text[start:end], shown)}…]"
    return line


def _say(desk: Desk, work_keys: Sequence[int], terms: Sequence[str], some: Callable[[int], str], none: str) -> None:
    if not work_keys:
        st.markdown(none)
        return
    st.markdown(f"**{some(len(work_keys))}**")
    works = works_by_key(desk.store, topic_of(desk).topic_id, list(work_keys[:FIRST_TITLES]))
    st.markdown("\n".join(f"- {snippet(work, terms)}".replace("  \n", "  \n  ") for work in works))
    if len(work_keys) > FIRST_TITLES:
        st.caption(desk.t("and {n} more", n=desk.t.number(len(work_keys) - FIRST_TITLES)))


def _offer(
    desk: Desk, name: str, label: str, icon: str, field: str, term: str, add: Callable[[str, str], None]
) -> None:
    def take() -> None:
        add(field, term)
        forget_drafts(desk, name)

    st.button(label, icon=icon, key=f"{name}_{field}", on_click=take)
