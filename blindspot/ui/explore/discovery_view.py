"""The discovery page: the strongest theme, the picture beside both sides' words, then every other theme."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from blindspot.charts import SaidPhrase, contrast_scatter
from blindspot.explore.coverage import measure_coverage
from blindspot.explore.discovery import Discovery, Theme, discover
from blindspot.explore.filters import Filters
from blindspot.library.hidden_phrases import show_hidden_phrases
from blindspot.store import Store
from blindspot.ui import address, empty_states
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.empty_states import say_empty
from blindspot.ui.explore.pictures import CONFIG
from blindspot.ui.explore.scope_line import show_scope
from blindspot.ui.explore.theme_card import show_nearest_works, show_quotes, show_theme_card, show_theme_row
from blindspot.ui.explore.theme_words import SURELY, said_where
from blindspot.ui.filters import choose_filters
from blindspot.ui.marking import escape_markdown

DRAWN = 40
LISTED = 20


def show_discovery(desk: Desk) -> None:
    """Draw the page."""
    filters = choose_filters(desk)
    if desk.topic is None:
        empty_states.no_topic(desk)
        return
    version = desk.store.data_version()
    with st.spinner(desk.t("Comparing sources and works …")):
        found = _discover(desk.store, desk.store.path, version, desk.topic.topic_id, filters)
    if not found.passages:
        _say_no_sources(desk)
        return
    if not found.works:
        empty_states.no_works(desk)
        return
    scope, _ = measure_coverage(desk.store, desk.topic.topic_id, filters)
    show_scope(desk, scope)
    if not found.themes:
        _say_nothing_found(desk, found)
        return
    theme = theme_in_view(found)
    show_theme_card(desk, found, theme)
    picture, words = st.columns([0.55, 0.45], gap="small")
    with picture, st.container(border=True, height="stretch"):
        _show_picture(desk, found)
    with words, st.container(border=True, height="stretch"):
        show_quotes(desk, found, theme)
    with st.container(border=True):
        show_nearest_works(desk, theme)
    st.subheader(desk.t("More themes, the strongest first"), anchor=False)
    others = [each for each in found.themes if each != theme]
    for each in [each for each in others if len(each.terms) > 1][:LISTED]:
        show_theme_row(desk, found, each)
    _show_single_phrases(desk, [each for each in others if len(each.terms) == 1])
    _offer_hidden(desk, found)


def theme_in_view(found: Discovery) -> Theme:
    """Return the theme with the phrase that the address names, else the strongest.

    One that no angle names goes before, unless its absence from the works may be chance.
    """
    words = address.landing_words("theme")
    named = (theme for theme in found.themes if words and any(term.folded == words[0] for term in theme.terms))
    unnamed = (theme for theme in found.themes if theme.angle is None and theme.p <= SURELY)
    return next(named, None) or next(unnamed, found.themes[0])


@st.cache_data(max_entries=8, show_spinner=False)
def _discover(_store: Store, path: Path | None, version: int, topic_id: int, filters: Filters) -> Discovery:
    return discover(_store, topic_id, filters)


def _show_picture(desk: Desk, found: Discovery) -> None:
    t = desk.t
    phrases = [
        SaidPhrase(term.folded, term.term, term.passages, term.z, True, f"{term.term}: {said_where(desk, found, term)}")
        for term in found.terms[:DRAWN]
    ]
    phrases += [
        SaidPhrase(
            "",
            term.term,
            term.passages,
            term.z,
            False,
            t("{term}: both sides say it, {works} of {n} works", term=term.term, works=term.in_works, n=found.works),
        )
        for term in found.common[:DRAWN]
    ]
    st.markdown(f"**{t('Who says it')}** :gray[{t('orange: sources only; grey: works too; click a phrase')}]")
    figure = contrast_scatter(
        phrases, desk.colours, x_title=t("passages that say it"), y_title=t("how much more the sources say it (z)")
    )
    event = st.plotly_chart(
        figure, key="contrast", height="stretch", on_select="rerun", selection_mode="points", config=CONFIG, theme=None
    )
    clicked = [point["customdata"] for point in event.selection.points if point.get("customdata")] if event else []
    if clicked and address.landing_words("theme") != [clicked[0]]:
        address.point_to("theme", [clicked[0]])
        st.rerun()


def _show_single_phrases(desk: Desk, themes: list[Theme]) -> None:
    if not themes:
        return
    st.subheader(desk.t("Phrases that stand alone"), anchor=False)
    with st.container(horizontal=True):
        for theme in themes:
            term = theme.terms[0]
            st.button(
                f"{escape_markdown(term.term)} · {desk.t.number(term.passages)}",
                key=f"single_{term.folded}",
                on_click=address.point_to,
                args=("theme", [term.folded]),
            )


def _say_no_sources(desk: Desk) -> None:
    t = desk.t
    say_empty(
        t("Nothing to compare the works with yet"),
        t(
            "Discovery sets what sources and viewers say against what the works say. Import a research report, "
            "articles or comments of this topic."
        ),
        ("pages/library/sources.py", t("Import sources"), "article"),
        ("pages/library/imports.py", t("Import comments"), "upload"),
    )


def _say_nothing_found(desk: Desk, found: Discovery) -> None:
    t = desk.t
    say_empty(
        t("The works say what the sources say"),
        t("No phrase stands in two passages and is missing from the works. More sources may bring some."),
    )
    _offer_hidden(desk, found)


def _offer_hidden(desk: Desk, found: Discovery) -> None:
    if found.hidden and st.button(
        desk.t.plural("Show {n} hidden phrase again", "Show {n} hidden phrases again", found.hidden),
        icon=":material/visibility:",
        type="tertiary",
        key="discovery_unhide",
    ):
        show_hidden_phrases(desk.store, topic_of(desk).topic_id)
        st.rerun()
