"""XLSX: what Excel shows is what is read, header rows and row numbers as Excel has them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from blindspot.errors import FileRefused
from blindspot.readers.formats import open_tables
from blindspot.readers.shapes import Table


def save(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def read(path: Path) -> tuple[list[Table], list[list[tuple]]]:
    tables = open_tables(path, "export.xlsx")
    return tables, [[row for batch in table.batches for row in batch.rows()] for table in tables]


def test_types_are_written_as_text_in_full(tmp_path: Path) -> None:
    values = [
        "7300000000000000123",
        12,
        2.5,
        1e-7,
        True,
        dt.datetime(2026, 1, 5, 22, 30, 5),
        dt.date(2026, 1, 5),
        dt.timedelta(hours=1, minutes=2, seconds=3),
        "标题\n第二行",
        None,
    ]
    path = save(tmp_path / "x", {"Contents": [[f"c{n}" for n in range(len(values))], values]})
    moments = ("2026-01-05 22:30:05", "2026-01-05", "01:02:03")
    cells = ("7300000000000000123", "12", "2.5", "0.0000001", "true", *moments, "标题\n第二行", None)
    assert read(path)[1] == [[(2, *cells)]]


def test_an_id_stored_as_a_number_is_written_with_the_digits_that_excel_keeps(tmp_path: Path) -> None:
    path = save(tmp_path / "x", {"s": [["id", "t"], [7.52313079186286e18, "a"], [1.5e15, "b"]]})
    assert [row[1] for row in read(path)[1][0]] == ["7523130791862860000", "1500000000000000"]


def test_every_sheet_is_a_table_and_empty_ones_are_none(tmp_path: Path) -> None:
    sheets = {"Contents": [["a", "b"], [1, 2]], "Empty": [], "Comments": [["c", "d"], [3, 4], [5, 6]]}
    path = save(tmp_path / "x", sheets)
    tables, rows = read(path)
    assert [table.shape.table for table in tables] == ["Contents", "Comments"]
    assert [len(found) for found in rows] == [1, 2]


def test_a_merged_note_above_the_header_is_skipped(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["最多导出排序后前1000条笔记"])
    sheet.merge_cells("A1:C1")
    sheet.append(["笔记标题", "观看量", "点赞"])
    sheet.append(["标题一", 10.0, 2.0])
    sheet.append([None, None, None])
    sheet.append(["标题二", 11.0, 3.0])
    book.save(tmp_path / "x")
    tables, rows = read(tmp_path / "x")
    assert tables[0].columns == ("笔记标题", "观看量", "点赞")
    assert rows == [[(3, "标题一", "10", "2"), (5, "标题二", "11", "3")]]


def test_a_note_repeated_in_every_merged_cell_is_skipped_too(tmp_path: Path) -> None:
    tables, rows = read(save(tmp_path / "x", {"s": [["导出说明"] * 3, ["标题", "观看量", "点赞"], ["一", 1, 2]]}))
    assert tables[0].columns == ("标题", "观看量", "点赞")
    assert rows == [[(3, "一", "1", "2")]]


def test_a_table_that_starts_further_down_keeps_excels_row_numbers(tmp_path: Path) -> None:
    book = Workbook()
    for column, (title, value) in enumerate([("a", 1), ("b", 2)], start=3):
        book.active.cell(50, column, title)
        book.active.cell(51, column, value)
    book.save(tmp_path / "x")
    assert read(tmp_path / "x")[1] == [[(51, "1", "2")]]


def test_a_formula_gives_its_stored_value_and_is_never_evaluated(tmp_path: Path) -> None:
    path = save(tmp_path / "x", {"s": [["a", "b", "c"], ["x", "=1+1", "'=cmd|x"]]})
    assert read(path)[1] == [[(2, "x", None, "'=cmd|x")]]


@pytest.mark.parametrize("rows", [[], [["only one cell"]], [["a"], ["b"], ["c"]]])
def test_a_workbook_without_a_table_is_refused(tmp_path: Path, rows: list) -> None:
    with pytest.raises(FileRefused, match=r"export\.xlsx has no sheet with a header"):
        read(save(tmp_path / "x", {"s": rows}))


letters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
text = st.text(letters, min_size=1, max_size=20)


@given(body=st.lists(st.tuples(st.integers(10**17, 10**19), text, st.integers(0, 10**9)), min_size=1, max_size=20))
def test_no_row_and_no_cell_is_lost(body: list[tuple]) -> None:
    with TemporaryDirectory() as folder:
        path = save(Path(folder) / "x", {"s": [["id", "t", "n"], *[[str(a), f"标{b}", c] for a, b, c in body]]})
        rows = read(path)[1][0]
    assert rows == [(row, str(a), f"标{b}", str(c)) for row, (a, b, c) in enumerate(body, start=2)]
