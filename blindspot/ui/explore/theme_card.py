"""One theme as a planner reads it: its phrases, the reason, both sides' words, and the step to an angle."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from blindspot.explore.discovery import Discovery, Quote, Theme
from blindspot.explore.works import works_by_key
from blindspot.labelling.folding import mark_spans as find_spans
from blindspot.library.codebooks import show_codebook
from blindspot.library.hidden_phrases import hide_phrases
from blindspot.ui import address
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.explore.angle_offer import offer_angle, open_gap
from blindspot.ui.explore.theme_words import theme_headline, theme_reason, what_was_read
from blindspot.ui.marking import escape_markdown, mark_spans
from blindspot.ui.names import angle_name

OPEN_THEME = "open_theme"
PHRASES = 14
QUOTE_LENGTH = 220


def show_theme_card(desk: Desk, found: Discovery, theme: Theme) -> None:
    """Draw the theme in view as the page's answer, with its next steps beside it."""
    with st.container(border=True):
        words, steps = st.columns([0.76, 0.24], gap="medium", vertical_alignment="center")
        with words:
            _show_badges(desk, theme)
            st.subheader(theme_headline(desk, theme), anchor=False)
            st.write(escape_markdown(theme_reason(desk, found, theme)))
            st.markdown(_phrases(theme))
        with steps:
            _offer_steps(desk, theme, width="stretch")


def show_quotes(desk: Desk, found: Discovery, theme: Theme) -> None:
    """Draw what sources and viewers say, with the phrases marked."""
    t = desk.t
    phrases = [term.folded for term in theme.terms]
    head = t("What the sources say") if found.sources else t("What viewers ask")
    st.markdown(f"**{head}** :gray[{what_was_read(desk, found)}]")
    for quote in theme.quotes:
        source = escape_markdown(quote.source) if quote.source else t("a viewer asks")
        st.markdown(f"{_quoted(quote, phrases)}  \n:gray[:small[{source}]]")


def show_nearest_works(desk: Desk, theme: Theme) -> None:
    """Draw the works that come nearest to the theme without its phrases."""
    t = desk.t
    st.markdown(f"**{t('What the nearest works say instead')}**")
    works = works_by_key(desk.store, topic_of(desk).topic_id, list(theme.nearest))
    if not works:
        st.caption(t("No work comes near."))
    for column, work in zip(st.columns(len(works)) if works else (), works, strict=True):
        creator = escape_markdown(work.creator or t("unknown creator"))
        column.markdown(f"{escape_markdown(_cut(work.title or work.text or '—'))}  \n:gray[:small[{creator}]]")


def show_theme_row(desk: Desk, found: Discovery, theme: Theme) -> None:
    """Draw a theme of the list with its phrases; its evidence and its steps are one click away."""
    t = desk.t
    place = theme.terms[0].folded
    is_open = st.session_state.get(OPEN_THEME) == place
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{theme_headline(desk, theme)}**", width="content")
            _show_badges(desk, theme)
            st.space("stretch")
            st.button(
                t("Close") if is_open else t("Look closer"),
                icon=":material/expand_less:" if is_open else ":material/expand_more:",
                key=f"theme_{place}",
                type="tertiary",
                on_click=_toggle_row,
                args=(place,),
            )
        st.markdown(_phrases(theme))
        if is_open:
            st.write(escape_markdown(theme_reason(desk, found, theme)))
            with st.container(horizontal=True):
                _offer_steps(desk, theme, width="content")
            show_quotes(desk, found, theme)
            show_nearest_works(desk, theme)


def _toggle_row(place: str) -> None:
    st.session_state[OPEN_THEME] = None if st.session_state.get(OPEN_THEME) == place else place


def _offer_steps(desk: Desk, theme: Theme, width: Literal["stretch", "content"]) -> None:
    if theme.angle is None:
        offer_angle(desk, theme, width)
        _offer_hiding(desk, theme, width)
    elif st.button(
        desk.t("See the gap"),
        icon=":material/visibility_off:",
        width=width,
        type="primary" if width == "stretch" else "secondary",
        key=f"gap_{theme.terms[0].folded}",
    ):
        open_gap(theme.angle)


def _show_badges(desk: Desk, theme: Theme) -> None:
    t = desk.t
    if theme.angle is None:
        st.badge(t("no angle names it"), icon=":material/lightbulb:", color="orange")
        return
    known = {angle.key: angle for angle in show_codebook(desk.store, topic_of(desk).topic_id).angles}
    name = angle_name(known[theme.angle].name, desk.language, theme.angle)
    st.badge(t("you have an angle for it: {angle}", angle=escape_markdown(name)), icon=":material/check:", color="gray")


def _offer_hiding(desk: Desk, theme: Theme, width: Literal["stretch", "content"]) -> None:
    if st.button(
        desk.t("Hide"),
        icon=":material/close:",
        width=width,
        key=f"hide_{theme.terms[0].folded}",
        help=desk.t("These phrases are not put forward again. The button below the list brings them back."),
    ):
        hide_phrases(desk.store, topic_of(desk).topic_id, [term.folded for term in theme.terms])
        address.point_to("theme", [])
        st.rerun()


def _phrases(theme: Theme) -> str:
    shown = " ".join(f":orange-badge[{escape_markdown(term.term)}]" for term in theme.terms[:PHRASES])
    more = len(theme.terms) - PHRASES
    return f"{shown} +{more}" if more > 0 else shown


def _quoted(quote: Quote, phrases: list[str]) -> str:
    text = " ".join(quote.text.split())
    spans = find_spans(text, phrases)
    start = max(0, min(spans[0][0] - QUOTE_LENGTH // 4, len(text) - QUOTE_LENGTH)) if spans else 0
    end = start + QUOTE_LENGTH
    shown = [(first - start, last - start) for first, last in spans if start <= first and last <= end]
    return f"{'…' if start else ''}{mark_spans(text[start:end], shown, 'orange')}{'…' if end < len(text) else ''}"


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= QUOTE_LENGTH else f"{text[:QUOTE_LENGTH]}…"
