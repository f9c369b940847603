"""Sentences, figures, hedges and speakers, one rule at a time."""

from __future__ import annotations

from datetime import date

import pytest

from blindspot.documents.attribution import find_party, is_anonymous
from blindspot.documents.candidates import find_candidates, find_hedges, say_what
from blindspot.documents.content import Block
from blindspot.documents.figures import find_figures
from blindspot.documents.references import is_reference_heading
from blindspot.documents.sentences import split_sentences


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("同比上升了 15%，", [(15, "%", "15%")]),
        ("准确率提升了 40% 以上", [(40, "%", "40% 以上")]),
        ("占比 ３０％", [(30, "%", "30％")]),
        ("花费 1.2 亿元，共 3 万小时", [(1.2e8, "CNY", "1.2 亿元"), (3e4, "小时", "3 万小时")]),
        ("搜集了 20 余条作品", [(20, "条", "20 余条")]),
        ("播放 1.2 亿", [(1.2e8, "", "1.2 亿")]),
        ("worth $1.5 billion and US$80 million", [(1.5e9, "USD", "$1.5 billion"), (8e7, "USD", "US$80 million")]),
        ("about 1,200,000 users", [(1.2e6, "users", "1,200,000 users")]),
        ("rose 12 percent", [(12, "%", "12 percent")]),
        ("5秒 - 10秒", [(5, "秒", "5秒"), (10, "秒", "10秒")]),
    ],
)
def test_a_number_with_its_unit_is_a_figure(sentence: str, expected: list[tuple[float, str, str]]) -> None:
    assert [(figure.value, figure.unit, figure.words) for figure in find_figures(sentence)] == [
        (pytest.approx(value), unit, words) for value, unit, words in expected
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "2026 年 2 月 10 日", "2023-2025年 趋势", "Seedance 2.0 与 GPT-4", "1080P / 4K", "第 3 集", "3 个方面",
        "2022-12-12", "version 2.0.1", "In 2025 it began.",
    ],
)  # fmt: skip
def test_dates_versions_and_ranks_are_no_figures(sentence: str) -> None:
    assert find_figures(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("据远山通讯社报道，涨了。", "远山通讯社"),
        ("据工信局南湖研究院 发布的行业观察报告指出，涨了。", "工信局南湖研究院"),
        ("根据省统计局数据，涨了。", "省统计局"),
        ("知名咨询机构 North Pine 的分析师指出，涨了。", "North Pine"),
        ("远山公司首席科学家林一表示，涨了。", "远山公司首席科学家林一"),
        ("主要来自国家某办公室（GMB） 发布的法规。", "国家某办公室（GMB）"),
        ("According to the North Pine Institute, prices rose.", "North Pine Institute"),
        ("Prices rose, North Pine said.", "North Pine"),
        ("North Pine estimates that prices rose.", "North Pine"),
        ("依据国家相关法规，本文分析如下。", None),
        ("这被业内誉为突破。", None),
        ("数据显示器卖得很好。", None),
    ],
)
def test_who_says_it(sentence: str, party: str | None) -> None:
    assert find_party(sentence) == party


@pytest.mark.parametrize("party", ["业内专家", "知情人士", "某平台", "The company", "Analysts", "researchers"])
def test_nobody_in_particular_is_no_source(party: str) -> None:
    assert is_anonymous(party)
    assert not is_anonymous("远山研究所")


def test_an_anonymous_speaker_is_named_beside_the_claim_and_cited_nowhere() -> None:
    (candidate,) = find_candidates([Block("paragraph", "业内专家分析认为，成本会降低。")], ())
    assert candidate.said_by == "业内专家"
    assert candidate.cites == ()


@pytest.mark.parametrize(
    ("statement", "body", "day"),
    [
        ("素材即将用完，2027 是关键节点", "", date(2027, 12, 31)),
        ("预计素材将在 2027 年前耗尽", "", date(2026, 12, 31)),
        ("素材即将用完", "研究发表于 2024 年 3 月：将在 2031-2045 年之间耗尽", date(2045, 12, 31)),
        ("预计 2026 年 6 月前公布", "", date(2026, 5, 31)),
        ("Stocks will run out before 2030", "", date(2029, 12, 31)),
        ("预计会用完", "", None),
        ("素材在 2027 年被用完", "", None),
    ],
)
def test_a_forecast_has_the_last_day_that_it_speaks_of(statement: str, body: str, day: date | None) -> None:
    assert say_what(statement, body).as_of == day


def test_a_statement_says_what_its_body_says_with_it() -> None:
    said = say_what("素材快用完了", "可能只够 30 天（[来源](https://a.example/p/15%20)），可能更少，占 **4%**。")
    figures = [figure.words for figure in said.figures]
    assert (said.kind, figures, said.hedges) == ("statement", ["30 天", "4%"], ("可能",))


def test_hedges_are_found_as_written_and_their_opposites_are_not() -> None:
    assert find_hedges("预计未来极可能上涨，不可能下跌，尽可能多买，可能性很小") == ("预计", "极可能")
    assert find_hedges("It may rise and could fall; maybe in the mayor's dismay") == ("may", "could")


@pytest.mark.parametrize(
    ("paragraph", "count"),
    [
        ("第一句。第二句！第三句？", 3),
        ("他说：“先买。再卖。”然后走了。", 2),
        ("In Smith v. Lark, the U.S. court ruled. Then it ended. Prices rose 1.5 times.", 3),
        ('引号"没有配对。下一句。', 2),
        ("See e.g. North Pine. It rose.", 2),
    ],
)
def test_sentences_end_where_people_see_them_end(paragraph: str, count: int) -> None:
    sentences = split_sentences(paragraph)
    assert len(sentences) == count
    assert "".join(sentences).replace(" ", "") == paragraph.replace(" ", "")


def test_a_paragraph_that_ends_in_a_colon_takes_its_items() -> None:
    blocks = [Block("paragraph", "预计重新上线时有以下限制："), Block("item", "实名认证。"), Block("item", "水印。")]
    assert [candidate.statement for candidate in find_candidates(blocks, ())] == [
        "预计重新上线时有以下限制：实名认证；水印"
    ]


def test_a_plain_sentence_and_the_list_of_references_are_no_candidates() -> None:
    blocks = [
        Block("paragraph", "云雀 3 引起了讨论。"),
        Block("heading", "参考资料", 2),
        Block("item", "据远山研究所报道，15%。"),
        Block("heading", "后记", 2),
        Block("paragraph", "据远山研究所报道，涨了 15%。"),
    ]
    assert [candidate.statement for candidate in find_candidates(blocks, ())] == ["据远山研究所报道，涨了 15%。"]


@pytest.mark.parametrize(
    ("heading", "is_list"),
    [
        ("📚 主要参考信源", True), ("四、参考资料", True), ("References", True), ("5. Sources cited:", True),
        ("来源清单", True), ("Energy sources of the future", False), ("参考价值", False), ("一、来源", False),
        ("数据来源之谜", False), ("Sources say no", False),
    ],
)  # fmt: skip
def test_only_a_heading_that_says_nothing_else_begins_a_list_of_sources(heading: str, is_list: bool) -> None:
    assert is_reference_heading(heading) is is_list
