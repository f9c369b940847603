"""Texts made fit for files: characters that XML or a screen must not meet, names in one line, names of files."""

from __future__ import annotations

import re
import unicodedata

LONGEST_NAME = 120
LONGEST_FILE_NAME = 80
LONGEST_FILE_NAME_BYTES = 200
"""Most file systems take 255 bytes with the suffix; a Chinese character has three."""

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""What XML 1.0 forbids, the other controls, and the marks that turn the direction of reading."""
_NOT_IN_FILE_NAMES = re.compile(r"[^\w .-]+")
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever the suffix."""


def clean(text: str) -> str:
    """Return a text without control characters and marks of direction; its lines end in a line feed."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str, most: int = LONGEST_NAME) -> str:
    """Return a clean text in one line of at most `most` characters, an ellipsis where it was cut."""
    line = " ".join(clean(text).split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def file_stem(text: str, otherwise: str = "blindspot") -> str:
    """Return a text as a file name without suffix: 1–80 letters, digits, spaces, dots and hyphens."""
    kept = _NOT_IN_FILE_NAMES.sub(" ", unicodedata.normalize("NFC", clean(text)))
    short = " ".join(kept.split())[:LONGEST_FILE_NAME].encode()[:LONGEST_FILE_NAME_BYTES].decode(errors="ignore")
    stem = short.strip(" .-")
    return f"{otherwise} {stem}"[:LONGEST_FILE_NAME].rstrip(" .-") if _DEVICES.match(stem) or not stem else stem
