"""Candidates one at a time: the sentence, who says it, yes or no; the next one comes by itself."""

from __future__ import annotations

import time
from typing import Literal

import streamlit as st

from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError
from blindspot.explore.sources import Claim
from blindspot.labelling.folding import mark_spans as find_spans
from blindspot.library.sources.claims import decide_claim, scope_of
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import BoundRow
from blindspot.ui.editing.conflict_notice import show_conflict
from blindspot.ui.library.source_state import PROBLEM, go_to
from blindspot.ui.marking import escape_markdown, mark_spans
from blindspot.ui.reading_names import claim_kind_name

LATER = "candidates_later"
LAST = "candidates_last"
"""The claim that the last click decided on, to take it back."""
DONE = "candidates_done"
"""How many this visitor has decided since the page was opened."""
CLICKED = "candidates_clicked"
"""The button that was clicked last, and when."""
DOUBLE_CLICK_SECONDS = 0.5
MOST_REJECTED = 50


def show_candidates(desk: Desk, candidates: list[Claim], rejected: list[Claim]) -> None:
    """Draw the candidate in turn, those put off last, and what was rejected for whoever changes their mind."""
    for claim in candidates:
        show_conflict(desk, scope_of(claim.claim_id))
    if candidates:
        _show_next(desk, candidates)
    else:
        _say_end(desk)
    _offer_rejected(desk, rejected)


def _show_next(desk: Desk, candidates: list[Claim]) -> None:
    t = desk.t
    later: list[int] = st.session_state.setdefault(LATER, [])
    claim = min(candidates, key=lambda one: later.index(one.claim_id) if one.claim_id in later else -1)
    done = st.session_state.get(DONE, 0)
    total = done + len(candidates)
    with st.container(border=True):
        st.progress(
            done / total,
            t(
                "{number} of {total} · from “{document}”",
                number=t.number(done + 1),
                total=t.number(total),
                document=escape_markdown(claim.document),
            ),
        )
        st.markdown(f"#### {_marked(claim)}")
        _show_facts(desk, claim)
        _show_place(desk, claim)
        item_id = str(claim.claim_id)
        row = read_rows(desk.store, "claim", [item_id])[item_id]
        bound = BoundRow(desk, scope_of(claim.claim_id), "claim", item_id, row["rev"], row)
        with st.expander(t("In other words, or someone else's"), icon=":material/edit:"):
            st.text_area(t("Claim"), max_chars=2_000, **bound.text("statement", is_required=True))
            st.text_input(t("Who says it"), max_chars=200, **bound.text("said_by"))
        with st.container(horizontal=True):
            _button(desk, claim, "accepted", t("Accept"), ":material/check:", "primary", "Y")
            _button(desk, claim, "rejected", t("Not a claim"), ":material/close:", "secondary", "N")
            st.button(
                t("Later"),
                icon=":material/schedule:",
                shortcut="L",
                on_click=_put_off,
                args=(claim.claim_id,),
                key="candidate_put_off",
            )
            _offer_undo(desk)
    st.caption(t("An accepted claim is unrated until you grade it; nothing from an article arrives as high."))


def _marked(claim: Claim) -> str:
    """Return the sentence with its figures in blue and its hedges in orange."""
    figures = find_spans(claim.statement, claim.figures)
    hedges = [
        span
        for span in find_spans(claim.statement, claim.hedges)
        if all(span[1] <= start or end <= span[0] for start, end in figures)
    ]
    cuts = sorted([(*span, "blue") for span in figures] + [(*span, "orange") for span in hedges])
    parts, done = [], 0
    for start, end, colour in cuts:
        parts.append(escape_markdown(claim.statement[done:start]))
        parts.append(mark_spans(claim.statement[start:end], [(0, end - start)], colour))
        done = end
    return "".join([*parts, escape_markdown(claim.statement[done:])])


def _show_facts(desk: Desk, claim: Claim) -> None:
    t = desk.t
    with st.container(horizontal=True, gap="small"):
        st.badge(claim_kind_name(claim.kind, t), color="gray")
        who = escape_markdown(claim.said_by or "") or t("the article itself")
        st.markdown(t("Said by: {who}", who=who), width="content")
        if claim.figures:
            st.markdown(t("Figures: {words}", words=escape_markdown(t.all_of(claim.figures))), width="content")
        if claim.hedges:
            st.markdown(t("Hedged: {words}", words=escape_markdown(t.all_of(claim.hedges))), width="content")
    for conflict in claim.open_conflicts:
        other = conflict.other_words if conflict.claim_id == claim.claim_id else conflict.words
        st.markdown(f":material/balance: {t('Contradicts: {words}', words=escape_markdown(other))}")


def _show_place(desk: Desk, claim: Claim) -> None:
    """Draw the passage around the sentence, so that "it" and "they" can be understood."""
    for place in desk.store.rows("explore/passage_of_claim", claim_id=claim.claim_id):
        start = place["text"].find(claim.statement)
        around = mark_spans(place["text"], [(start, start + len(claim.statement))], "gray")
        if around.strip() == mark_spans(claim.statement, [(0, len(claim.statement))], "gray"):
            around = " ".join(filter(None, [escape_markdown(place["before"]), around, escape_markdown(place["after"])]))
        st.markdown(f":small[{around}]")


def _button(
    desk: Desk, claim: Claim, status: str, label: str, icon: str, kind: Literal["primary", "secondary"], shortcut: str
) -> None:
    # One button for all candidates: the browser keeps a button that has the focus in the row until the page is
    # drawn to its end, so that one of its own for each would move its neighbours away from under the pointer.
    st.button(
        label,
        icon=icon,
        type=kind,
        shortcut=shortcut,
        key=f"candidate_{status}",
        on_click=_decide,
        args=(desk, claim, status),
    )


def _decide(desk: Desk, claim: Claim, status: str) -> None:
    if _is_second_of_a_double_click(status):
        return
    try:
        decide_claim(desk.store, desk.who, claim.claim_id, status)
    except BlindspotError as error:
        st.session_state[PROBLEM] = error
    else:
        st.session_state[LAST] = claim.claim_id
        st.session_state[DONE] = st.session_state.get(DONE, 0) + 1


def _is_second_of_a_double_click(status: str) -> bool:
    """Return whether this click came before anybody can have seen that the next candidate is there."""
    former: tuple[str, float] = st.session_state.get(CLICKED, ("", 0.0))
    clicked, at = former
    now = time.monotonic()
    st.session_state[CLICKED] = (status, now)
    return clicked == status and now - at < DOUBLE_CLICK_SECONDS


def _put_off(claim_id: int) -> None:
    later = st.session_state[LATER]
    st.session_state[LATER] = [one for one in later if one != claim_id] + [claim_id]


def _offer_undo(desk: Desk) -> None:
    if LAST in st.session_state:
        st.button(
            desk.t("Undo"),
            icon=":material/undo:",
            type="tertiary",
            shortcut="Z",
            on_click=_undo,
            args=(desk, st.session_state[LAST]),
            key="candidates_undo",
        )


def _undo(desk: Desk, claim_id: int) -> None:
    """Make it a candidate again; its words stay as they were written last."""
    st.session_state.pop(LAST, None)
    try:
        decide_claim(desk.store, desk.who, claim_id, "candidate")
    except BlindspotError as error:
        st.session_state[PROBLEM] = error
    else:
        st.session_state[LATER] = [one for one in st.session_state.get(LATER, []) if one != claim_id]
        st.session_state[DONE] = max(st.session_state.get(DONE, 0) - 1, 0)


def _offer_rejected(desk: Desk, rejected: list[Claim]) -> None:
    t = desk.t
    if not rejected:
        return
    with st.expander(t("Not claims · {n}", n=t.number(len(rejected))), icon=":material/block:"):
        for claim in rejected[:MOST_REJECTED]:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(escape_markdown(claim.statement), width="stretch")
                st.button(
                    t("A candidate again"),
                    key=f"candidate_again_{claim.claim_id}",
                    type="tertiary",
                    icon=":material/undo:",
                    on_click=_undo,
                    args=(desk, claim.claim_id),
                )


def _say_end(desk: Desk) -> None:
    t = desk.t
    with st.container(border=True):
        st.subheader(t("No candidate waits"), anchor=False)
        st.write(t("Every sentence that may be a claim has your yes or no. Articles that you bring in propose more."))
        with st.container(horizontal=True):
            st.button(
                t("See the claims"),
                icon=":material/fact_check:",
                on_click=go_to,
                args=("claims",),
                key="candidates_claims",
            )
            _offer_undo(desk)
