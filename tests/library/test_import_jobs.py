"""Background imports: progress, the stop that leaves nothing, several files, tables that wait for a mapping."""

from __future__ import annotations

import csv
import io
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from places import OpenStore

from blindspot.errors import BlindspotError, StoreError
from blindspot.library.import_files import import_paths
from blindspot.library.import_jobs import ImportDesk, ImportJob
from blindspot.readers import client
from blindspot.store import Store, uploads_folder

pytestmark = pytest.mark.worker

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "sample"
DOUYIN = SAMPLES / "mediacrawler" / "douyin_before_2026-07.csv"
UNKNOWN = "编号,标题,何时,看\nA1,自家表格的第一条作品标题,2026-02-01,12\nA2,自家表格的第二条作品标题,2026-02-02,\n"
LONG_ENOUGH = 60


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "blindspot.duckdb")
    yield store
    store.close()


@pytest.fixture
def desk(store: Store) -> ImportDesk:
    return ImportDesk(store)


def hand_in(desk: ImportDesk, *files: tuple[str, bytes], confirmed: dict | None = None) -> ImportJob:
    uploads = [desk.uploads.keep(io.BytesIO(content), name) for name, content in files]
    return desk.start(uploads, confirmed=confirmed)


def finished(job: ImportJob) -> ImportJob:
    assert job.wait(LONG_ENOUGH), "the import did not end"
    return job


def kept_files(store: Store) -> list[str]:
    return [path.name for path in uploads_folder(store.path).iterdir()]


def many_works(rows: int) -> bytes:
    header, first = DOUYIN.read_text(encoding="utf-8-sig").splitlines()[:2]
    cells = next(csv.reader([first]))
    text = io.StringIO()
    writer = csv.writer(text)
    text.write(header + "\n")
    for number in range(rows):
        cells[0] = str(7_400_000_000_000_000_000 + number)
        writer.writerow(cells)
    return text.getvalue().encode()


def test_a_file_comes_in_and_its_bytes_are_not_kept(store: Store, desk: ImportDesk) -> None:
    view = finished(hand_in(desk, ("周报.csv", DOUYIN.read_bytes()))).view()
    assert view.state == "done"
    assert [(one.file, one.works_added) for one in view.result.imports] == [("周报.csv", 3)]
    assert kept_files(store) == []


def test_the_users_name_never_becomes_a_path(store: Store, desk: ImportDesk) -> None:
    upload = desk.uploads.keep(io.BytesIO(b"x"), "../../evil.csv")
    assert upload.path.parent == uploads_folder(store.path)
    assert upload.path.name == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"


def test_the_same_file_twice_changes_nothing(desk: ImportDesk) -> None:
    finished(hand_in(desk, ("a.csv", DOUYIN.read_bytes())))
    again = finished(hand_in(desk, ("b.csv", DOUYIN.read_bytes()))).view().result.imports[0]
    assert again.is_repeated
    assert (again.works_added, again.works_unchanged, again.snapshots_added) == (0, 3, 0)


def test_stopping_leaves_nothing_of_the_file_and_keeps_those_before(store: Store, desk: ImportDesk) -> None:
    job = hand_in(desk, ("small.csv", DOUYIN.read_bytes()), ("large.csv", many_works(300_000)))
    seen = []
    until = time.monotonic() + LONG_ENOUGH
    while time.monotonic() < until and job.view().state == "running":
        progress = job.view().progress
        if progress is not None and progress.file == "large.csv":
            seen.append(progress)
            job.stop()
        time.sleep(0.01)
    view = finished(job).view()
    assert view.state == "stopped"
    assert "large.csv" in str(view.problem)
    assert seen, "no progress was reported"
    assert 0 <= seen[0].done_bytes <= seen[0].total_bytes
    assert [one.file for one in view.result.imports] == ["small.csv"]
    assert [row["file"] for row in store.rows("library/imports")] == ["small.csv"]
    assert store.frame("library/creators", is_sample=None)["works"].sum() == 3
    assert kept_files(store) == []


def test_one_import_at_a_time(desk: ImportDesk) -> None:
    job = hand_in(desk, ("large.csv", many_works(100_000)))
    assert desk.is_busy
    with pytest.raises(BlindspotError, match="still running"):
        hand_in(desk, ("b.csv", DOUYIN.read_bytes()))
    job.stop()
    finished(job)
    assert not desk.is_busy


def test_a_broken_file_does_not_stop_the_others(desk: ImportDesk) -> None:
    job = hand_in(desk, ("broken.xlsx", b"PK\x03\x04 no workbook"), ("good.csv", DOUYIN.read_bytes()))
    view = finished(job).view()
    assert view.state == "done"
    assert [one.file for one in view.result.imports] == ["good.csv"]
    assert "broken.xlsx" in str(view.result.refused[0].reason)
    assert desk.waiting == ()


def test_an_unknown_table_waits_for_its_mapping_and_is_remembered(store: Store, desk: ImportDesk) -> None:
    finished(hand_in(desk, ("own.csv", UNKNOWN.encode())))
    (waiting,) = desk.waiting
    assert waiting.upload.path.exists()
    answer = corrected(waiting.refused.proposal.mapping)
    view = finished(desk.start([waiting.upload], confirmed=answer)).view()
    assert [(one.works_added, one.reader) for one in view.result.imports] == [(2, "table")]
    assert desk.waiting == ()
    assert kept_files(store) == []
    later = UNKNOWN.replace("A1", "A3").replace("A2", "A4").encode()
    view = finished(hand_in(desk, ("next week.csv", later))).view()
    assert [(one.file, one.works_added) for one in view.result.imports] == [("next week.csv", 2)]


def test_a_mapping_is_remembered_only_if_the_file_came_in(desk: ImportDesk) -> None:
    finished(hand_in(desk, ("own.csv", UNKNOWN.encode())))
    (waiting,) = desk.waiting
    unusable = corrected(waiting.refused.proposal.mapping) | {"platform": None}
    view = finished(desk.start([waiting.upload], confirmed=unusable)).view()
    assert view.result.imports == []
    finished(hand_in(desk, ("own.csv", UNKNOWN.encode())))
    assert len(desk.waiting) == 1


def test_tables_in_an_archive_wait_while_the_rest_comes_in(desk: ImportDesk) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("own.csv", UNKNOWN)
        archive.writestr("douyin.csv", DOUYIN.read_bytes())
    view = finished(hand_in(desk, ("week.zip", packed.getvalue()))).view()
    assert [(one.file, one.works_added) for one in view.result.imports] == [("week.zip/douyin.csv", 3)]
    (waiting,) = desk.waiting
    answer = corrected(waiting.refused.proposal.mapping)
    view = finished(desk.start([waiting.upload], confirmed=answer)).view()
    assert {one.file: one.works_added for one in view.result.imports} == {
        "week.zip/own.csv": 2,
        "week.zip/douyin.csv": 0,
    }


def test_a_table_that_is_given_up_leaves_no_bytes(store: Store, desk: ImportDesk) -> None:
    finished(hand_in(desk, ("own.csv", UNKNOWN.encode())))
    desk.give_up(desk.waiting[0])
    assert desk.waiting == ()
    assert kept_files(store) == []


def test_what_an_earlier_run_left_behind_is_cleared(store: Store, open_store: OpenStore) -> None:
    left = ImportDesk(store).uploads.keep(io.BytesIO(b"left"), "left.csv")
    store.close()
    ImportDesk(open_store(store.path))
    assert not left.path.exists()


def test_what_is_being_imported_outlives_another_desk_and_a_neighbouring_database(
    store: Store, open_store: OpenStore
) -> None:
    running = ImportDesk(store).uploads.keep(io.BytesIO(b"running"), "running.csv")
    ImportDesk(store)
    neighbour = open_store(store.path.with_name("other.duckdb"))
    ImportDesk(neighbour)
    assert running.path.read_bytes() == b"running"


def corrected(proposed: dict) -> dict:
    fields = {"work_id": "编号", "title": "标题", "published_at": "何时", "plays": "看"}
    return proposed | {"fields": fields, "platform": "douyin", "is_certain": True, "doubts": []}


def test_a_mapping_given_to_the_command_line_is_remembered_too(store: Store, tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text(UNKNOWN, encoding="utf-8")
    second.write_text(UNKNOWN.replace("A1", "A3").replace("A2", "A4"), encoding="utf-8")
    refused = import_paths(store, [first]).refused[0]
    import_paths(store, [first], mapping=corrected(refused.proposal.mapping))
    assert [one.works_added for one in import_paths(store, [second]).imports] == [2]


def test_a_remembered_mapping_wins_over_a_certain_proposal(store: Store, tmp_path: Path) -> None:
    table = (
        "链接,标题,发布时间,播放量,点赞量,UP主\n"
        "https://www.bilibili.com/video/BV1xx411c7m{},自家表格里的作品,2026-02-01,12,7,甲\n"
    )
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text(table.format("D"), encoding="utf-8")
    second.write_text(table.format("E"), encoding="utf-8")
    proposal = client.propose(first, "first.csv")
    assert proposal.is_certain
    fields = {name: column for name, column in proposal.mapping["fields"].items() if name != "plays"}
    import_paths(store, [first], mapping=proposal.mapping | {"fields": fields})
    import_paths(store, [second])
    works = store.rows("explore/works_by_key", work_keys=[1, 2])
    assert [(work["plays"], work["likes"]) for work in works] == [(None, 7), (None, 7)]


def test_a_disk_that_does_not_take_a_file_is_a_sentence(store: Store, desk: ImportDesk) -> None:
    uploads_folder(store.path).rmdir()
    with pytest.raises(StoreError, match=r"week\.csv could not be stored"):
        desk.uploads.keep(io.BytesIO(b"x"), "week.csv")
