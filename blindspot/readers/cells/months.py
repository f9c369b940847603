"""The names of months and halves of the day in the languages of exports, as Unicode's locale data has them."""

from __future__ import annotations

import unicodedata
from functools import cache

from babel import Locale

LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "nl", "ru", "pl", "tr", "id", "sv", "da", "nb")
AM = ("上午", "凌晨", "清晨", "早上", "早晨", "오전", "午前", "a.m.", "a. m.", "am")
PM = ("下午", "中午", "晚上", "傍晚", "夜间", "오후", "午後", "p.m.", "p. m.", "pm")


def fold(text: str) -> str:
    """Return a name as dates are compared: NFKC, lower case."""
    return unicodedata.normalize("NFKC", text).lower()


@cache
def month_names() -> dict[str, int]:
    """Return folded name -> number of the month; names that mean two months in two languages are left out."""
    found: dict[str, set[int]] = {}
    for language in LANGUAGES:
        months = Locale(language).months
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[use][width].items():
                    plain = fold(name).rstrip(".")
                    if any(sign.isalpha() for sign in plain):
                        found.setdefault(plain, set()).add(number)
    found.setdefault("sept", set()).add(9)
    return {name: next(iter(numbers)) for name, numbers in found.items() if len(numbers) == 1}
