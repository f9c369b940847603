"""Works as they are listed: words marked where they stand, order, pages of a list, search, a creator's other works."""

from __future__ import annotations

from pathlib import Path

import pytest
from douyin_exports import FIRST_ID, bring, load, row

from blindspot.explore.filters import Filters
from blindspot.explore.works import Selection, count_works, list_works, other_works, works_by_key
from blindspot.store import Store

TITLES = {1: "样例 ＤＥＭＯ 全角", 2: "样例 演示與演示 #演示", 3: "样例 無風險 <b>粗</b>", 4: "样例"}
DAYS = {1: "2026-02-01", 2: "2026-02-03", 3: None, 4: "2026-02-03"}


@pytest.fixture
def topic_id(memory_store: Store, tmp_path: Path) -> int:
    rows = [row(number, title, day=DAYS[number], likes=number) for number, title in TITLES.items()]
    bring(memory_store, tmp_path / "a.csv", rows)
    return load(memory_store, angles={"demo": ["demo", "演示"], "risk": ["风险"]})


def numbers(works: list) -> list[int]:
    return [int(work.work_id) - FIRST_ID for work in works]


def test_words_are_marked_where_they_stand_in_the_original(memory_store: Store, topic_id: int) -> None:
    works = {int(work.work_id) - FIRST_ID: work for work in list_works(memory_store, topic_id, Filters(), Selection())}
    marked = {
        number: [
            (label.angle, word.term, word.field, work.title[word.start : word.end])
            for label in work.labels
            for word in label.words
        ]
        for number, work in works.items()
    }
    assert marked[1] == [("demo", "demo", "title", "ＤＥＭＯ")]
    assert marked[2] == [("demo", "演示", "title", "演示")]
    assert marked[3] == [("risk", "风险", "title", "風險")]
    assert marked[4] == []
    assert {label.origin for work in works.values() for label in work.labels} == {"rule"}


def test_the_newest_come_first_and_the_undated_last(memory_store: Store, topic_id: int) -> None:
    assert numbers(list_works(memory_store, topic_id, Filters(), Selection())) == [2, 4, 1, 3]
    pages = [list_works(memory_store, topic_id, Filters(), Selection(), first=first, most=2) for first in (0, 2, 4)]
    assert [numbers(page) for page in pages] == [[2, 4], [1, 3], []]


def test_a_search_folds_like_the_labels(memory_store: Store, topic_id: int) -> None:
    for search, expected in (
        ("demo", [1]),
        ("无风险", [3]),
        ("演示", [2]),
        ("  ", [2, 4, 1, 3]),
        ("%", []),
        ("<B>", [3]),
    ):
        selection = Selection(search=search)
        assert numbers(list_works(memory_store, topic_id, Filters(), selection)) == expected
        assert count_works(memory_store, topic_id, Filters(), selection) == len(expected)


def test_unknown_stays_unknown(memory_store: Store, topic_id: int) -> None:
    for work in list_works(memory_store, topic_id, Filters(), Selection()):
        assert (work.plays, work.shares, work.collects, work.duration_seconds) == (None,) * 4
        assert work.response is not None
    [undated] = [work for work in list_works(memory_store, topic_id, Filters(), Selection()) if not work.published_at]
    assert numbers([undated]) == [3]


def test_works_come_in_the_order_asked_and_with_the_creators_others(memory_store: Store, topic_id: int) -> None:
    keys = [work.work_key for work in list_works(memory_store, topic_id, Filters(), Selection())]
    assert [work.work_key for work in works_by_key(memory_store, topic_id, keys[::-1])] == keys[::-1]
    [first] = works_by_key(memory_store, topic_id, keys[:1])
    others = other_works(memory_store, first, most=2)
    assert others["work_key"].tolist() == keys[1:3]
