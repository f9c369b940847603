"""Divides a narration among the parts of a split shot, at the ends of sentences or clauses nearest to the cuts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

_ENDS = (
    re.compile(r"[。！？!?…]+[”’」』\"']?|\.(?=\s|$)"),
    re.compile(r"[，,；;：:、]+(?!\d)|—+|\n"),
)
"""Where a sentence ends, and where a clause does: cuts at sentences are preferred within a third of a part."""


def divide(text: str, lengths: Sequence[int]) -> list[str]:
    """Return one text a part, in the proportion of `lengths`; what cannot be divided stays in an earlier part."""
    total = sum(lengths)
    cuts: list[int] = []
    for end, length in zip(list(accumulate(lengths))[:-1], lengths, strict=False):
        wanted, room = len(text) * end / total, len(text) * length / total
        cuts.append(max(_nearest(text, wanted, room), cuts[-1] if cuts else 0))
    bounds = [0, *cuts, len(text)]
    return [text[start:end].strip() for start, end in pairwise(bounds)]


def _nearest(text: str, wanted: float, room: float) -> int:
    """Return where to cut near `wanted`, the end of the text where nothing ends near it."""
    for ends, reach in zip(_ENDS, (room / 3, room * 0.75), strict=True):
        found = [match.end() for match in ends.finditer(text) if abs(match.end() - wanted) <= reach]
        if found:
            return min(found, key=lambda end: abs(end - wanted))
    spaces = [match.end() for match in re.finditer(r"\s+", text) if abs(match.end() - wanted) <= room / 2]
    return min(spaces, key=lambda end: abs(end - wanted), default=len(text))
