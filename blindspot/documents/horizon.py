"""The day up to which a forecast looks: "将在 2030 年前耗尽" is settled when 2029 has ended."""

from __future__ import annotations

import re
from datetime import date, timedelta

_DAY = re.compile(
    r"(?P<until>\b[Bb]efore\s+)?(?<![\d.,$¥])(?P<year>20\d\d)(?![\d.,]*\d)"
    r"(?:\s*年(?:\s*(?P<month>1[0-2]|[1-9])\s*月)?)?(?P<before>\s*(?:之前|以前|前))?"
)


def find_horizon(text: str) -> date | None:
    """Return the last day of the latest year or month that a text names, None where it names none."""
    return max((_last_day(match) for match in _DAY.finditer(text)), default=None)


def _last_day(match: re.Match[str]) -> date:
    year, month = int(match["year"]), int(match["month"] or 0)
    if not (match["until"] or match["before"]):
        year, month = (year, month + 1) if 0 < month < 12 else (year + 1, 1)
    return date(year, month or 1, 1) - timedelta(days=1)
