"""Hot lists in Markdown: each item of a list, row of a table or numbered heading is a topic that people talk about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import takewhile
from pathlib import PurePath

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from blindspot.documents.hot_list import HotList, HotTopic, find_day, known_columns, make_list, topic_of_cells
from blindspot.documents.hot_list_line import NUMBER, Line, find_heat, read_lines
from blindspot.documents.limits import DEEPEST, check_depth, check_text
from blindspot.documents.links import public_url
from blindspot.documents.long_block import long_block

OPENING = ("heading", "paragraph", "hr", "blockquote")
LONGEST_DAY = 22
"""Characters of a line that holds a day, perhaps with its time, and nothing else."""

ENTRIES = ("ordered_list", "bullet_list", "table")
SAYS_DAY = re.compile(r"(?:更新|生成|统计|抓取|采集|发布|截至|日期|时间|date|updated|generated)", re.IGNORECASE)


def parse_hot_list(text: str, name: str) -> HotList:
    """Return the hot list that a Markdown text holds; `name` is its file's. Raises FileRefused where there is none."""
    check_text(text, name)
    tokens = _parser().parse(text)
    check_depth([token.level for token in tokens], name)
    root = SyntaxTreeNode(tokens)
    heading = next((_words(node) for node in root.children if node.type == "heading" and node.tag == "h1"), "")
    numbered = [node for node in root.children if node.type == "heading" and NUMBER.match(_words(node))]
    topics = _headed(root, numbered) if len(numbered) > 1 else _listed(root)
    stem = PurePath(name).stem
    return make_list(topics, heading or stem, find_day(heading) or find_day(stem) or _day(root), name)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST + 10}).enable("table").use(long_block)


def _day(root: SyntaxTreeNode) -> date | None:
    """Return the day that the text around the entries names: at its start, in a heading, in a line that tells it."""
    opening = takewhile(lambda node: node.type in OPENING, root.children)
    around = [node for node in root.children if node.type not in ENTRIES]
    headings = [_words(node) for node in around if node.type == "heading"]
    lines = [line for node in around for words in _lines(node) for line in words.split("\n")]
    said = [line for line in lines if SAYS_DAY.search(line) or len(line) <= LONGEST_DAY]
    texts = ("\n".join(_words(node) for node in opening), *headings, *said)
    return next(filter(None, map(find_day, texts)), None)


def _headed(root: SyntaxTreeNode, headings: list[SyntaxTreeNode]) -> Iterator[HotTopic]:
    """Yield a topic a numbered heading; what stands under it says more of it."""
    nodes = list(root.children)
    for heading, line in zip(headings, read_lines([_words(heading) for heading in headings]), strict=True):
        below: list[SyntaxTreeNode] = []
        for node in nodes[nodes.index(heading) + 1 :]:
            if node.type == "heading":
                break
            below.append(node)
        lines = [words for node in below for words in _lines(node)]
        heat = line.heat or next(filter(None, map(find_heat, lines)), None)
        url = next(filter(None, (_link(node) for node in (heading, *below))), None)
        yield HotTopic(line.title, line.number, heat, url, _note(line, lines))


def _listed(root: SyntaxTreeNode) -> Iterator[HotTopic]:
    """Yield a topic an item of the outer lists and a row of the tables that have a column of titles."""
    for node in root.children:
        if node.type in ("ordered_list", "bullet_list"):
            first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
            items = [item.children or [item] for item in node.children]
            lines = read_lines([_words(words) for words, *_ in items])
            for place, ((words, *below), line) in enumerate(zip(items, lines, strict=True)):
                rank = line.rank or (line.number if first is None else first + place)
                note = _note(line, [said for child in below for said in _lines(child)])
                yield HotTopic(line.title, rank, line.heat, _link(words), note)
        elif node.type == "table":
            yield from _rows(node)


def _note(line: Line, below: list[str]) -> str:
    return "\n".join(filter(None, (line.platform, *below)))


def _rows(table: SyntaxTreeNode) -> Iterator[HotTopic]:
    head, *bodies = table.children
    columns = known_columns(_words(cell) for cell in head.children[0].children)
    if "title" not in columns:
        return
    for body in bodies:
        for row in body.children:
            cells = {key: row.children[place] for key, place in columns.items()}
            topic = topic_of_cells({key: _words(cell) for key, cell in cells.items()})
            links = (_link(cells[key]) for key in ("title", "url") if key in cells)
            yield replace(topic, url=topic.url or next(filter(None, links), None))


def _words(node: SyntaxTreeNode) -> str:
    parts = {"text": lambda child: child.content, "code_inline": lambda child: child.content}
    breaks = ("softbreak", "hardbreak")
    return "".join(
        parts[child.type](child) if child.type in parts else "\n" if child.type in breaks else ""
        for child in node.walk()
    ).strip()


def _lines(node: SyntaxTreeNode) -> Iterator[str]:
    for child in node.walk():
        if child.type == "inline" and (words := _words(child)):
            yield words


def _link(node: SyntaxTreeNode) -> str | None:
    return next(
        (url for child in node.walk() if child.type == "link" and (url := public_url(str(child.attrs.get("href"))))),
        None,
    )
