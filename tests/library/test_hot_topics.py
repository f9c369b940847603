"""Hot lists in the library: candidates come once, and what a person decided of them stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Run, answer
from douyin_exports import bring, load, row

from blindspot.library.codebooks import remove_topic
from blindspot.library.hot_topics import decide_candidate, import_hot_lists, list_candidates
from blindspot.library.topic_terms import count_works_with, propose_terms, sure_terms
from blindspot.store import Store

LIST = "# 热点-2026-02-11\n\n1. 片库开价\n2. 水印要不要加\n"


@pytest.fixture
def hot_list(tmp_path: Path) -> Path:
    path = tmp_path / "热点.md"
    path.write_text(LIST, encoding="utf-8")
    return path


def statuses(store: Store) -> dict[str, str]:
    return {candidate.title: candidate.status for candidate in list_candidates(store)}


def test_a_list_comes_in_once_and_a_later_one_adds_only_what_is_new(memory_store: Store, hot_list: Path) -> None:
    [first], _ = import_hot_lists(memory_store, [(hot_list, hot_list.name)])
    [again], _ = import_hot_lists(memory_store, [(hot_list, hot_list.name)])
    assert (first.candidates_added, first.candidates_known) == (2, 0)
    assert (again.candidates_added, again.candidates_known) == (0, 2)
    hot_list.write_text("# 热点-2026-02-12\n\n1. 片库開價\n2. 新的一条\n", encoding="utf-8")
    [later], _ = import_hot_lists(memory_store, [(hot_list, hot_list.name)])
    assert (later.candidates_added, later.candidates_known) == (1, 1)
    assert [candidate.title for candidate in list_candidates(memory_store)] == ["新的一条", "片库开价", "水印要不要加"]


def test_what_is_dismissed_stays_so_and_what_lost_its_topic_is_a_candidate_again(
    memory_store: Store, hot_list: Path
) -> None:
    import_hot_lists(memory_store, [(hot_list, hot_list.name)])
    first, second = list_candidates(memory_store)
    topic_id = load(memory_store)
    decide_candidate(memory_store, first.hot_topic_id, "accepted", topic_id)
    decide_candidate(memory_store, second.hot_topic_id, "dismissed")
    import_hot_lists(memory_store, [(hot_list, hot_list.name)])
    assert statuses(memory_store) == {"片库开价": "accepted", "水印要不要加": "dismissed"}
    [origin] = memory_store.rows("library/topic_origins")
    assert (origin["topic_id"], origin["origin"]) == (topic_id, "热点-2026-02-11")
    remove_topic(memory_store, topic_id)
    assert statuses(memory_store) == {"片库开价": "candidate", "水印要不要加": "dismissed"}


def test_the_command_says_what_came_in_and_what_was_refused(blindspot: Run, hot_list: Path) -> None:
    told = answer(blindspot("hotlist", "import", hot_list, "missing.md", "--json", status=1))
    assert told["hotlists"] == [
        {
            "file": str(hot_list),
            "origin": "热点-2026-02-11",
            "listed_on": "2026-02-11",
            "candidates_added": 2,
            "candidates_known": 0,
        }
    ]
    [refused] = told["refused"]
    assert refused["file"] == "missing.md"
    assert "There is no file" in refused["reason"]
    assert "0 candidates added, 2 known before" in blindspot("hotlist", "import", hot_list).stdout


@pytest.mark.parametrize(
    ("title", "terms"),
    [
        ("Seedance 2.0 训练数据从哪里来", ("Seedance", "训练数据")),
        ("《灯笼巷》一个人做完的 AI 动画", ("灯笼巷", "动画")),
        ("AI vs 视频", ()),
        ("Why Tideline Turbo failed", ("Tideline Turbo",)),
    ],
)
def test_terms_are_names_and_whole_phrases_of_the_title_and_nothing_that_is_everywhere(
    title: str, terms: tuple[str, ...]
) -> None:
    assert propose_terms(title) == terms


@pytest.mark.parametrize(
    ("title", "terms"),
    [
        ("Seedance 2.0 的数据困境：当独占优势遇上枯竭危机", ("Seedance",)),
        ("《长镜头》与“跳切”之争", ("长镜头", "跳切")),
        ('云雀 3 之后的"大饥荒"', ("大饥荒",)),
        ("镜头语言", ("镜头语言",)),
        ("为什么", ("为什么",)),
    ],
)
def test_a_topic_made_without_asking_is_known_by_what_its_title_names(title: str, terms: tuple[str, ...]) -> None:
    assert sure_terms(title) == terms


def test_the_works_that_a_topic_would_select_are_counted_before_it_is_made(memory_store: Store, tmp_path: Path) -> None:
    assert count_works_with(memory_store, ["样例"]) == 0
    bring(memory_store, tmp_path / "a.csv", [row(1, "样例 演示"), row(2, "别的 演示"), row(3, "别的")])
    assert count_works_with(memory_store, ["样例"]) == 1
    assert count_works_with(memory_store, ["样例", "演示"]) == 2
    assert count_works_with(memory_store, []) == 3
