"""Files of which nearly all is in one encoding: the records whose bytes do not fit are refused, the others come in."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest

from blindspot.errors import FileRefused
from blindspot.readers.formats import json_document, open_tables
from blindspot.readers.shapes import Table

HEADER = "作品ID,标题,点赞数\r\n"
TITLE = "这是一个用来测试的视频标题，讲的是模型的训练数据"
REASON = "It has bytes that are no {encoding}."


def lines(rows: int) -> list[str]:
    return [HEADER, *(f'{7_300_000_000_000_000_000 + n},"{TITLE}，第{n}条",{n}\r\n' for n in range(rows))]


def read(path: Path) -> tuple[Table, list[tuple]]:
    (table,) = open_tables(path, "export.csv")
    return table, [row for batch in table.batches for row in batch.rows()]


def spoil(content: bytes, line: int, at: int, bad: bytes = b"\xff", *, end: bytes = b"\n") -> bytes:
    """Put bad bytes into a line (from 1), `at` bytes after its start."""
    parts = content.split(end)
    parts[line - 1] = parts[line - 1][:at] + bad + parts[line - 1][at:]
    return end.join(parts)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("at", [3, 30, 33], ids=["in the id", "in quotes", "inside a character"])
def test_one_bad_byte_costs_one_row_of_a_thousand(tmp_path: Path, encoding: str, at: int) -> None:
    path = tmp_path / "x"
    path.write_bytes(spoil("".join(lines(1000)).encode(encoding), 501, at))
    table, rows = read(path)
    name = {"utf-8-sig": "UTF-8"}.get(encoding, encoding.upper())
    assert table.rejected == [(501, REASON, {"encoding": name})]
    assert [row[0] for row in rows] == [n for n in range(2, 1002) if n != 501]
    assert {row[2] for row in rows} == {f"{TITLE}，第{n}条" for n in range(1000) if n != 499}


@pytest.mark.parametrize("block", [8_192, 1 << 18, 1 << 20])
@pytest.mark.parametrize("shift", [-2, -1, 0])
def test_a_bad_byte_at_the_edge_of_a_block(tmp_path: Path, block: int, shift: int) -> None:
    content = bytearray("".join(lines(12_000)).encode())
    assert len(content) > block + 100
    content[block + shift : block + shift] = b"\xe4"
    path = tmp_path / "x"
    path.write_bytes(content)
    line = content.count(b"\n", 0, block + shift) + 1
    table, rows = read(path)
    assert [row for row, _, _ in table.rejected] == [line] and len(rows) == 11_999


def test_a_lone_half_of_a_utf_16_pair(tmp_path: Path) -> None:
    content = codecs.BOM_UTF16_LE + "".join(lines(100)).encode("utf-16-le")
    content = spoil(content, 51, 60, b"\x3d\xd8", end="\n".encode("utf-16-le"))
    path = tmp_path / "x"
    path.write_bytes(content)
    table, rows = read(path)
    assert table.rejected == [(51, REASON, {"encoding": "UTF-16-LE"})] and len(rows) == 99


def test_a_handful_of_rows_is_enough_to_tell(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(spoil("".join(lines(3)).encode(), 3, 40, b"\xff\xfe\xfa"))
    table, rows = read(path)
    assert [row for row, _, _ in table.rejected] == [3] and [row[0] for row in rows] == [2, 4]


def test_a_stray_byte_in_plain_english_costs_its_row(tmp_path: Path) -> None:
    body = [f"{n},an English title about training data,{n}\n" for n in range(1000)]
    path = tmp_path / "x"
    path.write_bytes(spoil("".join(["id,title,likes\n", *body]).encode(), 700, 10, b"\xe9"))
    table, rows = read(path)
    assert [row for row, _, _ in table.rejected] == [700] and len(rows) == 999


def test_the_sign_that_stands_for_lost_characters_is_no_bad_byte(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text(HEADER + "1,a\ufffdb,2\r\n", encoding="utf-8")
    table, rows = read(path)
    assert rows == [(2, "1", "a\ufffdb", "2")] and not table.rejected


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_file_that_also_breaks_off_inside_a_character(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "x"
    content = spoil("".join(lines(200)).encode(encoding), 50, 30) + f"7,{TITLE}".encode(encoding)[:-1]
    path.write_bytes(content)
    table, rows = read(path)
    assert sorted(row for row, _, _ in table.rejected) == [50, 202] and len(rows) == 199


@pytest.mark.parametrize("above", ["", "最多导出1000条\r\n"])
def test_bad_bytes_in_the_header_refuse_the_file(tmp_path: Path, above: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(spoil((above + "".join(lines(100))).encode(), 1, 3))
    with pytest.raises(FileRefused, match=r"first row of export\.csv, which names the columns, has bytes that are no"):
        read(path)


def test_half_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    rows = lines(200)
    path = tmp_path / "x"
    path.write_bytes("".join(rows[:100]).encode() + "".join(rows[100:]).encode("gb18030"))
    with pytest.raises(FileRefused, match="neither UTF-8, UTF-16 nor GB18030"):
        read(path)


@pytest.mark.parametrize("is_utf8_first", [False, True])
@pytest.mark.parametrize("share", [0.05, 0.3])
def test_rows_of_a_second_encoding_never_come_in_garbled(tmp_path: Path, is_utf8_first: bool, share: float) -> None:
    rows = lines(400)
    cut = round(400 * (1 - share))
    first, second = ("utf-8", "gb18030") if is_utf8_first else ("gb18030", "utf-8")
    path = tmp_path / "x"
    path.write_bytes("".join(rows[:cut]).encode(first) + "".join(rows[cut:]).encode(second))
    try:
        titles = {row[2] for row in read(path)[1]}
    except FileRefused as refusal:
        assert "neither UTF-8" in str(refusal)
    else:
        assert is_utf8_first and titles <= {f"{TITLE}，第{n}条" for n in range(400)}


@pytest.mark.parametrize(
    ("codec", "title"),
    [("cp1251", "Откуда берутся данные"), ("latin-1", "Où naissent les données d'entraînement, né"), ("cp1252", "“a”")],
)
def test_other_encodings_are_not_taken_for_damaged_ones(tmp_path: Path, codec: str, title: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(("id,title\n" + "".join(f'{n},"{title}"\n' for n in range(300))).encode(codec))
    with pytest.raises(FileRefused, match="neither"):
        open_tables(path, "x")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_bad_byte_in_a_line_of_json(tmp_path: Path, encoding: str) -> None:
    content = "\n".join(json.dumps({"id": n, "desc": TITLE}, ensure_ascii=False) for n in range(100)).encode(encoding)
    content = spoil(spoil(content, 20, 25), 40, 1)
    path = tmp_path / "x"
    path.write_bytes(content)
    table, rows = read(path)
    assert sorted(table.rejected) == [(row, REASON, {"encoding": encoding.upper()}) for row in (20, 40)]
    assert [row[0] for row in rows] == [n for n in range(1, 101) if n not in (20, 40)]
    assert table.columns == ("id", "desc")


@pytest.mark.parametrize("is_streamed", [False, True])
def test_bad_bytes_in_a_json_document(tmp_path: Path, is_streamed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if is_streamed:
        monkeypatch.setattr(json_document, "HELD_BYTES", 1)
    records = [{"id": n, "desc": TITLE, "deep": {"list": [TITLE]}} for n in range(50)]
    content = json.dumps({"items": records}, ensure_ascii=False, indent=1).encode()
    content = content.replace(b'"id": 7,', b'"i\xffd": 7,').replace(b'"id": 9,', b'"id": "9\xff",')
    broken = content.rindex(TITLE.encode())
    path = tmp_path / "x"
    path.write_bytes(content[: broken + 3] + b"\xff" + content[broken + 3 :])
    table, rows = read(path)
    assert [row for row, _, _ in table.rejected] == [8, 10, 50] and len(rows) == 47
    assert {reason for _, reason, _ in table.rejected} == {REASON}
    assert table.columns == ("id", "desc", "deep.list")
