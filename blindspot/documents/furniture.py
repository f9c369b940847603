"""What a page puts under its article: questions, sharing, next articles; dropped from the end of a text."""

from __future__ import annotations

from collections.abc import Sequence

from blindspot.documents.words import pattern, words

_EDGES = " \t#*->»›…."


def without_furniture(lines: Sequence[str]) -> list[str]:
    """Return the lines up to the last one that is neither blank nor furniture."""
    last = len(lines)
    while last and _is_furniture(lines[last - 1].strip(_EDGES).casefold()):
        last -= 1
    return list(lines[:last])


def _is_furniture(line: str) -> bool:
    is_known = line in words("furniture", "last_lines")
    return not line or is_known or bool(pattern("furniture", "patterns").fullmatch(line))
