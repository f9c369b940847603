"""Foreign text as plain words: nothing in it that a reader does not see, and no more of it than is needed."""

from __future__ import annotations

import re
from unicodedata import category, normalize

from blindspot.labelling.characters import INVISIBLE

UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs")
"""Controls, format characters (zero width, direction, tags), and what is no character; a line feed stays."""
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def plain(text: str, most: int) -> str:
    """Return at most `most` characters of a text, in NFC, without characters that show nothing."""
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    seen = "".join(sign for sign in INVISIBLE.sub("", lines) if sign == "\n" or category(sign) not in UNSEEN)
    return normalize("NFC", seen).strip()[:most]
