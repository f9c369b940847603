"""Numbers in a text with what they count: 347 万分钟, $1.5 billion, 40 %, and the years, which are no quantities."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import normalize

SCALES = {
    "百": 1e2, "千": 1e3, "万": 1e4, "萬": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8, "億": 1e8,
    "十亿": 1e9, "百亿": 1e10, "千亿": 1e11, "万亿": 1e12,
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mn": 1e6, "bn": 1e9, "tn": 1e12,
    "k": 1e3, "m": 1e6, "b": 1e9,
}  # fmt: skip
CURRENCIES = {"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "￥": "CNY"}
UNITS: dict[str, dict[float, tuple[str, ...]]] = {
    "time": {
        1e-3: ("毫秒", "milliseconds", "millisecond"),
        1: ("秒钟", "秒", "seconds", "second", "secs", "sec"),
        60: ("分钟", "minutes", "minute", "mins", "min"),
        3600: ("小时", "hours", "hour", "hrs", "hr"),
        86400: ("天", "days", "day"),
        604800: ("周", "weeks", "week"),
    },
    "months": {1: ("个月", "months", "month")},
    "bytes": {1e3: ("KB",), 1e6: ("MB",), 1e9: ("GB",), 1e12: ("TB",), 1e15: ("PB",)},
    "percent": {1: ("%", "％", "percent", "per cent")},
    "points": {1: ("个百分点", "百分点", "percentage points", "percentage point")},
    "ratio": {1: ("倍", "times")},
    "length": {1: ("公里",)},
    "energy": {1: ("千瓦时", "度电", "kWh")},
    "power": {1e6: ("MW",), 1e9: ("GW",)},
    "CNY": {1: ("元人民币", "人民币", "元", "yuan")},
    "USD": {1: ("美元", "dollars", "dollar")},
    "EUR": {1: ("欧元", "euros", "euro")},
    "GBP": {1: ("英镑",)},
    "JPY": {1: ("日元", "yen")},
    "count": {
        1: (
            *"条个人部次家项篇段集件名位帧种款台块页层步张字词枚起例份",
            *("人次", "用户", "粉丝", "像素", "参数"),
            *("users", "viewers", "people", "creators", "companies", "employees", "customers", "views", "videos"),
            *("clips", "works", "images", "frames", "tokens", "token", "parameters", "queries", "GPUs", "GPU"),
        )
    },
}
UNIT_OF = {
    word.lower(): (dimension, float(size))
    for dimension, sizes in UNITS.items()
    for size, words in sizes.items()
    for word in words
}


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern of words, the longest first; a Latin word stands whole."""
    patterns = {word: re.escape(word) + ("(?![A-Za-z])" if re.search("[A-Za-z]$", word) else "") for word in words}
    return "|".join(patterns[word] for word in sorted(words, key=len, reverse=True))


QUANTITY = re.compile(
    rf"(?<![\d.A-Za-z])(?<!\d,)(?:(?P<money>{_any_of(CURRENCIES)})\s?)?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?P<some>\s?[余多几])?(?:\s?(?P<scale>{_any_of(SCALES)})(?!瓦))?(?P<more>\s?[余多]|\+(?!\s*[\d$¥]))?"
    rf"(?:\s?(?P<unit>{_any_of(UNIT_OF)}))?(?P<bound>\s?(?:以上|以下|以内|左右|上下))?",
    re.IGNORECASE,
)
YEAR = re.compile(
    r"(?<![\d.$¥-])(?<!\d,)((?:19|20)\d\d)(?![\d.,]*\d|\s*[-–~至到]\s*\d|\s*(?:%|[万亿百千]|[条个人部次家项篇]))"
)
MARKUP = re.compile(r"[*_`]{1,3}")
YUAN_AFTER = re.compile(r"\s*元")
DATE_AFTER = re.compile(r"\s*[年月日号]")
NEAR = 12
"""Characters before a number in which the first end of a range may stand."""
RANGE_BEFORE = re.compile(r"\d\s*[万亿%]?\s*[-–—~～至到]\s*$")
RANGE_AFTER = re.compile(r"\s*[-–—~～至到]\s*\d")


@dataclass(frozen=True)
class Quantity:
    """One number of a text: `number` in its own `unit` ("" where it has none), which holds `size` of its `dimension`.

    `scale` is that of its words (万: 1e4; 1 where there are none), `is_open` marks a bound or an end of a range; start
    and end count characters.
    """

    number: float
    scale: float
    dimension: str
    size: float
    unit: str
    words: str
    start: int
    end: int
    is_open: bool

    @property
    def value(self) -> float:
        """Return the number in the base of its dimension: seconds, bytes, one of a currency."""
        return self.number * self.size

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
    """Return the numbers of a text in order; years, dates and ordinals are left out."""
    years = {match.start() for match in YEAR.finditer(text) if not YUAN_AFTER.match(text, match.end())}
    found = []
    for match in QUANTITY.finditer(text):
        unit = match["unit"] or ""
        if (match.start() in years and not unit) or DATE_AFTER.match(text, match.end()):
            continue
        dimension, size = UNIT_OF.get(unit.lower(), ("", 1.0))
        dimension = CURRENCIES.get((match["money"] or "").upper(), dimension)
        word = (match["scale"] or "").lower()
        # "4K" is a resolution: a letter is a scale only where a unit or money says so
        scale = SCALES[word] if word and (dimension or word not in "kmb") else 1.0
        before = text[max(match.start() - NEAR, 0) : match.start()]
        is_range = RANGE_BEFORE.search(before) or RANGE_AFTER.match(text, match.end())
        found.append(
            Quantity(
                number=float(match["number"].replace(",", "")) * scale,
                scale=scale,
                dimension=dimension,
                size=size,
                unit=unit,
                words=match[0].strip(),
                start=match.start(),
                end=match.end(),
                is_open=bool(match["some"] or match["more"] or match["bound"] or is_range),
            )
        )
    return found


def find_years(text: str) -> list[int]:
    """Return the years that a `plain` text names."""
    return [int(match[1]) for match in YEAR.finditer(text)]
