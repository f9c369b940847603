"""Comments are kept once, follow their works, and go with the import that brought them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from douyin_exports import FIRST_ID, bring, load, row

from blindspot.explore.demand import demand_material, measure_demand
from blindspot.library.import_files import import_paths
from blindspot.library.import_result import Imported
from blindspot.library.label_demand import set_demand_label
from blindspot.library.undo_import import undo_import
from blindspot.store import Store

ASKED = "样例的风险怎么避免"


def said(number: int, text: str = ASKED, *, work: int = 1, likes: int = 3) -> dict[str, Any]:
    return {
        "comment_id": str(7_500_000_000_000_000_000 + number),
        "create_time": 1_770_000_000 + number,
        "aweme_id": str(FIRST_ID + work),
        "content": text,
        "nickname": "无名氏",
        "like_count": likes,
        "last_modify_ts": 1_770_000_000_000,
    }


def comment(store: Store, path: Path, rows: list[dict[str, Any]]) -> Imported:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    result = import_paths(store, [path], reader="comments")
    assert not result.refused, [str(one.reason) for one in result.refused]
    return result.imports[0]


@pytest.fixture
def topic(memory_store: Store) -> int:
    return load(memory_store)


def questions(store: Store, topic_id: int, angle: str = "risk") -> tuple[int, int | None]:
    demand = measure_demand(store, topic_id)[angle]
    return demand.questions, demand.question_likes


def test_every_comment_is_accounted_for(memory_store: Store, topic: int, tmp_path: Path) -> None:
    rows = [said(1), said(1), said(2, "哈哈哈"), said(3, "")]
    imported = comment(memory_store, tmp_path / "a.csv", rows)
    assert (imported.rows_read, imported.comments_seen, imported.comments_added) == (0, 4, 2)
    assert [number for number, _ in imported.rejected_comments] == [5]
    again = comment(memory_store, tmp_path / "a.csv", rows)
    assert (again.is_repeated, again.comments_seen, again.comments_added) == (True, 4, 0)
    assert again.rejected_comments == imported.rejected_comments


def test_a_plain_import_brings_comments_too(memory_store: Store, topic: int, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "works.csv", [row(1)])
    comment(memory_store, tmp_path / "a.csv", [said(1)])
    assert import_paths(memory_store, [tmp_path / "a.csv"]).imports[0].is_repeated
    (tmp_path / "b.csv").write_text((tmp_path / "a.csv").read_text().replace(ASKED, "另一个风险怎么避免"))
    assert import_paths(memory_store, [tmp_path / "b.csv"]).imports[0].comments_seen == 1


def test_comments_wait_for_their_work(memory_store: Store, topic: int, tmp_path: Path) -> None:
    comment(memory_store, tmp_path / "a.csv", [said(1, likes=3), said(2, likes=4)])
    assert questions(memory_store, topic) == (0, None)
    bring(memory_store, tmp_path / "works.csv", [row(1)])
    assert questions(memory_store, topic) == (2, 7)


def test_a_table_without_a_platform_follows_the_work_with_its_id(
    memory_store: Store, topic: int, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(f"work_id,text\n{FIRST_ID + 1},{ASKED}\n", encoding="utf-8")
    import_paths(memory_store, [tmp_path / "a.csv"], reader="comments")
    bring(memory_store, tmp_path / "works.csv", [row(1)])
    assert questions(memory_store, topic) == (1, None)


def test_an_undone_import_takes_its_comments_along_and_no_other(
    memory_store: Store, topic: int, tmp_path: Path
) -> None:
    bring(memory_store, tmp_path / "works.csv", [row(1)])
    comment(memory_store, tmp_path / "a.csv", [said(1, likes=3)])
    second = comment(memory_store, tmp_path / "b.csv", [said(1, likes=9), said(2, likes=1)])
    assert questions(memory_store, topic) == (2, 10)
    undo_import(memory_store, second.import_id)
    assert questions(memory_store, topic) == (1, 3)
    assert demand_material(memory_store, topic).comments == 1


def test_a_persons_word_survives_undoing_and_bringing_the_comments_again(
    memory_store: Store, topic: int, tmp_path: Path
) -> None:
    bring(memory_store, tmp_path / "works.csv", [row(1)])
    first = comment(memory_store, tmp_path / "a.csv", [said(1), said(2, "怎么做的呀")])
    risky, plain = sorted(memory_store.rows("explore/questions", topic_id=topic, most=9), key=lambda one: one["text"])[
        ::-1
    ]
    assert (risky["angles"], plain["angles"]) == (["risk"], [])
    set_demand_label(memory_store, topic, "risk", "question", risky["comment_key"], False)
    set_demand_label(memory_store, topic, "risk", "question", plain["comment_key"], True)
    undo_import(memory_store, first.import_id)
    comment(memory_store, tmp_path / "a.csv", [said(1), said(2, "怎么做的呀")])
    labels = {one["text"]: one["angles"] for one in memory_store.rows("explore/questions", topic_id=topic, most=9)}
    assert labels == {ASKED: [], "怎么做的呀": ["risk"]}
    set_demand_label(memory_store, topic, "risk", "question", risky["comment_key"], None)
    assert questions(memory_store, topic)[0] == 2


def test_a_changed_codebook_asks_anew(memory_store: Store, topic: int, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "works.csv", [row(1)])
    comment(memory_store, tmp_path / "a.csv", [said(1)])
    load(memory_store, angles={"risk": (["风险"], ["避免"]), "care": ["避免"]})
    assert questions(memory_store, topic, "risk")[0] == 0
    assert questions(memory_store, topic, "care")[0] == 1


def test_ignored_creators_viewers_count_nowhere(memory_store: Store, topic: int, tmp_path: Path) -> None:
    from blindspot.library.creators import find_creator, set_role

    bring(memory_store, tmp_path / "works.csv", [row(1)])
    comment(memory_store, tmp_path / "a.csv", [said(1)])
    set_role(memory_store, "Ann", [find_creator(memory_store, "创作者c1")], "ignored")
    assert questions(memory_store, topic)[0] == 0
    assert demand_material(memory_store, topic).questions == 0
