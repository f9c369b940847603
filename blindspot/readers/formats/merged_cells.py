"""Merged cells of a sheet: what stands in the first cell of an area is meant for all of its rows."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from python_calamine import CalamineSheet


class MergedCells:
    """Fills the areas below a header, row by row from the top; rows and columns count from 0.

    Of an area of several columns only the first is filled: a heading across the sheet is no value of every column.
    """

    def __init__(self, sheet: CalamineSheet, header: int) -> None:
        self._left = sheet.start[1] if sheet.start else 0
        areas = sorted((top, bottom, left) for (top, left), (bottom, _) in sheet.merged_cell_ranges or [])
        self._waiting = deque(area for area in areas if header < area[0] < area[1])
        self._open: dict[int, tuple[int, object]] = {}

    def fill(self, row: int, values: Sequence[object]) -> Sequence[object]:
        """Return the row's values, with those of the areas that reach into it; rows must come in order."""
        while self._waiting and self._waiting[0][0] <= row:
            top, bottom, left = self._waiting.popleft()
            place = left - self._left
            if top == row and 0 <= place < len(values) and values[place] != "":
                self._open[place] = (bottom, values[place])
        if not self._open:
            return values
        self._open = {place: area for place, area in self._open.items() if area[0] >= row}
        return [
            self._open[place][1] if value == "" and place in self._open else value for place, value in enumerate(values)
        ]
