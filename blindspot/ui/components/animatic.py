"""The animatic: a storyboard played in time in the browser, with its texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from blindspot.ui.components.board import read_script
from blindspot.ui.texts import Translator

LAYER = '<div class="layer {place}"><img alt="" hidden><div class="seen"></div><div class="on-screen"></div></div>'
HTML = f"""<div class="animatic">
  <div class="stage">{LAYER.format(place="back")}{LAYER.format(place="front")}<div class="subtitle"></div></div>
  <div class="controls"><button type="button" class="play"></button><span class="clock"></span>
    <input type="range" class="seek" min="0" step="any"><span class="counter"></span>
    <label class="voice" hidden><input type="checkbox"><span></span></label></div>
</div>"""

_ANIMATIC = st.components.v2.component(
    "blindspot_animatic",
    html=HTML,
    css=read_script("contact_hues.css", "animatic.css"),
    js=read_script("contact_parts.js", "animatic.js"),
)


def animatic(t: Translator, sheet: Mapping[str, Any], *, key: str) -> None:
    """Draw the player of what the contact sheet shows; its pictures are those that the sheet handed over."""
    labels = {
        "play": t("Play"),
        "pause": t("Pause"),
        "seek": t("Place in time"),
        "voice": t("Read the narration aloud"),
    }
    kept = ("id", "name", "frames", "picture_id", "picture", "narration", "on_screen_text", "transition")
    shots = [{name: shot[name] for name in kept} for shot in sheet["shots"]]
    _ANIMATIC(
        key=key,
        data={**{name: sheet[name] for name in ("fps", "width", "height")}, "shots": shots, "labels": labels},
    )
