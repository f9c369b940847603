"""How the readers of each language write days, lists, percentages and short counts.

Our own forms rather than Babel's: those come from CLDR and change from one release to the next ("12K" became "12k",
"至" a dash), so that the same database would read differently after an install.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Habits:
    """One language's forms; each takes the days `first` and `last` with the names of their months, or two things."""

    day: str
    day_of_year: str
    month: str
    within_a_month: str
    within_a_year: str
    across_years: str
    short_months: Sequence[str]
    months: Sequence[str]
    comma: str
    either: str
    both: str
    percent: str
    units: Sequence[tuple[int, str]]
    """What short counts are counted in, the least first."""

    def days(self, form: str, first: date, last: date, names: Sequence[str]) -> str:
        """Return a form filled with two days; `names` are those of the twelve months."""
        return form.format(first=first, last=last, first_month=names[first.month - 1], last_month=names[last.month - 1])

    def day_range(self, first: date, last: date) -> str:
        """Return the days from first to last, with what they share said once."""
        if first.year != last.year:
            form = self.across_years
        else:
            form = self.within_a_year if first.month != last.month else self.within_a_month
        return self.days(form, first, last, self.short_months)

    def listed(self, things: Sequence[str], form: str) -> str:
        """Return things in a row, the last one joined by a form for two."""
        *before, last = things or [""]
        return form.format(self.comma.join(before), last) if before else last

    def compact(self, n: float) -> str:
        """Return a count with at most one decimal in the largest unit that it reaches once rounded: 999,950 is 1M."""
        exact = Decimal(str(n))
        scale, letter = 1, ""
        for unit, name in self.units:
            if round(abs(exact) / scale, 1) * scale >= unit:
                scale, letter = unit, name
        return plain(exact / scale, 1, grouping="") + letter


def plain(value: Decimal, digits: int, grouping: str = ",") -> str:
    """Return a number rounded half to even, without zeros after its last decimal and without a minus before 0."""
    text = format(value, f"{grouping}.{digits}f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

HABITS = {
    "zh": Habits(
        day="{first.year}年{first.month}月{first.day}日",
        day_of_year="{first.month}月{first.day}日",
        month="{first.year}年{first.month}月",
        within_a_month="{first.year}年{first.month}月{first.day}日至{last.day}日",
        within_a_year="{first.year}年{first.month}月{first.day}日至{last.month}月{last.day}日",
        across_years="{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日",
        short_months=("",) * 12,
        months=("",) * 12,
        comma="、",
        either="{}或{}",
        both="{}和{}",
        percent="{}%",
        units=((10**4, "万"), (10**8, "亿"), (10**12, "万亿")),
    ),
    "en": Habits(
        day="{first.day} {first_month} {first.year}",
        day_of_year="{first.day} {first_month}",
        month="{first_month} {first.year}",
        within_a_month="{first.day}–{last.day} {last_month} {last.year}",
        within_a_year="{first.day} {first_month} – {last.day} {last_month} {last.year}",
        across_years="{first.day} {first_month} {first.year} – {last.day} {last_month} {last.year}",
        short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
        months=MONTHS,
        comma=", ",
        either="{} or {}",
        both="{} and {}",
        percent="{} %",
        units=((10**3, "K"), (10**6, "M"), (10**9, "B"), (10**12, "T")),
    ),
}
