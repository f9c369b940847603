"""Numbered citations and footnotes: what each number stands for, where it is cited, and what claims make of it."""

from __future__ import annotations

import pytest

from blindspot.documents.numbered_references import cited_numbers, is_only_numbers, numbered_references, numbers_in
from blindspot.documents.report import parse_report, render_report

REPORT = """# 测试报告：素材账

## 核心洞察

**素材见底。**

## 关键事实

### 1. 公开素材将用完[1][^a]

**来源**：[1][22]
**可信度**：高

三成人同意[1][9]。

### 2. 平台停用上传

- **来源**：[某报](https://news.example/c)
- **可信度**：高（旧）
- 别的说明

### 3. 采集变贵

- **来源**：
  - [1]
  - [甲](https://news.example/d)
  - https://news.example/e

### 4. 有人这样说

**来源**：某研究院《素材报告》，2026

## 参考资料

[1] 某研究院：素材报告 https://news.example/a
[2] 别的 https://news.example/b

[^a]: https://news.example/f
"""


def cited(text: str) -> list[list[tuple[str, str | None]]]:
    return [[(one.label, one.url) for one in claim.citations] for claim in parse_report(text).claims]


def test_claims_rest_on_what_their_numbers_footnotes_and_labels_in_lists_name() -> None:
    report = ("某研究院：素材报告", "https://news.example/a")
    assert cited(REPORT) == [
        [report, ("https://news.example/f", "https://news.example/f")],
        [("某报", "https://news.example/c")],
        [report, ("甲", "https://news.example/d"), ("https://news.example/e", "https://news.example/e")],
        [("某研究院《素材报告》，2026", None)],
    ]


def test_what_was_read_is_written_again_line_for_line() -> None:
    written = render_report(parse_report(REPORT))
    assert [line for line in written.split("\n") if line] == [line for line in REPORT.split("\n") if line]
    assert parse_report(written) == parse_report(REPORT)


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("同意[1][9]。", ["1", "9"]),
        ("as found [2, 3] and [5-7]", ["2", "3", "5", "6", "7"]),
        ("据【4】和【5†某页】", ["4", "5"]),
        ("脚注[^甲]<sup>8</sup>", ["^甲", "8"]),
        ("[1](https://news.example/a) `a[2]` [名](https://news.example/[3]) [2025] [x]", []),
    ],
)
def test_what_cites_by_number(line: str, numbers: list[str]) -> None:
    assert numbers_in(line) == numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## 参考文献\n1. 甲 https://news.example/a\n2、乙\n", {"1": "甲", "2": "乙"}),
        ("**References**\n\n- [1] [Label](https://news.example/a)\n", {"1": "Label"}),
        ("正文[1]\n\n[1]: https://news.example/a\n[^b]: 某院，<https://news.example/b>\n", {"1": None, "^b": "某院"}),
        ("1. 一步\n2. 两步\n[3] 没有地址\n", {}),
        ("**来源**：\n1. 甲 https://news.example/a\n", {}),
        ("```\n[1] https://news.example/a\n```\n", {}),
        ("## 参考资料\n[1] 甲\n## 附录\n1. 乙\n", {"1": "甲"}),
    ],
)
def test_what_lists_by_number(text: str, found: dict[str, str | None]) -> None:
    entries = numbered_references(text.splitlines())
    assert {key: entry.label for key, entry in entries.items()} == {
        key: label or "https://news.example/a" for key, label in found.items()
    }


def test_an_entry_cites_nothing_itself() -> None:
    lines = "甲[1]\n## 参考资料\n[1] 某院[2] https://news.example/a\n".splitlines()
    assert list(cited_numbers(lines)) == [(0, "1")]


@pytest.mark.parametrize(("text", "is_only"), [("[1][22]", True), ("[1]、[2]", True), ("[1] 某院", False), ("", False)])
def test_a_value_of_numbers_alone_names_nobody(text: str, is_only: bool) -> None:
    assert is_only_numbers(text) is is_only
