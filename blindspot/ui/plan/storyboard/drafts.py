"""Drafts for an episode, in a dialog over its storyboard: a hook, or shots to begin with."""

from __future__ import annotations

import streamlit as st

from blindspot.plan.loading import load_episode
from blindspot.plan.storyboards.shots import scope_of
from blindspot.ui.confirmation import asked, put_away
from blindspot.ui.desk import Desk
from blindspot.ui.editing.conflict_notice import show_conflict
from blindspot.ui.plan.drafts.badge import say_machine_written
from blindspot.ui.plan.drafts.panel import has_drafts, list_offers, open_drafting, show_drafts

ASKED = "storyboard_drafts"


def has_episode_drafts(desk: Desk, episode_id: int) -> bool:
    """Return whether the dialog has something to show."""
    return has_drafts(desk, "episode", str(episode_id))


def show_episode_drafts(desk: Desk, episode_id: int) -> None:
    """Draw the dialog."""
    t = desk.t

    @st.dialog(t("Draft with a model"), width="large", icon=":material/robot_2:", on_dismiss=put_away)
    def show() -> None:
        if asked(ASKED) is None:
            st.rerun()
        episode = load_episode(desk.store, episode_id)
        show_conflict(desk, scope_of(episode_id))
        if episode.hook:
            st.caption(t("The hook as it stands:"))
            st.text(episode.hook)
            say_machine_written(desk, "episode", str(episode_id), {"hook": episode.hook})
        show_drafts(desk, "episode", str(episode_id), episode.rev, {"hook": episode.hook})
        drafting = open_drafting()
        if drafting is not None:
            list_offers(desk, drafting, ("shots", "hook"), str(episode_id))

    show()
