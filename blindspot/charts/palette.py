"""The colours of the pictures: one blue for what is there, one orange for what is missing, in two themes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """The colours of one theme."""

    text: str
    quiet: str
    grid: str
    there: str
    there_soft: str
    missing: str
    missing_soft: str
    scale: tuple[tuple[float, str], ...]
    on_scale: tuple[str, str]


LIGHT = Palette(
    text="#1a2233",
    quiet="#66708a",
    grid="#e4e8f2",
    there="#2357d8",
    there_soft="rgba(35,87,216,0.28)",
    missing="#c2410c",
    missing_soft="rgba(194,65,12,0.25)",
    scale=((0.0, "#dde7ff"), (0.5, "#7f9fec"), (1.0, "#2357d8")),
    on_scale=("#1a2233", "#ffffff"),
)
DARK = Palette(
    text="#e8ecf6",
    quiet="#98a3bd",
    grid="#2a3244",
    there="#86a5ff",
    there_soft="rgba(134,165,255,0.30)",
    missing="#f6a34d",
    missing_soft="rgba(246,163,77,0.28)",
    scale=((0.0, "#23325c"), (0.5, "#4a66b4"), (1.0, "#86a5ff")),
    on_scale=("#e8ecf6", "#0f131b"),
)


def palette(theme: str | None) -> Palette:
    """Return the colours for Streamlit's theme type ("dark" or anything else)."""
    return DARK if theme == "dark" else LIGHT
