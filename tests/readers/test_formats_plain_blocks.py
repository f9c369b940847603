"""The fast way through a CSV gives what the csv module gives, record by record, or leaves the block to it."""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from blindspot.readers.formats import delimited, open_tables, plain_blocks

HEADER = b"id,title,likes"
CELLS = st.sampled_from(
    ["", "1", "中文", "a b", '"', '""', '"x"', '"a,b"', '"a\nb"', '"a\r\nb"', '"a ""b"""', "id", ","]
)
ENDS = st.sampled_from(["\n", "\r\n", "\r\n", "\n\n", "\r"])
RECORDS = st.lists(st.tuples(st.lists(CELLS, min_size=1, max_size=4), ENDS), max_size=12)


def tables_of(path: Path) -> tuple[list[tuple], list[tuple]]:
    (table,) = open_tables(path, "export.csv")
    rows = [row for batch in table.batches for row in batch.rows()]
    return rows, table.rejected


@given(RECORDS)
@example([(["1", "2"], "\n"), (["3", "4", "5", "6"], "\n")])
@example([(["1", "2"], "\n"), (["3", "4", "5"], "\n")])
@example([(['"a\n', 'b"', "1"], "\n"), (["c", "d", "2"], "\r\n")])
def test_both_ways_agree(records: list[tuple[list[str], str]]) -> None:
    body = "".join(",".join(cells) + end for cells, end in records)
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        path = Path(folder) / "export.csv"
        path.write_bytes(HEADER + b"\n7,plain,1\n8,plain,2\n" + body.encode())
        patch.setattr(plain_blocks, "BLOCK_BYTES", 24)
        fast = tables_of(path)
        patch.setattr(delimited, "read_plain_blocks", lambda *given: iter(()))
        assert fast == tables_of(path)


def test_a_plain_file_takes_the_fast_way_to_its_last_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "export.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "title", "likes"])
        writer.writerows((number, f'第 {number}\n行, 带 “{number}” 和 "引号"', 5) for number in range(3_000))
    monkeypatch.setattr(plain_blocks, "BLOCK_BYTES", 1_000)
    nothing = plain_blocks.pl.DataFrame(schema={"row": int, "id": str, "title": str, "likes": str})
    monkeypatch.setattr(delimited, "empty_frame", lambda columns: nothing)
    monkeypatch.setattr(delimited, "build_frame", None)  # what a record of the csv module goes through
    frames = list(delimited.open_delimited(path, "x", delimited.Encoding("utf-8", 3), delimited.Position())[0].batches)
    assert sum(frame.height for frame in frames) == 3_000
    assert frames[0].row(2) == (6, "2", '第 2\n行, 带 “2” 和 "引号"', "5")
