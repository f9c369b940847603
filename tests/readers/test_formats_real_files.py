"""Every real export at hand gives as many rows and the same ids as an independent reading of the raw file."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from blindspot.errors import FileRefused
from blindspot.readers.formats import open_tables

REAL = Path(__file__).resolve().parents[2].parent / "shared" / "real"
FILES = sorted(path for path in REAL.rglob("*") if path.is_file() and path.name != "README.md")
CUT = "IN_youtube_trending_data.csv"

pytestmark = pytest.mark.skipif(not FILES, reason="the real exports are not on this machine")


def read_independently(path: Path) -> list[Counter]:
    """Return the text cells of each table, counted: all of them for CSV, the strings among them elsewhere."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            separator = ";" if "zeeschuimer" in path.parts else ","
            _, *records = csv.reader(file, delimiter=separator)
        return [Counter(cell for record in records for cell in record)]
    if path.suffix == ".xlsx":
        sheets = openpyxl.load_workbook(path).worksheets
        return [_strings(row for row in sheet.iter_rows(values_only=True)) for sheet in sheets]
    if path.suffix == ".db":
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
            names = connection.execute("select name from sqlite_master where type='table' and name not like 'sqlite_%'")
            tables = [connection.execute(f'select * from "{name}"').fetchall() for (name,) in names.fetchall()]
        return [_strings(rows) for rows in tables if rows]
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        records = [json.loads(line) for line in text.splitlines()]
    else:
        document = json.loads(text)
        records = next((document[key] for key in ("items", "list") if key in document), None) or (
            document if isinstance(document, list) else [document]
        )
        if isinstance(document, dict) and isinstance(document.get("data"), dict):
            records = document["data"].get("list", records)
    return [_strings(record.values() for record in records)]


def _strings(rows: Iterable[Iterable]) -> Counter:
    return Counter(cell for row in rows for cell in row if isinstance(cell, str) and cell)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(REAL)))
def test_no_row_and_no_text_is_lost(path: Path) -> None:
    if "MALFORMED" in path.name:
        with pytest.raises(FileRefused, match="damaged SQLite database"):
            open_tables(path, path.name)
        return
    expected = read_independently(path)
    tables = open_tables(path, path.name)
    assert len(tables) == len(expected)
    for table, cells in zip(tables, expected, strict=True):
        found: Counter = Counter()
        for batch in table.batches:
            for column in table.columns:
                found.update(cell for cell in batch[column].to_list() if cell is not None)
        if path.name == CUT:
            assert len(table.rejected) == 1 and found.total() % len(table.columns) == 0
            assert found.total() + len(table.columns) >= cells.total() > found.total()
            continue
        assert not table.rejected
        if table.shape.format == "csv":
            assert found == cells
        elif table.shape.format == "xlsx":
            # The header and the note above it are strings of the sheet too, and numbers are no strings there.
            assert not cells - found - Counter(table.columns) - _notes(cells)
        else:
            assert not cells - found


def test_the_creator_centre_header_is_the_second_row() -> None:
    (path,) = (REAL / "xhs_creator_center").iterdir()
    header = [row for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)][1]
    (table,) = open_tables(path, path.name)
    assert table.columns == header
    assert next(table.batches)["row"][0] == 3


def _notes(cells: Counter) -> Counter:
    return Counter(cell for cell in cells if cell.startswith("最多导出"))
