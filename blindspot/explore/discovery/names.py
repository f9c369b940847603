"""Tells names of people, firms and tools from phrases: who speaks is no angle."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from blindspot.explore.discovery.said import Said, writings
from blindspot.labelling.characters import WORD_START

FIRM = re.compile(r"(?:[A-Z][\w-]* )+AI")
CAPITALS = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)*")
IDEOGRAPH = re.compile("[\u3400-\u9fff]")


def is_name(folded: str, said: Sequence[Said], known: Collection[str]) -> bool:
    """Return whether a phrase is most of a known name (folded), or is written as names are in Latin letters.

    English texts write a name with capitals wherever it stands. Chinese ones write every Latin term so ("Scaling Law"):
    there only a firm that ends in "AI" is told.
    """
    if any(name in folded or (folded in name and 2 * len(folded) >= len(name)) for name in known):
        return True
    if not folded.startswith(WORD_START):
        return False
    english = [each for each in said if not IDEOGRAPH.search(each.text)]
    written = writings(folded, english) or writings(folded, said)
    return bool(written) and all((CAPITALS if english else FIRM).fullmatch(each) for each in written)
