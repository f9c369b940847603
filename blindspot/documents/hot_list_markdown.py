"""Hot lists in Markdown: each item of a list, row of a table or numbered heading is a topic that people talk about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import takewhile
from pathlib import PurePath

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from blindspot.documents.hot_list import HotList, HotTopic, find_day, known_columns, make_list, topic_of_cells
from blindspot.documents.limits import DEEPEST, check_depth, check_text
from blindspot.documents.links import public_url
from blindspot.documents.long_block import long_block

NUMBER = re.compile(r"^(?:top|no\.?)?\s*(\d{1,3})\s*(?:[.、．)）:：]|\s(?=\D))\s*", re.IGNORECASE)
HEAT = re.compile(
    r"[\s，,|·—-]*[（(【\[]?\s*(?:🔥|(?:热度|heat)\s*[:：]?)\s*(\d[\d.,]*\s*[万亿km]?\+?)\s*[)）】\]]?\s*$",
    re.IGNORECASE,
)


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
    opening = takewhile(lambda node: node.type in ("heading", "paragraph"), root.children)
    day = find_day(heading) or find_day(stem) or find_day("\n".join(_words(node) for node in opening))
    return make_list(topics, heading or stem, day, name)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST + 10}).enable("table").use(long_block)


def _headed(root: SyntaxTreeNode, headings: list[SyntaxTreeNode]) -> Iterator[HotTopic]:
    """Yield a topic a numbered heading; what stands under it says more of it."""
    nodes = list(root.children)
    for heading in headings:
        below: list[SyntaxTreeNode] = []
        for node in nodes[nodes.index(heading) + 1 :]:
            if node.type == "heading":
                break
            below.append(node)
        topic = _topic(heading)
        lines = [line for node in below for line in _lines(node)]
        heat = next((found[1] for line in lines if (found := HEAT.search(line))), None)
        url = topic.url or next(filter(None, (_link(node) for node in below)), None)
        yield replace(topic, heat=topic.heat or heat, url=url, note="\n".join(lines))


def _listed(root: SyntaxTreeNode) -> Iterator[HotTopic]:
    """Yield a topic an item of the outer lists and a row of the tables that have a column of titles."""
    for node in root.children:
        if node.type in ("ordered_list", "bullet_list"):
            first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
            for place, item in enumerate(node.children):
                words, *below = item.children or (item,)
                topic = _topic(words)
                rank = topic.rank if first is None else first + place
                yield replace(topic, rank=rank, note="\n".join(line for child in below for line in _lines(child)))
        elif node.type == "table":
            yield from _rows(node)


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


def _topic(node: SyntaxTreeNode) -> HotTopic:
    """Return the topic of a line: without its number, with the heat that it ends in."""
    words = _words(node).split("\n", 1)[0]
    number = NUMBER.match(words)
    words = words[number.end() :] if number else words
    heat = HEAT.search(words)
    title = words[: heat.start()] if heat else words
    return HotTopic(title.strip(), int(number[1]) if number else None, heat[1].strip() if heat else None, _link(node))


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
