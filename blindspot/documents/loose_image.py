"""An inline rule for markdown-it: images whose address has blanks or brackets, as many sites write them."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_LONGEST = 2_000


def loose_image(md: MarkdownIt) -> None:
    """Read `![words](address)` up to the bracket that balances the first one, where CommonMark sees no image."""
    md.inline.ruler.after("image", "loose_image", _rule)


def _rule(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("![", state.pos):
        return False
    label_end = state.md.helpers.parseLinkLabel(state, state.pos + 1, False)
    if label_end < 0 or not state.src.startswith("](", label_end):
        return False
    address_end = _closing(state.src, label_end + 2)
    address = state.src[label_end + 2 : address_end].strip()
    if address_end < 0 or not address.lower().startswith(("http://", "https://")):
        return False
    if not silent:
        token = state.push("image", "img", 0)
        token.attrs = {"src": address, "alt": ""}
        token.content = state.src[state.pos + 2 : label_end]
        token.children = []
    state.pos = address_end + 1
    return True


def _closing(text: str, start: int) -> int:
    """Return where the bracket closes that was opened before `start`, -1 where it does not within the line."""
    depth = 1
    for place in range(start, min(len(text), start + _LONGEST)):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth == 0:
            return place
        if text[place] == "\n":
            break
    return -1
