"""The prompt of a shot for an AI video model: to copy, with what the model's limits mean for it and a split offered."""

from __future__ import annotations

import streamlit as st

from blindspot.domain import Episode, Shot
from blindspot.plan.storyboards.shots import scope_of, split_shot
from blindspot.ui.desk import Desk
from blindspot.ui.editing.saving import attempt
from blindspot.ui.marking import escape_markdown
from blindspot.ui.widget_functions import as_callback
from blindspot.writers.prompts import shot_prompt
from blindspot.writers.video_models import video_models

MODEL = "storyboard_video_model"


def show_prompt(desk: Desk, episode: Episode, shot: Shot) -> None:
    """Draw the prompt with the choice of a model, which holds for the other shots too."""
    t = desk.t
    models = {model.key: model for model in video_models()}
    key = st.selectbox(
        t("Video model"),
        list(models),
        format_func=lambda key: models[key].name,
        key=MODEL,
        persist_state="session",
        help=t("What it takes, as read on {day}", day=t.day(max(model.read_on for model in models.values()))),
    )
    model = models[key]
    prompt = shot_prompt(shot, episode, model, desk.language)
    st.code(prompt.text, language=None, wrap_lines=True)
    for warning in prompt.warnings:
        st.caption(f":material/warning: {escape_markdown(t.message(warning))}")
    if not prompt.fits:
        st.button(
            t("Split it into {n}", n=len(prompt.split)),
            icon=":material/content_cut:",
            key=f"split_for_model_{shot.shot_id}",
            on_click=as_callback(attempt),
            args=(
                desk,
                scope_of(episode.episode_id),
                lambda: split_shot(desk.store, desk.who, episode.episode_id, shot.shot_id, prompt.split),
            ),
        )
    st.caption(escape_markdown(model.note[desk.language]))
