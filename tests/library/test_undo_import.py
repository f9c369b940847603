"""An undone import leaves the library as it would be without it; the file may come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from database_rows import execute, filled_tables, row_hashes
from douyin_exports import CAPTURED, bring, load, row

from blindspot.library.check import check_store
from blindspot.library.creators import find_creator, set_role
from blindspot.library.import_files import import_paths
from blindspot.library.undo_import import undo_import
from blindspot.store import Store

DAYS = {day: f"2026-02-{day}T12:00:00+08:00" for day in (11, 12, 13)}
CHAIN = {
    "a.csv": [row(1, "样例 一", likes=1, day="2026-02-01"), row(2, "样例 演示", likes=None)],
    "b.csv": [
        row(1, "样例 二 演示", likes=2, at=DAYS[12], day="2026-02-02", keyword="二"),
        row(3, "样例 风险 #标签", at=DAYS[12], creator="c2"),
    ],
    "c.csv": [row(1, "样例 三 风险", likes=None, at=DAYS[13], keyword="三"), row(2, "样例 演示", likes=7, at=DAYS[13])],
}

WORKS = """
    select
        w.platform, w.work_id, c.creator_id, w.url, w.title, w.text, w.hashtags, w.transcript, w.search_text,
        w.published_at, w.duration_seconds, w.plays, w.likes, w.comments, w.shares, w.collects, w.keyword, w.captured_at
    from library.works as w inner join library.creators as c on c.creator_key = w.creator_key
    order by 1, 2
"""
LABELS = """
    select a.key, w.work_id, l.origin
    from library.labels as l
    inner join library.angles as a on a.angle_id = l.angle_id
    inner join library.works as w on w.work_key = l.work_key
    order by 1, 2
"""
SNAPSHOTS = """
    select w.work_id, s.captured_at, s.likes
    from library.snapshots as s inner join library.works as w on w.work_key = s.work_key
    order by 1, 2
"""
CREATORS = "select platform, creator_id, name, role from library.creators order by 1, 2"
FACTS = """
    select w.work_id, f.day, f.is_labelled
    from library.scope_facts as f inner join library.works as w on w.work_key = f.work_key
    order by 1
"""


def known(store: Store) -> dict[str, list[tuple]]:
    """Return everything that is known, without the numbers that the store gave."""
    return {sql: execute(store, sql) for sql in (WORKS, LABELS, SNAPSHOTS, CREATORS, FACTS)}


def bring_chain(store: Store, folder: Path, *names: str) -> dict[str, int]:
    load(store)
    return {name: bring(store, folder / name, CHAIN[name]).import_id for name in names}


def without(folder: Path, name: str) -> dict[str, list[tuple]]:
    """Return what is known where that file of the chain never came."""
    store = Store(None)
    (folder / "without").mkdir(exist_ok=True)
    bring_chain(store, folder / "without", *(other for other in CHAIN if other != name))
    answer = known(store)
    store.close()
    return answer


def test_undoing_the_only_import_leaves_an_empty_library(memory_store: Store, tmp_path: Path) -> None:
    one = bring(memory_store, tmp_path / "a.csv", [row(1, "样例 演示"), row(1, "样例 演示"), row(2) | {"aweme_id": ""}])
    assert one.rows_rejected == 1
    undo_import(memory_store, one.import_id)
    assert filled_tables(memory_store) == set()


@pytest.mark.parametrize("name", list(CHAIN))
def test_an_undone_import_is_as_if_it_had_never_been(memory_store: Store, tmp_path: Path, name: str) -> None:
    ids = bring_chain(memory_store, tmp_path, *CHAIN)
    undo_import(memory_store, ids[name])
    found, expected = known(memory_store), without(tmp_path, name)
    for sql in found:
        assert found[sql] == expected[sql]
    assert not [rule for rule in check_store(memory_store) if rule.violations]


@pytest.mark.parametrize("name", list(CHAIN))
def test_an_import_undone_and_brought_again_is_as_if_never_undone(
    memory_store: Store, tmp_path: Path, name: str
) -> None:
    ids = bring_chain(memory_store, tmp_path, *CHAIN)
    expected = known(memory_store)
    undo_import(memory_store, ids[name])
    assert known(memory_store) != expected
    [again] = import_paths(memory_store, [tmp_path / name]).imports
    assert not again.is_repeated
    found = known(memory_store)
    for sql in found:
        assert found[sql] == expected[sql]


def test_words_replaced_twice_return_step_by_step(memory_store: Store, tmp_path: Path) -> None:
    ids = bring_chain(memory_store, tmp_path, *CHAIN)

    def first() -> tuple:
        return execute(memory_store, "select title, likes from library.works where work_id like '%1'")[0]

    assert first() == ("样例 三 风险", 2)
    undo_import(memory_store, ids["b.csv"])
    assert first() == ("样例 三 风险", 1)
    undo_import(memory_store, ids["c.csv"])
    assert first() == ("样例 一", 1)
    undo_import(memory_store, ids["a.csv"])
    assert execute(memory_store, "select 1 from library.works") == []


def test_words_that_a_later_import_repeats_stay_without_the_first_that_brought_them(
    memory_store: Store, tmp_path: Path
) -> None:
    titles = {11: "样例 一", 12: "样例 二", 13: "样例 二"}
    ids = [
        bring(memory_store, tmp_path / f"{day}.csv", [row(1, title, at=DAYS[day])]).import_id
        for day, title in titles.items()
    ]

    def title() -> str:
        return execute(memory_store, "select title from library.works")[0][0]

    undo_import(memory_store, ids[1])
    assert title() == "样例 二"
    undo_import(memory_store, ids[2])
    assert title() == "样例 一"


def test_a_date_alone_that_an_import_changed_returns(memory_store: Store, tmp_path: Path) -> None:
    load(memory_store, from_="2026-02-05")
    bring(memory_store, tmp_path / "a.csv", [row(1, day="2026-02-06")])
    before = known(memory_store)
    second = bring(memory_store, tmp_path / "b.csv", [row(1, day="2026-02-01", keyword="找", at=DAYS[12])])
    assert execute(memory_store, "select 1 from library.topic_works") == []
    undo_import(memory_store, second.import_id)
    assert known(memory_store) == before


def test_a_creator_found_by_an_import_is_unknown_again_without_it(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "a.csv", [row(1, creator="", name="")])
    before = known(memory_store)
    second = bring(memory_store, tmp_path / "b.csv", [row(1, creator="c1", at=DAYS[12])])
    assert execute(memory_store, WORKS)[0][2] == "c1"
    undo_import(memory_store, second.import_id)
    found = known(memory_store)
    assert found[WORKS] == before[WORKS]
    assert found[CREATORS] == before[CREATORS]


def test_two_files_of_one_capture_time_and_the_later_one_counts_again(memory_store: Store, tmp_path: Path) -> None:
    ids = [
        bring(memory_store, tmp_path / f"{number}.csv", [row(1, likes=likes, at=CAPTURED)]).import_id
        for number, likes in enumerate((10, 30, 20))
    ]
    undo_import(memory_store, ids[0])
    assert execute(memory_store, "select likes from library.works") == [(20,)]
    undo_import(memory_store, ids[2])
    assert execute(memory_store, "select likes from library.works") == [(30,)]


def test_a_role_outlives_the_works_and_is_there_when_they_return(memory_store: Store, tmp_path: Path) -> None:
    one = bring(memory_store, tmp_path / "a.csv", [row(1, creator="mine"), row(2, creator="other")])
    set_role(memory_store, "Ann", [find_creator(memory_store, "mine")], "own")
    undo_import(memory_store, one.import_id)
    assert [row[1:] for row in execute(memory_store, CREATORS)] == [("mine", "创作者mine", "own")]
    import_paths(memory_store, [tmp_path / "a.csv"])
    assert [row[1:] for row in execute(memory_store, CREATORS)] == [
        ("mine", "创作者mine", "own"),
        ("other", "创作者other", "competitor"),
    ]


def test_an_import_that_is_not_there_changes_nothing(memory_store: Store, tmp_path: Path) -> None:
    bring_chain(memory_store, tmp_path, "a.csv")
    before = row_hashes(memory_store)
    undo_import(memory_store, 99)
    assert row_hashes(memory_store) == before
