"""Bilibili videos that a former version stored under several names are one work after the start."""

from __future__ import annotations

import json
from pathlib import Path

from database_rows import execute
from douyin_exports import load

from blindspot.library.check import check_store
from blindspot.library.import_files import import_paths
from blindspot.library.person_labels import set_label
from blindspot.library.recounting import recount
from blindspot.store import Store

NUMBERS = {1: "BV1xx411c7mQ", 170001: "BV17x411w7KC", 455017605: "BV1Q541167Qg", 882584971: "BV1mK4y1C7Bz"}
FORMER = {455017605: "170001", 882584971: "BV17x411w7KC_p1", 1: "av99"}


def bring_videos(store: Store, folder: Path) -> None:
    for number, title in [(170001, "样例 演示"), (455017605, "样例 演示"), (882584971, "样例 演示"), (1, "样例 风险")]:
        video = {
            "bvid": NUMBERS[number],
            "title": title,
            "pubdate": 1_754_013_600,
            "duration": 45,
            "owner": {"mid": 1, "name": "甲"},
            "stat": {"view": number, "like": 1, "reply": 1, "favorite": 1, "share": 1},
        }
        path = folder / f"{number}.json"
        path.write_text(json.dumps({"code": 0, "data": {"list": [video]}}, ensure_ascii=False), encoding="utf-8")
        assert not import_paths(store, [path]).refused


def test_captures_and_a_persons_word_come_together(memory_store: Store, tmp_path: Path) -> None:
    topic = load(memory_store)
    bring_videos(memory_store, tmp_path)
    for number, former in FORMER.items():
        execute(memory_store, "update library.works set work_id = ? where work_id = ?", former, NUMBERS[number])
    [(by_number,)] = execute(memory_store, "select work_key from library.works where work_id = '170001'")
    set_label(memory_store, topic, "risk", by_number, True)
    execute(memory_store, "update library.state set term_rules = null")

    assert recount(memory_store)

    works = execute(memory_store, "select work_id, plays from library.works order by work_id")
    assert [work_id for work_id, _ in works] == ["BV17x411w7KC", "BV1xx411c7mj"]
    assert execute(memory_store, "select count(*) from library.snapshots") == [(4,)]
    said = execute(memory_store, "select platform, work_id, covers from library.person_labels")
    assert said == [("bilibili", "BV17x411w7KC", True)]
    labels = execute(
        memory_store,
        "select a.key, w.work_id, l.origin from library.labels as l inner join library.works as w using (work_key) "
        "inner join library.angles as a using (angle_id) order by all",
    )
    assert ("risk", "BV17x411w7KC", "person") in labels and ("demo", "BV17x411w7KC", "rule") in labels
    assert [one for one in check_store(memory_store) if one.violations] == []
    assert not recount(memory_store)
