"""The storyboards to choose from, by series; and where to begin when there is none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from blindspot.plan.storyboards.listing import StoryboardEntry
from blindspot.ui import address
from blindspot.ui.desk import Desk
from blindspot.ui.empty_states import say_empty
from blindspot.ui.marking import escape_markdown
from blindspot.ui.status_names import episode_status_name

EPISODE = "episode"


def choose_storyboard(desk: Desk, entries: Sequence[StoryboardEntry], *, is_missing: bool) -> None:
    """Draw the episodes by series, each leading to its storyboard."""
    t = desk.t
    st.header(t("Storyboard"), anchor=False)
    if is_missing:
        st.warning(t("That episode is not there any more; it may be in the bin of its series."))
    if not entries:
        _say_empty(desk)
        return
    st.caption(t("Choose an episode: its shots stand as cards, in the order and length in which they are seen."))
    for _, group in groupby(entries, key=lambda entry: entry.series_id):
        episodes = list(group)
        series = escape_markdown(episodes[0].series)
        st.subheader(t("{name} · sample", name=series) if episodes[0].is_sample else series, anchor=False)
        for entry in episodes:
            _show(desk, entry)


def _show(desk: Desk, entry: StoryboardEntry) -> None:
    t = desk.t
    shots = t.plural("{n} shot", "{n} shots", entry.shots)
    length = t("{seconds} s", seconds=t.number(entry.seconds))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            escape_markdown(t("Episode {number} · {title}", number=entry.number, title=entry.title)),
            icon=":material/view_carousel:",
            type="tertiary",
            key=f"open_{entry.episode_id}",
            on_click=address.point_to,
            args=(EPISODE, [str(entry.episode_id)]),
        )
        said = f"{shots} · {length}" if entry.shots else t("no shots yet")
        st.caption(f"{episode_status_name(entry.status, t)} · {said}", width="content")


def _say_empty(desk: Desk) -> None:
    t = desk.t
    say_empty(
        t("No episode yet"),
        t("A storyboard belongs to an episode. Plan one from a proposal or in a series; reports bring theirs."),
        ("pages/plan/series.py", t("See the series"), "event_note"),
        ("pages/plan/shortlist.py", t("See the shortlist"), "bookmarks"),
        ("pages/library/reports.py", t("Import a report"), "article"),
    )
