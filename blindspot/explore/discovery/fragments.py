"""Tells a phrase from a piece of a longer one by what stands beside it: 传真人 stands in 上传真人图片 alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blindspot.explore.discovery.words import english_stop_words
from blindspot.labelling.characters import WORD_END, WORD_START

JOINS_ANYTHING = frozenset("的了是和与及或在对为从被将把等也都就而但以让由并还向着过于")
"""Characters that stand beside any phrase and so say nothing about where it ends."""


def is_fragment(folded: str, passages: Sequence[str]) -> bool:
    """Return whether a phrase has the same character (a Latin one: the same word) beside it wherever it stands."""
    beside = [(_before(text, at), _after(text, at + len(folded))) for text in passages for at in _starts(text, folded)]
    sides = zip(*beside, strict=True)
    edges = (folded[0], folded[-1])
    return any(
        len(set(side)) == 1 and _goes_on(side[0], is_latin=edge in (WORD_START, WORD_END))
        for side, edge in zip(sides, edges, strict=False)
    )


def _goes_on(neighbour: str, *, is_latin: bool) -> bool:
    if neighbour.startswith(WORD_START):
        return is_latin and neighbour not in english_stop_words()
    return not is_latin and neighbour.isalpha() and neighbour not in JOINS_ANYTHING


def _starts(text: str, folded: str) -> Iterator[int]:
    at = text.find(folded)
    while at >= 0:
        yield at
        at = text.find(folded, at + 1)


def _before(text: str, at: int) -> str:
    if text[at - 1 : at] == WORD_END:
        return text[text.rfind(WORD_START, 0, at) : at]
    return text[at - 1 : at]


def _after(text: str, at: int) -> str:
    if text[at : at + 1] == WORD_START:
        return text[at : text.index(WORD_END, at) + 1]
    return text[at : at + 1]
