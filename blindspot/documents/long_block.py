"""A Markdown rule against tangles: in them the time for links and emphasis grows with the square of the length."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from blindspot.documents.limits import LONGEST_BLOCK


def long_block(md: MarkdownIt) -> None:
    """Read a paragraph, heading or cell of more than LONGEST_BLOCK characters as words without markup."""
    md.core.ruler.at("inline", _rule)


def _rule(state: StateCore) -> None:
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if len(token.content) > LONGEST_BLOCK:
            token.children.append(Token("text", "", 0, content=token.content))
        else:
            state.md.inline.parse(token.content, state.md, state.env, token.children)
