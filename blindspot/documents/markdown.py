"""Markdown to passages, tables, pictures and references, from the syntax tree of markdown-it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from blindspot.documents.content import Block, Content
from blindspot.documents.document import Media, PassageKind, Reference, Table
from blindspot.documents.front_matter import Values, read_front_matter
from blindspot.documents.inline import is_emphasised, read_inline
from blindspot.documents.joining import tidy
from blindspot.documents.limits import DEEPEST, check_depth, check_table
from blindspot.documents.long_block import long_block
from blindspot.documents.loose_image import loose_image
from blindspot.documents.references import listed_references

ANCHOR = re.compile(r"\s*\{#[^}\s]*\}\s*$")
STRUCTURE = {"front_matter", "heading_open", "table_open", "fence"}
"""Tokens that plain text does not make by chance."""


def parse_markdown(text: str) -> list[Token]:
    """Return the syntax tree of a text, as markdown-it's flat list of tokens."""
    return _parser().parse(text)


def is_markdown(tokens: Sequence[Token]) -> bool:
    """Return whether a text has headings, tables, links or pictures, rather than lines alone."""
    inline = (child.type for token in tokens for child in token.children or ())
    return any(token.type in STRUCTURE for token in tokens) or any(kind in ("link_open", "image") for kind in inline)


def read_markdown(text: str, name: str, tokens: Sequence[Token] | None = None) -> Content:
    """Return what a Markdown text holds; raise FileRefused for one that is nested or tabled beyond reading."""
    tokens = parse_markdown(text) if tokens is None else tokens
    check_depth([token.level for token in tokens], name)
    raw, values, body = _front_matter(tokens, text, name)
    if raw is None and tokens and tokens[0].type == "front_matter":
        # text between two rules: below the first line it is no front matter to the parser
        tokens = parse_markdown(f"\n{text}")
    walk = _Walk(name)
    for token in tokens:
        walk.take(token)
    blocks = tuple(walk.blocks)
    title = next((block.text for block in blocks if block.kind == "heading" and block.level == 1), None)
    return Content(
        body=body.strip("\n"),
        blocks=blocks,
        title=title,
        tables=tuple(walk.tables),
        media=tuple(walk.media),
        references=listed_references(blocks),
        fields=values,
        front_matter=raw,
    )


def new_parser() -> MarkdownIt:
    """Return a parser of Markdown with tables and front matter that stays quick for hostile texts."""
    options = {"html": False, "maxNesting": DEEPEST + 10}
    md = MarkdownIt("commonmark", options).enable("table").use(front_matter_plugin).use(loose_image).use(long_block)
    # nothing is rendered from it: a link to anywhere is read, so that its words are, and its address is judged here
    setattr(md, "validateLink", lambda _address: True)  # noqa: B010 as its makers say, one replaces the method
    return md


@cache
def _parser() -> MarkdownIt:
    return new_parser()


def _front_matter(tokens: Sequence[Token], text: str, name: str) -> tuple[str | None, Values, str]:
    """Return the head as it stands, its values, and the text below it."""
    if not tokens or tokens[0].type != "front_matter" or not tokens[0].map:
        return None, {}, text
    values = read_front_matter(tokens[0].content, name)
    if values is None:
        return None, {}, text
    return tokens[0].content, values, "\n".join(text.split("\n")[tokens[0].map[1] :])


class _Walk:
    """Collects what the tokens hold, in the order of the document."""

    def __init__(self, name: str) -> None:
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.media: list[Media] = []
        self._name = name
        self._open: list[str] = []
        self._level = 0
        self._rows: list[list[str]] = []
        self._is_after_table = False

    def take(self, token: Token) -> None:
        if token.type in ("fence", "code_block"):
            self._add("paragraph", token.content, ())
        elif token.type == "inline":
            self._inline(token)
        elif token.nesting == 1:
            self._open.append(token.type)
            self._level = int(token.tag[1]) if token.type == "heading_open" else self._level
            if token.type == "table_open":
                self._rows = []
            elif token.type == "tr_open":
                self._rows.append([])
            elif token.type != "paragraph_open":
                self._is_after_table = False
        elif token.nesting == -1:
            self._open.pop()
            if token.type == "table_close":
                self._close_table()

    def _inline(self, token: Token) -> None:
        text, links, media = read_inline(token.children or [])
        self.media += media
        if self._open[-1] in ("th_open", "td_open"):
            self._rows[-1].append(text)
            kind: PassageKind = "cell"
        elif self._open[-1] == "heading_open":
            kind, text = "heading", ANCHOR.sub("", text)
        elif "list_item_open" in self._open:
            kind = "item"
        else:
            kind = "quote" if "blockquote_open" in self._open else "paragraph"
        if kind == "paragraph" and self._is_after_table and is_emphasised(token.children or []):
            self.tables[-1] = replace(self.tables[-1], footnote=text)
        self._is_after_table = False
        self._add(kind, text, links)
        for picture in media:
            self._add("paragraph", picture.caption or "", ())

    def _add(self, kind: PassageKind, text: str, links: tuple[Reference, ...]) -> None:
        cleaned = tidy(text)
        if cleaned:
            self.blocks.append(Block(kind, cleaned, self._level if kind == "heading" else 0, links))

    def _close_table(self) -> None:
        columns = max(map(len, self._rows), default=0)
        check_table(len(self._rows), columns, self._name)
        cells = tuple(tuple(row) + ("",) * (columns - len(row)) for row in self._rows)
        self.tables.append(Table(cells))
        self._is_after_table = True
