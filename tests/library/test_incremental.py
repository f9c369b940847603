"""What an import or an edit rewrites in part is what computing everything anew gives."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from database_rows import execute
from douyin_exports import bring, codebook, load, row

from blindspot.library import label_works
from blindspot.library.check import check_store
from blindspot.library.codebooks import load_codebook
from blindspot.library.person_labels import set_label
from blindspot.library.staging import rebuild_responses
from blindspot.store import Store

WORDS = ("演示", "风险", "价格", "教程", "无关")
ANGLES: dict[str, Any] = {"demo": ["演示"], "risk": (["风险"], ["价格"]), "price": ["价格"]}


def invented_file(number: int) -> list[dict[str, Any]]:
    """Return rows of old and new works: other counts, other words, dates that appear, creators that appear."""
    chance = random.Random(number)
    rows = []
    for work in chance.sample(range(60), 14):
        later = f"2026-02-{10 + number:02}T{chance.randrange(24):02}:00:00+08:00"
        title = f"样例 {chance.choice(WORDS)} {chance.choice(WORDS)} {work if chance.random() < 0.8 else number}"
        day = None if chance.random() < 0.2 else f"2026-02-{1 + work % 9:02}"
        creator = "" if chance.random() < 0.15 else f"c{work % 5}"
        rows.append(row(work, title, day=day, creator=creator, at=later, likes=chance.randrange(500)))
    return rows


def responses(store: Store) -> list[tuple]:
    return execute(store, "select work_key, measure, response from library.responses order by all")


def assert_is_current(store: Store) -> None:
    """Compare the facts with the views that define them, and the responses with those computed anew."""
    assert [one for one in check_store(store) if one.violations] == []
    kept = responses(store)
    with store.importing() as tx:
        rebuild_responses(tx)
    assert kept == responses(store)


@pytest.fixture
def always_in_part(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Rewrite single facts however many they are."""
    monkeypatch.setattr(label_works, "MOST_STALE", 1.0)
    return monkeypatch


def test_imports_in_part_equal_everything_anew(
    memory_store: Store, tmp_path: Path, always_in_part: pytest.MonkeyPatch
) -> None:
    load(memory_store, angles=ANGLES)
    load(memory_store, name="日期", terms=["演示"], from_="2026-02-03", to="2026-02-07")
    always_in_part.setattr(label_works, "rebuild_facts", None)
    for number in range(5):
        bring(memory_store, tmp_path / f"{number}.csv", invented_file(number))
        assert_is_current(memory_store)
    assert len(execute(memory_store, "select distinct response from library.label_facts")) > 10


def test_edits_in_part_equal_everything_anew(
    memory_store: Store, tmp_path: Path, always_in_part: pytest.MonkeyPatch
) -> None:
    topic = load(memory_store, angles=ANGLES)
    for number in range(2):
        bring(memory_store, tmp_path / f"{number}.csv", invented_file(number))
    [(work_key,)] = execute(memory_store, "select min(work_key) from library.topic_works")
    always_in_part.setattr(label_works, "rebuild_facts", None)
    set_label(memory_store, topic, "price", work_key, True)
    assert_is_current(memory_store)
    for angles in (ANGLES | {"demo": ["演示", "教程"]}, ANGLES | {"demo": ["没有"]}, ANGLES | {"new": ["无关"]}):
        load_codebook(memory_store, "Ann", codebook(angles=angles))
        assert_is_current(memory_store)
    set_label(memory_store, topic, "price", work_key, None)
    assert_is_current(memory_store)


def test_many_stale_works_are_rewritten_in_one_go(
    memory_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(memory_store, angles=ANGLES)
    called = []
    original = label_works.rebuild_facts
    monkeypatch.setattr(label_works, "rebuild_facts", lambda tx, ids: (called.append(ids), original(tx, ids)))
    bring(memory_store, tmp_path / "all.csv", invented_file(1))
    assert called
    assert_is_current(memory_store)
