"""One draft of a language model: its lines as plain words, what each rests on, and a person's yes or no.

Its words go through `st.text`: Markdown would make a link even of an escaped address.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from blindspot.plan.drafts import Draft, Line, ShotLine, figures_without_claim
from blindspot.ui.desk import Desk
from blindspot.ui.marking import escape_markdown
from blindspot.ui.plan.drafts.badge import badge
from blindspot.ui.plan.drafts.words import kind_words, used_words
from blindspot.ui.plan.storyboard.cards import length_words, text_names
from blindspot.ui.reading_names import grade_name
from blindspot.writers.words import word

GRADE_COLOURS = {"high": "green", "medium": "orange", "low": "orange"}
SHORT = 60


def show_draft(desk: Desk, draft: Draft, now: str, take: Callable[..., None], refuse: Callable[..., None]) -> None:
    """Draw an open draft beside what stands now; `take(draft, places)` and `refuse(draft)` are told the answer."""
    t = desk.t
    key = f"draft_{draft.draft_id}"
    with st.container(border=True, gap="small", key=key):
        _show_head(desk, draft, t("Draft: {kind}", kind=kind_words(draft.kind, t)))
        for place, line in enumerate(draft.lines):
            _show_line(desk, draft, line, place)
            if draft.kind == "titles":
                st.button(
                    t("Use this title"),
                    icon=":material/check:",
                    key=f"{key}_take_{place}",
                    on_click=take,
                    args=(draft, [place]),
                )
        if now and draft.kind in ("thesis", "titles", "hook"):
            st.caption(t("Stands now and would be replaced: “{text}”", text=escape_markdown(now)))
        with st.container(horizontal=True, gap="small"):
            if draft.kind != "titles":
                st.button(
                    _yes(desk, draft),
                    icon=":material/check:",
                    type="primary",
                    key=f"{key}_take",
                    on_click=take,
                    args=(draft, None),
                )
            st.button(t("Turn it down"), icon=":material/close:", key=f"{key}_refuse", on_click=refuse, args=(draft,))


def show_taken(desk: Desk, draft: Draft) -> None:
    """Draw a draft that a person has taken over and that has no field of its own: a summary."""
    with st.container(border=True, gap="small", key=f"draft_{draft.draft_id}"):
        _show_head(desk, draft, kind_words(draft.kind, desk.t))
        for place, line in enumerate(draft.lines):
            _show_line(desk, draft, line, place)


def _show_head(desk: Desk, draft: Draft, title: str) -> None:
    t = desk.t
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{title}**", width="content")
        badge(t("machine-written"), desk)
    model = escape_markdown(draft.model)
    st.caption(
        t("{model} · asked by {who} · {used}", model=model, who=escape_markdown(draft.who), used=used_words(draft, t))
    )


def _yes(desk: Desk, draft: Draft) -> str:
    t = desk.t
    if draft.kind == "shots":
        return t.plural("Add {n} shot at the end", "Add {n} shots at the end", len(draft.lines))
    return {
        "thesis": t("Use as the thesis"),
        "hook": t("Use as the hook"),
        "summary": t("Keep as the summary"),
    }[draft.kind]


def _show_line(desk: Desk, draft: Draft, line: Line | ShotLine, place: int) -> None:
    t = desk.t
    with st.container(gap=None, key=f"draft_{draft.draft_id}_{place}"):
        if isinstance(line, ShotLine):
            _show_shot(desk, line, place)
        else:
            st.text(line.text)
        for number in line.claims:
            claim = draft.claims.get(number)
            if claim is None:
                st.caption(f":material/link_off: {t('rests on a claim that is not in the library any more')}")
            else:
                grade = f":{GRADE_COLOURS.get(claim.grade, 'gray')}-badge[{grade_name(claim.grade, t)}]"
                st.caption(f":material/link: {escape_markdown(_short(claim.statement))} {grade}")
        if not line.claims:
            st.caption(f":orange[:material/link_off: {t('rests on no claim')}]")
        figures = figures_without_claim(line, draft.claims)
        if figures:
            figures_named = escape_markdown(t.all_of(figures))
            said = t("none of its claims says {figures}", figures=figures_named)
            st.caption(f":orange[:material/warning: {said}]")


def _show_shot(desk: Desk, line: ShotLine, place: int) -> None:
    t = desk.t
    names = text_names(t)
    movement = word("movements", line.movement, desk.language) if line.movement else ""
    facts = [str(place + 1), length_words(t, line.seconds), line.size, movement]
    st.text(f"{' · '.join(fact for fact in facts if fact)} — {line.picture}")
    for name in ("narration", "on_screen_text"):
        if words := getattr(line, name):
            st.text(f"{names[name]} · {words}")


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[:SHORT]}…"
