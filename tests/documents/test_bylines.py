"""The line under a title: author, publisher, day and address where it names them, and nothing where it does not."""

from __future__ import annotations

from datetime import date

import pytest

from blindspot.documents.byline import find_byline, read_day
from blindspot.documents.content import Block
from blindspot.documents.reading import read_document


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "作者：林一  来源：云雀新闻  2026-01-20 10:00",
            {"author": "林一", "publisher": "云雀新闻", "published_on": "2026-01-20"},
        ),
        ("By Jane Roe | January 20, 2026", {"author": "Jane Roe", "published_on": "2026-01-20"}),
        ("发布时间: 2026/1/5 08:00", {"published_on": "2026-01-05"}),
        ("2026年1月20日", {"published_on": "2026-01-20"}),
        ("原文链接：https://x.example/a?b=1", {"url": "https://x.example/a?b=1"}),
        ("https://x.example/a", {"url": "https://x.example/a"}),
    ],
)
def test_a_byline_is_read(line: str, said: dict[str, str]) -> None:
    assert find_byline([Block("paragraph", line)]) == said


@pytest.mark.parametrize(
    "line",
    [
        "云雀 3 在 2026-01-20 发布",
        "数据来源：各家文档，2025",
        "时间就是金钱",
        "By the end of 2026-01-20 it was over",
        "作者：这一行是一个很长的句子，讲的是别的事情，所以它不会是一个人的名字，无论怎么看都不会是。",
    ],
)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert find_byline([Block("paragraph", line)]) == {}


def test_only_the_first_lines_are_looked_at() -> None:
    blocks = [Block("paragraph", "正文。")] * 6 + [Block("paragraph", "作者：林一")]
    assert find_byline(blocks) == {}


def test_days_that_do_not_exist_are_none() -> None:
    assert read_day("2026-02-30") is None
    assert read_day("Smarch 20, 2026") is None


def test_what_the_front_matter_says_goes_before_the_byline() -> None:
    text = "---\nauthor: 甲\n---\n\n# 标题\n\n作者：乙 2026-01-20\n\n正文在这里。\n"
    article = read_document(text.encode(), "x.md")
    assert article.author == "甲"
    assert article.published_on == date(2026, 1, 20)
