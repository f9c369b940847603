"""A database opened in another zone, or by a version that matches terms otherwise, is counted anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from database_rows import execute
from douyin_exports import bring, load, row

from blindspot.explore.filters import Filters
from blindspot.explore.works import Selection, list_works
from blindspot.library.check import check_store
from blindspot.library.recounting import recount
from blindspot.plan.sample import load_sample
from blindspot.store import Store


def days(store: Store, topic_id: int) -> list[date]:
    found = execute(store, "select day from library.scope_facts where topic_id = ? order by day", topic_id)
    return [day for (day,) in found]


def violations(store: Store) -> list[str]:
    return [one.rule for one in check_store(store) if one.violations]


def late(number: int, moment: str) -> dict:
    return row(number, "样例 演示") | {"create_time": moment}


def test_days_follow_the_zone_in_which_the_database_is_opened(tmp_path: Path) -> None:
    store = Store(tmp_path / "zone.duckdb")
    recount(store)
    # 2026-02-02 00:30 and 12:00 in Shanghai; in New York both are still, or just became, another day
    topic = load(store, to="2026-02-02")
    bring(store, tmp_path / "a.csv", [late(1, "1769963400"), late(2, "1770004800"), late(3, "1770048000")])
    assert days(store, topic) == [date(2026, 2, 2), date(2026, 2, 2)]
    store.close()
    store = Store(tmp_path / "zone.duckdb", timezone="America/New_York")
    assert "facts_are_current" in violations(store)
    before = store.data_version()
    assert recount(store)
    assert days(store, topic) == [date(2026, 2, 1), date(2026, 2, 1), date(2026, 2, 2)]
    assert violations(store) == [] and store.data_version() == before + 1
    assert not recount(store) and store.data_version() == before + 1
    store.close()


def test_works_of_a_version_with_other_rules_are_labelled_anew(memory_store: Store, tmp_path: Path) -> None:
    topic = load(memory_store, angles={"money": ["成本"], "demo": ["演示"]})
    bring(memory_store, tmp_path / "a.csv", [row(1, "样例 生成本地"), row(2, "样例 成本"), row(3, "样例 演示")])
    recount(memory_store)
    [(angle,)] = execute(memory_store, "select angle_id from library.angles where key = 'money'")
    [(work,)] = execute(memory_store, "select work_key from library.works where title like '%生成本地%'")
    execute(memory_store, "insert into library.labels values (?, ?, 'rule', null)", angle, work)
    execute(memory_store, "update library.state set term_rules = 1")
    assert recount(memory_store)
    works = list_works(memory_store, topic, Filters(), Selection())
    assert {(work.title, label.angle) for work in works for label in work.labels} == {
        ("样例 成本", "money"),
        ("样例 演示", "demo"),
    }
    assert violations(memory_store) == []


def test_an_empty_database_is_current_at_once_and_still_gets_the_sample(memory_store: Store) -> None:
    assert not recount(memory_store)
    assert not recount(memory_store)
    assert load_sample(memory_store)
