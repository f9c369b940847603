"""Interest series of any shape become points, join the angles whose terms they name, and are refused in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from douyin_exports import load

from blindspot.explore.interest import interest_of_angles
from blindspot.library.interest import InterestResult, import_interest
from blindspot.library.undo_import import undo_import
from blindspot.store import Store

TRENDS = "Category: All categories\n\nWeek,样例风险: (Worldwide),天气: (全球)\n2026-01-04,<1,30\n2026-01-11,3,31\n"
INDEX = '日期,关键词,搜索指数\n2026年2月1日,样例风险,1.2万\n2026-02-02,样例风险,"15,000"\n2026-02-03,样例风险,--\n'


@dataclass(frozen=True)
class File:
    path: Path
    name: str


def bring(store: Store, path: Path, text: str) -> InterestResult:
    path.write_text(text, encoding="utf-8")
    return import_interest(store, [File(path, path.name)])


def test_google_trends_with_its_head_and_its_less_than_one(memory_store: Store, tmp_path: Path) -> None:
    topic = load(memory_store)
    [done] = bring(memory_store, tmp_path / "trends.csv", TRENDS).interest
    assert (done.rows_read, done.points_added, done.terms) == (2, 4, ("天气", "样例风险"))
    [series] = interest_of_angles(memory_store, topic)["risk"]
    assert (series.origin, series.term) == ("trends.csv", "样例风险")
    assert list(zip(series.days, series.values, strict=True)) == [(date(2026, 1, 4), 0.5), (date(2026, 1, 11), 3.0)]
    assert series.change == 6.0


def test_one_row_a_point_with_chinese_numbers_and_days(memory_store: Store, tmp_path: Path) -> None:
    topic = load(memory_store)
    [done] = bring(memory_store, tmp_path / "index.csv", INDEX).interest
    assert (done.rows_read, done.points_added) == (3, 2)
    [series] = interest_of_angles(memory_store, topic)["risk"]
    assert series.values == (12_000.0, 15_000.0)


def test_the_same_file_adds_nothing_and_an_undone_one_is_gone(memory_store: Store, tmp_path: Path) -> None:
    topic = load(memory_store)
    bring(memory_store, tmp_path / "a.csv", INDEX)
    [again] = bring(memory_store, tmp_path / "a.csv", INDEX).interest
    assert (again.points_added, again.terms) == (0, ("样例风险",))
    undo_import(memory_store, memory_store.rows("library/imports")[0]["import_id"])
    assert interest_of_angles(memory_store, topic) == {}


def test_a_newer_file_of_the_same_name_corrects_the_older(memory_store: Store, tmp_path: Path) -> None:
    topic = load(memory_store)
    bring(memory_store, tmp_path / "a.csv", INDEX)
    bring(memory_store, tmp_path / "a.csv", INDEX.replace("15,000", "16,000"))
    [series] = interest_of_angles(memory_store, topic)["risk"]
    assert series.values == (12_000.0, 16_000.0)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a,b\nx,1\ny,2\n", "holds days"),
        ("date,value\n2026-01-01,3\n2026-01-02,4\n", "which term"),
        ("date,term,value\n2026-01-01,样例,viele\n", "a day and a number"),
    ],
)
def test_what_is_no_series_is_refused_in_a_sentence(memory_store: Store, tmp_path: Path, text: str, word: str) -> None:
    [refused] = bring(memory_store, tmp_path / "a.csv", text).refused
    assert word in str(refused.reason)
    assert memory_store.rows("library/imports") == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("作品ID,评论内容,评论时间,点赞数\n7001,数据从哪来,2026-02-10,3\n", "comments"),
        ("作品ID,作品标题,发布时间,点赞数\n7001,样例,2026-02-10,3\n", "works"),
    ],
)
def test_works_and_comments_are_no_interest_series(memory_store: Store, tmp_path: Path, text: str, reason: str) -> None:
    load(memory_store)
    result = bring(memory_store, tmp_path / "other.csv", text)
    assert result.interest == []
    assert f"is a table of {reason}" in str(result.refused[0].reason)
