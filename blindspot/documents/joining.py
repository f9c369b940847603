"""Lines of one paragraph to one text: Chinese without blanks between its characters, Latin words with one."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\u2018-\u201d]"
_BLANKS = re.compile(r"\s+")
_BETWEEN_WIDE = re.compile(rf"(?<={_WIDE}) (?={_WIDE})")


def tidy(text: str) -> str:
    """Return a text on one line, its blanks single, and none between two Chinese characters."""
    return _BETWEEN_WIDE.sub("", _BLANKS.sub(" ", text)).strip()


def join_lines(lines: Iterable[str]) -> str:
    """Return the lines of a paragraph as one text."""
    return tidy("\n".join(lines))
