"""In which unit a column of bare lengths is: by its name, by the tool that other columns betray, by its platform."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import polars as pl

from blindspot.readers.cells.columns import filled, share_of
from blindspot.readers.mapping.aliases import millisecond_tools
from blindspot.readers.mapping.names import says
from blindspot.readers.platforms import platforms

HOURS = 5 * 3600
MOST = 0.5


def duration_unit(column: str, cells: pl.Series, columns: Collection[str], on: Sequence[str]) -> str:
    """Return "ms", "min" or "s" for the bare numbers of a column; `on` names the platforms of the works.

    A column longer than any video of its platforms, in most rows, is one of milliseconds.
    """
    for unit in ("ms", "min", "s"):
        if says(unit, column):
            return unit
    if any(tool <= set(columns) for tool in millisecond_tools()):
        return "ms"
    numbers = filled(cells).cast(pl.Float64, strict=False).drop_nulls()
    numbers = numbers.filter(numbers > 0)
    if numbers.is_empty():
        return "s"
    longest = [entry.longest or HOURS for entry in platforms() if entry.key in on] or [HOURS]
    median = numbers.quantile(0.5, interpolation="linear") or 0.0
    return "ms" if share_of(numbers > max(longest)) > MOST and median >= min(max(longest), HOURS) else "s"
