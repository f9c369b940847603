"""Merged cells of a workbook: the value stands for all rows of its area, and an empty cell is not a merged one."""

import datetime as dt

import xlsxwriter

from blindspot.readers.formats import open_tables


def rows_of(path, fill):
    book = xlsxwriter.Workbook(path)
    fill(book, book.add_worksheet())
    book.close()
    [table] = open_tables(path, path.name)
    return [row for batch in table.batches for row in batch.select(table.columns).rows()]


def test_a_merged_value_stands_for_every_row_and_an_empty_cell_for_none(tmp_path):
    def fill(book, sheet):
        sheet.write_row(0, 0, ["id", "author", "day"])
        sheet.write_column(1, 0, ["w1", "w2", "w3", "w4"])
        sheet.merge_range(1, 1, 2, 1, "甲")
        sheet.write(4, 1, "乙")
        sheet.merge_range(1, 2, 4, 2, dt.date(2025, 8, 1), book.add_format({"num_format": "yyyy-mm-dd"}))

    day = "2025-08-01"
    assert rows_of(tmp_path / "a.xlsx", fill) == [
        ("w1", "甲", day), ("w2", "甲", day), ("w3", None, day), ("w4", "乙", day)
    ]  # fmt: skip


def test_an_indented_sheet_with_a_heading_across_it_is_filled_below_its_header_only(tmp_path):
    def fill(book, sheet):
        sheet.merge_range(1, 1, 1, 3, "最多导出 1000 条")
        sheet.write_row(2, 1, ["id", "author", "likes"])
        sheet.write_row(3, 1, ["w1", "甲", 1])
        sheet.merge_range(4, 1, 4, 3, "八月")
        sheet.write_row(5, 1, ["w2", "", 2])

    assert rows_of(tmp_path / "b.xlsx", fill) == [("w1", "甲", "1"), ("八月", None, None), ("w2", None, "2")]


def test_an_area_that_reaches_to_the_end_of_the_world_costs_nothing(tmp_path):
    def fill(book, sheet):
        sheet.write_row(0, 0, ["id", "author"])
        sheet.write_column(1, 0, ["w1", "w2"])
        sheet.merge_range(1, 1, 1_048_575, 1, "甲")

    assert rows_of(tmp_path / "c.xlsx", fill) == [("w1", "甲"), ("w2", "甲")]
