"""A Markdown text as its syntax tree sees it, line by line: what each line is, where links and tables stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from blindspot.documents.limits import DEEPEST, LONGEST_BLOCK, check_depth, check_table
from blindspot.documents.numbered_references import NumberedReference, numbered_references

Kind = Literal["blank", "heading", "rule", "text", "item", "inner", "table", "other"]
_KINDS: dict[str, Kind] = {
    "hr": "rule",
    "paragraph_open": "text",
    "bullet_list_open": "inner",
    "ordered_list_open": "inner",
    "table_open": "table",
}
"""What the lines of an outermost block are by the token that begins it."""
_LINE_END = re.compile(r"\r\n?|\n")
_BREAKS = ("softbreak", "hardbreak")


@dataclass(frozen=True)
class Link:
    """A link as written."""

    label: str
    url: str


@dataclass(frozen=True)
class Page:
    """The lines of a text without their ends, and for each what it is.

    "text" is a line of a paragraph that stands in no list (also one right below a list, which Markdown counts to the
    last item), "item" the first line of an item of an outermost list and "inner" any further line of it. By line:
    `levels` and `headings` of headings without underline, the links that begin in it, the cells of the table.
    `references` are the entries of its list of sources and its footnotes, by number.
    """

    lines: tuple[str, ...]
    kinds: tuple[Kind, ...]
    levels: dict[int, int]
    headings: dict[int, str]
    links: dict[int, list[Link]]
    tables: dict[int, tuple[tuple[str, ...], ...]]
    references: Mapping[str, NumberedReference]

    def text(self, start: int, end: int) -> str:
        """Return lines as written, without the blank lines around them."""
        while start < end and not self.lines[start].strip():
            start += 1
        while start < end and not self.lines[end - 1].strip():
            end -= 1
        return "\n".join(self.lines[start:end])

    def links_within(self, start: int, end: int) -> Iterator[Link]:
        """Yield the links that begin in a range of lines."""
        return (link for line in range(start, end) for link in self.links.get(line, ()))


def split_lines(text: str) -> list[str]:
    """Return the lines of a text without their ends, as Markdown counts them."""
    return _LINE_END.split(text.removeprefix("\ufeff"))


def read_page(text: str, name: str) -> Page:
    """Return a text's page; raise FileRefused where no one could have written it for people to read."""
    lines = split_lines(text)
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST + 10}).use(front_matter_plugin)
    parser.enable("table").disable("inline")
    # addresses are kept as written; which of them may be used is decided by blindspot.documents.links
    for judge in ("normalizeLink", "validateLink"):  # as its makers say, one replaces the methods
        setattr(parser, judge, str)
    env: dict[str, object] = {}
    tokens = parser.parse("\n".join(lines), env)
    check_depth([token.level for token in tokens], name)
    tables = _tables(tokens, name)
    kinds, levels, headings = _kinds(lines, tokens)
    links: dict[int, list[Link]] = defaultdict(list)
    for token in tokens:
        for line, link in _links(parser, token, env) if token.type == "inline" else ():
            links[line].append(link)
    return Page(tuple(lines), tuple(kinds), levels, headings, links, tables, numbered_references(lines))


def _kinds(lines: list[str], tokens: list[Token]) -> tuple[list[Kind], dict[int, int], dict[int, str]]:
    kinds: list[Kind] = ["other" if line.strip() else "blank" for line in lines]
    levels: dict[int, int] = {}
    headings: dict[int, str] = {}
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if not token.map or token.nesting < 0:
            continue
        start, end = token.map
        if token.level == 0:
            kind = _KINDS.get(token.type, "other")
            if token.type == "heading_open" and token.markup.startswith("#") and following:
                kind, levels[start], headings[start] = "heading", int(token.tag[1]), following.content
            kinds[start:end] = [kind if lines[at].strip() else "blank" for at in range(start, end)]
        elif token.type == "list_item_open" and token.level == 1:
            kinds[start] = "item"
        elif token.type == "paragraph_open" and kinds[start] in ("item", "inner"):
            for at in range(start + 1, end):
                if not lines[at][:1].isspace():
                    kinds[at] = "text"
    return kinds, levels, headings


def _links(parser: MarkdownIt, token: Token, env: dict[str, object]) -> Iterator[tuple[int, Link]]:
    if not token.map or len(token.content) > LONGEST_BLOCK or not any(mark in token.content for mark in "[<"):
        return
    line = token.map[0]
    opened: tuple[int, str] | None = None
    label = ""
    children: list[Token] = []
    parser.inline.parse(token.content, parser, env, children)
    for child in children:
        if child.type in _BREAKS:
            line += 1
        if child.type == "link_open":
            opened, label = (line, str(child.attrGet("href"))), ""
        elif child.type == "link_close" and opened:
            yield opened[0], Link(label, opened[1])
            opened = None
        elif opened:
            label += " " if child.type in _BREAKS else child.content


def _tables(tokens: list[Token], name: str) -> dict[int, tuple[tuple[str, ...], ...]]:
    tables: dict[int, list[list[str]]] = {}
    start: int | None = None
    for token in tokens:
        if token.type == "table_open" and token.level == 0 and token.map:
            start = token.map[0]
            tables[start] = []
        elif token.type == "table_close" and token.level == 0:
            start = None
        elif start is not None and token.type == "tr_open":
            tables[start].append([])
        elif start is not None and token.type == "inline":
            tables[start][-1].append(token.content)
    for rows in tables.values():
        check_table(len(rows), max(map(len, rows), default=0), name)
    return {at: tuple(map(tuple, rows)) for at, rows in tables.items()}
