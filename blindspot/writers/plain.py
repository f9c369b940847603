"""Markdown as the plain lines that a page shows: no marks, items under their bullets, addresses behind their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from blindspot.documents.markdown import parse_markdown
from blindspot.writers.names import clean

BULLET = "•"
INDENT = "   "


def plain_text(markdown: str) -> str:
    """Return the words of a Markdown text line by line, clean and without blank lines."""
    # below the first line a rule is no front matter to the parser
    tokens = parse_markdown(f"\n{clean(markdown)}")
    return "\n".join(line for line in "\n".join(_lines(tokens)).split("\n") if line.strip())


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    lists: list[int | None] = []
    mark = ""
    cells: list[str] | None = None
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            number = lists[-1]
            mark = f"{BULLET} " if number is None else f"{number}. "
            lists[-1] = None if number is None else number + 1
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield " | ".join(cells or ())
            cells = None
        elif token.content:
            said = _words(token.children) if token.type == "inline" else token.content
            if cells is None:
                yield f"{INDENT * (len(lists) - 1)}{mark}{said}"
                mark = ""
            else:
                cells.append(said)


def _words(children: Sequence[Token] | None) -> str:
    parts: list[str] = []
    opened: list[tuple[int, str]] = []
    for child in children or ():
        if child.type == "link_open":
            opened.append((len(parts), str(child.attrs.get("href", ""))))
        elif child.type == "link_close" and opened:
            start, address = opened.pop()
            parts.append("" if address in ("", "".join(parts[start:])) else f" ({address})")
        else:
            parts.append("\n" if child.type in ("softbreak", "hardbreak") else child.content)
    return "".join(parts)
