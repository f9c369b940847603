"""Which language a document is in, by its script and its commonest words."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u3400-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_LATIN_WORD = re.compile(r"[A-Za-z]+")
_ENGLISH = {"the", "of", "and", "to", "in", "is", "that", "for", "with", "on", "are", "this", "it", "as", "by", "be"}


def find_language(text: str) -> str | None:
    """Return "zh" or "en", None for a text in another language or one too short to tell."""
    han, kana, words = len(_HAN.findall(text)), len(_KANA.findall(text)), _LATIN_WORD.findall(text)
    if han + kana > len(words):
        return "zh" if kana < han / 20 else None
    common = sum(word.lower() in _ENGLISH for word in words)
    return "en" if len(words) >= 5 and common > len(words) / 10 else None
