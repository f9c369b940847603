"""Markdown as plain lines: the marks go, every word stays."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from blindspot.writers.plain import plain_text

WRITTEN = """线性与指数：**需求**更快。

- 头部创作者*每月*几条
  1. 先看 [来源](https://clock.example/a)
  2. 再算
- https://clock.example/b

更关键的是 `质量`
换行也留着

| 年份 | 存量 |
| --- | --- |
| 2027 | 见底 |

---

> 引文
"""


def test_marks_go_and_lists_tables_and_addresses_stay_readable() -> None:
    assert plain_text(WRITTEN).split("\n") == [
        "线性与指数：需求更快。",
        "• 头部创作者每月几条",
        "   1. 先看 来源 (https://clock.example/a)",
        "   2. 再算",
        "• https://clock.example/b",
        "更关键的是 质量",
        "换行也留着",
        "年份 | 存量",
        "2027 | 见底",
        "引文",
    ]


def test_a_text_that_begins_like_front_matter_is_still_said() -> None:
    assert plain_text("---\n钟: 停了\n---\n正文") == "钟: 停了\n正文"


def test_texts_without_marks_stay_as_they_are() -> None:
    assert plain_text("第一行\n第二行 1 < 2 & 3 #read(x) $a$") == "第一行\n第二行 1 < 2 & 3 #read(x) $a$"


@given(
    st.lists(
        st.sampled_from(["钟", "**摆**", "- 停", "\n", "\n\n", "> 夜", "| 响 |", "`针`", "# 声", "[面](x)", " ", "!"])
    )
)
def test_no_word_is_ever_lost(parts: list[str]) -> None:
    written = "".join(parts)
    assert re.findall(r"[\u4e00-\u9fff]", plain_text(written)) == re.findall(r"[\u4e00-\u9fff]", written)
