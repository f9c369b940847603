"""JSON and JSONL: records found wherever tools put them, digits kept, and a broken end costs only what it broke."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blindspot.errors import FileRefused
from blindspot.readers.formats import json_document, open_tables
from blindspot.readers.shapes import Table

WORKS = [{"id": 7300000000000000001, "desc": "训练数据", "n": 1}, {"id": 7300000000000000002, "desc": "b", "n": None}]
ROWS = [(1, "7300000000000000001", "训练数据", "1"), (2, "7300000000000000002", "b", None)]


def read(path: Path) -> tuple[list[Table], list[list[tuple]]]:
    tables = open_tables(path, "export.json")
    return tables, [[row for batch in table.batches for row in batch.rows()] for table in tables]


def save(path: Path, document: object, encoding: str = "utf-8") -> Path:
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding=encoding)
    return path


@pytest.mark.parametrize(
    "document",
    [
        WORKS,
        {"items": WORKS},
        {"code": 0, "data": {"list": {"vlist": WORKS, "tlist": {}}, "page": {"pn": 1}}},
        {"data": {"videos": WORKS, "search_id": "7"}, "error": {}},
        {"headers": {}, "collector": WORKS, "zip": ""},
        {"id": "PL1", "_type": "playlist", "entries": [{"id": "tab", "entries": WORKS}, {"id": "none", "entries": []}]},
    ],
)
@pytest.mark.parametrize("is_streamed", [False, True])
def test_records_are_found_where_tools_put_them(
    tmp_path: Path, document: object, is_streamed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if is_streamed:
        monkeypatch.setattr(json_document, "HELD_BYTES", 1)
    tables, rows = read(save(tmp_path / "x", document))
    assert rows == [ROWS]
    assert tables[0].shape.format == "json" and tables[0].shape.table == ""


def test_a_record_that_has_a_list_called_contents_is_one_record(tmp_path: Path) -> None:
    _, rows = read(save(tmp_path / "x", {"id": 1, "desc": "a", "contents": [{"desc": "a"}]}))
    assert rows == [[(1, "1", "a", '[{"desc":"a"}]')]]


def test_a_wrapped_single_record_is_unwrapped(tmp_path: Path) -> None:
    tables, rows = read(save(tmp_path / "x", {"code": 200, "router": "/v", "data": {"aweme_id": "7", "n": True}}))
    assert tables[0].columns == ("aweme_id", "n") and rows == [[(1, "7", "true")]]


def test_two_lists_are_two_tables(tmp_path: Path) -> None:
    tables, rows = read(save(tmp_path / "x", {"videos": WORKS, "data": {"notes": [{"note_id": "a"}]}}))
    assert [table.shape.table for table in tables] == ["videos", "data.notes"]
    assert [len(found) for found in rows] == [2, 1]


def test_values_are_flattened_three_levels_deep_and_written_in_full(tmp_path: Path) -> None:
    record = {
        "a": {"b": {"c": {"d": 1}}, "list": ["好", 1]},
        "big": 14236871267413792917123,
        "float": 1.23e18,
        "small": 1e-7,
        "whole": 2595.0,
        "no": False,
        "empty": {},
        "none": None,
        "row": "mine",
    }
    tables, rows = read(save(tmp_path / "x", [record]))
    assert dict(zip(tables[0].columns, rows[0][0][1:], strict=True)) == {
        "a.b.c": '{"d":1}',
        "a.list": '["好",1]',
        "big": "14236871267413792917123",
        "float": "1230000000000000000",
        "small": "0.0000001",
        "whole": "2595",
        "no": "false",
        "empty": None,
        "none": None,
        "row (2)": "mine",
    }


def test_a_key_that_only_the_last_record_has_is_a_column(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("\n".join([*['{"id":1}'] * 60_000, '{"id":2,"late":"x"}']))
    _, (rows,) = read(path)
    assert len(rows) == 60_001 and rows[0] == (1, "1", None) and rows[-1] == (60_001, "2", "x")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    lines = tmp_path / "lines"
    lines.write_text("\n".join(json.dumps(work, ensure_ascii=False) for work in WORKS), encoding=encoding)
    assert read(save(tmp_path / "x", WORKS, encoding))[1] == [ROWS]
    assert read(lines)[1] == [ROWS]


def test_nan_and_half_an_emoji_are_read(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text('[{"id": 1, "n": NaN, "title": "cut \\ud83d"}]')
    assert read(path)[1] == [[(1, "1", None, "cut \ufffd")]]


@pytest.mark.parametrize("opening", ["[", '{"code": 0, "data": {"list": ['])
@pytest.mark.parametrize("cut", [1, 4, 9, 20])
def test_a_document_that_breaks_off_gives_its_whole_records(tmp_path: Path, opening: str, cut: int) -> None:
    whole = opening + ",\n".join(json.dumps(work) for work in [*WORKS, {"id": 3, "desc": "the last one"}])
    path = tmp_path / "x"
    path.write_text(whole[:-cut])
    (table,), (rows,) = read(path)
    assert [row[1] for row in rows] == ["7300000000000000001", "7300000000000000002"]
    assert table.rejected == [(3, "The file breaks off or is no longer valid JSON in line {line}.", {"line": 3})]


def test_objects_one_after_another_are_records(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("\n".join(json.dumps(work, indent=2) for work in WORKS))
    assert read(path)[1] == [ROWS]


def test_bad_lines_are_refused_with_their_number(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text('{"id":1}\n{"id":2,}\n\n[1]\n"text"\n{"id":3}\n{"id":4,"t":"cut')
    (table,), (rows,) = read(path)
    assert [(row[0], row[1]) for row in rows] == [(1, "1"), (6, "3")]
    assert [row for row, _, _ in table.rejected] == [2, 4, 5, 7]


def test_items_that_are_no_objects_are_refused(tmp_path: Path) -> None:
    (table,), (rows,) = read(save(tmp_path / "x", [{"id": 1}, 2, None]))
    assert rows == [(1, "1")]
    assert [row for row, _, _ in table.rejected] == [2, 3]


def test_deep_nesting_is_a_rejected_record_not_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "x"
    deep = "[" * 700 + "]" * 700
    path.write_text(f'{{"id":1}}\n{{"id":2,"deep":{deep}}}\n{{"id":3,"deep":{"[" * 100_000}}}\n{{"id":4}}')
    (table,), (rows,) = read(path)
    assert {"1", "4"} <= {row[1] for row in rows}
    assert len(rows) + len(table.rejected) == 4 and 3 in [row for row, _, _ in table.rejected]


@pytest.mark.parametrize("text", ["[]", "{}", '{"items": []}', "[[1,2]]", '{"id": "cut', "[" * 100_000, '{"a" 1}'])
def test_documents_without_a_record_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x"
    path.write_text(text)
    with pytest.raises(FileRefused) as refusal:
        open_tables(path, "export.json")
    assert "export.json" in str(refusal.value) and str(refusal.value.hint)


words = st.text(st.characters(exclude_categories=("Cs",)))
values = st.one_of(st.none(), st.booleans(), st.integers(-(2**70), 2**70), words)
keys = st.text(st.sampled_from("abcd_题"), min_size=1, max_size=3)


@given(records=st.lists(st.dictionaries(keys, values, min_size=1, max_size=5), min_size=2, max_size=20))
@pytest.mark.parametrize("as_lines", [False, True])
def test_no_record_and_no_digit_is_lost(records: list[dict], as_lines: bool) -> None:
    text = "\n".join(map(json.dumps, records)) if as_lines else json.dumps(records)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x"
        path.write_text(text)
        (table,), (rows,) = read(path)
    assert not table.rejected and len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        cells = dict(zip(table.columns, row[1:], strict=True))
        assert {key: cells[key] for key in record} == {key: as_text(value) for key, value in record.items()}


def as_text(value: object) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)


def test_half_an_emoji_in_a_key_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text('[{"id": 1, "a\\ud83d": {"b": 2}}]')
    tables, rows = read(path)
    assert tables[0].columns == ("id", "a\ufffd.b") and rows == [[(1, "1", "2")]]
