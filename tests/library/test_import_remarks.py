"""What is said of columns: read as something else than they say, or left out; two rows of a work: the later counts."""

from __future__ import annotations

import json
from pathlib import Path

from database_rows import execute

from blindspot.library.import_files import import_paths
from blindspot.library.undo_import import undo_import
from blindspot.store import Store

HEADER = "视频ID,视频链接,标题,作者,发布时间,duration_ms,点赞数,备注栏\n"
LINE = "{0},https://www.douyin.com/video/{1},样例{1},甲,{2},9500,{3},这一段说明文字很长很长，导入时没有被看懂{1}\n"
IDS = ("7500000123456789123", "7500000246913578246")


def write(folder: Path, *lines: tuple) -> Path:
    path = folder / "a.csv"
    path.write_text(HEADER + "".join(LINE.format(*line) for line in lines), encoding="utf-8")
    return path


def test_remarks_are_kept_told_and_taken_back_with_the_import(memory_store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, ("7.5E+18", IDS[0], "13/04/2025", 1), (IDS[1], IDS[1], "03/04/2025", 2))
    [one] = import_paths(memory_store, [path]).imports
    told = one.as_json()
    assert told["columns_left_out"] == [{"column": "备注栏", "holds": "text", "rows": 2}]
    assert told["read_as"] == [
        {"column": "视频ID / 视频链接", "as": "id_from_link", "rows": 1},
        {"column": "发布时间", "as": "day_first", "rows": 2},
        {"column": "duration_ms", "as": "milliseconds", "rows": 2},
    ]
    json.dumps(told)
    assert [row[0] for row in execute(memory_store, "select work_id from library.works order by work_id")] == [*IDS]
    [again] = import_paths(memory_store, [path]).imports
    assert (again.is_repeated, again.remarks) == (True, one.remarks)
    undo_import(memory_store, one.import_id)
    assert execute(memory_store, "select count(*) from library.remarks")[0][0] == 0


def test_cells_that_were_not_understood_are_named(memory_store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, (IDS[0], IDS[0], "2025-04-13", 1), (IDS[1], IDS[1], "2025-04-14", "10+"))
    [one] = import_paths(memory_store, [path]).imports
    assert (one.cells_unread, one.as_json()["unread"]) == (1, [{"row": 3, "column": "点赞数", "value": "10+"}])


def test_of_two_rows_of_one_work_the_later_counts_and_what_it_leaves_out_stays(
    memory_store: Store, tmp_path: Path
) -> None:
    rows = [(IDS[0], IDS[0], "2025-04-13", 10), (IDS[1], IDS[1], "2025-04-13", 5)]
    path = write(tmp_path, *rows, (IDS[0], IDS[0], "2025-04-13", 99), (IDS[1], IDS[1], "", ""))
    [one] = import_paths(memory_store, [path]).imports
    assert (one.works_added, one.duplicates_in_file) == (2, 2)
    found = execute(memory_store, "select likes, published_at is not null from library.works order by work_id")
    assert found == [(99, True), (5, True)]
