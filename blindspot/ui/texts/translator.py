"""Texts, numbers and days as a reader of one language expects them."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from math import ceil
from typing import Literal

from blindspot.errors import Message
from blindspot.ui.texts.catalogue import load_translations
from blindspot.ui.texts.habits import HABITS, Habits, plain

Language = Literal["zh", "en"]

UNKNOWN = "—"
SMALLEST_PERCENT = 0.001


@dataclass(frozen=True)
class Translator:
    """The texts and habits of one language ("zh" or "en"). Unknown values read "—", never 0."""

    language: Language
    catalogue: gettext.NullTranslations

    def __call__(self, template: str, /, **values: object) -> str:
        """Return the translation of an English text, its {names} filled; KeyError where a name has no value."""
        return self.text(template, **values)

    def text(self, template: str, /, **values: object) -> str:
        """Return the same as a call, for texts that are not written at the place of use."""
        return self.catalogue.gettext(template).format(**values) if template else ""

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Return the text for n things; {n} in it is the grouped number."""
        return self.catalogue.ngettext(one, many, n).format(n=self.count(n), **values)

    def message(self, message: Message) -> str:
        """Return a message in the reader's language, messages among its values too."""
        values = {
            name: self.message(value) if isinstance(value, Message) else value for name, value in message.values.items()
        }
        return self.text(message.template, **values)

    def count(self, n: int | None) -> str:
        """Return a whole number, grouped: 12,345."""
        return self.number(n)

    def number(self, value: float | None, digits: int = 1) -> str:
        """Return a number with at most `digits` decimals, grouped: 12,345.6."""
        return UNKNOWN if value is None else plain(Decimal(str(value)), digits)

    def compact(self, n: float | None) -> str:
        """Return a count in short: 1.2万 or 12K."""
        return UNKNOWN if n is None else self._habits.compact(n)

    def percent(self, share: float | None) -> str:
        """Return a share (0..1) in percent: whole from 10 %, one decimal below, "< 0.1 %" for the least."""
        if share is None:
            return UNKNOWN
        if 0 < share < SMALLEST_PERCENT:
            return "< " + self._percent(SMALLEST_PERCENT, 1)
        return self._percent(share, _percent_digits(share))

    def percent_at_most(self, share: float | None) -> str:
        """Return an upper bound (0..1) in percent, rounded up at the same digits, so that it never says too little."""
        if share is None:
            return UNKNOWN
        digits = _percent_digits(share)
        step = 10 ** (digits + 2)
        # Rounding first keeps a bound of exactly 15 %, stored as 0.15000000000000002, from becoming 16 %.
        return self._percent(min(1.0, ceil(round(share * step, 6)) / step), digits)

    def day(self, day: date | None) -> str:
        """Return a day: 2026年2月11日, 11 Feb 2026."""
        return UNKNOWN if day is None else self._day(self._habits.day, day)

    def day_of_year(self, day: date) -> str:
        """Return a day without its year: 2月11日, 11 Feb."""
        return self._day(self._habits.day_of_year, day)

    def month(self, day: date) -> str:
        """Return the month of a day: 2026年2月, February 2026."""
        return self._habits.days(self._habits.month, day, day, self._habits.months)

    def day_range(self, first: date | None, last: date | None) -> str:
        """Return days from first to last, with what they share said once: 1–11 Feb 2026. An open end reads "—"."""
        if first is None or last is None:
            return UNKNOWN if first == last else f"{self.day(first)} – {self.day(last)}"
        if first == last:
            return self.day(first)
        return self._habits.day_range(first, last)

    def any_of(self, things: Sequence[str]) -> str:
        """Return "a, b or c"."""
        return self._habits.listed(things, self._habits.either)

    def all_of(self, things: Sequence[str]) -> str:
        """Return "a, b and c"; in Chinese a blank parts 和 from a number or Latin word after it."""
        *before, last = things or [""]
        is_apart = self.language == "zh" and before and last[:1].isascii() and last[:1].isalnum()
        return self._habits.listed([*before, f" {last}" if is_apart else last], self._habits.both)

    @property
    def _habits(self) -> Habits:
        return HABITS[self.language]

    def _day(self, form: str, day: date) -> str:
        return self._habits.days(form, day, day, self._habits.short_months)

    def _percent(self, share: float, digits: int) -> str:
        return self._habits.percent.format(format(Decimal(str(share)) * 100, f".{digits if share else 0}f"))


@cache
def translator(language: str) -> Translator:
    """Return the translator of "zh" or "en"; ValueError for any other language."""
    if language == "zh":
        return Translator("zh", load_translations())
    if language == "en":
        return Translator("en", gettext.NullTranslations())
    raise ValueError(f"no texts in {language!r}")


def pick_language(locale: str | None) -> Language:
    """Return "zh" for a browser's or system's Chinese locale ("zh-CN", "zh_TW.UTF-8", "zh"), else "en"."""
    return "zh" if (locale or "").lower().replace("_", "-").split("-")[0] == "zh" else "en"


def _percent_digits(share: float) -> int:
    return 1 if 0 < share < 0.0995 else 0
