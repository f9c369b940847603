"""Which tables of a file are shot lists: one a scene, one below the other in a sheet, or going on on another page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from blindspot.errors import FileRefused, Message
from blindspot.plan.storyboards.row_lengths import says_length
from blindspot.plan.storyboards.shot_rows import column_fields

_NUMBER = re.compile(r"\s*\d")
TOLD = {"picture", "narration", "on_screen_text", "prompt"}
"""The fields of which a shot needs one."""

Numbered = tuple[int, tuple[str, ...]]
"""A row's number, and its cells."""


@dataclass(frozen=True)
class Grid:
    """A table as text: its columns, and its rows with their numbers."""

    columns: tuple[str, ...]
    rows: tuple[Numbered, ...]


def numbered(rows: Iterable[Sequence[str]], first: int) -> Iterator[Numbered]:
    """Yield the rows with their numbers."""
    return ((number, tuple(cells)) for number, cells in enumerate(rows, first))


def shot_grids(grids: Sequence[Grid], name: str | Message) -> tuple[list[tuple[Grid, dict[str, str]]], list[Message]]:
    """Return the shot lists with the fields of their columns, and sentences on those that tell no lengths.

    Raises FileRefused where none is a shot list.
    """
    found: list[tuple[Grid, dict[str, str]]] = []
    lacking: list[int] = []
    known = set()
    for number, grid in enumerate(part for whole in grids for part in _parts(whole)):
        fields = column_fields(grid.columns)
        known |= set(fields.values())
        if not fields and found and _goes_on(grid, *found[-1]):
            found[-1] = (_joined(found[-1][0], grid), found[-1][1])
        elif says_length(fields.values()) and (TOLD & set(fields.values()) or not found):
            found.append((grid, fields))
        elif TOLD & set(fields.values()):
            lacking.append(number + 1)
    if found:
        told = [(grid, fields) for grid, fields in found if TOLD & set(fields.values())] or found[:1]
        return told, [Message("Table {number} does not say how long its shots last.", number=n) for n in lacking]
    if not known:
        raise FileRefused(
            "{file} has no table whose first row names columns of a shot list.",
            "Name them, for example 时长 and 画面, or duration_seconds and picture.",
            file=name,
        )
    raise FileRefused(
        "{file} does not say how long each shot lasts.",
        "Add a column 时长 (or duration_seconds) with seconds, such as 5 or 5.5.",
        file=name,
    )


def _parts(grid: Grid) -> Iterator[Grid]:
    """Yield the tables that stand below each other in one: each begins with a row that names columns."""
    rows: list[Numbered] = []
    columns = grid.columns
    for number, cells in grid.rows:
        if _is_head(cells):
            yield Grid(columns, tuple(rows))
            columns, rows = cells, []
        else:
            rows.append((number, cells))
    yield Grid(columns, tuple(rows))


def _is_head(cells: Sequence[str]) -> bool:
    fields = set(column_fields(cell for cell in cells if len(cell) < 40).values())
    return says_length(fields) and bool(TOLD & fields)


def _goes_on(grid: Grid, before: Grid, fields: dict[str, str]) -> bool:
    """Return whether a table without a head goes on with the one before: as wide, a number where lengths stand."""
    lengths = [place for place, column in enumerate(before.columns) if says_length([fields.get(column, "")])]
    return len(grid.columns) == len(before.columns) and any(_NUMBER.match(grid.columns[place]) for place in lengths)


def _joined(before: Grid, grid: Grid) -> Grid:
    return replace(before, rows=(*before.rows, (1, grid.columns), *grid.rows))
