"""From where an episode looks at its subject, as a report says it in passing: "（技术角度，已有报告）"."""

from __future__ import annotations

import re

_CHINESE = re.compile(r"(?:从|以)?([^\W\d_]{1,8}?)(?:的)?(?:角度|视角)")
_ENGLISH = re.compile(r"\b([a-z][a-z-]*) (?:angle|perspective|point of view)\b", re.IGNORECASE)
_NONE = {
    "this", "that", "the", "an", "a", "same", "new", "another", "different",
    "这个", "同一", "同一个", "同样", "另一", "另一个", "换个", "换", "不同", "新",
}  # fmt: skip


def read_perspective(note: str) -> str:
    """Return the perspective that a report's note on an episode names ("技术", "strategic"), "" where it names none."""
    for pattern in (_CHINESE, _ENGLISH):
        found = pattern.search(note)
        if found and found[1].lower() not in _NONE:
            return found[1]
    return ""
