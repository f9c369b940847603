"""How long a text takes to say or to read, in Chinese, English or both mixed, by data/reading_speed.toml."""

from __future__ import annotations

import math
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from blindspot.shipped import DATA

SPEEDS = DATA / "reading_speed.toml"
Kind = Literal["narration", "on_screen_text"]

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3040-\u30ff\uac00-\ud7af]")
_DIGIT = re.compile(r"\d")
_MARK = re.compile(r"[^\w\s]|_")


@dataclass(frozen=True)
class Speed:
    """A text in its time: characters a second as its language counts them, the limit, and the seconds it needs."""

    characters: float
    limit: float
    needed: float

    @property
    def is_fast(self) -> bool:
        """Whether it is faster than can be said or read, by more than rounding."""
        return self.characters > self.limit * 1.005


def speed_of(text: str, seconds: float, kind: Kind) -> Speed:
    """Return how fast a text goes by within `seconds`; an empty one has the speed 0.

    A mixed text needs the sum of what its Chinese and its other characters need; its speed is that of a text all in
    its main language that takes as long.
    """
    pace = speeds()[kind]
    chinese, other = _count(text)
    limit = pace["zh"] if chinese >= other / 3 and chinese else pace["en"]
    needed = chinese / pace["zh"] + other / pace["en"]
    return Speed(needed / seconds * limit, limit, needed)


def lines_needed(text: str, letters: float) -> int:
    """Return how many lines a text takes where a line holds `letters` full-width characters; Latin ones are half."""
    room = max(1, math.floor(letters))
    return sum(max(1, math.ceil(_width(line) / room)) for line in text.split("\n") if line.strip())


def letters_in(width: int, height: int, share: float) -> float:
    """Return how many full-width characters of the smallest good size fit into `share` of a picture's width."""
    letter_share: float = speeds()["frame"]["letter_share"]
    return width * share / (min(width, height) * letter_share)


@cache
def speeds() -> dict[str, Any]:
    """Return the limits with their sources and days."""
    return tomllib.loads(SPEEDS.read_text(encoding="utf-8"))


def _count(text: str) -> tuple[int, int]:
    """Return Chinese and other characters: digits go with the language around, marks count only in the other."""
    said = " ".join(text.split())
    chinese = len(_HAN.findall(said))
    if not chinese:
        return 0, len(said)
    digits = len(_DIGIT.findall(said))
    return chinese + digits, len(re.sub(r"\s", "", _MARK.sub("", said))) - chinese - digits


def _width(line: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.5 for letter in line.strip())
