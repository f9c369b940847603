"""What each character becomes when text is folded, and which characters make up words; folding.py applies it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from unicodedata import category, combining, decomposition, is_normalized, normalize

from opencc import OpenCC

HAN = (range(0x2E80, 0x2FE0), range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x323B0))
COMPATIBLE = (
    range(0x3400),
    range(0xA000, 0xAC00),
    range(0xD7B0, 0xD800),
    range(0xF900, 0x20000),
    range(0xE0000, 0xE0200),
)
"""Where NFKC, case or control characters matter; the ranges left out are Han, Hangul syllables and private use."""

JAMO_AFTER_FIRST = (range(0x1161, 0x1176), range(0x11A8, 0x11C3))
INVISIBLE = re.compile("[\u034f\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Joiners and variation selectors that are no format characters (category Cf) by name but show nothing either."""

BLANK_OR_NOTHING = {"Cc": " ", "Zl": " ", "Zp": " ", "Cf": ""}
"""What controls and format characters become, by their category."""

LETTERS = "a-zªµºß-öø-ʯͰ-ԯᲀ-\u1c8fᴀ-ᶿḀ-\u1fffⱠ-ⱿꙀ-ꚟ꜠-ꟿꬰ-\uab6f"
"""Latin, Greek and Cyrillic blocks, lower case: scripts that part words by spaces."""

MARKS = "\u0300-\u036f"
NUMBERED = f"([{LETTERS}][{LETTERS}{MARKS}]*)([0-9]+)"
"""A word that ends in a number, which is a word of its own."""

WORD_START, WORD_END = "\x02", "\x03"


@cache
def character_table() -> dict[str, str]:
    """Return what every character becomes that folding changes: NFKC, case folded, simplified; controls become blanks.

    Case folding rather than lower case, since it looks at no neighbours (Greek final sigma) and joins "ß" with "ss".
    Characters that show nothing (format characters, variation selectors) become "".
    """
    simplified = _simplified_characters()

    def fold(character: str) -> str:
        if not character.isprintable() and (kind := category(character)) in BLANK_OR_NOTHING:
            return BLANK_OR_NOTHING[kind]
        if INVISIBLE.match(character):
            return ""
        if is_normalized("NFKC", character) and character.casefold() == character:
            return simplified.get(character, character)
        cased = (part for base in normalize("NFKC", character) for part in normalize("NFKC", base.casefold()))
        return "".join(simplified.get(part, part) for part in cased)

    characters = (chr(code) for codes in (*COMPATIBLE, *HAN) for code in codes)
    return {character: folded for character in characters if (folded := fold(character)) != character}


@cache
def continuing_class() -> str:
    """Return a regex class of the characters that NFKC may join to the one before: marks, second halves, jamo."""
    seconds = {parts[1] for parts in map(_canonical_parts, _characters(COMPATIBLE)) if len(parts) == 2}
    seconds |= set(_characters(JAMO_AFTER_FIRST))
    continuing = (
        ord(character)
        for character in _characters(COMPATIBLE)
        if combining(first := normalize("NFKD", character)[0]) or first in seconds
    )
    return f"[{_as_ranges(sorted(continuing))}]"


def _simplified_characters() -> dict[str, str]:
    characters = list(_characters(HAN))
    converted = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {old: new for old, new in zip(characters, converted, strict=True) if old != new}


def _canonical_parts(character: str) -> list[str]:
    parts = decomposition(character)
    return [] if parts.startswith("<") else [chr(int(part, 16)) for part in parts.split()]


def _characters(ranges: Iterable[range]) -> Iterable[str]:
    return (chr(code) for codes in ranges for code in codes)


def _as_ranges(codes: list[int]) -> str:
    spans: list[list[int]] = []
    for code in codes:
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "".join(f"{chr(low)}-{chr(high)}" for low, high in spans)
