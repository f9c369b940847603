"""One line of a hot list: its title, without the number, platform, marks, rank, times and heat written around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

NUMBER = re.compile(r"^(?:top|no\.?)?\s*(\d{1,3})\s*(?:[.、．)）:：]|\s(?=\D))\s*", re.IGNORECASE)
EMOJI = "\u2190-\u21ff\u2300-\u23ff\u2460-\u27bf\u2b00-\u2bff\u3030\ufe0f\u200d\U0001f000-\U0001faff"
"""Symbols and pictographs, with what joins and colours them."""

MARK = f"[{EMOJI}]+\\s*(?:[爆沸热新荐商]|\\bnew\\b|\\bhot\\b)?|[\\[【「(（](?:[爆沸热新荐商]|new|hot)[\\])）】」]"
LABEL = r"(?<=\s)[爆沸热新荐商]$"
MARKS_BEFORE = re.compile(f"^(?:\\s*(?:{MARK}))+\\s*", re.IGNORECASE)
MARKS_BEHIND = re.compile(f"(?:\\s*(?:{MARK}))+\\s*$|{LABEL}", re.IGNORECASE)
PLATFORM = re.compile(r"^\[([^\[\]\d][^\[\]]{0,11})\]\s*(?=\S)")
TIMES_SEEN = re.compile(r"\s*[(（]\s*\d+\s*(?:次|times?)\s*[)）]\s*$", re.IGNORECASE)
TIME = r"\d{1,2}\s*[时點点:：]\s*\d{1,2}(?:\s*分)?"
TIMES = re.compile(f"\\s+[-—–|·]\\s*\\[?\\s*{TIME}(?:\\s*[~～\\-–—至到]\\s*{TIME})?\\s*\\]?\\s*$")
RANK = re.compile(r"\s*[\[【]\s*#?(\d{1,3})(?:\s*[-~–—]\s*#?\d{1,3})?\s*[\]】]\s*$")
FIGURE = r"\d[\d.,]*\s*(?:[万亿kmw]\b|[万亿])?\+?"
SAID_HEAT = re.compile(
    f"[\\s，,|·—–-]*[（(【\\[]?\\s*(?:(?:🔥|(?:热度|热力值|(?<![a-z])heat)\\s*[:：]?)\\s*({FIGURE})"
    f"|({FIGURE})\\s*(?:热度|人?在看|人?讨论|阅读))"
    r"\s*[)）】\]]?\s*$",
    re.IGNORECASE,
)
BARE_HEAT = re.compile(
    r"(?:[\s，,|·—–-]+[（(【\[]?|[（(【\[])\s*((?:\d{5,}|\d{1,3}(?:,\d{3})+|\d[\d.]*\s*[万亿kmw])\+?)\s*[)）】\]]?\s*$",
    re.IGNORECASE,
)
MOST_HEATED = 0.5


@dataclass(frozen=True)
class Line:
    """What a line says; `number` stands before the title, `rank` in brackets behind it."""

    title: str
    number: int | None = None
    rank: int | None = None
    platform: str = ""
    heat: str | None = None


def read_lines(lines: Sequence[str]) -> list[Line]:
    """Return what each line of one list says; a figure at the end is heat where most of the lines end in one."""
    read = [_read_line(line) for line in lines]
    figures = [None if line.heat else BARE_HEAT.search(line.title) for line in read]
    heated = sum(bool(figure or line.heat) for line, figure in zip(read, figures, strict=True))
    return [
        replace(line, title=_bare(line.title[: figure.start()]), heat=figure[1].strip())
        if figure and heated > MOST_HEATED * len(read) and line.title[: figure.start()].strip()
        else line
        for line, figure in zip(read, figures, strict=True)
    ]


def find_heat(line: str) -> str | None:
    """Return the heat that a line says it tells."""
    found = SAID_HEAT.search(line)
    return (found[1] or found[2]).strip() if found else None


def _read_line(words: str) -> Line:
    line = Line(words.split("\n", 1)[0].strip())
    if number := NUMBER.match(line.title):
        line = replace(line, title=line.title[number.end() :], number=int(number[1]))
    line = replace(line, title=MARKS_BEFORE.sub("", line.title))
    if platform := PLATFORM.match(line.title):
        line = replace(line, title=line.title[platform.end() :], platform=platform[1].strip())
    title = TIMES.sub("", TIMES_SEEN.sub("", line.title))
    if (rank := RANK.search(title)) and title[: rank.start()].strip():
        line, title = replace(line, rank=int(rank[1])), title[: rank.start()]
    if (found := SAID_HEAT.search(title)) and title[: found.start()].strip():
        line, title = replace(line, heat=(found[1] or found[2]).strip()), title[: found.start()]
    return replace(line, title=_bare(title))


def _bare(title: str) -> str:
    marked = MARKS_BEFORE.sub("", title.strip())
    return (MARKS_BEHIND.sub("", marked) or marked).strip() or title.strip()
