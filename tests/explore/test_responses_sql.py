"""The store computes responses as blindspot.explore.response defines them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest
from database_rows import execute
from douyin_exports import bring, row

from blindspot.explore.response import work_responses
from blindspot.library.staging import rebuild_responses
from blindspot.store import Store

WORKS = """
    select w.work_key, w.creator_key, w.plays, w.likes
    from library.works as w inner join library.creators as c on c.creator_key = w.creator_key
    where c.creator_id <> '' order by 1
"""
SCHEMA = {"work_key": pl.Int64, "creator_key": pl.Int64, "plays": pl.Int64, "likes": pl.Int64}


def stored(store: Store) -> dict[int, tuple[str, float]]:
    return {key: (measure, value) for key, measure, value in execute(store, "select * from library.responses")}


def defined(store: Store) -> dict[int, tuple[str, float]]:
    frame = work_responses(pl.DataFrame(execute(store, WORKS), schema=SCHEMA, orient="row"))
    return {key: (measure, value) for key, measure, value in frame.iter_rows()}


def assert_equal(store: Store) -> None:
    found, expected = stored(store), defined(store)
    assert found.keys() == expected.keys()
    assert {key: measure for key, (measure, _) in found.items()} == {
        key: measure for key, (measure, _) in expected.items()
    }
    for key, (_, value) in expected.items():
        assert found[key][1] == pytest.approx(value, abs=1e-12)


@pytest.mark.parametrize("seed", range(20))
def test_random_counts_give_the_same_responses(memory_store: Store, seed: int) -> None:
    random = np.random.default_rng(seed)
    creators = int(random.integers(1, 12))
    for creator in range(creators + 1):
        execute(
            memory_store,
            "insert into library.creators values (?, 'douyin', ?, null, false, 'competitor', null, false, 1)",
            creator,
            str(creator) if creator else "",
        )
    rows = []
    for key in range(int(random.integers(1, 120))):
        most = int(random.choice([1, 5, 100_000]))
        counts = [None if random.random() < 0.3 else int(random.integers(0, most + 1)) for _ in range(2)]
        rows.append((key, int(random.integers(0, creators + 1)), *counts))
    for key, creator, plays, likes in rows:
        execute(
            memory_store,
            "insert into library.works (work_key, platform, work_id, creator_key, search_text, plays, likes, "
            "captured_at, is_sample) values (?, 'douyin', ?, ?, '', ?, ?, now(), false)",
            key,
            str(key),
            creator,
            plays,
            likes,
        )
    with memory_store.importing() as tx:
        rebuild_responses(tx)
    assert_equal(memory_store)


def test_imports_keep_responses_current(memory_store: Store, tmp_path: Path) -> None:
    rows = [row(number, creator=f"c{number % 3}", likes=number * 3 % 17) for number in range(20)]
    bring(memory_store, tmp_path / "a.csv", rows)
    assert_equal(memory_store)
    assert len(stored(memory_store)) == 20
    later = [row(number, creator=f"c{number % 3}", likes=90, at="2026-03-01T12:00:00+08:00") for number in (1, 2, 30)]
    bring(memory_store, tmp_path / "b.csv", later)
    assert_equal(memory_store)
    assert len(stored(memory_store)) == 21
