"""Questions that ask the same stand together, and their counts are those of the rows behind them."""

from __future__ import annotations

from pathlib import Path

from douyin_exports import FIRST_ID, bring, load, row

from blindspot.explore.questions import group_questions
from blindspot.library.import_files import import_paths
from blindspot.store import Store

ASKED = (
    ("训练数据从哪里来的？", 9, 1),
    ("这些训练数据是哪来的啊", 4, 2),
    ("请问训练数据是从哪里找的", 1, 2),
    ("求教程", 5, 1),
    ("有没有教程啊", 2, 3),
    ("多少钱一个月", 3, 3),
    ("太强了", 50, 1),
)


def test_near_wordings_are_one_group_with_all_its_rows(memory_store: Store, tmp_path: Path) -> None:
    topic_id = load(memory_store, angles={"data": ["训练数据"]})
    bring(memory_store, tmp_path / "works.csv", [row(number) for number in (1, 2, 3)])
    rows = [f"{number},{FIRST_ID + work},{text},{likes}" for number, (text, likes, work) in enumerate(ASKED)]
    (tmp_path / "c.csv").write_text("\n".join(["comment_id,aweme_id,content,like_count", *rows]), encoding="utf-8")
    import_paths(memory_store, [tmp_path / "c.csv"])
    groups = group_questions(memory_store, topic_id)
    assert [(group.example, group.count, group.likes, len(group.work_keys)) for group in groups] == [
        ("训练数据从哪里来的？", 3, 14, 2),
        ("求教程", 2, 7, 2),
        ("多少钱一个月", 1, 3, 1),
    ]
    assert [group.angles for group in groups] == [{"data": 3}, {}, {}]


def test_without_comments_there_is_no_group(memory_store: Store) -> None:
    assert group_questions(memory_store, load(memory_store)) == []


def test_every_question_of_the_sample_is_in_one_group(sample_store: Store, sample_topic: int) -> None:
    asked = sample_store.rows("explore/questions", topic_id=sample_topic, most=1_000)
    keys = [key for group in group_questions(sample_store, sample_topic) for key in group.comment_keys]
    assert sorted(keys) == sorted(row["comment_key"] for row in asked)
