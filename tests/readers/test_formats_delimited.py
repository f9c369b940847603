"""CSV and its kin: no cell changes, no record is lost, and what cannot be read is named with its line."""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blindspot.errors import FileRefused
from blindspot.readers.formats import open_tables
from blindspot.readers.shapes import Table

ENCODINGS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "gb18030": b"",
}
CHINESE = "这是一个用来测试的视频标题，讲的是模型的训练数据从哪里来"
HEADER = ["作品ID", "标题", "点赞数"]


def write(path: Path, records: list, encoding: str = "utf-8", separator: str = ",", mark: bytes = b"") -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(records)
    path.write_bytes(mark + text.getvalue().encode(encoding))
    return path


def read(path: Path) -> tuple[Table, list[tuple]]:
    (table,) = open_tables(path, "export.csv")
    rows = [row for batch in table.batches for row in batch.rows()]
    return table, rows


letters = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\r\n", exclude_characters="\ufeff")
cells = st.text(letters, max_size=12)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ENCODINGS)
@given(body=st.lists(st.tuples(st.integers(10**18, 10**19 - 1), cells, st.integers(0, 9)), max_size=30))
def test_every_cell_comes_back_as_it_was(encoding: str, separator: str, body: list[tuple]) -> None:
    records = [[str(work_id), CHINESE + title, str(likes)] for work_id, title, likes in body]
    with TemporaryDirectory() as folder:
        path = write(Path(folder) / "x", [HEADER, *records], encoding, separator, ENCODINGS[encoding])
        table, rows = read(path)
    assert [list(row[1:]) for row in rows] == records
    assert table.columns == tuple(HEADER)
    assert not table.rejected


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognised(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path / "x", [HEADER, *[[str(n), CHINESE, "1"] for n in range(30)]], encoding)
    assert [row[2] for row in read(path)[1]] == [CHINESE] * 30


def test_traditional_chinese_in_big5_is_told_from_gb18030(tmp_path: Path) -> None:
    title = "這是一個用來測試的影片標題，講的是模型的訓練資料從哪裡來，還能用多久"
    path = write(tmp_path / "x", [["作品", "標題"], *[[str(n), title] for n in range(40)]], "big5")
    assert [row[2] for row in read(path)[1]] == [title] * 40


def test_rows_are_numbered_by_the_line_where_the_record_starts(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text('a,b\n1,"two\nlines"\n\n2,x\n,\n3,"y\r\nz\rw"\n4,end', newline="")
    assert [row[0] for row in read(path)[1]] == [2, 5, 7, 10]


def test_many_batches_keep_order_and_numbers(tmp_path: Path) -> None:
    path = write(tmp_path / "x", [["id", "title"], *[[str(n), f"t{n}"] for n in range(120_001)]])
    (table,) = open_tables(path, "x")
    batches = list(table.batches)
    assert len(batches) == 3
    assert [n for batch in batches for n in batch["id"]] == [str(n) for n in range(120_001)]
    assert batches[2]["row"][-1] == 120_002


def test_records_of_another_width_are_refused_and_the_others_come_in(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("id,title,likes\n1,a,1\n2,b\n3,c,3,extra\n4,d,4,,\n5,e,5\n")
    table, rows = read(path)
    assert [row[1] for row in rows] == ["1", "4", "5"]
    reasons = table.rejects()
    assert reasons["row"].to_list() == [3, 4]
    assert set(reasons["reason"]) == {"It has {found} cells, the header has {expected}."}
    assert reasons["values"][1] == '{"found": 4, "expected": 3}'


@pytest.mark.parametrize("tail", ['3,"cut in the mid', '3,c,"cut\nover\nlines', '3,"c","full width but open'])
def test_a_record_cut_inside_a_quote_is_refused_alone(tmp_path: Path, tail: str) -> None:
    path = tmp_path / "x"
    path.write_text("id,title,likes\n1,a,1\n2,b,2\n" + tail)
    table, rows = read(path)
    assert [row[1] for row in rows] == ["1", "2"]
    assert table.rejected == [(4, "The file breaks off inside this record.", {})]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_file_cut_inside_a_character_loses_only_that_record(tmp_path: Path, encoding: str) -> None:
    records = [HEADER, *[[str(n), "1", CHINESE] for n in range(20)]]
    path = write(tmp_path / "x", records, encoding, ",", ENCODINGS[encoding])
    path.write_bytes(path.read_bytes()[: -5 if encoding == "utf-16-le" else -3])
    table, rows = read(path)
    assert [row[1] for row in rows] == [str(n) for n in range(19)]
    assert [row for row, _, _ in table.rejected] == [21]


def test_a_file_cut_inside_the_first_character_of_a_record(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes("标题,n\r\n一,1\r\n".encode() + "二".encode()[:2])
    table, rows = read(path)
    assert rows == [(2, "一", "1")]
    assert table.rejected == [(3, "The file breaks off inside this record.", {})]


def test_a_repeated_header_is_no_work(tmp_path: Path) -> None:
    path = write(tmp_path / "x", [HEADER, ["1", "a", "2"], HEADER, ["2", "b", "3"]])
    table, rows = read(path)
    assert [row[1] for row in rows] == ["1", "2"]
    assert table.rejected == [(3, "It repeats the header.", {})]


def test_a_caption_with_another_separator_makes_no_header_a_title_row(tmp_path: Path) -> None:
    path = write(tmp_path / "x", [HEADER, *[[str(n), 'said "so"|', "0"] for n in range(3)]])
    table, rows = read(path)
    assert table.columns == tuple(HEADER) and len(rows) == 3


def test_title_rows_above_the_header_are_skipped(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("最多导出1000条\n\n作品ID,标题\n1,a\n")
    table, rows = read(path)
    assert table.columns == ("作品ID", "标题")
    assert rows == [(4, "1", "a")]


def test_the_separator_that_excel_states_is_used(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("sep=;\nid;title\n1;a,b\n")
    assert read(path)[1] == [(3, "1", "a,b")]


def test_empty_repeated_and_reserved_column_names_become_distinct(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text(",row,likes,likes, title \n0,1,2,3,4\n")
    table, rows = read(path)
    assert table.columns == ("column 1", "row (2)", "likes", "likes (2)", "title")
    assert rows == [(2, "0", "1", "2", "3", "4")]


def test_nul_bytes_stay_in_their_cell(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"id,title\n1,a\x00b\n2,c\n")
    assert read(path)[1] == [(2, "1", "a\x00b"), (3, "2", "c")]


def test_a_huge_cell_is_refused_and_the_next_record_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("id,title\n1,a\n2," + "x" * 10_000_001 + "\n3,c\n")
    table, rows = read(path)
    assert [row[:2] for row in rows] == [(2, "1"), (4, "3")]
    assert table.rejected == [(3, "It has a cell longer than {megabytes} MB.", {"megabytes": 10})]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b"one column\nof text\n", "holds no table"),
        (b"a,b,c\n1,2\n3,4\n", "as many cells as its first line (3)"),
        (b"id,title\n1,\xff\xfe\xfa broken\n", "byte 11 in line 2 fits none"),
        ("id,title\n1,café au lait\n2,crème brûlée\n".encode("latin-1"), "neither UTF-8, UTF-16 nor GB18030"),
        ("id,title\n1,Études\n2,Écran\n".encode("latin-1"), "neither UTF-8, UTF-16 nor GB18030"),
        (b"\xff\xfei\x00,\x00\x00\xd8x\x00", "says that it is UTF-16-LE"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "web page"),
        (b"%PDF-1.7 rest", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x1f\x8b\x08\x00\x00", "gzip"),
    ],
)
def test_what_holds_no_table_is_refused_in_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    with pytest.raises(FileRefused) as refusal:
        open_tables(path, "export.csv")
    assert sentence in str(refusal.value)
    assert "export.csv" in str(refusal.value) and str(refusal.value.hint)


def test_too_many_columns_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text(",".join(f"c{n}" for n in range(6000)) + "\n" + "," * 5999 + "\n")
    with pytest.raises(FileRefused, match="6000 columns"):
        open_tables(path, "x")
