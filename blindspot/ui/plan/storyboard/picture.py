"""The picture of a shot: a sketch, a reference or a still, uploaded and kept in the database."""

from __future__ import annotations

import streamlit as st

from blindspot.domain import Episode, Shot
from blindspot.plan.storyboards.pictures import add_picture, load_thumbnails
from blindspot.plan.storyboards.shots import scope_of
from blindspot.ui.desk import Desk
from blindspot.ui.editing.saving import attempt
from blindspot.ui.plan.storyboard.deeds import save_shot
from blindspot.ui.widget_functions import as_callback

TYPES = ["png", "jpg", "jpeg", "webp", "gif"]


def show_picture(desk: Desk, episode: Episode, shot: Shot) -> None:
    """Draw the picture with the way to change it; a hand-in gets a fresh uploader, so that none is taken twice."""
    t = desk.t
    turn = f"picture_turn_{shot.shot_id}"
    key = f"picture_{shot.shot_id}_{st.session_state.setdefault(turn, 0)}"

    def store() -> None:
        file = st.session_state[key]
        attempt(
            desk,
            scope_of(episode.episode_id),
            lambda: save_shot(
                desk,
                episode.episode_id,
                shot.shot_id,
                shot.rev,
                {"picture_id": add_picture(desk.store, file.getvalue(), file.name)},
            ),
        )
        st.session_state[turn] += 1

    st.file_uploader(t("Uploaded picture"), TYPES, key=key, on_change=store)
    if shot.image is None:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.image(list(load_thumbnails(desk.store, [shot.image.picture_id]).values()), width=96)
        st.button(
            t("Take it out"),
            icon=":material/hide_image:",
            type="tertiary",
            key=f"no_picture_{shot.shot_id}",
            on_click=as_callback(save_shot),
            args=(desk, episode.episode_id, shot.shot_id, shot.rev, {"picture_id": None}),
        )
