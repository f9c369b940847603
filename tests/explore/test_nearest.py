from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blindspot.explore.nearest import ALL_COMPARED, nearest_works, runs_of

TITLES = Path(__file__).resolve().parents[3] / "shared" / "gold" / "ai_video_titles.jsonl"
QUERY = "数据可持续性 训练数据从哪里来 还能用多久 数据枯竭 数据飞轮 训练数据 \x02synthetic\x03\x02data\x03"
WORKS = [
    "三步做出电影感镜头",
    "一条片子赚三千\x1f接单全流程",
    "\x02ai\x03吃掉的数据会用完吗",
    "今天的训练数据快要枯竭了",
    "\x02big\x03\x02data\x03分析入门",
]


def test_the_works_that_speak_of_it_come_first():
    found = nearest_works(QUERY, WORKS)
    assert [index for index, _ in found] == [3, 2, 4, 0, 1]
    similarities = [similarity for _, similarity in found]
    assert similarities == sorted(similarities, reverse=True)
    assert similarities[2] > 0
    assert similarities[-1] == 0


def test_texts_that_share_nothing_fill_up_in_order():
    works = ["雪山日出", "海边骑行", "训练数据", "城市夜景"]
    found = nearest_works(QUERY, works, limit=3)
    assert [index for index, _ in found] == [2, 0, 1]
    assert [similarity > 0 for _, similarity in found] == [True, False, False]


def test_the_same_words_are_as_near_as_can_be():
    assert nearest_works("数据枯竭", ["数据枯竭", "镜头"])[0] == (0, pytest.approx(1.0))


def test_nothing_to_compare_or_nothing_to_compare_with():
    assert nearest_works(QUERY, []) == []
    assert nearest_works(QUERY, WORKS, limit=0) == []
    assert nearest_works("", WORKS, limit=2) == [(0, 0.0), (1, 0.0)]
    assert nearest_works("", ["", "…"], limit=2) == [(0, 0.0), (1, 0.0)]


def test_latin_words_count_whole_and_chinese_in_runs():
    assert runs_of("\x02main\x03数据集\x1f#\x023d\x03") == ["main", "数", "据", "集", "数据", "据集", "数据集", "3d"]
    assert nearest_works("\x02ai\x03", ["\x02main\x03", "\x02ai\x03绘画"])[0][0] == 1


@given(
    st.text("数据枯竭训练镜头a \x02\x03", max_size=12),
    st.lists(st.text("数据枯竭训练镜头ab \x02\x03\x1f", max_size=10), max_size=15),
    st.integers(0, 20),
)
def test_always_full_up_to_the_limit_and_never_twice(query, works, limit):
    found = nearest_works(query, works, limit)
    assert len(found) == min(limit, len(works))
    assert len({index for index, _ in found}) == len(found)
    similarities = [similarity for _, similarity in found]
    assert similarities == sorted(similarities, reverse=True)
    assert all(0 <= similarity <= 1 for similarity in similarities)


def test_among_many_the_few_are_found():
    works = [f"第{number}条镜头教程 运镜技巧{number % 7}" for number in range(4 * ALL_COMPARED)]
    near = {17: WORKS[3], 9_999: WORKS[2], 19_998: "数据飞轮怎么转"}
    for place, text in near.items():
        works[place] = text
    found = nearest_works(QUERY, pl.Series(works))
    assert {index for index, _ in found[:3]} == near.keys()
    assert found[0][0] == 17
    assert len(found) == 10
    assert [index for index, similarity in found if similarity == 0] == [0, 1, 2, 3, 4, 5, 6]


def test_many_without_a_word_in_common_fill_up():
    works = ["雪山日出"] * (ALL_COMPARED + 1)
    assert nearest_works("数据", works, limit=2) == [(0, 0.0), (1, 0.0)]


def test_a_true_one_among_real_titles_is_in_the_ten():
    if not TITLES.is_file():
        pytest.skip("the labelled titles are not on this machine")
    rows = [json.loads(line) for line in TITLES.read_text(encoding="utf-8").splitlines()]
    titles = [row["title"].lower() for row in rows]
    true = {index for index, row in enumerate(rows) if "data_sustainability" in row["angles"]}
    assert true
    assert true <= {index for index, _ in nearest_works(QUERY, titles)}
