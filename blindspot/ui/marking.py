"""Puts imported text on a page as plain words: nothing in it is read as Markdown, and chosen spans are marked."""

from __future__ import annotations

import re
from collections.abc import Iterable

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
SPACE = re.compile(r"\s+")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def escape_markdown(text: str) -> str:
    """Return text that Markdown shows as it stands, on one line, without control or direction characters."""
    return PUNCTUATION.sub(r"\\\1", SPACE.sub(" ", CONTROL.sub("", text)))


def shorten(text: str, most: int) -> str:
    """Return the text, or its beginning with an ellipsis where it has more than `most` characters."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def mark_spans(text: str, spans: Iterable[tuple[int, int]], colour: str = "blue") -> str:
    """Return Markdown of the text with the spans (start, end in characters) on a coloured ground."""
    parts = []
    done = 0
    for start, end in _merged(spans):
        parts.append(escape_markdown(text[done:start]))
        word = escape_markdown(text[start:end])
        parts.append(f":{colour}-background[{word}]" if word.strip() else word)
        done = end
    parts.append(escape_markdown(text[done:]))
    return "".join(parts)


def safe_url(url: str | None) -> str | None:
    """Return the address if a browser may be sent there (http or https), else None."""
    address = CONTROL.sub("", url or "").strip()
    return address if re.match(r"https?://[^\s/]", address, re.IGNORECASE) else None


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
