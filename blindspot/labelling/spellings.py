"""The spellings of one English term: with a blank, with a hyphen, in one word ("hands on", "hands-on", "handson")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from blindspot.labelling.characters import LETTERS, MARKS, NUMBERED, WORD_END, WORD_START

WORD = re.compile(f"{WORD_START}([^{WORD_END}]*){WORD_END}")
RUN = re.compile(f"(?:{WORD.pattern}[-\u2010_]?)*{WORD.pattern}")
LETTERS_MEET_NUMBER = re.compile(f"(?<=[{LETTERS}{MARKS}])(?=[0-9])|(?<=[0-9])(?=[{LETTERS}])")

BLANK, HYPHEN, JOINED = "", "-", None
OTHER_HYPHENS = ("\u2010", "_")
"""NFKC makes the first of the unbreakable hyphen; hashtags have the second for a blank."""

MOST_MIXED = 3
"""Seams up to which each may be spelled in its own way ("step-by-step guide"); a longer term keeps to one way."""

SHORTEST_PARTED = 5
"""Letters from which a word may stand in two parts ("deepfake", "deep fake"), so that "ads" is not in "ad s"."""


@lru_cache(maxsize=20_000)
def spellings(folded: str) -> tuple[str, ...]:
    """Return every way in which a folded term may stand in folded text, itself first.

    What is written as one word is looked for in two at most: "howto" in "how to", but not "stepbystep" in three.
    """
    found = [folded]
    for run in RUN.finditer(folded):
        before, after = folded[: run.start()], folded[run.end() :]
        found += [before + way + after for way in _ways(WORD.findall(run[0]))]
    return tuple(dict.fromkeys(found))


def _ways(words: Sequence[str]) -> list[str]:
    seams = len(words) - 1
    if not seams:
        return _in_two_parts(words[0])
    mixed = product((BLANK, HYPHEN, JOINED), repeat=seams) if seams <= MOST_MIXED else ()
    uniform = ([way] * seams for way in (BLANK, HYPHEN, JOINED, *OTHER_HYPHENS))
    return [_join(words, between) for between in (*mixed, *uniform)]


def _join(words: Sequence[str], between: Sequence[str | None]) -> str:
    text = words[0]
    for way, word in zip(between, words[1:], strict=True):
        text += word if way is JOINED else f"{WORD_END}{way}{WORD_START}{word}"
    # joined, "gpt" and "4" are two words still, as folding has it
    return WORD.sub(
        lambda word: re.sub(f"^{NUMBERED}$", f"\\1{WORD_END}{WORD_START}\\2", word[1]).join((WORD_START, WORD_END)),
        f"{WORD_START}{text}{WORD_END}",
    )


def _in_two_parts(word: str) -> list[str]:
    is_long = len(word) >= SHORTEST_PARTED and not word.isdecimal()
    places = range(1, len(word)) if is_long else [seam.start() for seam in LETTERS_MEET_NUMBER.finditer(word)]
    return [_join((word[:place], word[place:]), (way,)) for place in places for way in (BLANK, HYPHEN, *OTHER_HYPHENS)]
