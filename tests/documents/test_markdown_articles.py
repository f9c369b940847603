"""Markdown articles: front matter, headings, tables, pictures and references, whatever the exporter did to them."""

from __future__ import annotations

from datetime import date

import pytest

from blindspot.documents.document import Media, Reference, Table
from blindspot.documents.reading import read_document
from blindspot.errors import FileRefused

ARTICLE = """---
title: "云雀 3 深度观察：画面之外"
date: 2026-01-20
category: "前沿"
tags: ["云雀3", "AI视频", "合规"]
source_url: "https://www.lark-notes.example/observe/lark-3"
author: "编辑部"
summary: "一段摘要。"
---

开头 {#intro}
-----------

**云雀 3** 的发布引起了讨论。

*** ** * ** ***

一、 能力 {#power}
--------------

据**远山研究所** 发布的年度报告指出，新模型的准确率提升了 **30%** 以上。

### 1. 对比

| 指标 | **云雀 3** | 竞品 |
|----|----|----|
| **时长** | **15秒** | 5秒 |
| 分辨率 | 4K | 1080P |

*数据来源：各家文档，2025*

**独立咨询机构 North Pine 的分析师指出，对于小团队而言，成本已成为最大的门槛。**
![处罚案例趋势](https://www.lark-notes.example/up/file (3)_2026.png)处罚案例趋势

* **引用：** 根据**省政府网** 发布的《短视频标识办法》，发布者必须标识。

> 据**南湖实验室（NHL）内容组相关专家分析："竞争不再是画质的竞争。没有溯源能力的模型，将难以上市。"**

参考信源 {#references}
------------------

1. [省政府网. 《短视频标识办法》. 2025-03-01.](https://www.province.example/doc/1)

2. [内部文件](file:///C:/secret.docx)
"""


@pytest.fixture(scope="module")
def article():
    return read_document(ARTICLE.encode(), "notes.txt")


def test_the_form_is_found_by_content_and_the_front_matter_is_read(article) -> None:
    assert article.form == "markdown"
    assert article.title == "云雀 3 深度观察：画面之外"
    assert article.published_on == date(2026, 1, 20)
    assert (article.author, article.category, article.summary) == ("编辑部", "前沿", "一段摘要。")
    assert article.url == "https://www.lark-notes.example/observe/lark-3"
    assert article.tags == ("云雀3", "AI视频", "合规")
    assert article.language == "zh"
    assert article.front_matter.count("\n") == 6
    assert article.body.startswith("开头")


def test_headings_lose_their_anchors_and_odd_rules_say_nothing(article) -> None:
    headings = [passage.text for passage in article.passages if passage.kind == "heading"]
    assert headings == [article.title, "开头", "一、能力", "1. 对比", "参考信源"]
    assert not [passage for passage in article.passages if "*" in passage.text or "{#" in passage.text]


def test_a_table_keeps_its_cells_and_the_note_under_it(article) -> None:
    assert article.tables == (
        Table(
            (("指标", "云雀 3", "竞品"), ("时长", "15秒", "5秒"), ("分辨率", "4K", "1080P")),
            footnote="数据来源：各家文档，2025",
        ),
    )


def test_an_image_address_with_blanks_and_brackets_is_read_to_its_balance(article) -> None:
    assert article.media == (
        Media("https://www.lark-notes.example/up/file (3)_2026.png", "处罚案例趋势", "处罚案例趋势"),
    )


def test_listed_references_come_first_then_parties_named_without_a_link(article) -> None:
    assert article.references == (
        Reference("省政府网. 《短视频标识办法》. 2025-03-01.", "https://www.province.example/doc/1"),
        Reference("内部文件"),
        Reference("远山研究所"),
        Reference("North Pine"),
        Reference("南湖实验室（NHL）"),
    )


def test_candidates_say_who_says_it_with_figures_and_sources(article) -> None:
    found = {candidate.said_by: candidate for candidate in article.candidates}
    assert [figure.words for figure in found["远山研究所"].figures] == ["30% 以上"]
    assert found["远山研究所"].kind == "measurement"
    assert found["North Pine"].kind == "opinion"
    assert found["省政府网"].cites == (article.references[0],)
    assert found["省政府网"].kind == "legal"
    assert found["南湖实验室（NHL）"].statement.endswith('将难以上市。"')


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("title: a: b: c\nauthor: x", 2),
        ("a: &x [1]\nb: *x", 2),
        ("a:\n  b:\n    c: 1", 3),
        ("a: !!python/object/apply:os.system [ls]", 2),
        ("title: fine\ntags: [one, two", 3),
    ],
)
def test_a_bad_front_matter_is_refused_with_its_line(head: str, line: int) -> None:
    with pytest.raises(FileRefused) as refusal:
        read_document(f"---\n{head}\n---\n\n# 标题\n".encode(), "x.md")
    assert f"line {line}" in str(refusal.value)
    assert "x.md" in str(refusal.value)


def test_a_yaml_bomb_is_refused_before_it_unfolds() -> None:
    levels = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9) if n else 'x'}]" for n in range(12))
    with pytest.raises(FileRefused, match="front matter"):
        read_document(f"---\n{levels}\n---\n\n# 标题\n".encode(), "x.md")


def test_text_between_two_rules_is_no_front_matter() -> None:
    article = read_document("---\n\n只是一段话\n\n---\n\n# 标题\n\n正文。\n".encode(), "x.md")
    assert article.front_matter is None
    assert "只是一段话" in article.body
    assert [passage.text for passage in article.passages] == ["只是一段话", "标题", "正文。"]


def test_sources_listed_without_a_list_are_read_under_their_heading() -> None:
    text = (
        "# T\n\nText here. See it.\n\n## Sources\n\n[1] North Pine, Prices 2025: https://north.example/p\n\n"
        "South Lake\n\n## After\n\nMore [text](https://after.example/x).\n"
    )
    assert read_document(text.encode(), "x").references == (
        Reference("North Pine, Prices 2025", "https://north.example/p"),
        Reference("South Lake"),
    )


def test_a_numbered_note_and_a_link_are_what_a_sentence_leans_on() -> None:
    text = (
        "# T\n\nPrices rose by 15% [2]. North Pine says so, and [a study](https://study.example/s) found 20%.\n\n"
        "## References\n\n1. [One](https://one.example/1)\n2. [Two](https://two.example/2)\n"
    )
    first, second = read_document(text.encode(), "x").candidates
    assert first.cites == (Reference("Two", "https://two.example/2"),)
    assert second.cites == (Reference("a study", "https://study.example/s"),)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "http://localhost:8501/", "http://127.0.0.1/",
        "http://10.0.0.5/x", "http://192.168.1.1/", "http://[::1]/", "http://169.254.169.254/latest", "//server/share",
        "\\\\server\\share", "http://nas/", "http://printer.local/", "http://0x7f.1/", "ftp://files.example/x",
    ],
)  # fmt: skip
def test_a_link_to_a_local_address_stays_words(address: str) -> None:
    head = f"---\ntitle: t\nsource_url: '{address}'\n---\n\n"
    text = f"{head}据[远山研究所](<{address}>)报道，涨了 15%。\n\n![图](<{address}>)\n"
    article = read_document(text.encode(), "x.md")
    assert article.references == (Reference("远山研究所"),)
    assert article.url is None
    assert article.media == ()
    assert "远山研究所" in article.body


def test_script_in_markdown_is_words() -> None:
    text = "# T\n\n<script>alert('x')</script> and [go](javascript:alert(1)) <img src=x onerror=alert(1)>\n"
    article = read_document(text.encode(), "x.md")
    assert "<script>alert('x')</script>" in article.passages[-1].text
    assert [reference.url for reference in article.references if reference.url] == []
