"""Small changes of a codebook, as pages make them: an angle put in, taken out or moved. Nothing here saves."""

from __future__ import annotations

import re
from dataclasses import replace

from blindspot.errors import CodebookError
from blindspot.labelling.codebook import Angle, Codebook


def put_angle(codebook: Codebook, angle: Angle) -> Codebook:
    """Return the codebook with the angle in the place of the one with its key, else at the end; it needs a name."""
    if not angle.name:
        raise CodebookError("The angle has no name.", "Give it one in Chinese or in English.")
    if any(known.key == angle.key for known in codebook.angles):
        angles = tuple(angle if known.key == angle.key else known for known in codebook.angles)
    else:
        angles = (*codebook.angles, angle)
    return replace(codebook, angles=angles)


def take_angle_out(codebook: Codebook, key: str) -> Codebook:
    """Return the codebook without that angle."""
    return replace(codebook, angles=tuple(angle for angle in codebook.angles if angle.key != key))


def move_angle(codebook: Codebook, key: str, step: int) -> Codebook:
    """Return the codebook with that angle changed places with the one before (-1) or after (1) it in its group."""
    group = next(angle.group for angle in codebook.angles if angle.key == key)
    places = [place for place, angle in enumerate(codebook.angles) if angle.group == group]
    here = next(at for at, place in enumerate(places) if codebook.angles[place].key == key)
    if not 0 <= here + step < len(places):
        return codebook
    angles = list(codebook.angles)
    one, other = places[here], places[here + step]
    angles[one], angles[other] = angles[other], angles[one]
    return replace(codebook, angles=tuple(angles))


def new_key(codebook: Codebook, name: str) -> str:
    """Return a key for a new angle: its English name in small letters, else a number; unlike every key in use."""
    base = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "angle"
    taken = {angle.key for angle in codebook.angles}
    numbered = (f"{base}_{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(key for key in numbered if key not in taken)
