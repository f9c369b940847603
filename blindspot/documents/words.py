"""The words and patterns by which a document is read, from words.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

WORDS = Path(__file__).with_name("words.toml")


@cache
def words(group: str, name: str) -> tuple[str, ...]:
    """Return a list of words.toml; raises KeyError where there is none."""
    return tuple(_tables()[group][name])


@cache
def pattern(group: str, name: str) -> re.Pattern[str]:
    """Return what matches any entry of a list, case ignored; Latin words of a list in "en" match whole."""
    joined = "|".join(words(group, name))
    return re.compile(rf"\b(?:{joined})\b" if name == "en" else joined, re.IGNORECASE)


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))
