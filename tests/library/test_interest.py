"""Interest series of any shape become points, join the angles whose terms they name, and are refused in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from database_rows import execute
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


BESIDE = {
    "a heading that is not in the list": ("日期,关键词,抖音搜索指数", "2026-02-01,样例风险,12345\n2026-02-01,天气,777"),
    "values before words": ("搜索热度(抖音),检索关键词,统计日期", "12345,样例风险,2026-02-01\n777,天气,2026-02-01"),
    "unknown names": ("d,w,n", "2026-02-01,样例风险,12345\n2026-02-01,天气,777"),
    "a rank beside": ("日期,词语,排名,热度指数", "2026-02-01,样例风险,1,12345\n2026-02-01,天气,2,777"),
    "types in rows": (
        "keyword,type,date,index",
        "样例风险,all,2026-02-01,12345\n样例风险,pc,2026-02-01,45\n天气,wise,2026-02-01,700\n天气,all,2026-02-01,777",
    ),
    "types in columns": ("keyword,date,all,pc,wise", "样例风险,2026-02-01,12345,45,12300\n天气,2026-02-01,777,77,700"),
    "places in rows": (
        "日期,关键词,地区,综合指数",
        "2026-02-01,样例风险,北京,3\n2026-02-01,样例风险,全国,12345\n2026-02-01,天气,全国,777",
    ),
    "a row twice": ("date,term,value", "2026-02-01,样例风险,12345\n2026-02-01,样例风险,12345\n2026-02-01,天气,777"),
}


@pytest.mark.parametrize("case", BESIDE)
def test_terms_are_read_from_the_column_of_keywords_and_one_value_a_day(
    memory_store: Store, tmp_path: Path, case: str
) -> None:
    head, rows = BESIDE[case]
    [done] = bring(memory_store, tmp_path / "a.csv", f"{head}\n{rows}\n").interest
    assert done.terms == ("天气", "样例风险")
    points = execute(memory_store, "select term, day, value from library.interest order by value")
    day = date(2026, 2, 1)
    assert points == [("天气", day, 777.0), ("样例风险", day, 12_345.0)]


def test_one_keyword_throughout_is_the_term(memory_store: Store, tmp_path: Path) -> None:
    text = "日期,词,抖音指数值\n2026-02-01,天气,5\n2026-02-02,天气,6\n"
    assert bring(memory_store, tmp_path / "a.csv", text).interest[0].terms == ("天气",)


def test_a_column_of_words_that_are_no_keywords_leaves_the_headings_the_terms(
    memory_store: Store, tmp_path: Path
) -> None:
    text = "日期,星期,节气,天气,样例风险\n2026-02-01,周日,大寒,5,6\n2026-02-02,周一,,6,7\n"
    assert bring(memory_store, tmp_path / "a.csv", text).interest[0].terms == ("天气", "样例风险")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (
            "keyword,type,date,index\n天气,pc,2026-02-01,1\n天气,wise,2026-02-01,2\n",
            "several values of 天气 on 2026-02-01",
        ),
        ("time,term,value\n2026-02-01 10:00,天气,1\n2026-02-01 11:00,天气,2\n", "several values of 天气"),
        ("date,keyword,pc,wise\n2026-02-01,天气,1,2\n2026-02-02,天气,1,2\n", "several columns of values: pc, wise"),
        ("date,天气\n2026-02-01,1\n2026-02-01,2\n", "several values of 天气"),
    ],
)
def test_several_values_a_day_are_never_chosen_from_silently(
    memory_store: Store, tmp_path: Path, text: str, word: str
) -> None:
    [refused] = bring(memory_store, tmp_path / "a.csv", text).refused
    assert word in str(refused.reason)
    assert memory_store.rows("library/imports") == []
