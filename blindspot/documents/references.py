"""Which sources a document lists: what stands under its references heading, and numbered lists of links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blindspot.documents.content import Block
from blindspot.documents.document import Reference
from blindspot.documents.links import BARE
from blindspot.documents.numbered_references import EDGES, is_reference_heading

_NUMBER = re.compile(r"^\s*(?:\[\^?\d{1,3}\]:?|[（(]?\d{1,3}[.)）、])\s*")
_LONGEST = 300


def listed_references(blocks: Sequence[Block]) -> tuple[Reference, ...]:
    """Return the listed sources in order, each once."""
    found: list[Reference] = []
    depth = 0
    for block in blocks:
        if block.kind == "heading":
            is_list = is_reference_heading(block.text)
            if is_list or (depth and block.level <= depth):
                depth = block.level if is_list else 0
        elif depth and block.kind in ("item", "paragraph") and len(block.text) <= _LONGEST:
            found.append(_reference(block))
    return tuple(dict.fromkeys(reference for reference in found if reference.label))


def _reference(block: Block) -> Reference:
    url = next((link.url for link in block.links if link.url), None)
    words = _NUMBER.sub("", BARE.sub("", block.text)).strip(EDGES) or (url or "")
    whole = [link.label for link in block.links if link.url and len(link.label) * 2 > len(words)]
    return Reference(whole[0] if len(whole) == 1 and not BARE.match(whole[0]) else words, url)
