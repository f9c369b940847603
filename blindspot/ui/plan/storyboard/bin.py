"""The shots of an episode that are in the bin, with the way back."""

from __future__ import annotations

import streamlit as st

from blindspot.plan.storyboards.shots import binned_shots, restore_shots, scope_of
from blindspot.ui.desk import Desk
from blindspot.ui.editing.saving import attempt
from blindspot.ui.marking import escape_markdown, shorten
from blindspot.ui.widget_functions import as_callback

LONGEST = 80


def show_bin(desk: Desk, episode_id: int) -> None:
    """Draw them, folded; nothing where the bin is empty."""
    t = desk.t
    binned = binned_shots(desk.store, episode_id)
    if not binned:
        return
    with st.expander(t("In the bin ({n})", n=len(binned)), icon=":material/delete:"):
        for row in binned:
            shot_id = row["shot_id"]
            with st.container(horizontal=True, vertical_alignment="center"):
                said = " · ".join(part for part in (row["picture"], row["narration"]) if part)
                st.markdown(f"**{escape_markdown(row['name'])}** {escape_markdown(shorten(said, LONGEST))}")
                st.button(
                    t("Put back"),
                    key=f"unbin_shot_{shot_id}",
                    on_click=as_callback(attempt),
                    args=(
                        desk,
                        scope_of(episode_id),
                        lambda shot_id=shot_id: restore_shots(desk.store, desk.who, episode_id, [shot_id]),
                    ),
                )
