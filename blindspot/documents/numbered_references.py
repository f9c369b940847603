"""Numbered citations: the list of sources that a text ends with, its footnotes, and where the text cites them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blindspot.documents.links import BARE, public_url
from blindspot.documents.words import pattern

EDGES = " \t-–—:：,，;；.。|"
BEFORE_HEADING = re.compile(r"^(?:[^\w]|\d+[.)、]?|[一二三四五六七八九十]+[、.)）])*")
HEADING = re.compile(r"^ {0,3}(?:(#{1,6})\s+(.+?)\s*#*|\*\*(.+?)\*\*[:：]?)\s*$")
BOLD_HEADING = re.compile(
    r"^(?:参考|引用|文献)|列表$|清单$|\breferences\b|\bbibliography\b|\bcitations\b", re.IGNORECASE
)
"""What a bold line must say to stand for a heading: "**来源**：" is the label of one claim's sources."""

FOOTNOTE = re.compile(r"^ {0,3}\[(\^[^\]\s]{1,40})\]:\s*(\S.*)$")
NUMBERED = re.compile(r"^\s*(?:[-*+]\s+)?(?:\[(\d{1,3})\]|【(\d{1,3})】)[:：.、]?\s*(\S.*)$")
ORDERED = re.compile(r"^\s*(\d{1,3})[.)、．]\s*(\S.*)$")
LINK = re.compile(r"\[([^\[\]]+)\]\(([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)[^()]*\)")
ONE = r"\d{1,3}(?:\s*[,，、–-]\s*\d{1,3})*"
MARK = re.compile(rf"\[(\^[^\]\s]{{1,40}}|{ONE})\](?![(:])|【({ONE})(?:†[^】]*)?】|<sup>\[?({ONE})\]?</sup>")
SPAN = re.compile(r"(\d+)\s*[–-]\s*(\d+)")
CODE = re.compile(r"(`+)(?:(?!\1).)*\1")
FENCE = re.compile(r"^ {0,3}(?:```|~~~)")


@dataclass(frozen=True)
class NumberedReference:
    """An entry of a text's list of sources, or a footnote, and the line in which it stands (from 0)."""

    label: str
    url: str | None
    line: int


def is_reference_heading(heading: str) -> bool:
    """Return whether sources are listed under a heading."""
    return bool(pattern("headings", "references").fullmatch(BEFORE_HEADING.sub("", heading).strip(EDGES)))


def numbered_references(lines: Sequence[str]) -> dict[str, NumberedReference]:
    """Return what each number ("1") or footnote ("^1") of a Markdown text stands for; the first of a number counts.

    Footnotes stand anywhere; "[1] …" does under a heading of references or where it gives a link; "1. …" only there.
    """
    found: dict[str, NumberedReference] = {}
    depth = 0
    for number, line in _outside_code(lines):
        if heading := HEADING.match(line):
            level = len(heading[1] or "#######")
            is_list = is_reference_heading(heading[2] or "") or bool(BOLD_HEADING.search(heading[3] or ""))
            depth = level if is_list else 0 if level <= depth else depth
            continue
        entry = FOOTNOTE.match(line) or _numbered(line, bool(depth)) or (ORDERED.match(line) if depth else None)
        if entry:
            key, *_, words = (group for group in entry.groups() if group)
            found.setdefault(key, _reference(words, number))
    return found


def cited_numbers(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield each place at which a Markdown text cites by number or footnote: its line (from 0) and the number."""
    defined = {entry.line for entry in numbered_references(lines).values()}
    for number, line in _outside_code(lines):
        if number not in defined:
            yield from ((number, key) for key in numbers_in(line))


def numbers_in(text: str) -> list[str]:
    """Return the numbers and footnotes that a line cites, ranges written out, each once."""
    keys: list[str] = []
    for mark in MARK.finditer(LINK.sub(r"\1", CODE.sub("", text))):
        written = next(group for group in mark.groups() if group)
        if written.startswith("^"):
            keys.append(written)
            continue
        for part in re.split(r"\s*[,，、]\s*", written):
            span = SPAN.fullmatch(part)
            low, high = (int(span[1]), int(span[2])) if span else (int(part), int(part))
            keys += [str(key) for key in range(low, min(high, low + 99) + 1)]
    return list(dict.fromkeys(keys))


def is_only_numbers(text: str) -> bool:
    """Return whether a text is nothing but numbers of sources."""
    return bool(text.strip()) and not MARK.sub("", text).replace("、", "").strip(EDGES)


def _numbered(line: str, is_in_list: bool) -> re.Match[str] | None:
    entry = NUMBERED.match(line)
    return entry if entry and (is_in_list or BARE.search(entry[3]) or LINK.search(entry[3])) else None


def _reference(words: str, line: int) -> NumberedReference:
    link = LINK.search(words)
    bare = BARE.search(LINK.sub("", words))
    url = link[2] if link else bare[0] if bare else None
    label = BARE.sub("", LINK.sub(lambda found: found[1], words)).replace("<>", "").strip(EDGES)
    return NumberedReference(label or url or words, public_url(url), line)


def _outside_code(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    is_code = False
    for number, line in enumerate(lines):
        if FENCE.match(line):
            is_code = not is_code
        elif not is_code:
            yield number, line
