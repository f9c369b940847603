"""Bytes that do not fit a file's encoding: how many there are, and the sign that stands for them in its text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

MARKED = "blindspot.misfits"
"""The name of the error handler that puts MISFIT in the place of such bytes."""

MISFIT = "\udbff"
"""Half of a pair of signs: no text that decodes strictly holds it, and no writer of JSON leaves this half over."""

_RUN = re.compile(f"{MISFIT}+")
_BLOCK = 1 << 18
_FEW = 0.1
_RARE = 0.01
_STRAY = 0.0001
_MOST_BEFORE_GIVING_UP = 1_000


@dataclass(frozen=True)
class Misfits:
    """How a file decodes by a codec: its signs, those of them beyond ASCII, and the places where bytes do not fit."""

    signs: int
    foreign: int
    places: int
    is_cut: bool

    @property
    def are_few(self) -> bool:
        """Whether at most one sign in ten beyond ASCII does not fit; by a wrong codec it is most of them."""
        return self.places <= self.foreign * _FEW

    @property
    def are_rare(self) -> bool:
        """Whether it is at most one sign in a hundred beyond ASCII: for a codec that fits much of what it is not."""
        return self.places <= self.foreign * _RARE

    @property
    def are_slips(self) -> bool:
        """Whether a file whose first bytes state the codec keeps to it but for one sign in a hundred."""
        return self.are_few or self.places <= self.signs * _RARE

    @property
    def are_stray(self) -> bool:
        """Whether all but one sign in ten thousand fit, so that most records hold none, whatever the others mean."""
        return self.places <= self.signs * _STRAY


def count_misfits(path: Path, codec: str, start: int = 0) -> Misfits:
    """Count what does not fit from byte `start` on; a file of which most does not is left after its first part."""
    decoder = codecs.getincrementaldecoder(codec)(MARKED)
    signs = foreign = places = 0
    with path.open("rb") as file:
        file.seek(start)
        while block := file.read(_BLOCK):
            text = decoder.decode(block)
            found = len(_RUN.findall(text))
            places += found
            signs += len(text)
            foreign += len(text) - len(text.encode("ascii", "ignore"))
            if places > _MOST_BEFORE_GIVING_UP + foreign * _FEW:
                break
    return Misfits(signs, foreign, places, is_cut=bool(decoder.getstate()[0]))


def _mark(error: UnicodeError) -> tuple[str, int]:
    if isinstance(error, UnicodeDecodeError):
        return MISFIT, error.end
    raise error


codecs.register_error(MARKED, _mark)
