"""Equations in a text are worked out; wrong ones are found with the right value, right ones are left alone."""

from __future__ import annotations

import pytest

from blindspot.explore.flags.equations import find_wrong_equations


@pytest.mark.parametrize(
    ("text", "right", "said"),
    [
        ("88 万分钟 ≈ 2400 小时", "14,667 小时", "2400 小时"),
        ("８８万分钟 约等于 ２４００小时", "14,667 小时", "2400小时"),
        ("全片 90 分钟（2.5 小时）", "1.5 小时", "2.5 小时"),
        ("3 × 4 = 13", "12", "13"),
        ("12 + 30 + 5 = 50", "47", "50"),
        ("100 − 30 = 60", "70", "60"),
        ("1.5 GB = 15000 MB", "1,500 MB", "15000 MB"),
        ("10 million clips × 30 seconds = 5 million hours", "83,333 hours", "5 million hours"),
        ("1,000 videos; each video runs 2 minutes, in total 5,000 minutes", "2,000 minutes", "5,000 minutes"),
        ("共 400 万条，每条 20 秒，合计 2400 小时", "22,222 小时", "2400 小时"),
        ("20 条中有 5 条（40%）", "25%", "40%"),
        ("5 of 20 works (40%)", "25%", "40%"),
        ("甲占 40%、乙占 35%、丙占 30%，合计 100%", "105%", "100%"),
    ],
)
def test_a_wrong_equation_is_found_with_the_right_value(text: str, right: str, said: str) -> None:
    [wrong] = find_wrong_equations(text)
    assert (wrong.right, wrong.said) == (right, said)


def test_the_number_that_is_multiplied_may_stand_in_the_passage_before() -> None:
    [wrong] = find_wrong_equations("每条平均 20 秒，日均新增 ≈ 88 万分钟", before="日均上传约 400 万条")
    assert (wrong.words, wrong.right) == ("400 万条 × 20 秒 ≈ 88 万分钟", "1,333,333 分钟")
    assert find_wrong_equations("每条平均 20 秒，日均新增 ≈ 88 万分钟", before="日均上传约 400 万个") == []


@pytest.mark.parametrize(
    "text",
    [
        "300 秒 ≈ 5 分钟",
        "160 分钟 ≈ 3 小时",
        "1 天 = 24 小时",
        "10 × 30 = 300",
        "10 条视频，每条约 30 秒，共 5 分钟",
        "20 条中有 5 条（25%）",
        "23 条作品中有 0 条（0%）",
        "3 条中有 1 条（33%）",
        "甲占 40%、乙占 60%，合计 100%",
        "三家各占 33.3%、33.3%、33.3%，合计 100%",
        "其中 40% 来自甲，30% 来自乙，合计 100%",
        "增长 20%、30%，合计 40%",
        "每天工作 8 小时 × 5 天 = 40 小时",
        "在 2031-2045 年之间，15-60 秒 = 上限",
        "用了 200 亿+ 条视频，每条 30 秒，共 5 小时",
        "20 余条，每条 30 秒，共 5 小时",
        "2 月 9 日，30 天留存率只有 4%（数据来源：某人）",
        "9:16 = 竖屏，4K ≈ 4000 像素，Seedance 2.0 = 第二代",
        "28.4/15.1 × 8 = 15",
        "2027 年 = 关键节点",
        "https://a.example/x?a=1&b=2=3",
        "$1.5 billion ≈ 108 亿元",
        "0 × 5 = 0，5 ÷ 0 = 0",
        "",
    ],
)
def test_ordinary_numbers_raise_no_alarm(text: str) -> None:
    assert find_wrong_equations(text) == []
