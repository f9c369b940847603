"""Labelling by hand: the unlabelled works one at a time, each angle a button and a key."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.explore.filters import Filters
from blindspot.explore.works import Selection, Work, list_works, works_by_key
from blindspot.labelling.codebook import Angle
from blindspot.library.codebooks import show_codebook
from blindspot.library.person_labels import set_label
from blindspot.ui import empty_states
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.error_notice import say_error
from blindspot.ui.marking import escape_markdown, safe_url
from blindspot.ui.names import angle_name
from blindspot.ui.work_facts import facts_of

MOST = 500
KEYS = "123456789QWETYUIOP"
"""The key of each angle's button, in their order; C and R belong to Streamlit, N is "none of these"."""

PROBLEM = "labelling_problem"


@dataclass
class Pile:
    """The works to go through in this session; it stays as it was laid, so that a label moves nothing away."""

    work_keys: list[int]
    at: int = 0
    none: set[int] = field(default_factory=set)
    """Works of which the user said "none of these"."""


def label_by_hand(desk: Desk) -> None:
    """Draw the work in turn with a button for each angle."""
    t = desk.t
    angles = show_codebook(desk.store, topic_of(desk).topic_id).angles
    if not angles:
        empty_states.no_angles(desk)
        return
    pile = _pile(desk)
    problem = st.session_state.pop(PROBLEM, None)
    if problem is not None:
        say_error(problem, t)
    if pile.at >= len(pile.work_keys):
        _say_end(desk, pile)
        return
    found = works_by_key(desk.store, topic_of(desk).topic_id, [pile.work_keys[pile.at]])
    if not found:
        _lay_again(desk)
        st.rerun()
    number, total = t.number(pile.at + 1), t.number(len(pile.work_keys))
    st.progress(pile.at / len(pile.work_keys), t("{number} of {total} unlabelled works", number=number, total=total))
    with st.container(border=True):
        _show(desk, found[0])
    _offer_angles(desk, found[0], angles)
    _offer_steps(desk, pile)


def _pile(desk: Desk) -> Pile:
    piles: dict[int, Pile] = st.session_state.setdefault("piles", {})
    pile = piles.get(topic_of(desk).topic_id)
    if pile is None:
        pile = piles[topic_of(desk).topic_id] = Pile(_unlabelled(desk, set()))
    return pile


def _unlabelled(desk: Desk, none: set[int]) -> list[int]:
    unlabelled = Selection(is_unlabelled=True)
    works = list_works(desk.store, topic_of(desk).topic_id, Filters(), unlabelled, most=MOST + len(none))
    return [work.work_key for work in works if work.work_key not in none][:MOST]


def _lay_again(desk: Desk) -> None:
    none = _pile(desk).none
    st.session_state["piles"][topic_of(desk).topic_id] = Pile(_unlabelled(desk, none), none=none)


def _show(desk: Desk, work: Work) -> None:
    t = desk.t
    st.subheader(escape_markdown(work.title or "—"), anchor=False)
    if work.text:
        st.markdown(escape_markdown(work.text[:600]))
    hashtags = [tag for tag in work.hashtags if f"#{tag}" not in f"{work.title or ''}{work.text or ''}"]
    if hashtags:
        st.markdown(escape_markdown(" ".join(f"#{tag}" for tag in hashtags)))
    if work.transcript:
        with st.expander(t("Transcript")):
            st.markdown(escape_markdown(work.transcript[:3000]))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(facts_of(desk, work))
        url = safe_url(work.url)
        if url:
            st.link_button(t("Original"), url, icon=":material/open_in_new:", type="tertiary")


def _offer_angles(desk: Desk, work: Work, angles: tuple[Angle, ...]) -> None:
    carried = {label.angle: label.origin for label in work.labels}
    decided = dict(work.decided)
    with st.grid("auto", min_column_width=150, gap="small"):
        for place, angle in enumerate(angles):
            is_no = decided.get(angle.key) is False
            st.button(
                escape_markdown(angle_name(angle.name, desk.language, angle.key)),
                key=f"label_{work.work_key}_{angle.key}",
                type="primary" if angle.key in carried else "secondary",
                icon=":material/block:" if is_no else (":material/check:" if angle.key in carried else None),
                shortcut=KEYS[place] if place < len(KEYS) else None,
                width="stretch",
                help=escape_markdown(angle_name(angle.definition, desk.language, "")) or None,
                on_click=_toggle,
                args=(desk, work.work_key, angle.key, carried.get(angle.key), decided.get(angle.key)),
            )


def _toggle(desk: Desk, work_key: int, angle: str, origin: str | None, decided: bool | None) -> None:
    """A second click takes back what a person said; a click on a label that a rule made says no to it."""
    covers = None if decided is not None else origin is None
    try:
        set_label(desk.store, topic_of(desk).topic_id, angle, work_key, covers)
    except BlindspotError as error:
        st.session_state[PROBLEM] = error


def _offer_steps(desk: Desk, pile: Pile) -> None:
    t = desk.t
    with st.container(horizontal=True):
        st.button(
            t("Back"),
            icon=":material/arrow_back:",
            shortcut="Left",
            disabled=pile.at == 0,
            on_click=_step,
            args=(pile, -1),
            key="labelling_back",
        )
        st.button(
            t("None of these"),
            icon=":material/do_not_disturb_on:",
            shortcut="N",
            on_click=_say_none,
            args=(pile,),
            key="labelling_none",
        )
        st.button(
            t("Next"),
            icon=":material/arrow_forward:",
            type="primary",
            shortcut="Right",
            on_click=_step,
            args=(pile, 1),
            key="labelling_next",
        )
    st.caption(
        t(
            "What you say here wins over the terms and stays through every import. "
            "Many of one kind? Give the angle a term instead."
        )
    )


def _step(pile: Pile, step: int) -> None:
    pile.at = max(pile.at + step, 0)


def _say_none(pile: Pile) -> None:
    pile.none.add(pile.work_keys[pile.at])
    pile.at += 1


def _say_end(desk: Desk, pile: Pile) -> None:
    t = desk.t
    with st.container(border=True):
        if pile.work_keys:
            st.subheader(t("That was the pile"), anchor=False)
        else:
            st.subheader(t("Every work has an angle"), anchor=False)
        left = len(_unlabelled(desk, pile.none))
        if left:
            st.write(t.plural("{n} work is still unlabelled.", "{n} works are still unlabelled.", left))
        else:
            st.write(t("Nothing is left to label in this topic."))
        if pile.none:
            said = t.plural(
                "{n} work has none of the angles by your word.",
                "{n} works have none of the angles by your word.",
                len(pile.none),
            )
            st.caption(said)
        with st.container(horizontal=True):
            if pile.work_keys:
                st.button(
                    t("Back"), icon=":material/arrow_back:", on_click=_step, args=(pile, -1), key="labelling_last"
                )
            if left:
                st.button(
                    t("Start again"),
                    icon=":material/restart_alt:",
                    on_click=_lay_again,
                    args=(desk,),
                    key="labelling_again",
                )
            st.page_link("pages/explore/gaps.py", label=t("See the gaps"), icon=":material/visibility_off:")
