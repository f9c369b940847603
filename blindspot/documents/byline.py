"""The line under a title that says who wrote it, where, when and at which address, in articles without metadata."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from itertools import zip_longest

from blindspot.documents.content import Block
from blindspot.documents.links import BARE

_LABELS = {
    "author": "作者|撰文|撰稿|记者|author|written by|by",
    "publisher": "来源|出处|首发|source|publisher",
    "published_on": "发布时间|发布日期|发表时间|日期|时间|published(?: on)?|date|posted(?: on)?",
    "url": "原文链接|原文地址|链接|网址|url|link",
    "other": "责任编辑|责编|编辑|校对|审核|阅读|阅读量|浏览|点击|评论|字号|分享|editor|views",
}
_LABELLED = re.compile(
    "|".join(rf"(?P<{field}>(?:{labels}))" for field, labels in _LABELS.items()) + r"(?!\w)", re.IGNORECASE
)
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_MONTH = re.compile(r"\b([A-Z][a-z]{2,8})\.? (\d{1,2}),? (\d{4})\b|\b(\d{1,2}) ([A-Z][a-z]{2,8})\.? (\d{4})\b")
_BLOCKS = 6
_LONGEST = 120
_LONGEST_NAME = 40
_EDGES = " \t:：|｜·,，/-—"


def find_byline(blocks: Sequence[Block]) -> dict[str, str]:
    """Return author, publisher, published_on (ISO) and url as far as the first short lines name them."""
    found: dict[str, str] = {}
    for block in blocks[:_BLOCKS]:
        if len(block.text) <= _LONGEST and not block.text.endswith(("。", ".", "！", "？")):
            for field, value in _parts(block.text):
                found.setdefault(field, value)
    return found


def read_day(written: str | None) -> str | None:
    """Return the first day in a text as ISO, None where it names none."""
    if numbers := _DAY.search(written or ""):
        return _iso("-".join(numbers.groups()), "%Y-%m-%d")
    if words := _MONTH.search(written or ""):
        month, day, year = words.group(1, 2, 3) if words[1] else words.group(5, 4, 6)
        return _iso(f"{month[:3]} {day} {year}", "%b %d %Y")
    return None


def _parts(line: str) -> list[tuple[str, str]]:
    """Return what one line says: labelled values, and a day or an address that is all there is."""
    labels = [label for label in _LABELLED.finditer(line) if _is_label(line, label)]
    found = []
    for label, after in zip_longest(labels, labels[1:]):
        value = line[label.end() : after.start() if after else None].strip(_EDGES)
        field = str(label.lastgroup)
        if field in ("author", "publisher"):
            value = re.split(r"\s{2,}|[|｜]|\s(?=\d{4})", value)[0].strip(_EDGES)
            value = value if len(value) <= _LONGEST_NAME else ""
        elif field == "url":
            value = next(iter(BARE.findall(value)), "")
        if field not in ("published_on", "other") and value:
            found.append((field, value))
    day = read_day(line)
    is_dated = any(label.lastgroup == "published_on" for label in labels) or bool(found)
    if day and (is_dated or not re.sub(r"[\d\s:年月日时分/.-]", "", line)):
        found.append(("published_on", day))
    if BARE.fullmatch(line):
        found.append(("url", line))
    return found


def _is_label(line: str, label: re.Match[str]) -> bool:
    """Return whether a word stands as a label: a colon follows, or it is "By" at the line's start."""
    is_first = label.start() == 0 or line[label.start() - 1] in " \t|｜·,，)）"
    by_name = label[0] == "By" and label.start() == 0 and line[label.end() :][1:2].isupper()
    return is_first and (line[label.end() :].lstrip()[:1] in (":", "：") or by_name)


def _iso(written: str, pattern: str) -> str | None:
    try:
        return datetime.strptime(written, pattern).date().isoformat()
    except ValueError:
        return None
