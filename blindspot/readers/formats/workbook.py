"""XLSX workbooks through calamine: every sheet is a table; formulas give the value that Excel stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import polars as pl
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

from blindspot.errors import FileRefused
from blindspot.readers.formats.cells import write_cell, write_cells
from blindspot.readers.formats.columns import SLICE_ROWS, build_frame, gather, name_columns
from blindspot.readers.formats.dialect import find_header
from blindspot.readers.formats.merged_cells import MergedCells
from blindspot.readers.formats.position import Position
from blindspot.readers.formats.workbook_check import check_workbook, damaged_workbook
from blindspot.readers.shapes import Shape, Table

_HEADER_SEARCH = 20


def open_workbook(path: Path, name: str, position: Position) -> list[Table]:
    """Return a table for every sheet with a header; rows are numbered as Excel numbers them."""
    with position.long_step():
        check_workbook(path, name)
        sheets = _parse_sheets(path, name)
    total = sum(sheet.height for sheet in sheets) or 1
    tables = [table for sheet in sheets if (table := _open_sheet(sheet, name, position, total))]
    if not tables:
        raise FileRefused(
            "{file} has no sheet with a header row and rows under it.",
            "Export it again, or put the column names in the first row.",
            file=name,
        )
    return tables


def _parse_sheets(path: Path, name: str) -> list[CalamineSheet]:
    try:
        with path.open("rb") as file:
            workbook = CalamineWorkbook.from_filelike(file)
            names = [sheet.name for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
            return [workbook.get_sheet_by_name(sheet) for sheet in names]
    except PasswordError as error:
        raise FileRefused(
            "{file} is password-protected.", "Open it in Excel, remove the password and save it again.", file=name
        ) from error
    except (CalamineError, ValueError, OSError) as error:
        raise damaged_workbook(name) from error


def _open_sheet(sheet: CalamineSheet, name: str, position: Position, total: int) -> Table | None:
    blank = sheet.start[0] if sheet.start else 0
    head = [tuple(map(write_cell, row)) for row in islice(sheet.iter_rows(), blank, blank + _HEADER_SEARCH)]
    place = find_header(head)
    if place is None:
        return None
    columns = name_columns([cell or "" for cell in head[place]], name)
    slices = _read_slices(sheet, blank + place, columns, position, total)
    return Table(Shape("xlsx", sheet.name, frozenset(columns)), columns, gather(slices))


def _read_slices(
    sheet: CalamineSheet, header: int, columns: tuple[str, ...], position: Position, total: int
) -> Iterator[pl.DataFrame]:
    rows = enumerate(sheet.iter_rows(), start=1)
    for _ in islice(rows, header + 1):
        pass
    merged = MergedCells(sheet, header)
    while block := list(islice(rows, SLICE_ROWS)):
        position.share = min(1.0, position.share + len(block) / total)
        # a row that is blank but for merged cells belongs to the record above it
        filled = [(row, merged.fill(row - 1, values)) for row, values in block if not _is_blank(values)]
        if filled:
            values = zip(*(values for _, values in filled), strict=True)
            yield build_frame(columns, [row for row, _ in filled], map(write_cells, values))


def _is_blank(values: Sequence[object]) -> bool:
    return not any(value != "" for value in values)
