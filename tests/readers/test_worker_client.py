"""The worker from the app's side: every row accounted for, ended at once, and its death told in a sentence."""

from __future__ import annotations

import csv
import io
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest
from openpyxl import Workbook

from blindspot.errors import FileRefused
from blindspot.readers import worker, worker_process
from blindspot.readers.client import propose, read_file
from blindspot.readers.events import CommentsBatch, Opened, OpenedTable, Progress, ReadingStopped, Unmapped, WorksBatch
from blindspot.readers.formats import Position, open_tables, workbook
from blindspot.readers.frames import FrameWriter
from blindspot.settings import read_settings

COLUMNS = ["aweme_id", "aweme_type", "title", "desc", "create_time", "nickname", "liked_count", "source_keyword"]


def douyin_row(number: int) -> list[str]:
    caption = f"作品 {number} #训练数据"
    return [str(7_300_000_000_000_000_000 + number), "0", caption, caption, "1760000000", "某人", "12", ""]


def douyin_csv(path: Path, rows: int) -> Path:
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(douyin_row(number) for number in range(rows))
    return path


def plain_csv(path: Path, header: str, *rows: str) -> Path:
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Let a test change BLINDSPOT_ settings of the worker and of the watchdog."""
    read_settings.cache_clear()
    yield monkeypatch
    read_settings.cache_clear()


def run_instead(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(worker_process, "_COMMAND", (sys.executable, "-P", "-c", code))


def has_children() -> bool:
    return any("blindspot" in " ".join(child.cmdline()) for child in psutil.Process().children())


def test_events_come_in_order_and_rows_add_up(tmp_path: Path) -> None:
    path = douyin_csv(tmp_path / "x", 120_000)
    with path.open("a", encoding="utf-8") as file:
        file.write('1,2\n,0,no id,,1760000000,,,\n"cut')
    events = list(read_file(path, "x.csv"))
    assert next(event for event in events if not isinstance(event, Progress)) == Opened(
        "mediacrawler", "csv", [OpenedTable("", "works", None)]
    )
    batches = [event for event in events if isinstance(event, WorksBatch)]
    assert sum(batch.rows_read for batch in batches) == 120_003
    assert sum(batch.works.num_rows for batch in batches) == 120_000
    rejected = [row for batch in batches for row in batch.rejected["row"].to_pylist()]
    assert sorted(rejected) == [120_002, 120_003, 120_004]
    for batch in batches:
        assert batch.works.num_rows + batch.rejected.num_rows == batch.rows_read
    steps = [event for event in events if isinstance(event, Progress)]
    assert all(step.total_bytes == path.stat().st_size for step in steps)
    assert [step.done_bytes for step in steps] == sorted(step.done_bytes for step in steps)


def test_tables_of_comments_are_read_apart_and_so_is_every_works_table(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Contents"
    for row in (COLUMNS, douyin_row(1), douyin_row(2)):
        book.active.append(row)
    comments = book.create_sheet("Comments")
    comments.append(["comment_id", "aweme_id", "content", "create_time", "parent_comment_id", "last_modify_ts"])
    comments.append(["1", "7300000000000000001", "为什么", "1760000000", "0", "1760000000000"])
    book.save(tmp_path / "x")
    events = [event for event in read_file(tmp_path / "x", "x.xlsx") if not isinstance(event, Progress)]
    assert [table.kind for table in events[0].tables] == ["works", "comments"]
    assert sum(event.rows_read for event in events if isinstance(event, WorksBatch)) == 2
    said = [event.comments.to_pylist() for event in events if isinstance(event, CommentsBatch)]
    assert [(row["platform"], row["work_id"], row["text"]) for rows in said for row in rows] == [
        ("douyin", "7300000000000000001", "为什么")
    ]


def test_a_certain_table_is_mapped_and_read(tmp_path: Path) -> None:
    path = plain_csv(
        tmp_path / "x",
        "视频链接,标题,发布时间,点赞数,作者",
        *[
            f"https://www.douyin.com/video/730000000000000000{n},标题{n},2026-01-0{n} 10:00:00,{n},甲"
            for n in range(1, 6)
        ],
    )
    events = list(read_file(path, "x.csv"))
    assert [event.reader for event in events if isinstance(event, Opened)] == ["table"]
    assert sum(event.rows_read for event in events if isinstance(event, WorksBatch)) == 5


def test_a_doubtful_table_is_proposed_and_read_with_the_corrected_mapping(tmp_path: Path) -> None:
    path = plain_csv(
        tmp_path / "x", "作品ID,标题,发布时间", *[f"100000000{n},标题{n},2026-01-0{n}" for n in range(1, 4)]
    )
    (event,) = [event for event in read_file(path, "x.csv") if not isinstance(event, Progress)]
    assert isinstance(event, Unmapped)
    proposal = event.proposal
    assert proposal == propose(path, "x.csv")
    assert not proposal.is_certain and proposal.doubts
    assert proposal.columns == ("作品ID", "标题", "发布时间")
    assert proposal.preview[0] == ("1000000001", "标题1", "2026-01-01")
    events = list(read_file(path, "x.csv", mapping=proposal.mapping | {"platform": "douyin"}))
    (batch,) = [event for event in events if isinstance(event, WorksBatch)]
    assert batch.works["work_id"].to_pylist() == ["1000000001", "1000000002", "1000000003"]
    assert set(batch.works["platform"].to_pylist()) == {"douyin"}


def test_a_named_reader_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    path = plain_csv(tmp_path / "x", "a,b", "1,2")
    with pytest.raises(FileRefused, match=r"No table of x\.csv has the columns that the reader mediacrawler needs"):
        list(read_file(path, "x.csv", reader="mediacrawler"))


def test_propose_names_all_tables_and_takes_the_one_asked_for(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x")) as connection:
        connection.executescript(
            "create table one (标题, 发布时间, id); insert into one values ('a', '2026-01-01', 'x1');"
            "create table two (p, q); insert into two values (1, 2);"
        )
    assert propose(tmp_path / "x", "x").table == "one"
    asked = propose(tmp_path / "x", "x", "two")
    assert asked.tables == ("one", "two") and asked.columns == ("p", "q") and asked.preview == (("1", "2"),)


def test_closing_the_iterator_ends_the_worker(tmp_path: Path) -> None:
    stream = read_file(douyin_csv(tmp_path / "x", 300_000), "x")
    assert isinstance(next(stream), Opened | Progress)
    assert has_children()
    began = time.monotonic()
    stream.close()
    assert time.monotonic() - began < 3 and not has_children()


def test_stopping_ends_the_worker_and_cannot_be_taken_for_the_end(tmp_path: Path) -> None:
    stopped_at: list[float] = []

    def should_stop() -> bool:
        return bool(stopped_at)

    with pytest.raises(ReadingStopped):
        for event in read_file(douyin_csv(tmp_path / "x", 300_000), "x", should_stop=should_stop):
            if isinstance(event, WorksBatch):
                stopped_at.append(time.monotonic())
    assert time.monotonic() - stopped_at[0] < 3 and not has_children()


def test_a_slow_app_is_not_an_idle_worker(tmp_path: Path, limits: pytest.MonkeyPatch) -> None:
    limits.setenv("BLINDSPOT_WORKER_IDLE_SECONDS", "3")  # a busy machine takes up to two to start the worker
    rows, has_slept = 0, False
    for event in read_file(douyin_csv(tmp_path / "x", 400_000), "x"):
        if isinstance(event, WorksBatch):
            rows += event.rows_read
            if not has_slept:
                has_slept = True
                time.sleep(3.6)
    assert rows == 400_000


SLOW_PARSER = """
import time, blindspot.readers.formats.workbook as workbook
workbook._parse_sheets = lambda *given: time.sleep(60)
from blindspot.readers.worker import main
main()
"""


def small_workbook(path: Path) -> Path:
    book = Workbook()
    for row in (COLUMNS, douyin_row(1)):
        book.active.append(row)
    book.save(path)
    return path


def test_parsing_a_workbook_is_a_long_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parse, position, seen = workbook._parse_sheets, Position(), []
    monkeypatch.setattr(
        workbook, "_parse_sheets", lambda *given: seen.append(position.is_in_long_step) or parse(*given)
    )
    open_tables(small_workbook(tmp_path / "x"), "x.xlsx", position)
    assert seen == [True] and not position.is_in_long_step


def test_a_long_step_beats_and_standing_still_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_PROGRESS_SECONDS", 0.01)
    pipe = io.BytesIO()
    with worker._progress(small_workbook(tmp_path / "x"), FrameWriter(pipe)) as position:
        time.sleep(0.3)
        standing = pipe.getvalue().count(b'"progress"')
        with position.long_step():
            time.sleep(0.5)
    assert standing == 1 and pipe.getvalue().count(b'"progress"') > 4


def test_a_long_step_has_its_time_all_the_same(tmp_path: Path, limits: pytest.MonkeyPatch) -> None:
    limits.setenv("BLINDSPOT_WORKER_SECONDS", "3")
    run_instead(limits, SLOW_PARSER)
    with pytest.raises(FileRefused, match="took more than 3 seconds"):
        list(read_file(small_workbook(tmp_path / "x"), "x.xlsx"))


@pytest.mark.parametrize(
    ("code", "changes", "sentence"),
    [
        ("import time; time.sleep(60)", {"IDLE_SECONDS": "1"}, "nothing of it was read for 1 seconds"),
        ("while True: pass", {"SECONDS": "1"}, "took more than 1 seconds"),
        ("x = bytearray(900_000_000); import time; time.sleep(60)", {"MEMORY_MB": "256"}, "more than 256 MB of memory"),
        ("import os; os.abort()", {}, "made the program that reads it stop"),
        ("import os; os._exit(3)", {}, "status 3"),
        ("import os; os._exit(0)", {}, "status 0"),
        ("print('no frame at all, only words')", {}, "made the program that reads it stop"),
        ("import sys; sys.stderr.write('memory allocation of 9 bytes failed'); raise SystemExit(134)", {}, "of memory"),
    ],
)
def test_a_worker_that_dies_is_a_sentence(
    tmp_path: Path, limits: pytest.MonkeyPatch, code: str, changes: dict[str, str], sentence: str
) -> None:
    for name, value in changes.items():
        limits.setenv(f"BLINDSPOT_WORKER_{name}", value)
    run_instead(limits, code)
    with pytest.raises(FileRefused) as refusal:
        list(read_file(douyin_csv(tmp_path / "x", 2), "x.csv"))
    assert sentence in str(refusal.value) and "x.csv" in str(refusal.value)
    assert not has_children()


@pytest.mark.skipif(sys.platform == "win32", reason="the abort is reported by signal")
def test_a_workbook_that_aborts_its_library_ends_only_the_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "a", "z"
    book.save(tmp_path / "x")
    run_instead(
        monkeypatch,
        "import blindspot.readers.formats.workbook as w; w.check_workbook = lambda *a: None;"
        "from blindspot.readers.worker import main; main()",
    )
    with pytest.raises(FileRefused, match="of memory to read"):
        list(read_file(tmp_path / "x", "x.xlsx"))


@pytest.mark.parametrize("problem", ["PanicException", "RecursionError", "KeyboardInterrupt"])
def test_whatever_a_reader_raises_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: str) -> None:
    run_instead(
        monkeypatch,
        f"from polars.exceptions import PanicException\nimport blindspot.readers.worker as w\n"
        f"def fail(*a): print('noise'); raise {problem}('secret cell')\nw.open_tables = fail\nw.main()",
    )
    with pytest.raises(FileRefused) as refusal:
        list(read_file(douyin_csv(tmp_path / "x", 2), "x.csv"))
    assert f"stopped the reader ({problem})" in str(refusal.value) and "secret" not in str(refusal.value)


@pytest.mark.skipif(sys.platform != "linux", reason="the address space is limited on Linux only")
def test_too_much_memory_is_refused(tmp_path: Path, limits: pytest.MonkeyPatch) -> None:
    limits.setenv("BLINDSPOT_WORKER_MEMORY_MB", "256")
    path = tmp_path / "x"
    path.write_text(f'[{{"id": 1, "tags": [{"[], " * 7_000_000}[]]}}]')  # 28 MB of text, 450 MB of empty lists
    with pytest.raises(FileRefused, match="took more than 256 MB of memory to read"):
        list(read_file(path, "x.json"))


def test_the_worker_starts_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = douyin_csv(tmp_path / "x", 3)
    (tmp_path / "polars.py").write_text("raise SystemExit('the wrong polars')")
    monkeypatch.chdir(tmp_path)
    batches = [event for event in read_file(Path("x"), "x") if isinstance(event, WorksBatch)]
    assert sum(batch.rows_read for batch in batches) == 3 and path.exists()
