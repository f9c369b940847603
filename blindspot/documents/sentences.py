"""Paragraphs to sentences, Chinese and English; what stands in quotes stays together."""

from __future__ import annotations

import re

_END = re.compile(
    r"(?P<wide>[。！？!?…]+[”’」』\"）)]*)"
    r"|(?P<latin>[.!?]{1,20}[\"”’')\]]{0,9})(?=\s+[\"“‘'(\[]?[A-Z0-9$€£\u4e00-\u9fff])"
)
_SHORT_FORM = re.compile(
    r"(?:\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|Inc|Ltd|Co|Corp|Fig|al|approx|e\.g|i\.e|cf|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.K|a\.m|p\.m))\.$"
)
_LONGEST_SHORT_FORM = 12
_PAIRS = {"“": "”", "「": "」", "『": "』", "《": "》"}


def split_sentences(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph in order, each with its end mark and without blanks around it."""
    quoted = _quoted(paragraph)
    found, start = [], 0
    for end in _END.finditer(paragraph):
        last = end.end()
        if quoted[last - 1] or (end["latin"] and _is_short_form(paragraph[start : end.start() + 1])):
            continue
        found.append(paragraph[start:last])
        start = last
    found.append(paragraph[start:])
    return [sentence.strip() for sentence in found if sentence.strip()]


def _is_short_form(text: str) -> bool:
    return bool(_SHORT_FORM.search(text, max(0, len(text) - _LONGEST_SHORT_FORM)))


def _quoted(text: str) -> list[bool]:
    """Return for each character whether it stands inside quotes; quotes that do not pair up part nothing."""
    inside, closing = [False] * len(text), ""
    straight = text.count('"') % 2 == 0
    is_paired = {opening: text.count(opening) == text.count(end) for opening, end in _PAIRS.items()}
    for place, character in enumerate(text):
        if closing:
            closing = "" if character == closing else closing
        elif is_paired.get(character):
            closing = _PAIRS[character]
        elif character == '"' and straight:
            closing = '"'
        inside[place] = bool(closing)
    return inside
