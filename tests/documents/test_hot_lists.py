"""Hot lists: what counts as an entry in Markdown, what is read of each, and what is refused in a sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from blindspot.documents.hot_list import HotTopic
from blindspot.documents.hot_list_markdown import parse_hot_list
from blindspot.errors import FileRefused
from blindspot.readers.client import read_hot_list

LIST = """# 热点汇总-2026-02-11

## 一、工具

1. [新模型开放试用](https://hot.example.org/1)（热度 98.2万）
2. 片库开价
   - 每小时一百
3. 片库开价

## 二、行业

- 《灯笼巷》上映，热度：3万
"""
HEADED = """# 今日热点

整理于 2026 年 2 月 12 日

## 1. 数据从哪来
- 热度：98 万
- 来源：[某报](https://news.example.org/a)

## 2、水印要不要加
- 平台：抖音
"""
TABLE = """| # | 话题 | 热度 | 链接 |
|---|---|---|---|
| 1 | [带链接的标题](https://hot.example.org/x) | 12万 | |
| 2 | 无链接 | | http://127.0.0.1/x |
"""


def test_each_outer_item_is_an_entry_with_rank_heat_link_and_note_and_each_title_comes_once() -> None:
    found = parse_hot_list(LIST, "热点.md")
    assert (found.origin, found.listed_on) == ("热点汇总-2026-02-11", date(2026, 2, 11))
    assert found.topics == (
        HotTopic("新模型开放试用", 1, "98.2万", "https://hot.example.org/1"),
        HotTopic("片库开价", 2, note="每小时一百"),
        HotTopic("《灯笼巷》上映", None, "3万"),
    )


def test_numbered_headings_are_the_entries_where_there_are_some_and_what_stands_below_says_more() -> None:
    found = parse_hot_list(HEADED, "a.md")
    assert found.listed_on == date(2026, 2, 12)
    assert found.topics == (
        HotTopic("数据从哪来", 1, "98 万", "https://news.example.org/a", "热度：98 万\n来源：某报"),
        HotTopic("水印要不要加", 2, note="平台：抖音"),
    )


def test_a_table_with_titles_is_a_list_and_no_link_leads_to_this_computer() -> None:
    found = parse_hot_list(TABLE, "热榜 2026/02/13.md".replace("/", "-"))
    assert (found.origin, found.listed_on) == ("热榜 2026-02-13", date(2026, 2, 13))
    assert found.topics == (
        HotTopic("带链接的标题", 1, "12万", "https://hot.example.org/x"),
        HotTopic("无链接", 2),
    )


def test_markup_stays_text_and_script_links_are_none() -> None:
    [topic] = parse_hot_list("- <script>alert(1)</script> [点我](javascript:alert(1))\n", "a.md").topics
    assert topic == HotTopic("<script>alert(1)</script> [点我](javascript:alert(1))")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# 标题\n\n只有一段话。\n", "lists no topics"),
        ("- ！\n- ——\n", "lists no topics"),
        ("\n".join(f"- 话题 {number}" for number in range(5_001)), "more than 5000 topics"),
        ("> " * 400 + "深", "levels deep"),
        ("长" * 2_000_001, "characters"),
    ],
    ids=["prose", "marks", "too many", "too deep", "too long"],
)
def test_what_is_no_list_or_too_much_is_refused_in_a_sentence(text: str, reason: str) -> None:
    with pytest.raises(FileRefused, match=reason):
        parse_hot_list(text, "a.md")


def test_a_table_file_is_known_by_its_columns_whatever_their_order(tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_text("热度,话题,日期\n12万,甲事,2026-02-12\n,乙事,不详\n", encoding="gb18030")
    found = read_hot_list(path, "热榜.csv")
    assert (found.origin, found.listed_on) == ("热榜", date(2026, 2, 12))
    assert found.topics == (HotTopic("甲事", heat="12万", listed_on=date(2026, 2, 12)), HotTopic("乙事"))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", "编号,数\n1,2\n", "no column with titles"),
        ("a.csv", "作品ID,标题,发布时间\n7001,样例,2026-02-10\n", "table of works"),
        ("a.csv", "评论ID,标题,评论内容\n1,样例,好看\n", "table of comments"),
        ("a.md", "", "empty"),
        ("a.md", "%PDF-1.7 …", "PDF"),
        ("a.xlsx", "PK\x03\x04 no workbook", "."),
    ],
)
def test_other_files_are_refused_in_a_sentence(tmp_path: Path, name: str, content: str, reason: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FileRefused, match=reason):
        read_hot_list(path, name)


PUSHED = """# 热点词汇

🔥 [1/2] **甲 乙** : 2 条

  1. [某平台] 🆕 甲公司发布新模型 [**1**] - 09时15分 (1次)

  2. [另一平台] 片库涨价 [**3** - **7**] - [08时30分 ~ 10时45分] (3次)

━━━━━━━━━━

📈 [2/2] **丙** : 1 条

  1. [某平台] 丙产品销量 [**2**] - 10时20分 (1次)

🆕 本次新增 (共 1 条)

**某平台** (1 条):
1. 甲公司发布新模型 [**1**]

更新时间：2026-02-11 12:30:15
"""


def test_a_pushed_message_lists_each_title_once_with_its_own_rank_and_platform() -> None:
    found = parse_hot_list(PUSHED, "push.md")
    assert (found.origin, found.listed_on) == ("热点词汇", date(2026, 2, 11))
    assert found.topics == (
        HotTopic("甲公司发布新模型", 1, note="某平台"),
        HotTopic("片库涨价", 3, note="另一平台"),
        HotTopic("丙产品销量", 2, note="某平台"),
    )


@pytest.mark.parametrize(
    ("line", "title", "heat"),
    [
        ("某人官宣 4523112 🔥爆", "某人官宣", "4523112"),
        ("某人官宣 🔥爆 4523112", "某人官宣", "4523112"),
        ("[某人官宣](https://hot.example.org/1) 1.2万", "某人官宣", "1.2万"),
        ("某人官宣\t1,234,567 热", "某人官宣", "1,234,567"),
        ("某人官宣（98万热度）", "某人官宣", "98万"),
        ("某人官宣 - 12.5w", "某人官宣", "12.5w"),
        ("某人官宣 `1.2亿`", "某人官宣", "1.2亿"),
        ("🆕 某人官宣 【新】 30万", "某人官宣", "30万"),
    ],
)
def test_the_heat_at_the_end_of_most_lines_is_heat_and_marks_are_no_title(line: str, title: str, heat: str) -> None:
    [first, second] = parse_hot_list(f"1. {line}\n2. 手机 17 发布 54321\n", "a.md").topics
    assert (first.title, first.heat, first.rank) == (title, heat, 1)
    assert (second.title, second.heat) == ("手机 17 发布", "54321")


def test_numbers_that_few_titles_end_in_belong_to_them() -> None:
    found = parse_hot_list("1. 手机 17\n2. 销量破 50万\n3. 【重磅】新规出台\n4. 第 2026 期\n", "a.md")
    assert [topic.title for topic in found.topics] == ["手机 17", "销量破 50万", "【重磅】新规出台", "第 2026 期"]
    assert {topic.heat for topic in found.topics} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: 热榜\ndate: 2026-02-11\n---\n\n- 甲\n- 乙\n",
        "# 热榜\n\n> 抓取于 2026-02-11 08:00\n\n- 甲\n",
        "- 甲\n\n## 2026年2月11日\n\n- 乙\n",
        "# 热榜\n\n1. 甲（2025-01-01 的事）\n\n2026-02-11 08:00\n",
        "# 热榜\n\n- 甲\n\n生成时间：2026/2/11\n",
    ],
)
def test_the_day_stands_anywhere_around_the_entries(text: str) -> None:
    assert parse_hot_list(text, "a.md").listed_on == date(2026, 2, 11)
