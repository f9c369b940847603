"""Names of shots for editors: S01, S02A; given once and kept, so that a re-export finds its footage again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import ascii_uppercase

NUMBERED = re.compile(r"S(\d{1,6})([A-Z]*)")


def name_shots(before: str | None, *, is_last: bool, taken: Iterable[str], count: int) -> list[str]:
    """Return `count` free names for shots behind the one named `before` (None: at the very beginning).

    At the end the numbers go on above the highest ever given, in the bin too; between two they take letters.
    """
    known = set(taken)
    match = NUMBERED.fullmatch(before) if before else None
    highest = max((int(found[1]) for name in known if (found := NUMBERED.fullmatch(name))), default=0)
    if is_last or (before and match is None):
        return [f"S{number:02d}" for number in range(highest + 1, highest + 1 + count)]
    stem = f"S{int(match[1]):02d}" if match else "S00"
    names: list[str] = []
    place = 0
    while len(names) < count:
        name = stem + _letters(place)
        if name not in known:
            names.append(name)
        place += 1
    return names


def _letters(place: int) -> str:
    """Return A, B … Z, AA, AB … for 0, 1, …"""
    rest, letter = divmod(place, len(ascii_uppercase))
    return (_letters(rest - 1) if rest else "") + ascii_uppercase[letter]
