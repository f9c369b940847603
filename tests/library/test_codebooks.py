"""Topics and angles in the store: which works they select, what an edit labels anew, what comes back after a return."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from database_rows import execute, row_hashes
from douyin_exports import FIRST_ID, bring, codebook, load, row
from places import OpenStore

from blindspot.errors import CodebookError, NotFound
from blindspot.explore.filters import Filters
from blindspot.explore.works import Selection, list_works
from blindspot.labelling.codebook import dump, parse
from blindspot.library.check import check_store
from blindspot.library.codebooks import (
    find_topic,
    list_topics,
    load_codebook,
    remove_topic,
    save_codebook,
    show_codebook,
)
from blindspot.plan.sample import load_sample
from blindspot.store import Store

TITLES = {
    1: "样例 演示 新功能",
    2: "样例 風險 提示",  # traditional script
    3: "样例 ＤＥＭＯ 全角",
    4: "样例 demonstration 不是整词",
    5: "别的话题 演示",
    6: "样例 演示 风险",
}
ANGLES = {"demo": ["演示", "demo"], "risk": ["风险"]}


@pytest.fixture(scope="module")
def works_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with works whose titles are TITLES, and no topic."""
    folder = tmp_path_factory.mktemp("works")
    store = Store(folder / "works.duckdb")
    bring(store, folder / "works.csv", [row(number, title) for number, title in TITLES.items()])
    store.close()
    return folder / "works.duckdb"


@pytest.fixture
def store(works_file: Path, tmp_path: Path, open_store: OpenStore) -> Store:
    """A store of one's own with those works."""
    return open_store(Path(shutil.copyfile(works_file, tmp_path / "works.duckdb")))


def selected(store: Store, topic_id: int) -> set[int]:
    sql = "select w.work_id from library.topic_works as t join library.works as w using (work_key) where t.topic_id = ?"
    return {int(work_id) - FIRST_ID for (work_id,) in execute(store, sql, topic_id)}


def labelled(store: Store, topic_id: int) -> dict[str, set[int]]:
    """Return the works of each angle in use, as they are listed."""
    angles = store.rows("library/topic_angles", topic_id=topic_id)
    answer = {}
    for angle in angles:
        works = list_works(store, topic_id, Filters(), Selection(angle_id=angle["angle_id"]))
        answer[angle["key"]] = {int(work.work_id) - FIRST_ID for work in works}
    return answer


def places(store: Store) -> dict[str, list[tuple]]:
    """Return where each angle's label words are stored; rows that are written again move."""
    sql = """
        select a.key, l.rowid from library.label_words as l
        inner join library.angles as a on a.angle_id = l.angle_id order by 1, 2
    """
    answer: dict[str, list[tuple]] = {}
    for key, place in execute(store, sql):
        answer.setdefault(key, []).append(place)
    return answer


def sound(store: Store) -> bool:
    return not [rule for rule in check_store(store) if rule.violations]


def test_terms_select_works_and_label_them(store: Store) -> None:
    topic_id = load(store, angles=ANGLES)
    assert selected(store, topic_id) == {1, 2, 3, 4, 6}
    assert labelled(store, topic_id) == {"demo": {1, 3, 6}, "risk": {2, 6}}
    assert sound(store)


def test_works_that_come_later_are_selected_and_labelled_too(store: Store, tmp_path: Path) -> None:
    topic_id = load(store, angles=ANGLES)
    bring(
        store, tmp_path / "later.csv", [row(7, "样例 风险"), row(5, "样例 改题 演示", at="2026-03-01T00:00:00+08:00")]
    )
    assert selected(store, topic_id) == {1, 2, 3, 4, 5, 6, 7}
    assert labelled(store, topic_id) == {"demo": {1, 3, 5, 6}, "risk": {2, 6, 7}}
    bring(store, tmp_path / "latest.csv", [row(1, "换了话题", at="2026-04-01T00:00:00+08:00")])
    assert selected(store, topic_id) == {2, 3, 4, 5, 6, 7}
    assert labelled(store, topic_id)["demo"] == {3, 5, 6}
    assert sound(store)


def test_an_exclusion_takes_a_work_out(store: Store) -> None:
    topic_id = load(store, angles={"demo": (["演示"], ["风险"])})
    assert labelled(store, topic_id) == {"demo": {1}}
    load(store, angles={"demo": (["演示"], [])})
    assert labelled(store, topic_id) == {"demo": {1, 6}}


def test_a_topic_without_terms_selects_all_works_but_not_the_sample(tmp_path: Path) -> None:
    store = Store(None)
    load_sample(store)
    bring(store, tmp_path / "works.csv", [row(1), row(2, "别的")])
    topic_id = load(store, terms=[])
    assert selected(store, topic_id) == {1, 2}
    bring(store, tmp_path / "more.csv", [row(3, "又一个")])
    assert selected(store, topic_id) == {1, 2, 3}
    sample = next(topic for topic in list_topics(store) if topic.is_sample)
    assert len(selected(store, sample.topic_id)) == 23
    assert sound(store)
    store.close()


def test_dates_bound_a_topic_and_leave_undated_works_out(memory_store: Store, tmp_path: Path) -> None:
    days = {1: "2026-01-31", 2: "2026-02-01", 3: "2026-02-28", 4: "2026-03-01", 5: None}
    bring(memory_store, tmp_path / "a.csv", [row(number, day=day) for number, day in days.items()])
    topic_id = load(memory_store)
    assert selected(memory_store, topic_id) == {1, 2, 3, 4, 5}
    for bounds, expected in (
        ({"from_": "2026-02-01"}, {2, 3, 4}),
        ({"to_": "2026-02-28"}, {1, 2, 3}),
        ({"from_": "2026-02-01", "to_": "2026-02-28"}, {2, 3}),
        ({}, {1, 2, 3, 4, 5}),
    ):
        assert load(memory_store, **bounds) == topic_id
        assert selected(memory_store, topic_id) == expected
        assert sound(memory_store)


def test_a_day_is_that_of_shanghai(memory_store: Store, tmp_path: Path) -> None:
    def at(hour: int) -> dict:
        return {"create_time": int(datetime(2026, 2, 1, hour, tzinfo=UTC).timestamp())}

    bring(memory_store, tmp_path / "a.csv", [row(1) | at(15), row(2) | at(16)])
    topic_id = load(memory_store, from_="2026-02-02")
    assert selected(memory_store, topic_id) == {2}


def test_an_edit_labels_only_the_angle_that_it_touches(store: Store) -> None:
    topic_id = load(store, angles=ANGLES)
    before = places(store)
    load(store, angles=ANGLES | {"risk": ["风险", "提示"]})
    after = places(store)
    assert after["demo"] == before["demo"]
    assert len(after["risk"]) == 3 and not set(after["risk"]) & set(before["risk"])
    assert labelled(store, topic_id) == {"demo": {1, 3, 6}, "risk": {2, 6}}


def test_a_new_name_or_order_labels_nothing_anew(store: Store) -> None:
    topic_id = load(store, angles=ANGLES)
    before, version = places(store), find_topic(store, "样例话题").version
    text = codebook(angles=dict(reversed(ANGLES.items()))).replace('zh = "demo"', 'zh = "演示类"')
    save_codebook(store, "Ann", topic_id, parse(text))
    assert places(store) == before
    assert [angle.key for angle in show_codebook(store, topic_id).angles] == ["risk", "demo"]
    assert show_codebook(store, topic_id).angles[1].name["zh"] == "演示类"
    assert find_topic(store, "样例话题").version == version + 1


def test_loading_again_updates_by_key_and_keeps_angles_that_the_file_does_not_name(store: Store) -> None:
    topic_id = load(store, angles=ANGLES)
    again = load(store, angles={"risk": ["提示"], "more": ["新功能"]})
    assert again == topic_id and len(list_topics(store)) == 1
    assert labelled(store, topic_id) == {"demo": {1, 3, 6}, "risk": {2}, "more": {1}}
    assert sound(store)


def test_a_retired_angle_counts_nowhere_and_comes_back_as_it_was(store: Store) -> None:
    topic_id = load(store, angles=ANGLES)
    before = labelled(store, topic_id)
    whole = show_codebook(store, topic_id)
    save_codebook(store, "Ann", topic_id, parse(codebook(angles={"demo": ANGLES["demo"]})))
    assert list(labelled(store, topic_id)) == ["demo"]
    unlabelled = list_works(store, topic_id, Filters(), Selection(is_unlabelled=True))
    assert {int(work.work_id) - FIRST_ID for work in unlabelled} == {2, 4}
    assert sound(store)
    save_codebook(store, "Ann", topic_id, whole)
    assert labelled(store, topic_id) == before
    assert sound(store)


def test_what_is_shown_can_be_loaded_again_and_changes_nothing(store: Store) -> None:
    topic_id = load(store, angles=ANGLES | {"none": ([], ["风险"])}, from_="2026-01-01")
    shown = show_codebook(store, topic_id)
    hashes = row_hashes(store)
    load_codebook(store, "Ann", dump(shown))
    assert show_codebook(store, topic_id) == shown
    changed = {name for name, value in row_hashes(store).items() if value != hashes[name]}
    assert changed <= {"main.meta", "library.meta"}, changed


def test_a_codebook_that_cannot_be_used_changes_nothing(store: Store) -> None:
    load(store, angles=ANGLES)
    before = row_hashes(store)
    for text in ("[topic", "[topic]\nname = 1", codebook(angles={"a b": ["x"]}), codebook(terms=[""])):
        with pytest.raises(CodebookError):
            load_codebook(store, "Ann", text, file="mine.toml")
    assert row_hashes(store) == before


def test_a_removed_topic_leaves_its_works_and_nothing_else(store: Store) -> None:
    before = row_hashes(store)
    topic_id = load(store, angles=ANGLES)
    remove_topic(store, topic_id)
    assert row_hashes(store) == before


def test_two_topics_over_the_same_works_do_not_mix(store: Store) -> None:
    first, second = (
        load(store, angles=ANGLES),
        load(store, name="另一个", terms=["别的", "演示"], angles={"demo": ["话题"]}),
    )
    assert selected(store, second) == {1, 5, 6}
    assert labelled(store, first) == {"demo": {1, 3, 6}, "risk": {2, 6}}
    assert labelled(store, second) == {"demo": {5}}
    remove_topic(store, first)
    assert labelled(store, second) == {"demo": {5}}
    assert sound(store)


def test_a_topic_is_found_by_name_or_id(store: Store) -> None:
    with pytest.raises(NotFound, match="Load one first"):
        find_topic(store, "样例话题")
    topic_id = load(store, name="Seedance 2.0")
    assert find_topic(store, " seedance 2.0 ").topic_id == find_topic(store, str(topic_id)).topic_id == topic_id
    with pytest.raises(NotFound, match=r"Known topics: “Seedance 2\.0”"):
        find_topic(store, "Seedance")
