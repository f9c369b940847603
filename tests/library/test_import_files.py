"""What becomes of files: rows that add up, repeats that change nothing, folders, archives, refusals, stops."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from database_rows import execute, filled_tables, row_hashes
from douyin_exports import CAPTURED, FIRST_ID, bring, load, row, write_csv, write_jsonl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blindspot.library.check import check_store
from blindspot.library.import_files import import_paths
from blindspot.library.import_result import OUTCOMES
from blindspot.library.staging import Progress, Stopped, Watch
from blindspot.store import Store

LATER = "2026-02-12T12:00:00+08:00"
COUNT = st.none() | st.integers(0, 3)


def works(store: Store) -> dict[int, dict]:
    """Return the works by the number that `row` gave them."""
    rows = store.rows("explore/works_by_key", work_keys=list(range(2000)))
    return {int(one["work_id"]) - FIRST_ID: one for one in rows}


def is_sound(store: Store) -> bool:
    return [rule for rule in check_store(store) if rule.violations] == []


@st.composite
def exports(draw: st.DrawFn) -> list[list[dict]]:
    """Return some exports that share works, with repeated rows, blanks in every count and rows without an id."""
    one = st.builds(
        row,
        st.integers(1, 6),
        st.sampled_from(["样例 演示", "样例 风险 #标签", "别的话题"]),
        day=st.sampled_from(["2026-02-01", "2026-02-08", None]),
        at=st.sampled_from([CAPTURED, LATER]),
        creator=st.sampled_from(["a", "b", ""]),
        hidden=st.booleans(),
        likes=COUNT,
        comments=COUNT,
    )
    files = draw(st.lists(st.lists(one, min_size=1, max_size=12), min_size=1, max_size=3))
    for rows in files:
        for place in draw(st.lists(st.integers(0, len(rows) - 1), max_size=2)):
            rows.append(dict(rows[place]))
        if draw(st.booleans()):
            rows[0] = rows[0] | {"aweme_id": ""}
    return files


@given(files=exports(), is_csv=st.booleans())
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_row_is_accounted_for(tmp_path_factory: pytest.TempPathFactory, files: list, is_csv: bool) -> None:
    folder = tmp_path_factory.mktemp("exports")
    store = Store(None)
    load(store)
    write = write_csv if is_csv else write_jsonl
    seen: set[str] = set()
    for number, rows in enumerate(files):
        path = write(folder / f"{number}.{'csv' if is_csv else 'jsonl'}", rows)
        result = import_paths(store, [path])
        assert not result.refused
        [one] = result.imports
        assert one.rows_read == len(rows)
        assert one.rows_read == sum(getattr(one, outcome) for outcome in OUTCOMES)
        assert one.rows_rejected == len(one.rejected) == sum(not row["aweme_id"] for row in rows)
        ids = {row["aweme_id"] for row in rows if row["aweme_id"]}
        if not one.is_repeated:
            captures = {(row["aweme_id"], row["last_modify_ts"]) for row in rows if row["aweme_id"]}
            assert one.duplicates_in_file == sum(bool(row["aweme_id"]) for row in rows) - len(captures)
            later_captures = len(captures) - len(ids)
            assert len(ids - seen) <= one.works_added <= len(ids - seen) + later_captures
        seen |= ids
    held = works(store)
    assert {str(FIRST_ID + number) for number in held} == seen
    given_likes = {row["aweme_id"]: set() for rows in files for row in rows}
    for rows in files:
        for one in rows:
            given_likes[one["aweme_id"]].add(one["liked_count"])
    for one in held.values():
        assert one["likes"] in given_likes[one["work_id"]] or (
            one["likes"] is None and "None" in given_likes[one["work_id"]]
        )
    assert is_sound(store)
    store.close()


def test_the_same_file_twice_changes_nothing(memory_store: Store, tmp_path: Path) -> None:
    load(memory_store)
    rows = [row(1, "样例 演示"), row(1, "样例 演示", likes=20, at=LATER), row(2, likes=None), row(2, likes=None)]
    first = bring(memory_store, tmp_path / "a.csv", rows)
    before = row_hashes(memory_store)
    again = import_paths(memory_store, [tmp_path / "a.csv"]).imports[0]
    assert row_hashes(memory_store) == before
    assert again.is_repeated and again.import_id == first.import_id
    assert (again.works_added, again.works_updated, again.snapshots_added) == (0, 0, 0)
    assert again.rows_read == sum(getattr(again, outcome) for outcome in OUTCOMES) == 4


def test_the_same_works_in_another_format_are_unchanged(memory_store: Store, tmp_path: Path) -> None:
    rows = [row(1), row(2, likes=None)]
    bring(memory_store, tmp_path / "a.csv", rows)
    held = works(memory_store)
    other = bring(memory_store, tmp_path / "b.jsonl", rows)
    assert (other.works_unchanged, other.works_updated, other.snapshots_added) == (2, 0, 0)
    assert works(memory_store) == held


def test_changed_counts_and_words_are_an_update_with_a_snapshot(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "a.csv", [row(1, likes=10), row(2, "样例 旧"), row(3)])
    later = [row(1, likes=12, at=LATER), row(2, "样例 新 #标签", at=LATER), row(3, at=LATER), row(4, at=LATER)]
    second = bring(memory_store, tmp_path / "b.csv", later)
    assert (second.works_added, second.works_updated, second.works_unchanged) == (1, 2, 1)
    assert second.snapshots_added == 4
    held = works(memory_store)
    assert (held[1]["likes"], held[2]["title"], held[2]["hashtags"]) == (12, "样例 新 #标签", ["标签"])
    counted = execute(
        memory_store, "select likes from library.snapshots where work_key = ? order by captured_at", held[1]["work_key"]
    )
    assert counted == [(10,), (12,)]


def test_other_words_under_the_same_capture_time_are_an_update(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "a.csv", [row(1, "样例 旧")])
    second = bring(memory_store, tmp_path / "b.csv", [row(1, "样例 新")])
    assert works(memory_store)[1]["title"] == "样例 新"
    assert (second.works_updated, second.works_unchanged, second.snapshots_added) == (1, 0, 0)


def test_an_older_capture_that_comes_later_adds_a_snapshot_and_no_more(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "b.csv", [row(1, "样例 新", likes=20, at=LATER)])
    held = works(memory_store)
    older = bring(memory_store, tmp_path / "a.csv", [row(1, "样例 旧", likes=10, at=CAPTURED)])
    assert older.snapshots_added == 1
    assert works(memory_store) == held


def test_the_order_of_files_does_not_change_what_is_known(tmp_path: Path) -> None:
    files = [
        [row(1, "样例 旧", likes=10, shares=None), row(2, likes=5)],
        [row(1, "样例 新", likes=None, shares=4, at=LATER), row(2, likes=None, at=LATER)],
    ]
    known = []
    for order in (files, files[::-1]):
        store = Store(None)
        for number, rows in enumerate(order):
            bring(store, tmp_path / f"{number}.csv", rows)
        known.append([(one["work_id"], one["title"], one["likes"], one["shares"]) for one in works(store).values()])
        store.close()
    assert known[0] == [(str(FIRST_ID + 1), "样例 新", 10, 4), (str(FIRST_ID + 2), "样例作品", 5, None)]
    assert known[1] == known[0]


def test_an_unknown_count_stays_unknown_and_erases_nothing(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "a.csv", [row(1, likes=10), row(2, likes=None, comments=None)])
    later = bring(memory_store, tmp_path / "b.csv", [row(1, likes=None, at=LATER)])
    held = works(memory_store)
    assert (held[1]["likes"], held[2]["likes"], held[2]["comments"], held[2]["plays"]) == (10, None, None, None)
    assert later.works_unchanged == 1
    assert execute(memory_store, "select likes from library.snapshots order by work_key, captured_at") == [
        (10,),
        (None,),
        (None,),
    ]


def test_several_captures_of_a_work_in_one_file(memory_store: Store, tmp_path: Path) -> None:
    days = [f"2026-02-{day}T12:00:00+08:00" for day in (12, 11, 13)]
    rows = [row(1, "样例 二", likes=20, at=days[0]), row(1, "样例 一", likes=10, at=days[1])]
    rows += [row(1, "样例 二", likes=None, at=days[2]), row(2, at=days[1]), row(1, likes=99, at=days[1])]
    one = bring(memory_store, tmp_path / "trending.csv", rows)
    assert (one.works_added, one.works_updated, one.works_unchanged, one.duplicates_in_file) == (2, 1, 1, 1)
    assert one.snapshots_added == 4
    held = works(memory_store)
    assert (held[1]["title"], held[1]["likes"]) == ("样例 二", 20)
    again = bring(memory_store, tmp_path / "again.jsonl", rows)
    assert (again.works_added, again.works_updated, again.works_unchanged) == (0, 0, 4)
    assert (again.duplicates_in_file, again.snapshots_added) == (1, 0)
    assert works(memory_store) == held


def test_a_capture_without_its_own_time_gets_the_files(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "a.csv", [row(1, at=None)])
    written = datetime.fromtimestamp((tmp_path / "a.csv").stat().st_mtime, UTC)
    assert works(memory_store)[1]["captured_at"] == written


def test_folders_archives_and_refused_files_side_by_side(memory_store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "week"
    (folder / "deeper").mkdir(parents=True)
    write_csv(folder / "a.csv", [row(1)])
    (folder / "b.xlsx").write_bytes(b"PK\x03\x04 broken")
    (folder / "b.xlsx.mapping.toml").write_text("", encoding="utf-8")
    (folder / ".hidden").write_text("x", encoding="utf-8")
    (folder / "c.csv").write_bytes(b"")
    (folder / "d.txt").write_text("\x00\x01\x02", encoding="utf-8")
    with zipfile.ZipFile(folder / "deeper" / "e.zip", "w") as archive:
        archive.write(write_csv(tmp_path / "in.csv", [row(2), row(3)]), "内/一.csv")
        archive.writestr("notes.txt", "nothing to see")
    result = import_paths(memory_store, [folder, tmp_path / "missing.csv"])
    assert [(one.file, one.works_added) for one in result.imports] == [
        (str(folder / "a.csv"), 1),
        (f"{folder / 'deeper' / 'e.zip'}/内/一.csv", 2),
    ]
    names = {str(Path(one.file).relative_to(tmp_path)) for one in result.refused}
    assert names == {"week/b.xlsx", "week/c.csv", "week/d.txt", "week/deeper/e.zip/notes.txt", "missing.csv"}
    assert all(str(one.reason).strip() for one in result.refused)
    assert sorted(works(memory_store)) == [1, 2, 3]


@pytest.mark.worker
@pytest.mark.parametrize("steps", [0, 1, 3, 1000])
def test_a_stop_at_any_point_leaves_no_trace(memory_store: Store, tmp_path: Path, steps: int) -> None:
    load(memory_store)
    bring(memory_store, tmp_path / "a.csv", [row(1, "样例 演示")])
    before = row_hashes(memory_store)
    path = write_jsonl(tmp_path / "b.jsonl", [row(1, "样例 风险", at=LATER), row(2)])
    asked = iter(range(steps))
    is_storing = False

    def report(progress: Progress) -> None:
        nonlocal is_storing
        is_storing = progress.is_storing

    def should_stop() -> bool:
        # the last chance of all is after everything is stored and before it is kept
        return is_storing if steps == 1000 else next(asked, None) is None

    with pytest.raises(Stopped, match="nothing of it was stored"):
        import_paths(memory_store, [path], watch=Watch(report, should_stop))
    assert row_hashes(memory_store) == before
    assert import_paths(memory_store, [path]).imports[0].works_added == 1


def test_a_refused_file_leaves_no_trace(memory_store: Store, tmp_path: Path) -> None:
    lines = write_jsonl(tmp_path / "a.jsonl", [row(number) for number in range(3)]).read_bytes()
    (tmp_path / "a.jsonl.gz").write_bytes(b"\x1f\x8b" + lines)
    result = import_paths(memory_store, [tmp_path / "a.jsonl.gz"])
    assert len(result.refused) == 1
    assert filled_tables(memory_store) == set()
    assert memory_store.data_version() == 0
