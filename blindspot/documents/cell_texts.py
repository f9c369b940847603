"""Tables whose cells keep every line and blank as written: what a shot list needs, where an article's are tidied."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from lxml import html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from blindspot.documents.decoding import decode
from blindspot.documents.forms import find_form
from blindspot.documents.limits import check_bytes, check_depth, check_table, check_text
from blindspot.documents.markdown import new_parser

Tidied = Callable[[str], str]
Cells = tuple[tuple[str, ...], ...]
"""A table, its head first, every row of the same length."""
_BREAK = re.compile(r"<br\s*/?> ?", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BLOCKS = ("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote")
_UNSEEN = ("script", "style", "template", "noscript", "head")
_MOST_SPANNED = 200


def read_tables(data: bytes, name: str) -> list[Cells]:
    """Return the tables of a document in Markdown, DOCX or HTML; raise FileRefused for what is none."""
    check_bytes(data, name)
    form = find_form(data)
    if form == "docx":
        from blindspot.documents.word_file import read_word_page

        return html_tables(read_word_page(data, name), name, keeps_blanks=True)
    if form == "html":
        from blindspot.documents.web_page import read_page

        return html_tables(read_page(data, name), name)
    text = decode(data, name)
    check_text(text, name)
    return markdown_tables(text, name)


def markdown_tables(text: str, name: str) -> list[Cells]:
    """Return the tables of a Markdown text; raise FileRefused for one that is nested or tabled beyond reading."""
    tokens = _parser().parse(text)
    check_depth([token.level for token in tokens], name)
    tables: list[list[list[str]]] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type == "inline" and before is not None and before.type in ("th_open", "td_open"):
            tables[-1][-1].append("".join(_words(token.children or [])))
    return [_even(rows, name) for rows in tables]


def html_tables(page: html.HtmlElement, name: str, *, keeps_blanks: bool = False) -> list[Cells]:
    """Return the tables of a page without those that only lay out others; a cell stands once in what it spans.

    `keeps_blanks` is for a page in which every blank and tab means itself.
    """
    tables = (table for table in page.iter("table") if next(table.iterdescendants("table"), None) is None)
    tidied: Tidied = str if keeps_blanks else lambda text: _BLANKS.sub(" ", text)
    return [_even(rows, name) for table in tables if (rows := _rows(table, tidied))]


def _rows(table: html.HtmlElement, tidied: Tidied) -> list[list[str]]:
    rows: list[list[str]] = []
    spanned: dict[int, int] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            cells += _taken_above(spanned, len(cells))
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            spanned |= dict.fromkeys(range(len(cells), len(cells) + across), down - 1)
            cells += ["".join(_lines(cell, tidied)).strip("\n"), *[""] * (across - 1)]
        rows.append(cells + _taken_above(spanned, len(cells)))
    return rows


def _taken_above(spanned: dict[int, int], place: int) -> list[str]:
    """Return a blank for each cell from `place` on into which one of a row above reaches."""
    blanks: list[str] = []
    while spanned.get(place + len(blanks), 0):
        spanned[place + len(blanks)] -= 1
        blanks.append("")
    return blanks


def _span(cell: html.HtmlElement, name: str) -> int:
    said = cell.get(name, "")
    return min(max(int(said), 1), _MOST_SPANNED) if said.isascii() and said.isdecimal() else 1


def _lines(element: html.HtmlElement, tidied: Tidied) -> Iterator[str]:
    """Yield the text of a cell; a paragraph or item within it has lines of its own."""
    yield tidied(element.text or "")
    for child in element:
        is_block = child.tag in _BLOCKS
        if child.tag == "br":
            yield "\n"
        elif isinstance(child.tag, str) and child.tag not in _UNSEEN:
            yield "".join(_lines(child, tidied)) + "\n" * is_block
        yield (child.tail or "").strip() if is_block else tidied(child.tail or "")


def _words(children: Sequence[Token]) -> Iterator[str]:
    """Yield the words of a cell; a link keeps its address, a break is a line end, what was escaped means itself."""
    opened: list[tuple[str, list[str]]] = []
    for child in children:
        said = child.content
        if child.type == "text":
            said = _BREAK.sub("\n", said)
        elif child.type == "image":
            said = f"![{child.content}]({child.attrs.get('src', '')})"
        elif child.type in ("softbreak", "hardbreak"):
            said = "\n"
        elif child.type == "link_open":
            opened.append((str(child.attrs.get("href", "")), []))
            continue
        elif child.type == "link_close" and opened:
            address, words = opened.pop()
            label = "".join(words)
            said = label if child.info == "auto" or label == address else f"[{label}]({address})"
        if opened:
            opened[-1][1].append(said)
        else:
            yield said


def _even(rows: list[list[str]], name: str) -> Cells:
    columns = max(map(len, rows), default=0)
    check_table(len(rows), columns, name)
    return tuple((*row, *[""] * (columns - len(row))) for row in rows)


@cache
def _parser() -> MarkdownIt:
    # what was escaped must not melt into the text around it, in which <br> is a line break
    return new_parser().disable("text_join")
