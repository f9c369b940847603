"""The words of handed-over documents in both languages, from data/handover_words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from blindspot.shipped import DATA

WORDS = DATA / "handover_words.toml"


def word(group: str, key: str, language: str) -> str:
    """Return what a key of a group is called; a key without a word stands for itself."""
    return str(_table()[group].get(key, {}).get(language, key))


def phrase(key: str, language: str, **values: object) -> str:
    """Return a phrase with its values."""
    return word("phrases", key, language).format(**values)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))
