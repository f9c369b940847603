"""What asks for an angle, by commands alone: sources, claims, questions, interest, and what nobody has named yet."""

from __future__ import annotations

from pathlib import Path

from command_line import Run, answer
from douyin_exports import codebook, row, write_csv
from sample_documents import (
    ARTICLES,
    COMMENTS,
    GAP,
    HOT_TOPICS,
    INTEREST,
    REPORT,
    SAMPLE,
    SECOND_REPORT,
    TOPIC,
)
from sixty_works import write_sixty_works

DATA_PHRASES = {"数据飞轮", "训练数据", "合成数据", "数据来源", "数据授权"}


def demand(run: Run, angle: str = GAP) -> tuple[int, int, int]:
    """Return how many origins, accepted claims and questions ask for an angle."""
    [gap] = [gap for gap in answer(run("gaps", TOPIC, "--json"))["gaps"] if gap["angle"] == angle]
    return gap["demand_sources"], gap["demand_claims"], gap["demand_questions"]


def test_each_kind_of_file_adds_its_part_of_the_demand(own: Run) -> None:
    assert demand(own) == (0, 0, 0)
    own("report", "import", REPORT)
    origins, claims, questions = demand(own)
    assert (claims, questions) == (4, 0)
    assert origins >= 7
    own("source", "import", *ARTICLES)
    assert demand(own) == (origins + 3, claims, 0)
    own("comments", "import", COMMENTS)
    assert demand(own) == (origins + 3, claims, 6)


def test_an_own_report_is_no_origin_of_demand(own: Run) -> None:
    own("report", "import", SECOND_REPORT)
    assert demand(own) == (0, 0, 0)
    origins, claims, _ = demand(own, "copyright")
    assert (origins, claims) == (3, 2)


def test_gaps_of_a_kind_stand_in_the_order_of_demand(own: Run) -> None:
    own("report", "import", SECOND_REPORT)
    own("source", "import", *ARTICLES)
    told = answer(own("gaps", TOPIC, "--json"))["gaps"]
    few = [gap["demand_sources"] for gap in told if gap["kind"] == "few"]
    assert few and few == sorted(few, reverse=True)
    assert told[0]["angle"] == GAP


def test_comments_come_in_once(own: Run) -> None:
    [told] = answer(own("comments", "import", COMMENTS, "--json"))["comments"]
    assert (told["comments_read"], told["comments_added"], told["questions"]) == (61, 61, 26)
    [again] = answer(own("comments", "import", COMMENTS, "--json"))["comments"]
    assert again["comments_added"] == 0
    assert demand(own) == (0, 0, 6)


def test_comments_wait_for_their_works(blindspot: Run) -> None:
    blindspot("codebook", "load", SAMPLE / "sample_codebook.toml")
    blindspot("comments", "import", COMMENTS)
    assert answer(blindspot("gaps", TOPIC, "--json"))["gaps"] == []
    blindspot("import", SAMPLE / "ai_video_sample.csv")
    assert demand(blindspot) == (0, 0, 6)


def test_any_table_with_a_work_and_a_text_is_one_of_comments(own: Run, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("作品ID,评论内容\n7604360386431994906,训练数据从哪里来？\n", encoding="utf-8")
    [told] = answer(own("comments", "import", file, "--json"))["comments"]
    assert (told["comments_added"], told["questions"]) == (1, 1)
    assert demand(own) == (0, 0, 1)


def test_interest_comes_in(own: Run) -> None:
    told = answer(own("interest", "import", INTEREST, "--json"))
    [one] = told["interest"]
    assert (one["rows_read"], one["points_added"]) == (32, 32)
    assert set(one["terms"]) == {"训练数据", "合成数据", "AI视频教程", "AI版权"}
    assert told["refused"] == []


def test_a_hot_list_becomes_candidates_once(blindspot: Run) -> None:
    [one] = answer(blindspot("hotlist", "import", HOT_TOPICS, "--json"))["hotlists"]
    assert (one["listed_on"], one["candidates_added"]) == ("2026-02-11", 6)
    assert "AI 视频热点汇总" in one["origin"]
    [again] = answer(blindspot("hotlist", "import", HOT_TOPICS, "--json"))["hotlists"]
    assert (again["candidates_added"], again["candidates_known"]) == (0, 6)
    [table] = answer(blindspot("hotlist", "import", SAMPLE / "hot_topics.csv", "--json"))["hotlists"]
    assert (table["listed_on"], table["candidates_added"], table["candidates_known"]) == ("2026-02-12", 3, 1)


def test_discover_names_what_the_sources_say_and_the_works_do_not(blindspot: Run, tmp_path: Path) -> None:
    blindspot("codebook", "load", SAMPLE / "sample_codebook.toml")
    blindspot("import", write_sixty_works(tmp_path / "sixty.csv"))
    blindspot("report", "import", REPORT)
    blindspot("source", "import", *ARTICLES)
    told = answer(blindspot("discover", TOPIC, "--limit", "20", "--json"))
    assert set(told) >= {"topic", "terms", "themes"}
    first = [term["term"] for term in told["terms"][:10]]
    assert len(first) == 10
    assert len(DATA_PHRASES & set(first)) >= 3, first
    assert {"本报告", "已有报告", "可信度"} & set(first) == set()
    for term in told["terms"]:
        assert set(term) >= {"term", "in_sources", "in_works", "z", "score", "examples"}
        assert term["in_sources"] > 0
    theme = told["themes"][0]
    assert set(theme) >= {"name", "terms", "sources", "works"}
    assert DATA_PHRASES & set(theme["terms"])
    assert theme["works"] == 0


def test_discover_without_sources_says_what_to_bring(own: Run) -> None:
    done = own("discover", TOPIC, "--json")
    assert (answer(done)["terms"], answer(done)["themes"]) == ([], [])
    assert "source" in done.stderr


def test_the_sample_asks_for_its_own_gap_alone(sampled: Run, tmp_path: Path) -> None:
    book = tmp_path / "own.toml"
    book.write_text(codebook("我的话题", ["seedance"], {"data": ["训练数据", "数据飞轮"]}), encoding="utf-8")
    sampled("codebook", "load", book)
    sampled("import", write_csv(tmp_path / "a.csv", [row(1, "Seedance 演示")]))
    assert demand(sampled) > (0, 0, 0)
    [gap] = answer(sampled("gaps", "我的话题", "--json"))["gaps"]
    assert (gap["n"], gap["demand_sources"], gap["demand_claims"], gap["demand_questions"]) == (1, 0, 0, 0)
    assert answer(sampled("discover", "我的话题", "--json"))["terms"] == []
