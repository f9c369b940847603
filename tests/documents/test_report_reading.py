"""What a report says is read part by part, in Chinese and in English, as far as it goes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import chain

import pytest
from places import SHARED
from pydantic import TypeAdapter
from report_texts import CHINESE, ENGLISH

from blindspot.documents.report import Report, missing_sections, parse_report, render_report
from blindspot.documents.report.model import Example
from blindspot.documents.report.words import read_grade

SEED = next(iter(sorted((SHARED / "seeds").glob("000_*.txt"))), None)


def read(text: str) -> Report:
    report = parse_report(text)
    assert report
    return report


def every(report: Report, part: str) -> list:
    return list(chain.from_iterable(getattr(section, part) for section in report.sections))


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip()]


@pytest.mark.skipif(SEED is None, reason="the seed report is not on this machine")
def test_the_seed_report_is_read_whole() -> None:
    text = SEED.read_text(encoding="utf-8")
    report = read(text)
    assert [section.key for section in report.sections if section.verbatim is not None] == []
    assert missing_sections(report) == ()
    cited = list(chain.from_iterable(each.citations for each in [*report.claims, *every(report, "counterpoints")]))
    assert Counter(each.placement for each in cited) == {"list": 8, "inline": 2}
    sizes = {"claims": 4, "counterpoints": 3, "blind_spots": 2, "ratings": 9, "findings": 4}
    assert {name: len(every(report, name)) for name in sizes} == sizes
    assert [claim.grade for claim in report.claims] == ["high", "high", "high", "medium"]
    assert [each.kind for each in every(report, "counterpoints")] == ["rebuttal", "rebuttal", "dispute"]
    assert [len(each.examples) for each in every(report, "blind_spots")] == [3, 0]
    (proposal,) = report.proposals
    assert (len(proposal.values), len(proposal.risks), len(proposal.visuals)) == (3, 3, 3)
    assert [each.claim for each in proposal.claims] == [1, 2, 4]
    assert [bool(risk.mitigation) for risk in proposal.risks] == [True, True, False]
    assert [risk.kind for risk in proposal.risks] == [
        "factual_uncertainty",
        "opponent_underestimated",
        "technology_shift",
    ]
    assert [len(each.facets) for each in every(report, "relations")] == [6]
    assert [[each.proposal for each in series.episodes] for series in every(report, "series")] == [[None, 1]]
    assert [each.verb for each in every(report, "signals")] == ["监测", "关注", "追踪"]
    assert report.researched_on == date(2026, 2, 11)


@pytest.mark.skipif(SEED is None, reason="the seed report is not on this machine")
def test_the_seed_report_is_written_again_line_for_line() -> None:
    text = SEED.read_text(encoding="utf-8")
    written = render_report(read(text))
    assert len(lines(text)) == 233
    assert lines(written) == lines(text)
    addresses = [word for word in text.replace("(", " ").replace(")", " ").split() if word.startswith("https://")]
    assert (len(addresses), len(set(addresses))) == (19, 10)
    assert [word for word in written.replace("(", " ").replace(")", " ").split() if "https://" in word] == addresses


def test_an_invented_chinese_report_is_read_whole() -> None:
    report = read(CHINESE)
    assert [section.key for section in report.sections if section.verbatim is not None] == []
    assert [section.key for section in report.sections] == [
        "head",
        "insight",
        "claims",
        "counterpoints",
        "competitors",
        "proposals",
        "ratings",
        None,
        "findings",
        "relation",
        "closing",
    ]
    first, second = report.claims
    assert first.statement == "山泉水包的产能到 2027 年见顶"
    assert (first.grade, first.grade_reason) == ("high", "行业协会，多家媒体报道")
    assert [(each.label, each.url, each.note) for each in first.citations] == [
        ("山泉协会年报", "https://springs.example.org/report", ""),
        ("晚风日报：2029 年山泉水包停产", "https://news.example.cn/a/1", "转载"),
    ]
    assert (second.grade, second.grade_words) == ("medium", "中-高")
    assert [each.placement for each in second.citations] == ["list", "inline"]
    assert "### 不是标题" in second.body
    counterpoints = every(report, "counterpoints")
    assert [(each.kind, each.title) for each in counterpoints] == [
        ("rebuttal", "换自来水就行"),
        ("dispute", "味道真的变了吗"),
    ]
    assert counterpoints[0].claim == "自来水到处都有。"
    assert [each.url for each in counterpoints[0].citations] == ["https://tables.example.org/h"]
    peers, earlier = every(report, "blind_spots")
    assert (peers.kind, earlier.kind) == ("unsaid_by_peers", "prior_work_blind_spot")
    assert peers.examples == (Example("开箱", "奶泡像云一样！"), Example("教程", "三步拉花，小白也会"))
    assert peers.opportunity.strip() == "讲水源的人会被记住。"
    (proposal,) = report.proposals
    assert proposal.title == '咖啡的"旱季"：当水比豆子更稀缺'
    assert proposal.thesis.strip() == "水源见顶，咖啡机的竞争从奶泡转向水。"
    assert [each.title for each in proposal.values] == ["没人讲", "讲得清"]
    assert [(each.grade, each.claim) for each in proposal.claims] == [("high", 1), ("medium", 2)]
    assert [(each.kind, each.mitigation) for each in proposal.risks] == [
        ("factual_uncertainty", '需要用"预计"。'),
        ("opponent_underestimated", ""),
    ]
    assert (proposal.visual_note, len(proposal.visuals)) == ("针对 beanlab 的慢镜头", 2)
    assert [(each.grade, each.note) for each in every(report, "ratings")] == [
        ("high", "行业协会"),
        ("medium", "官方 | 无数据"),
        ("low", "个人帖子"),
    ]
    assert [each.title for each in every(report, "findings")] == ["水包比豆子贵", "没有人测水"]
    (relation,) = every(report, "relations")
    assert (relation.reference, relation.kind) == ("咖啡机价格战-2026-02.md", "complements")
    assert [facet.side for facet in relation.facets] == ["other", "this", "this"]
    (series,) = every(report, "series")
    assert [(each.title, each.note, each.proposal) for each in series.episodes] == [
        ("便宜的代价", "价格，已有报告", None),
        ('咖啡的"旱季"', "资源，本报告", 1),
    ]
    assert [(each.verb, each.subject, each.meaning) for each in every(report, "signals")] == [
        ("监测", "厂家是否恢复回收", "这将是转向的信号"),
        ("关注", "Spring Watch 的年报", "可能改写年份"),
    ]
    assert report.value("account") == "beanlab（慢镜头 + 数据，面向咖啡爱好者）"
    assert report.value("duration") == "约 2 小时"


def test_an_english_report_of_the_same_structure_is_read_whole() -> None:
    report = read(ENGLISH)
    assert [section.key for section in report.sections if section.verbatim is not None] == []
    assert missing_sections(report) == ()
    assert [each.grade for each in report.claims] == ["high", "medium"]
    assert [each.grade_words for each in report.claims] == ["High", "Medium to high"]
    assert [(each.label, each.url) for each in report.claims[1].citations] == [("Reed Guild handbook", None)]
    (counterpoint,) = every(report, "counterpoints")
    assert counterpoint.response.startswith("Beaches close")
    (proposal,) = report.proposals
    assert [(each.grade, each.claim) for each in proposal.claims] == [("high", 1)]
    assert [(each.kind, each.mitigation) for each in proposal.risks] == [
        ("factual_uncertainty", 'We should say "planned".')
    ]
    (series,) = every(report, "series")
    assert [each.title for each in series.episodes] == ["Colour sells", "The last open sky"]
    assert [each.proposal for each in series.episodes] == [None, 1]
    assert [(each.verb, each.subject) for each in every(report, "signals")] == [
        ("Watch", "the field register"),
        ("Track", "reed prices"),
    ]
    assert report.researched_on == date(2026, 4, 2)


def test_a_report_that_lacks_sections_is_read_as_far_as_it_goes_and_says_what_it_lacks() -> None:
    start, end = CHINESE.index("## 反面与争议"), CHINESE.index("## 建议的切入角度")
    report = read(CHINESE[:start] + CHINESE[end : CHINESE.index("## 与已有调研报告的关系")])
    assert len(report.claims) == 2
    assert missing_sections(report) == ("counterpoints", "competitors", "relation", "series", "signals")


def test_an_article_is_no_report() -> None:
    assert parse_report("# Water\n\nCoffee needs water.\n\n## Key takeaways\n\n- Water matters\n") is None
    assert parse_report("# 水\n\n## 竞品分析\n\n### 甲\n\n很好。\n") is None
    assert parse_report("关键事实\n\n核心洞察\n") is None
    assert parse_report("") is None


def test_headings_in_the_users_own_words_are_read_under_their_key() -> None:
    text = CHINESE.replace("## 核心事实", "## 我们查到的三件事").replace("## 核心洞察", "## 一句话")
    assert "claims" in missing_sections(read(text))
    report = parse_report(text, [("claims", "我们查到的三件事"), ("insight", "一句话")])
    assert report and len(report.claims) == 2
    assert missing_sections(report) == ()


@pytest.mark.parametrize(
    "heading", ["## 二、核心事实", "## 2. 关键事实（共两条）", "##  主要发现 ：", "## **核心事实**"]
)
def test_numbering_emphasis_and_asides_do_not_hide_a_heading(heading: str) -> None:
    text = CHINESE.replace("## 核心事实", heading)
    assert len(read(text).claims) == 2
    assert lines(render_report(read(text))) == lines(text)


def test_a_layout_that_the_template_lacks_is_kept_as_written_and_still_read() -> None:
    text = CHINESE.replace("### 2. 厂家", "### 第 2 件事 - 厂家").replace("**可信度**：高", "**可信度** ： 高")
    report = read(text)
    assert [section.key for section in report.sections if section.verbatim is not None] == ["claims"]
    assert len(report.claims) == 2
    assert lines(render_report(report)) == lines(text)


def test_sources_and_grade_may_stand_below_the_text_of_a_claim() -> None:
    text = ENGLISH.replace("It survives rain.\n", "").replace("longer\n\n", "longer\n\nIt survives rain.\n\n")
    text = text.replace("The register lists 120 fields, and 61 of them close.\n", "")
    report = read(text.replace("by 2028\n\n**S", "by 2028\n\nThe register lists 120 fields.\n\n**S"))
    assert [section.key for section in report.sections if section.verbatim is not None] == []
    assert [claim.body for claim in report.claims] == ["The register lists 120 fields.", "It survives rain."]


def test_claims_may_be_a_list_with_their_grades_in_brackets() -> None:
    start, end = CHINESE.index("### 1. 山泉"), CHINESE.index("---\n\n## 反面")
    claims = "1. **水包见顶**（高）：见[年报](https://springs.example.org/report)\n2. **没有回收**：停了\n\n"
    text = CHINESE[:start] + claims + CHINESE[end:]
    report = read(text)
    assert [section.key for section in report.sections if section.verbatim is not None] == []
    assert [claim.statement for claim in report.claims] == ["水包见顶", "没有回收"]
    assert [claim.grade for claim in report.claims] == ["high", "unrated"]
    assert [each.url for each in report.claims[0].citations] == ["https://springs.example.org/report"]
    assert lines(render_report(report)) == lines(text)


def test_a_proposal_may_have_its_title_under_a_label() -> None:
    text = CHINESE.replace("### 推荐角度：《", "**推荐角度**：《")
    report = read(text)
    assert [section.key for section in report.sections if section.verbatim is not None] == []
    assert report.proposals == read(CHINESE).proposals
    assert lines(render_report(report)) == lines(text)


def test_a_report_goes_through_json_and_back() -> None:
    adapter = TypeAdapter(Report)
    assert adapter.validate_json(adapter.dump_json(read(CHINESE))) == read(CHINESE)


def test_a_changed_grade_is_written_in_the_word_for_it() -> None:
    report = read(CHINESE)
    claims = next(section for section in report.sections if section.key == "claims")
    changed = replace(claims, claims=(replace(claims.claims[0], grade="low"), *claims.claims[1:]))
    sections = tuple(changed if section is claims else section for section in report.sections)
    written = render_report(replace(report, sections=sections))
    assert "**可信度**：低（行业协会，多家媒体报道）" in written
    assert "**可信度**：中-高（官方公告，无第三方数据）" in written


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("高", "high"),
        ("高可信度", "high"),
        ("中-高", "medium"),
        ("中高", "medium"),
        ("中低", "low"),
        ("Medium", "medium"),
        ("high credibility", "high"),
        ("medium to high", "medium"),
        ("未评", "unrated"),
        ("很难说", "unrated"),
        ("", "unrated"),
    ],
)
def test_of_two_grades_the_lower_counts(words: str, grade: str) -> None:
    assert read_grade(words) == grade
