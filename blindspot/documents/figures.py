"""Numbers with a unit in a sentence: shares, money, lengths, counts; dates, versions and ranks are none."""

from __future__ import annotations

import re

from blindspot.documents.document import Figure

_SCALES = {
    "万亿": 1e12, "千亿": 1e11, "百亿": 1e10, "十亿": 1e9, "亿": 1e8,
    "千万": 1e7, "百万": 1e6, "十万": 1e5, "万": 1e4, "千": 1e3,
    "trillion": 1e12, "billion": 1e9, "million": 1e6, "thousand": 1e3, "tn": 1e12, "bn": 1e9, "mn": 1e6,
    "b": 1e9, "m": 1e6, "k": 1e3,
}  # fmt: skip
_CURRENCIES = {
    "$": "USD", "us$": "USD", "美元": "USD", "dollar": "USD", "dollars": "USD",
    "€": "EUR", "欧元": "EUR", "euros": "EUR", "£": "GBP", "英镑": "GBP", "日元": "JPY", "yen": "JPY",
    "¥": "CNY", "￥": "CNY", "元": "CNY", "人民币": "CNY", "yuan": "CNY",
}  # fmt: skip
_SHARES = {"%": "%", "％": "%", "percent": "%", "per cent": "%"}
_MEASURES = (
    "个百分点|百分点|percentage points?|分钟|小时|秒钟|秒|毫秒|天|周|个月|美元|欧元|英镑|日元|人民币|元|"
    "人次|用户|粉丝|人|名|位|家|条|倍|集|张|篇|字|词|枚|帧|像素|公里|度电|千瓦时|件|起|例|份|参数|"
    "milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|times|users|viewers|people|creators|companies|employees|"
    "customers|videos|clips|works|images|frames|tokens?|parameters|queries|dollars?|euros|yuan|yen|gpus?|gb|tb|pb|mb|kwh|mw|gw"
)
_COUNTERS = "个|种|项|款|部|次|台|块|页|层|步|点"
"""So common in running text that only a large number makes them a figure."""
_FEWEST_COUNTED = 10
_SCALE = "|".join(sorted(map(re.escape, _SCALES), key=len, reverse=True))
_FIGURE = re.compile(
    r"(?<![A-Za-z0-9.\-/第])(?<!第 )(?P<money>US\$|[$€£¥￥])?\s?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:\s?[余多几])?(?:\s?(?P<scale>{_SCALE})(?![A-Za-z]))?(?:\s?[余多])?\+?"
    rf"(?:\s?(?P<unit>[%％]|(?:percent|per cent)\b|(?:{_MEASURES})(?![A-Za-z])|(?:{_COUNTERS})))?"
    r"(?:\s?(?:以上|以下|以内|左右|上下))?",
    re.IGNORECASE,
)
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def find_figures(sentence: str) -> tuple[Figure, ...]:
    """Return the figures of a sentence in order; a money unit is its currency code, any other as it is written."""
    narrow = sentence.translate(_WIDE_DIGITS)
    found = (_figure(match) for match in _FIGURE.finditer(narrow))
    return tuple(figure for figure in found if figure)


def _figure(match: re.Match[str]) -> Figure | None:
    scale = _SCALES.get((match["scale"] or "").lower(), 1.0)
    written = (match["unit"] or "").lower()
    money = _CURRENCIES.get((match["money"] or "").lower()) or _CURRENCIES.get(written)
    unit = money or _SHARES.get(written) or written
    value = float(match["number"].replace(",", "")) * scale
    is_counter = re.fullmatch(_COUNTERS, written)
    # "4K" is a resolution; a letter is a scale only where a unit or money says so
    is_bare = not unit and (scale == 1 or match["scale"].lower() in ("k", "m", "b"))
    if is_bare or (is_counter and value < _FEWEST_COUNTED):
        return None
    return Figure(value, unit, match[0].strip())
