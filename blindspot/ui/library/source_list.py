"""The sources as a table, and one opened: its kind, whose finding it passes on, with whom it speaks as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.explore.flags import Flag
from blindspot.explore.sources import Source, list_references
from blindspot.library.sources.source_edits import KINDS, join_origins, set_reports_on, set_source_kind, split_origin
from blindspot.ui.desk import Desk
from blindspot.ui.library.source_flags import show_flag
from blindspot.ui.library.source_names import names_apart
from blindspot.ui.library.source_state import PROBLEM, SOURCE, open_id, open_source
from blindspot.ui.library.source_summary import show_summary
from blindspot.ui.marking import escape_markdown, safe_url
from blindspot.ui.missing import is_missing
from blindspot.ui.reading_names import source_kind_name
from blindspot.ui.widget_functions import named_by

CLICKED = "sources_clicked"


def show_source_list(desk: Desk, sources: list[Source], flags: list[Flag]) -> None:
    """Draw the sources; a click on a row opens one above, with what is to be looked at in it."""
    opened = next((source for source in sources if source.source_id == open_id(SOURCE)), None)
    if opened is None and is_missing(SOURCE, [source.source_id for source in sources]):
        st.warning(desk.t("That source is not among these, in the bin or not there."))
    if opened is not None:
        _show_source(desk, opened, sources, [flag for flag in flags if flag.source_id == opened.source_id])
    t = desk.t
    voices = Counter(source.origin for source in sources)
    rows = [
        {
            "name": name,
            "kind": source_kind_name(source.kind, t),
            "uses": source.uses,
            "drawn": source.claims or None,
            "published": source.published_on,
            "reports_on": source.reports_on,
            "voices": voices[source.origin] - 1 or None,
            "origin": _origin_words(source.origin),
        }
        for source, name in zip(sources, names_apart(desk, sources), strict=True)
    ]
    filled = [column for column in rows[0] if any(row[column] is not None for row in rows)]
    event = st.dataframe(
        [{column: row[column] for column in filled} for row in rows],
        hide_index=True,
        placeholder="—",
        on_select="rerun",
        selection_mode="single-cell",
        key="sources_table",
        height=min(38 + 35 * max(len(rows), 1), 640),
        column_config={
            "name": st.column_config.TextColumn(t("Source"), width=330),
            "kind": st.column_config.TextColumn(t("Kind"), width=100),
            "uses": st.column_config.NumberColumn(t("Carries"), width=72, help=t("Accepted claims that rest on it.")),
            "drawn": st.column_config.NumberColumn(t("Claims in it"), width=90, help=t("Claims drawn from its text.")),
            "published": st.column_config.DateColumn(t("Published"), format="YYYY-MM-DD", width=96),
            "reports_on": st.column_config.TextColumn(t("Passes on"), width=110),
            "voices": st.column_config.NumberColumn(
                t("Same voice"), width=88, help=t("Other sources that count as one with it.")
            ),
            "origin": st.column_config.TextColumn(t("Origin"), width=240),
        },
    )
    cells = event.selection.cells if event else []
    chosen = sources[cells[0][0]].source_id if cells and cells[0][0] < len(sources) else None
    former = st.session_state.get(CLICKED)
    st.session_state[CLICKED] = chosen
    if chosen is not None and chosen != former and (opened is None or chosen != opened.source_id):
        open_source(chosen)
        st.rerun()


def _show_source(desk: Desk, source: Source, sources: list[Source], flags: list[Flag]) -> None:
    t = desk.t
    number = source.source_id
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="top"):
            st.subheader(escape_markdown(source.name), anchor=False, width="stretch")
            st.button(
                t("Close"),
                icon=":material/close:",
                type="tertiary",
                on_click=open_source,
                args=(None,),
                key="source_close",
            )
        for url in source.urls:
            if safe_url(url):
                st.link_button(escape_markdown(url), url, icon=":material/open_in_new:", type="tertiary")
        facts = [source.publisher, source.author, source.published_on and t.day(source.published_on)]
        if any(facts):
            st.caption(escape_markdown(" · ".join(str(fact) for fact in facts if fact)))
        for place, flag in enumerate(flags):
            show_flag(desk, flag, f"source_flag_{place}", opened="source")
            if flag.suggests:
                st.button(
                    t("Count it as the voice of {institute}", institute=escape_markdown(flag.suggests)),
                    icon=":material/merge_type:",
                    key=f"source_suggested_{place}",
                    on_click=_save,
                    args=(partial(set_reports_on, desk.store, number, flag.suggests),),
                )
        show_summary(desk, source)
        _show_references(desk, number)
        kind, passes_on, joined = st.columns(3, gap="medium")
        with kind:
            key = f"source_kind_{number}_{source.kind}"
            st.selectbox(
                t("Kind"),
                KINDS,
                index=KINDS.index(source.kind),
                format_func=lambda word: source_kind_name(word, t),
                key=key,
                on_change=_save,
                args=(lambda: set_source_kind(desk.store, number, st.session_state[key]),),
            )
        with passes_on:
            _edit_reports_on(desk, source)
        with joined:
            _edit_voice(desk, source, sources)


def _show_references(desk: Desk, source_id: int) -> None:
    """Draw, folded, what an article lists as its own sources."""
    t = desk.t
    references = list_references(desk.store, source_id)
    if references:
        with st.expander(
            t.plural("It lists {n} source", "It lists {n} sources", len(references)),
            icon=":material/format_list_bulleted:",
        ):
            st.markdown("\n".join(f"- {escape_markdown(reference.label)}" for reference in references))


def _edit_reports_on(desk: Desk, source: Source) -> None:
    t = desk.t
    key = f"source_reports_{source.source_id}_{source.reports_on}"
    st.text_input(
        t("Passes on the finding of"),
        value=source.reports_on or "",
        key=key,
        max_chars=200,
        placeholder=t("for example an institute"),
        help=t("It then counts as that one's voice, together with all others that pass it on."),
        on_change=_save,
        args=(lambda: set_reports_on(desk.store, source.source_id, st.session_state[key]),),
    )


def _edit_voice(desk: Desk, source: Source, sources: list[Source]) -> None:
    t = desk.t
    others = {other.source_id: other.name for other in sources if other.origin != source.origin}
    with_it = [other.name for other in sources if other.origin == source.origin and other != source]
    key = f"source_join_{source.source_id}_{source.origin}"
    st.selectbox(
        t("Counts as one voice with"),
        list(others),
        index=None,
        format_func=named_by(others),
        key=key,
        placeholder=t("nobody else") if not with_it else t.all_of(with_it[:3]),
        on_change=_save,
        args=(lambda: join_origins(desk.store, source.source_id, st.session_state[key]),),
    )
    if with_it:
        st.button(
            t("Count it on its own"),
            icon=":material/call_split:",
            type="tertiary",
            on_click=_save,
            args=(lambda: split_origin(desk.store, source.source_id),),
            key=f"source_split_{source.source_id}",
        )


def _origin_words(origin: str) -> str:
    """Return an origin as people write it."""
    return origin.removeprefix("https://").removeprefix("named:") if not origin.startswith("file:") else "—"


def _save(save: Callable[[], None]) -> None:
    try:
        save()
    except BlindspotError as error:
        st.session_state[PROBLEM] = error
