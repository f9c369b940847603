"""Plain text, such as an article copied from a page: its first line is the title, the page's own words are dropped."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from blindspot.documents.content import Block, Content
from blindspot.documents.document import Reference
from blindspot.documents.furniture import without_furniture
from blindspot.documents.joining import join_lines, tidy
from blindspot.documents.links import BARE, public_url
from blindspot.documents.references import listed_references

_BULLET = re.compile(r"^\s*(?:[•●▪◦‣·]|[-*–]\s|\d{1,3}[.)、]\s)\s*")
_SENTENCE_END = tuple(".。!！?？;；:：,，…\"”'’")
_LONGEST_TITLE = 200
_LONGEST_HEADING = 80


def read_plain_text(text: str) -> Content:
    """Return what a plain text holds; paragraphs are parted by blank lines, or stand a line each."""
    paragraphs = without_furniture(_paragraphs(text)) or [""]
    title = paragraphs[0] if len(paragraphs[0]) <= _LONGEST_TITLE else None
    blocks = tuple(_block(words) for words in paragraphs if words != title)
    blocks = tuple(_unheaded(block, after) for block, after in zip_longest(blocks, blocks[1:]))
    body = "\n\n".join(_as_markdown(block) for block in blocks)
    listed = listed_references(blocks)
    return Content(body=body, blocks=blocks, title=title and _BULLET.sub("", title), references=listed)


def _paragraphs(text: str) -> list[str]:
    """Return paragraphs and items, each on one line."""
    chunks = [chunk.split("\n") for chunk in re.split(r"\n[^\S\n]*\n", text.strip("\n \t\ufeff"))]
    lines = sum(map(len, chunks))
    whole = sum(line.rstrip().endswith(_SENTENCE_END) for chunk in chunks for line in chunk)
    is_line_each = (len(chunks) == 1 or len(chunks) < lines / 3) and whole * 2 >= lines
    found: list[str] = []
    for chunk in chunks:
        joined: list[str] = []
        for line in chunk:
            if joined and (is_line_each or _BULLET.match(line)):
                found.append(join_lines(joined))
                joined = []
            joined.append(line)
        found.append(join_lines(joined))
    return [paragraph for paragraph in found if paragraph] or [""]


def _block(paragraph: str) -> Block:
    links = tuple(Reference(url, public_url(url)) for url in BARE.findall(paragraph))
    if _BULLET.match(paragraph):
        return Block("item", tidy(_BULLET.sub("", paragraph)), links=links)
    is_heading = len(paragraph) <= _LONGEST_HEADING and not paragraph.endswith(_SENTENCE_END) and not links
    return Block("heading" if is_heading else "paragraph", paragraph, 2 if is_heading else 0, links)


def _unheaded(block: Block, after: Block | None) -> Block:
    """Return a heading with nothing under it as the paragraph that it is."""
    return replace(block, kind="paragraph", level=0) if block.kind == "heading" and after is None else block


def _as_markdown(block: Block) -> str:
    mark = {"heading": "## ", "item": "- "}.get(block.kind, "")
    return mark + block.text
