"""An interest series in a line of text: its shape in small bars, the newest value, and what was usual before."""

from __future__ import annotations

from collections.abc import Sequence

from blindspot.explore.interest import Interest
from blindspot.ui.marking import escape_markdown
from blindspot.ui.texts import Translator

BARS = "▁▂▃▄▅▆▇█"
MOST_BARS = 16


def interest_line(series: Interest, t: Translator) -> str:
    """Return the newest value of a series, its shape, what it was before, its day and its origin, as Markdown."""
    said = {
        "term": escape_markdown(series.term),
        "shape": small_bars(series.values[-MOST_BARS:]),
        "value": t.number(series.latest),
        "day": t.day(series.days[-1]),
        "origin": escape_markdown(series.origin),
    }
    if series.change is None:
        return t("Search interest in “{term}” {shape} {value} on {day} ({origin})", **said)
    change = t.number(series.change)
    return t(
        "Search interest in “{term}” {shape} {value} on {day}, {change}× the usual ({origin})", change=change, **said
    )


def small_bars(values: Sequence[float]) -> str:
    """Return a bar a value, from nothing to the highest."""
    highest = max(values, default=0)
    if highest <= 0:
        return BARS[0] * len(values)
    return "".join(BARS[min(int(max(value, 0) / highest * len(BARS)), len(BARS) - 1)] for value in values)
