"""The columns of the coverage picture: creators, platforms or weeks, each under a label of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from blindspot.charts import Axis
from blindspot.explore.coverage_types import Scope
from blindspot.ui.desk import Desk
from blindspot.ui.names import platform_name

MOST_COLUMNS = 24
WEEK = timedelta(days=7)
LONGEST_LULL = 1
"""Weeks in a row without a work that are drawn one by one; longer ones share a column."""

Weeks = tuple[date, date]
"""The first and the last Monday of a column."""


def creator_columns(desk: Desk, creators: list[dict[str, Any]]) -> Axis:
    """Return the creators with the most works as columns; those of one name are told apart."""
    shown = creators[:MOST_COLUMNS]
    names = [creator["creator"] or desk.t("unknown creator") for creator in shown]
    platforms = [platform_name(creator["platform"], desk.t) for creator in shown]
    return Axis([creator["creator_key"] for creator in shown], list(_apart(names, platforms)))


def platform_columns(desk: Desk, scope: Scope) -> Axis:
    """Return the platforms in scope as columns."""
    return Axis(list(scope.platforms), [platform_name(platform, desk.t) for platform in scope.platforms])


def say_creators_undrawn(desk: Desk, count: int) -> list[str]:
    """Return a sentence on creators that have no column, none where all have one."""
    if not count:
        return []
    return [
        desk.t(
            "The {n} creators with the most works; {more} more are counted but not drawn.",
            n=MOST_COLUMNS,
            more=desk.t.number(count),
        )
    ]


def week_columns(desk: Desk, worked: Iterable[date], *, has_undated: bool) -> tuple[Axis, list[str]]:
    """Return the latest weeks as columns, and sentences on works that stand in none of them.

    `worked` are the Mondays of weeks with works. A lull of several weeks shares one column.
    """
    t = desk.t
    known = sorted(set(worked))
    columns = list(_with_lulls(known))[-MOST_COLUMNS:]
    if columns and columns[0][0] not in known:
        columns = columns[1:]
    labels, written = [], []
    year = None
    for first, last in columns:
        if first == last:
            labels.append(t("Week of {day}", day=t.day(first)))
            written.append(t.day_of_year(first) if first.year == year else t.day(first))
            year = first.year
        else:
            count = (last - first) // WEEK + 1
            labels.append(t("{n} weeks without works", n=t.number(count)))
            written.append(t("⋯ {n} weeks", n=t.number(count)))
    axis = Axis([first for first, _ in columns], labels, written)
    return axis, list(_say_weeks_undrawn(desk, len(set(known) - set(axis.keys)), has_undated))


def _say_weeks_undrawn(desk: Desk, earlier: int, has_undated: bool) -> Iterator[str]:
    t = desk.t
    if earlier:
        yield t.plural(
            "{n} earlier week with works is not drawn.", "{n} earlier weeks with works are not drawn.", earlier
        )
    if has_undated:
        yield t("Works without a date are counted but stand in no week.")


def _with_lulls(known: list[date]) -> Iterator[Weeks]:
    if known:
        yield known[0], known[0]
    for before, week in pairwise(known):
        missed = (week - before) // WEEK - 1
        if missed > LONGEST_LULL:
            yield before + WEEK, week - WEEK
        else:
            yield from ((before + WEEK * n, before + WEEK * n) for n in range(1, missed + 1))
        yield week, week


def _apart(names: list[str], platforms: list[str]) -> Iterator[str]:
    """Yield the names, with the platform behind one that stands on several, numbered where that is the same too."""
    said = Counter(names)
    both = Counter(zip(names, platforms, strict=True))
    seen: Counter[tuple[str, str]] = Counter()
    for name, platform in zip(names, platforms, strict=True):
        seen[name, platform] += 1
        number = f" {seen[name, platform]}" if both[name, platform] > 1 else ""
        yield f"{name} ({platform}{number})" if said[name] > both[name, platform] else f"{name}{number}"
