"""Which series is in view, a new one, and what to do where there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from blindspot.plan.series import SeriesEntry, add_episode, add_series
from blindspot.ui import address
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import drafted, forget_drafts
from blindspot.ui.editing.saving import attempt
from blindspot.ui.empty_states import say_empty
from blindspot.ui.missing import is_missing
from blindspot.ui.widget_functions import named_by

SERIES, EPISODE = "series", "of_series"
EDITOR = "episode_editor"
LONGEST_TITLE = 300


def open_series(series_id: int, episode_id: int | None = None) -> None:
    """Go to a series, perhaps to one of its episodes."""
    address.put(SERIES, series_id, [str(series_id)])
    if episode_id is not None:
        address.put(EPISODE, episode_id, [str(episode_id)])
    st.switch_page("pages/plan/series.py", query_params=dict(st.query_params))


def choose_series(desk: Desk, entries: Sequence[SeriesEntry]) -> int | None:
    """Draw the picker and return the id of the series in view; None where a link asks for one that is not there."""
    t = desk.t
    by_id = {entry.series_id: entry for entry in entries}
    first = entries[0].series_id
    is_gone = is_missing(SERIES, by_id)
    usual = None if is_gone else first
    key = address.restore(SERIES, usual, lambda words: int(words[0]) if words[0].isdecimal() else None)
    if st.session_state[key] not in by_id:
        st.session_state[key] = usual
    chosen = st.selectbox(
        t("Series"),
        list(by_id),
        index=None if is_gone else 0,
        placeholder=t("Choose a series"),
        format_func=lambda series_id: _name(by_id[series_id], desk),
        key=key,
        persist_state="session",
        label_visibility="collapsed",
        width="stretch",
    )
    if chosen is not None:
        address.keep(SERIES, [str(chosen)] if chosen != first else [])
    return chosen


def offer_series(desk: Desk, proposals: Mapping[str, str]) -> None:
    """Draw the button under which a series is made, perhaps from a proposal."""
    t = desk.t
    with st.popover(t("New series"), icon=":material/playlist_add:"), st.form("new_series", border=False):
        title = st.text_input(t("Title"), max_chars=LONGEST_TITLE, **drafted(desk, "new_series_title"))
        proposal_id, its_title = ask_for_proposal(desk, t("First episode"), proposals, key="new_series_proposal")
        if not st.form_submit_button(t("Make the series"), type="primary", icon=":material/add:"):
            return
    made: list[int] = []

    def make() -> None:
        topic_id = desk.topic.topic_id if desk.topic else None
        made.append(add_series(desk.store, desk.who, title.strip() or its_title, topic_id))
        if proposal_id:
            add_episode(desk.store, desk.who, made[0], its_title, proposal_id=proposal_id)

    attempt(desk, "series", make)
    if made:
        forget_drafts(desk, "new_series_title")
        address.put_next(SERIES, made[0])
    st.rerun()


def ask_for_proposal(desk: Desk, label: str, titles: Mapping[str, str], *, key: str) -> tuple[str | None, str]:
    """Draw the choice of a proposal; return its id and title, None and "" for none."""
    chosen = st.selectbox(
        label, list(titles), index=None, format_func=named_by(titles), placeholder=desk.t("Without a proposal"), key=key
    )
    return chosen, titles.get(chosen, "") if chosen else ""


def say_no_series(desk: Desk) -> None:
    """Say what a series is for and where one comes from."""
    t = desk.t
    say_empty(
        t("No series yet"),
        t(
            "A series puts angles in an order. Make one above, alone or from a proposal; a research report that "
            "suggests one brings it along, episodes and all."
        ),
        ("pages/plan/shortlist.py", t("See the shortlist"), "bookmarks"),
        ("pages/library/reports.py", t("Import a report"), "article"),
    )


def _name(entry: SeriesEntry, desk: Desk) -> str:
    t = desk.t
    name = t("{name} · sample", name=entry.title) if entry.is_sample else entry.title
    return f"{name} · {t.plural('{n} episode', '{n} episodes', entry.episodes)}"
