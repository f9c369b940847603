"""What may stand in a shot and in a storyboard's format: checked before it is stored, refused in a sentence."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from blindspot.domain import CAMERA_ANGLES, MOVEMENTS, SIZES, TRANSITIONS
from blindspot.editing.changes import Change
from blindspot.editing.items import Row
from blindspot.errors import BlindspotError

CHOICES = {
    "size": ("", *SIZES),
    "camera_angle": ("", *CAMERA_ANGLES),
    "movement": ("", *MOVEMENTS),
    "transition": TRANSITIONS,
}
"""The fields of a shot that hold one word out of a few."""
TEXTS = ("lens", "picture", "narration", "on_screen_text", "sound", "asset", "prompt", "visual")
LONGEST_TEXT = 20_000
LONGEST_NAME = 20
MOST_FRAMES = 3600 * 120
FRAME_RATES = {
    "23.976": (24000, 1001), "24": (24, 1), "25": (25, 1), "29.97": (30000, 1001), "30": (30, 1), "50": (50, 1),
    "59.94": (60000, 1001), "60": (60, 1),
}  # fmt: skip
"""Frames a second as editors name them, each as a fraction."""
EMPTY: Row = {
    **dict.fromkeys(("size", "camera_angle", "movement", *TEXTS), ""),
    "transition": "cut",
    "claim_ids": [],
    "picture_id": None,
    "is_binned": False,
}
"""What a new shot holds where nothing is said; its length, name and place are given with it."""


def shot_change(shot_id: str, rev: int, fields: Row) -> Change:
    """Return an edit of a shot for `change`; raises BlindspotError for what cannot stand in one."""
    return Change("shot", shot_id, rev, checked(fields))


def checked(fields: Row) -> Row:
    """Return a shot's fields as they may be stored; raises BlindspotError for a length or text out of bounds."""
    unknown = fields.keys() - {*EMPTY, "frames", "name", "position"}
    if unknown:
        raise ValueError(f"a shot has no {', '.join(sorted(unknown))}")
    for name, choices in CHOICES.items():
        if fields.get(name, choices[0]) not in choices:
            raise ValueError(f"{fields[name]!r} is no {name}")
    frames = fields.get("frames", 1)
    if not 1 <= frames <= MOST_FRAMES:
        raise BlindspotError("A shot lasts at least one frame and at most an hour.", "Correct its length.")
    for name in TEXTS:
        if len(fields.get(name) or "") > LONGEST_TEXT:
            raise BlindspotError(
                "A text of a shot may have {most} characters; this one has {count}.",
                "Shorten it, or split the shot.",
                most=LONGEST_TEXT,
                count=len(fields[name]),
            )
    return fields


def checked_name(name: str, taken: Iterable[str]) -> str:
    """Return a shot's name as it may be stored; raises BlindspotError where it is empty, too long or another's."""
    wanted = name.strip()
    if not wanted or len(wanted) > LONGEST_NAME or not wanted.isprintable():
        raise BlindspotError("A shot's name has 1 to {most} characters.", "For example S02A.", most=LONGEST_NAME)
    if wanted in taken:
        raise BlindspotError(
            "Another shot of this episode is called {name}, perhaps one in the bin.",
            "Choose another name; editors find footage by it.",
            name=wanted,
        )
    return wanted


def check_format(fields: Row) -> None:
    """Raise BlindspotError for a frame rate, picture or target length that no video has."""
    unknown = fields.keys() - {"width", "height", "fps_num", "fps_den", "target_seconds", "platform"}
    if unknown:
        raise ValueError(f"a format has no {', '.join(sorted(unknown))}")
    if not all(16 <= fields.get(side, 1080) <= 8192 for side in ("width", "height")):
        raise BlindspotError("A picture is 16 to 8192 pixels wide and high.", "Correct it.")
    whole, part = fields.get("fps_num", 30), fields.get("fps_den", 1)
    if part < 1 or not 1 <= Fraction(whole, part) <= 120:
        raise BlindspotError("A video has 1 to 120 frames a second.", "Correct it.")
    target: Any = fields.get("target_seconds")
    if target is not None and not (math.isfinite(target) and 0 < target <= 36_000):
        raise BlindspotError("A target length lies between 0 seconds and 10 hours.", "Correct it.")
