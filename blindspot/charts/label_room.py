"""Room for labels in a picture: where a label covers neither another label nor a mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from blindspot.charts.frame import label_width

LINE = 18
"""Pixels of a line of text."""
AIR = 6
"""Pixels between a mark and its label."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in pixels."""


@dataclass(frozen=True)
class Place:
    """Where a label may stand: its text, its shift in pixels from the mark, which side is anchored, what it covers."""

    text: str
    shift: tuple[float, float]
    anchor: str
    box: Box


def place_beside(text: str, at: tuple[float, float], across: float, up: float = 0, anchor: str = "left") -> Place:
    """Return the place of a label shifted from the mark at `at` (pixels), anchored at its left, right or center."""
    width = label_width(text)
    left = at[0] + across - {"left": 0.0, "center": width / 2, "right": width}[anchor]
    middle = at[1] + up
    return Place(text, (across, up), anchor, (left, middle - LINE / 2, left + width, middle + LINE / 2))


def first_free(places: Iterable[Place], taken: Sequence[Box], width: float) -> Place | None:
    """Return the first place that lies within 0..`width` and meets nothing that is taken."""
    fits = (place for place in places if place.box[0] >= 0 and place.box[2] <= width)
    return next((place for place in fits if not any(_meet(place.box, other) for other in taken)), None)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
