"""The storyboard played in time, in a dialog."""

from __future__ import annotations

import streamlit as st

from blindspot.plan.loading import load_episode
from blindspot.ui.components.animatic import animatic
from blindspot.ui.confirmation import put_away
from blindspot.ui.desk import Desk
from blindspot.ui.plan.storyboard.cards import sheet_data


def show_preview(desk: Desk, episode_id: int) -> None:
    """Draw the dialog with the player."""
    t = desk.t

    @st.dialog(t("Preview"), width="large", icon=":material/play_arrow:", on_dismiss=put_away)
    def show() -> None:
        episode = load_episode(desk.store, episode_id)
        if not episode.shots:
            st.info(t("There is no shot to play yet."))
            return
        animatic(t, sheet_data(desk, episode, [], None), key=f"animatic_{episode_id}")
        st.caption(t("Space plays and pauses, the arrow keys go back and forth."))

    show()
