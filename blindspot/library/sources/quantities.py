"""Numbers in a text with what they count: 347 万分钟, $1.5 billion, 40 %, and the years, which are no quantities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

SCALES = {
    "百": 1e2, "千": 1e3, "万": 1e4, "萬": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "億": 1e8, "万亿": 1e12,
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
UNITS = {
    "time": {
        1: ("秒钟", "秒", "seconds", "second", "secs", "sec"),
        60: ("分钟", "minutes", "minute", "mins", "min"),
        3600: ("小时", "hours", "hour", "hrs", "hr"),
        86400: ("天", "days", "day"),
        604800: ("周", "weeks", "week"),
    },
    "bytes": {1e3: ("KB",), 1e6: ("MB",), 1e9: ("GB",), 1e12: ("TB",), 1e15: ("PB",)},
    "percent": {1: ("%", "percent")},
    "yuan": {1: ("元人民币", "人民币", "元")},
    "dollars": {1: ("美元", "dollars", "dollar")},
    "count": {1: (*"条个人部次家项篇段集件名位帧种款", "views", "clips", "videos", "people", "users", "works")},
}
UNIT_OF = {
    word: (dimension, size) for dimension, sizes in UNITS.items() for size, words in sizes.items() for word in words
}

NUMBER = r"(?<![\d.,A-Za-z])(?P<money>[$¥])?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
SCALE = r"(?:\s*(?P<scale>" + "|".join(sorted(SCALES, key=len, reverse=True)) + r"))?"
UNIT = (
    r"(?:\s*(?P<unit>"
    + "|".join(
        re.escape(word) + (r"(?![A-Za-z])" if word.isascii() and word.isalpha() else "")
        for word in sorted(UNIT_OF, key=len, reverse=True)
    )
    + r"))?"
)
QUANTITY = re.compile(
    NUMBER + SCALE + r"(?P<more>\s*[余多]|\+(?!\s*[\d$¥]))?" + UNIT + r"(?P<above>以上|以下|左右)?", re.IGNORECASE
)
YEAR = re.compile(
    r"(?<![\d.,$¥-])((?:19|20)\d\d)(?![\d.,]*\d|\s*[-–~至到]\s*\d|\s*(?:%|[万亿百千]|[条个人部次家项篇]))"
)
MARKUP = re.compile(r"[*_`]{1,3}")
RANGE_BEFORE = re.compile(r"\d\s*[万亿%]?\s*[-–—~～至到]\s*$")
RANGE_AFTER = re.compile(r"\s*[-–—~～至到]\s*\d")


@dataclass(frozen=True)
class Quantity:
    """One number of a text: `value` in the base of its dimension (seconds, bytes; "" where it has no unit).

    `size` is the unit in that base, `is_open` marks a bound or an end of a range; start and end count characters.
    """

    value: float
    dimension: str
    size: float
    unit: str
    words: str
    start: int
    end: int
    is_open: bool

    @property
    def rounding(self) -> float:
        """Return half a step of the last digit that is written, in the base of the dimension."""
        return self._half_step(re.sub(r"[^\d.]", "", self.words))

    @property
    def coarse_rounding(self) -> float:
        """Return the same with zeros at the end taken for rounded ones: 500 may stand for 450 to 550."""
        digits = re.sub(r"[^\d.]", "", self.words)
        return self._half_step(digits if "." in digits else digits.rstrip("0") or digits)

    def _half_step(self, significant: str) -> float:
        digits = re.sub(r"[^\d.]", "", self.words)
        decimals = len(significant.partition(".")[2])
        step = 10.0 ** (len(digits) - len(significant) if not decimals else -decimals)
        return abs(self.value) / (float(digits) or 1.0) * step / 2


def plain(text: str) -> str:
    """Return text in one width and without the marks of Markdown, which may stand inside a number's words."""
    return MARKUP.sub("", normalize("NFKC", text)).replace("≒", "≈")


def find_quantities(text: str) -> list[Quantity]:
    """Return the numbers of a `plain` text in order; years, dates and ordinals are left out."""
    years = {match.start() for match in YEAR.finditer(text) if not text[match.end() :].lstrip().startswith("元")}
    found = []
    for match in QUANTITY.finditer(text):
        unit = (match["unit"] or "").strip()
        if (match.start() in years and not unit) or re.match(r"\s*[年月日号]", text[match.end() :]):
            continue
        dimension, size = _dimension(match["money"], unit)
        value = float(match["number"].replace(",", "")) * SCALES.get((match["scale"] or "").lower(), 1.0) * size
        is_open = bool(match["more"] or match["above"] or RANGE_BEFORE.search(text[: match.start()]))
        is_open = is_open or bool(RANGE_AFTER.match(text[match.end() :]))
        words = match[0].strip()
        found.append(Quantity(value, dimension, size, unit, words, match.start(), match.end(), is_open))
    return found


def find_years(text: str) -> list[int]:
    """Return the years that a `plain` text names."""
    return [int(match[1]) for match in YEAR.finditer(text)]


def _dimension(money: str | None, unit: str) -> tuple[str, float]:
    if money:
        return ("dollars" if money == "$" else "yuan"), 1.0
    known = UNIT_OF.get(unit) or UNIT_OF.get(unit.lower()) or UNIT_OF.get(unit.upper())
    return (known[0], float(known[1])) if known else ("", 1.0)
