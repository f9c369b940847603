"""The format of a storyboard: picture, frame rate, target length, the platform whose safe area is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from blindspot.domain import RATIOS, Episode
from blindspot.plan.storyboards.fields import FRAME_RATES
from blindspot.plan.storyboards.formats import ratio_of, set_format
from blindspot.plan.storyboards.safe_areas import safe_area, safe_areas
from blindspot.plan.storyboards.shots import renumber, scope_of
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import tie_choice
from blindspot.ui.editing.saving import attempt
from blindspot.ui.marking import escape_markdown
from blindspot.ui.plan.safe_area_words import format_name, safe_area_words
from blindspot.ui.widget_functions import as_callback

WIDTH = 320


def choose_format(desk: Desk, episode: Episode) -> None:
    """Draw the format, folded away under one button; every change is saved at once."""
    t = desk.t
    key = f"format_{episode.episode_id}"
    fold = st.popover(t("Format"), icon=":material/aspect_ratio:", type="tertiary", key=key, on_change="rerun")
    # the browser makes a closed one's widgets later, and by then has lost what they were given
    if not fold.open:
        return
    with fold, st.container(width=WIDTH):
        ratio = ratio_of(episode.width, episode.height)
        _choose(desk, episode, t("Aspect ratio"), "ratio", {**RATIOS, ratio: (episode.width, episode.height)}, ratio)
        rate = next((name for name, rate in FRAME_RATES.items() if rate == (episode.fps_num, episode.fps_den)), "")
        _choose(desk, episode, t("Frames a second"), "fps", FRAME_RATES, rate)
        _ask_target(desk, episode)
        areas = {area: area for area in [*safe_areas(), episode.platform]}
        _choose(desk, episode, t("Platform"), "platform", areas, episode.platform)
        _say_area(desk, episode)
        st.button(
            t("Number the shots anew"),
            icon=":material/format_list_numbered:",
            type="tertiary",
            help=t("S01, S02 … in their order. Editors find footage by these names, so only before the shoot."),
            on_click=as_callback(attempt),
            args=(
                desk,
                scope_of(episode.episode_id),
                lambda: renumber(desk.store, desk.who, episode.episode_id),
            ),
            key="shots_anew",
        )


def _choose(desk: Desk, episode: Episode, label: str, field: str, options: Mapping[str, Any], chosen: str) -> None:
    def put(name: str) -> None:
        value = options[name]
        names = {"ratio": ("width", "height"), "fps": ("fps_num", "fps_den")}.get(field)
        _save(desk, episode, dict(zip(names, value, strict=True)) if names else {field: value})

    tie = tie_choice(desk.edits, f"format_{field}_{episode.episode_id}", chosen, put)
    say = partial(_platform_name, desk) if field == "platform" else str
    st.selectbox(label, list(options), format_func=say, **tie)


def _platform_name(desk: Desk, platform: str) -> str:
    return format_name(platform, desk.t) if platform else desk.t("none")


def _ask_target(desk: Desk, episode: Episode) -> None:
    def put(seconds: float | None) -> None:
        _save(desk, episode, {"target_seconds": seconds or None})

    st.number_input(
        desk.t("Target length in seconds"),
        min_value=0.0,
        max_value=36_000.0,
        step=5.0,
        placeholder=desk.t("none"),
        **tie_choice(desk.edits, f"format_target_{episode.episode_id}", episode.target_seconds, put),
    )


def _say_area(desk: Desk, episode: Episode) -> None:
    """Say where the safe area that is drawn comes from, or that none is known."""
    area = safe_area(episode.platform, episode.width, episode.height)
    said = safe_area_words(desk, area) if area else desk.t("No safe area is known for this platform and picture.")
    st.caption(escape_markdown(said))


def _save(desk: Desk, episode: Episode, fields: dict[str, Any]) -> None:
    attempt(
        desk,
        scope_of(episode.episode_id),
        lambda: set_format(desk.store, desk.who, episode.episode_id, episode.rev, fields),
    )
