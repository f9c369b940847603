"""A text as a cell of a Markdown table in which every sign means itself: to our own reader, GitHub and pandoc."""

from __future__ import annotations

import re

from blindspot.writers.names import clean

_SIGNS = re.compile(r"[\\`*_\[\]<>|~&$^]")
"""What may begin markup, a formula or an entity anywhere in a line."""
_SCHEME = re.compile(r"(?<=[A-Za-z0-9]):(?=//)|(?<=mailto):|(?<=www)\.|(?<=\w)@(?=\w)", re.IGNORECASE)
"""What makes a reader take a bare address for a link, within which nothing could be escaped."""
_EMOJI = re.compile(r":(?=[\w+-]+:)")


def markdown_cell(text: str) -> str:
    """Return a text in one line, its lines divided by <br> and a blank, for readers that know no <br>."""
    lines = clean(text).strip().split("\n")
    return "<br> ".join(_EMOJI.sub(_escape, _SCHEME.sub(_escape, _SIGNS.sub(_escape, line))) for line in lines)


def _escape(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"
