"""Reports as Hypothesis invents them: from the model, and as texts of sections and odd blocks in any order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from report_texts import CHINESE, ENGLISH

from blindspot.documents.report.linking import link
from blindspot.documents.report.model import (
    BlindSpot,
    Citation,
    Counterpoint,
    EpisodeDraft,
    Facet,
    Field,
    Point,
    ProposalDraft,
    Relation,
    Report,
    ReportClaim,
    Risk,
    Section,
    SeriesDraft,
    SignalDraft,
    SourceRating,
    SupportingClaim,
)

WORD = st.sampled_from(
    ["水源", "奶泡", "kite", "滤芯 回收", "100%", "“引号”", "{n}", "é", "x|y", "2027 年", "A", "<b>", "&amp;"]
)
TITLE = st.lists(WORD, min_size=1, max_size=4).map(lambda words: "茶" + "，".join(words))
TEXT = st.one_of(st.just(""), TITLE, st.tuples(TITLE, TITLE).map("。\n\n> ".join), TITLE.map("- {}\n- 又".format))
INLINE = st.one_of(st.just(""), TITLE)
BODY = st.one_of(INLINE, TITLE.map("\n- {}\n- 又".format), st.tuples(TITLE, TITLE).map("\n".join))
GRADED = st.sampled_from([("high", "高"), ("medium", "中"), ("low", "低"), ("medium", "中-高"), ("unrated", "")])
URL = st.sampled_from(["https://a.example.org/1", "https://b.example.cn/(x)?q=1#y", "http://c.example.com/%E4%B8%AD"])


def listed(element: st.SearchStrategy, least: int = 0) -> st.SearchStrategy:
    return st.lists(element, min_size=least, max_size=3).map(tuple)


CITATION = st.builds(Citation, label=TITLE, url=st.one_of(st.none(), URL), note=INLINE)
POINT = st.builds(Point, title=TITLE, body=BODY)
CLAIM = st.builds(
    lambda statement, graded, reason, citations, body: ReportClaim(
        # without the grade's line between them, a list in the text would belong to the list of sources
        *(statement, *graded, reason if graded[1] else "", citations if graded[1] or body[:1] != "-" else (), body)
    ),
    TITLE,
    GRADED,
    INLINE,
    listed(CITATION),
    TEXT,
)
COUNTERPOINT = st.builds(
    Counterpoint,
    kind=st.sampled_from(["rebuttal", "dispute"]),
    title=TITLE,
    claim=TITLE,
    response=st.one_of(st.just(""), TITLE, TITLE.map("\n\n{}".format)),
)
BLIND_SPOT = st.builds(
    BlindSpot, kind=st.just("unsaid_by_peers"), title=TITLE, body=TEXT, opportunity=st.one_of(st.just(""), TITLE)
)
SUPPORTING = st.builds(lambda title, graded, body: SupportingClaim(title, *graded, body), TITLE, GRADED, BODY)
PROPOSAL = st.builds(
    ProposalDraft,
    title=TITLE,
    thesis=INLINE,
    values=listed(POINT),
    claims=listed(SUPPORTING),
    risks=listed(st.builds(Risk, title=TITLE, body=BODY)),
    visuals=listed(POINT, 1),
    visual_note=INLINE,
)
RATING = st.builds(
    lambda label, url, graded, note: SourceRating(label, url, *graded, note),
    TITLE,
    st.one_of(st.none(), URL),
    GRADED,
    INLINE,
)
FACETS = st.tuples(
    *(st.builds(Facet, side=st.just(side), label=TITLE, text=TITLE) for side in ("other", "other", "this"))
)
RELATION = st.builds(Relation, reference=TITLE, facets=FACETS, body=INLINE)
SERIES = st.builds(SeriesDraft, title=TITLE, episodes=listed(st.builds(EpisodeDraft, title=TITLE, note=INLINE), 1))
SIGNAL = st.builds(SignalDraft, verb=st.sampled_from(["监测", "关注", ""]), subject=TITLE, meaning=INLINE)
FIELDS = listed(st.builds(Field, key=st.just("account"), label=st.just("**目标账号**："), value=TITLE))


def section(key: str | None, heading: str, **parts: st.SearchStrategy) -> st.SearchStrategy[Section]:
    has_rule = st.booleans()
    return st.builds(
        Section, key=st.just(key), heading=st.just(heading), level=st.just(2), has_rule=has_rule, body=TEXT, **parts
    )


OTHERS = [
    section("counterpoints", "反面与争议", counterpoints=listed(COUNTERPOINT)),
    section("competitors", "竞品分析", blind_spots=listed(BLIND_SPOT)),
    section("proposals", "建议的切入角度", proposals=listed(PROPOSAL)),
    section("ratings", "数据来源与可信度评级", ratings=listed(RATING)),
    section("findings", "意外发现", findings=listed(POINT)).map(lambda each: replace(each, body="")),
    section("relation", "与已有报告的关系", relations=listed(RELATION, 1), series=listed(SERIES)),
    section(None, "备忘"),
    section(None, "附录：来源与说明"),
]


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Return a report with labels of its own nowhere, as one made from nothing has."""
    title = draw(TITLE)
    head = Section(key="head", heading=title, level=1, fields=draw(FIELDS))
    insight = draw(section("insight", "核心洞察"))
    claims = draw(section("claims", "核心事实", claims=listed(CLAIM, 1)))
    foot = draw(st.one_of(st.just(()), st.tuples(closing())))
    return link(Report(title, (head, insight, claims, *draw(st.tuples(*map(optional, OTHERS)).map(flat)), *foot)))


def optional(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.one_of(st.just(()), st.tuples(strategy))


def flat(parts: tuple[tuple[Section, ...], ...]) -> tuple[Section, ...]:
    return tuple(section for part in parts for section in part)


def closing() -> st.SearchStrategy[Section]:
    fields = st.tuples(st.builds(Field, key=st.just("duration"), label=st.just("**调研耗时**："), value=TITLE))
    return st.builds(
        Section,
        key=st.just("closing"),
        heading=st.none(),
        level=st.just(0),
        has_rule=st.booleans(),
        fields=fields,
        signals=listed(SIGNAL),
    )


def plain(report: Report) -> Report:
    """Return a report without the words of its layout and what is read out of its own text."""
    return replace(report, sections=tuple(_plain(section) for section in report.sections))


def _plain(section: Section) -> Section:
    proposals = tuple(
        replace(each, risks=tuple(Risk(risk.title, risk.body) for risk in each.risks)) for each in section.proposals
    )
    return replace(section, labels=(), proposals=proposals)


ODD_BLOCKS = [
    "```\n## 核心事实\n**可信度**：低\n```",
    "~~~\n没有合上的围栏",
    "    缩进的代码\n    ## 核心洞察",
    "- 一\n  - 二\n    1. 三\n\n      四\n- 五\n懒行\n**可信度**：高",
    "1) 甲\n2) 乙\n**来源**：丙",
    "| a | b |\n|---|---|\n| 1 | `x` |",
    "<div>\n## 核心事实\n\n**来源**：\n</div>",
    "<!-- 没有合上",
    "标题一\n=====",
    "核心事实\n---",
    "***",
    "* * *\n---\n___",
    "> 引文\n> **可信度**：中\n懒行",
    "**来源**: [a](https://a.example.org) 和 [b][ref]\n\n[ref]: https://b.example.org",
    "**下一步建议**：\n1. 关注甲\n3. 乙（丙",
    "**调研耗时**：\u3000三天  \n后面一行",
    "### １．全角编号：标题",
    "#### 太深\n##### 更深",
    "####### 不是标题",
    "\\# 也不是标题",
    "   ## 核心事实",
    "## 核心事实 ##",
    "##\t建议的切入角度",
    "#",
    "\t- 制表符\n\t续行",
    "行尾两格  \n反斜杠\\\n完",
    "第一集：《甲》\n- 第二集：《乙》（丙）",
    "**建议**：\n- 第一集：甲\n  - 乙",
    "a\x0bb\x0cc\u2028d",
    "![图](https://a.example.org/有 空格 (1).png)",
    "---\ntitle: x\n---",
    "$x$ {#锚}\n{% raw %}",
    "\ufeff",
]
PIECES = [piece for text in (CHINESE, ENGLISH) for piece in text.replace("\n---\n", "\n\x00").split("\x00")]
LINES = sorted({line for text in (CHINESE, ENGLISH) for line in text.split("\n")})


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Return sections, odd blocks and single lines in any order, parted by one line end or more."""
    part = st.one_of(st.sampled_from(PIECES), st.sampled_from(ODD_BLOCKS), st.sampled_from(LINES))
    parts = draw(st.lists(part, min_size=2, max_size=9))
    gaps = draw(st.lists(st.sampled_from(["\n", "\n\n", "\n---\n", "\r\n", "\r", "\n \n"]), min_size=9, max_size=9))
    return "".join(part + gap for part, gap in zip(parts, gaps, strict=False))
