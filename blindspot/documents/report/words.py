"""The words by which a report's parts, labels, grades and dates are known, from data/report_headings.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, overload
from unicodedata import normalize

from blindspot.domain import Grade
from blindspot.shipped import DATA

if TYPE_CHECKING:
    from blindspot.documents.report.model import RelationKind, RiskKind

Language = Literal["zh", "en"]
Aliases = Iterable[tuple[str, str]]
"""The user's own headings, as (section key, heading) pairs."""

WORDS = DATA / "report_headings.toml"
PARTS = (
    "insight",
    "claims",
    "counterpoints",
    "competitors",
    "proposals",
    "ratings",
    "findings",
    "relation",
    "series",
    "signals",
)
"""The keys of the sections of a complete report, in order; "head" and "closing" stand around them."""
GRADES: tuple[Grade, ...] = ("unrated", "low", "medium", "high")
NUMERALS = "一二三四五六七八九十"
_LONGEST_HEADING = 200
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|《[^《》]*》")
_NUMBERED = re.compile(rf"^\W*第?[{NUMERALS}]+[、.:]")
_NOT_A_LETTER = re.compile(r"[\W\d_]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DATE = re.compile(r"((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_GRADE_ENDING = re.compile(r"(?:可信度|可信|credibility|confidence|grade|reliability)$")


def fold(words: str) -> str:
    """Return a heading or label as it is compared: no case, marks, digits, numbering or bracketed asides."""
    text = normalize("NFKC", words[:_LONGEST_HEADING])
    while (shorter := _BRACKETED.sub("", text)) != text:
        text = shorter
    return letters(_NUMBERED.sub("", text))


def letters(text: str) -> str:
    """Return the letters of a text alone, without case."""
    return _NOT_A_LETTER.sub("", normalize("NFKC", text)).casefold()


def section_keys(aliases: Aliases = ()) -> Mapping[str, str]:
    """Return the key of each folded heading; the user's own headings come first."""
    own = {fold(heading): key for key, heading in aliases if key in _table()["sections"] and fold(heading)}
    return {**_keys("sections"), **own}


def label_keys(group: str) -> Mapping[str, str]:
    """Return the key of each folded label of a section."""
    return _keys("labels", group)


def title_kinds() -> Mapping[str, str]:
    """Return what the folded words before a heading's colon mean: proposal, rebuttal or dispute."""
    return _keys("titles")


def words(name: str) -> tuple[str, ...]:
    """Return one of the lists of words that the text itself is searched for."""
    return tuple(_table()["words"][name])


@overload
def kind_of(group: Literal["risks"], text: str, default: RiskKind) -> RiskKind: ...
@overload
def kind_of(group: Literal["relations"], text: str, default: RelationKind) -> RelationKind: ...
def kind_of(group: Literal["risks", "relations"], text: str, default: str) -> str:
    """Return the first kind of a group one of whose words stands in a text."""
    found = text.casefold()
    return next((kind for kind, marks in _table()[group].items() if any(mark in found for mark in marks)), default)


def layout(language: Language) -> Mapping[str, str]:
    """Return the layout's words for parts that a report has no words of its own for."""
    words: dict[str, str] = _table()["layout"][language]
    return words


def language_of(text: str) -> Language:
    """Return the language whose layout suits a text."""
    return "zh" if _HAN.search(text) else "en"


def read_grade(words: str) -> Grade:
    """Return the grade that words say; of two, as in "中-高", the lower."""
    parts = re.split(r"[-—–~/至到、,]|(?<=[高中低])(?=[高中低])|\bto\b", normalize("NFKC", words).casefold())
    found = [_keys("grades").get(fold(_GRADE_ENDING.sub("", part.strip()))) for part in parts]
    known = [grade for grade in GRADES if grade in found]
    return known[0] if known and None not in found else "unrated"


def grade_words(grade: Grade, language: Language) -> str:
    """Return the word for a grade."""
    words: list[str] = _table()["grades"][grade]
    return next(word for word in words if language_of(word) == language)


def read_date(text: str) -> date | None:
    """Return the first day that a text names, as 2026-02-11 or 2026年2月11日."""
    match = _DATE.search(normalize("NFKC", text))
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


@cache
def _keys(*path: str) -> Mapping[str, str]:
    table = _table()
    for name in path:
        table = table[name]
    return {fold(heading): key for key, headings in table.items() for heading in headings}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))
