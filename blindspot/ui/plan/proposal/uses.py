"""What is made of a proposal: its episodes with their storyboards, and a new one planned."""

from __future__ import annotations

import streamlit as st

from blindspot.plan.proposals.parts import UsingEpisode
from blindspot.plan.series import add_episode, add_series, list_series
from blindspot.ui import address
from blindspot.ui.editing.binding import drafted, forget_drafts
from blindspot.ui.editing.saving import attempt
from blindspot.ui.marking import escape_markdown, shorten
from blindspot.ui.plan.proposal.sheet import Sheet
from blindspot.ui.plan.series.choice import LONGEST_TITLE, open_series
from blindspot.ui.status_names import episode_status_name
from blindspot.ui.widget_functions import named_by

STORYBOARD = "pages/plan/storyboard.py"
LONGEST = 80
NEW = 0
"""Stands for a series that is not there yet; ids begin at 1."""


def show_uses(sheet: Sheet) -> None:
    """Draw the episodes, and the form that plans one."""
    t = sheet.desk.t
    episodes = sheet.episodes
    with st.container(border=True, gap="small"):
        st.markdown(f"##### :material/movie_edit: {t('Episodes of it')}")
        for episode in episodes:
            _show(sheet, episode)
        _plan(sheet, is_first=not episodes)


def _show(sheet: Sheet, episode: UsingEpisode) -> None:
    t = sheet.desk.t
    with st.container(gap=None):
        place = t("{series}, episode {n}", series=escape_markdown(shorten(episode.series, LONGEST)), n=episode.number)
        st.markdown(f"**{escape_markdown(shorten(episode.title, LONGEST))}**  \n:gray[{place}]")
        facts = [
            episode_status_name(episode.status, t),
            t("planned for {day}", day=t.day(episode.planned_on)) if episode.planned_on else t("no date yet"),
            t.plural("{n} shot", "{n} shots", episode.shots) if episode.shots else t("no shots yet"),
        ]
        st.caption(" · ".join(facts))
        with st.container(horizontal=True, gap="small"):
            if st.button(
                t("Storyboard"), icon=":material/view_comfy:", key=sheet.key("storyboard", episode.episode_id)
            ):
                _go_to(STORYBOARD, "episode", episode.episode_id)
            if st.button(
                t("The series"),
                icon=":material/format_list_numbered:",
                type="tertiary",
                key=sheet.key("series", episode.episode_id),
            ):
                open_series(episode.series_id, episode.episode_id)


def _go_to(page: str, name: str, number: int) -> None:
    address.point_to(name, [str(number)])
    st.switch_page(page, query_params=dict(st.query_params))


def _plan(sheet: Sheet, *, is_first: bool) -> None:
    desk, t = sheet.desk, sheet.desk.t
    names = {entry.series_id: entry.title for entry in list_series(desk.store)} | {NEW: t("a new series")}
    with (
        st.popover(t("Plan an episode"), icon=":material/add:", type="primary" if is_first else "secondary"),
        st.form(sheet.key("episode_form"), border=False),
    ):
        title = st.text_input(
            t("Title of the episode"),
            max_chars=LONGEST_TITLE,
            **drafted(desk, sheet.key("episode_title"), sheet.row["title"]),
        )
        chosen = st.selectbox(t("In the series"), names, format_func=named_by(names), key=sheet.key("episode_series"))
        name = st.text_input(
            t("Name of the new series"),
            max_chars=LONGEST_TITLE,
            placeholder=t("only where it is a new one"),
            **drafted(desk, sheet.key("episode_new_series")),
        )
        if st.form_submit_button(t("Plan it"), type="primary"):
            if attempt(desk, sheet.scope, lambda: _add(sheet, chosen, name.strip() or title, title)):
                forget_drafts(desk, sheet.key("episode_title"), sheet.key("episode_new_series"))
            st.rerun()


def _add(sheet: Sheet, series_id: int, name: str, title: str) -> None:
    store, who = sheet.desk.store, sheet.desk.who
    if series_id == NEW:
        series_id = add_series(store, who, name, sheet.row["topic_id"])
    add_episode(store, who, series_id, title, proposal_id=sheet.proposal_id)
