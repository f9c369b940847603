"""What is said of a safe area: whose it is, and whether a platform publishes it or it is an estimate."""

from __future__ import annotations

from blindspot.plan.storyboards.safe_areas import SafeArea
from blindspot.ui.desk import Desk
from blindspot.ui.names import platform_name
from blindspot.ui.texts import Translator


def format_name(platform: str, t: Translator) -> str:
    """Return what a platform's upright videos are called."""
    return {"youtube": "YouTube Shorts", "instagram": "Instagram Reels"}.get(platform) or platform_name(platform, t)


def safe_area_label(area: SafeArea, t: Translator) -> str:
    """Return whose area it is, in short; an estimate is said to be one."""
    name = format_name(area.key, t)
    return t("{platform}, published", platform=name) if area.is_official else t("{platform}, estimate", platform=name)


def safe_area_words(desk: Desk, area: SafeArea) -> str:
    """Return what the margins rest on, and when that was read."""
    t = desk.t
    basis = t("Published by the platform") if area.is_official else t("An estimate")
    source = area.source[desk.language]
    return t("{basis}: {source} (read on {day})", basis=basis, source=source, day=t.day(area.read_on))
