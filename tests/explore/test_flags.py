"""What a reading says that cannot be relied on is found by rule; what is in order is left alone."""

from __future__ import annotations

from datetime import date

import pytest
from database_rows import execute
from reading_rows import Cited, add_claim, add_document, add_passages, add_rating

from blindspot.explore.flags import find_flags
from blindspot.explore.flags.citations import is_stand_in
from blindspot.library.sources.conflicts import find_conflicts
from blindspot.library.sources.source_edits import set_reports_on, set_source_kind
from blindspot.store import Store

TODAY = date(2026, 3, 1)


def codes(store: Store, **scope: object) -> list[str]:
    return [flag.code for flag in find_flags(store, today=TODAY, **scope)]


def test_a_source_that_a_report_cites_but_does_not_rate_is_flagged(memory_store: Store) -> None:
    report = add_document(memory_store, "Report")
    rated, unrated = (
        Cited("Daily", "https://daily.example.com/a", "medium"),
        Cited("Forum", "https://forum.example/t/1"),
    )
    claim = add_claim(memory_store, report, "Lakes dry up", [rated, unrated], grade="medium")
    [flag] = find_flags(memory_store, today=TODAY)
    assert (flag.code, flag.claim_id, str(flag.message)) == ("unrated", claim, "“Forum” is cited but never rated.")


def test_an_article_that_rates_nothing_is_not_blamed_for_it(memory_store: Store) -> None:
    article = add_document(memory_store, "Article", kind="media")
    add_claim(memory_store, article, "Lakes dry up", [Cited("Forum", "https://forum.example/t/1")])
    assert codes(memory_store) == []


def test_one_article_under_two_hosts_is_one_origin_and_flagged_once(memory_store: Store) -> None:
    report = add_document(memory_store, "Report")
    places = [
        Cited("Post", "https://paper.example/p/7", "medium"),
        Cited("Figure", "https://m.paper.example/p/7", "medium"),
    ]
    for place in places:
        add_claim(memory_store, report, f"Claim of {place.label}", [place])
        add_rating(memory_store, report, place)
    [flag] = find_flags(memory_store, today=TODAY)
    assert flag.code == "same_article"
    assert str(flag.message) == ("“Post” is one article and counts once (listed with 2 addresses, 2 names, 2 ratings).")


@pytest.mark.parametrize(
    ("cited", "suggested"),
    [
        (Cited("Epoch AI 研究报告", "https://blog.example/epoch", "high"), "Epoch AI"),
        (Cited("湖泊枯竭报道", "https://36kr.com/p/1", "high", "引用云麓研究所的测算"), "云麓研究所"),
        (Cited("厂商官方声明", "https://36kr.com/p/1", "high"), None),
        (Cited("规模定律", "https://cloud.tencent.com/a/1", "high", "学术研究"), None),
    ],
)
def test_a_secondary_source_graded_high_as_first_hand_is_flagged(
    memory_store: Store, cited: Cited, suggested: str | None
) -> None:
    add_claim(memory_store, add_document(memory_store, "Report"), "Lakes dry up", [cited])
    [flag] = find_flags(memory_store, today=TODAY)
    assert flag.code == "secondary"
    assert flag.suggests is None if suggested is None else suggested in flag.suggests


@pytest.mark.parametrize(
    "cited",
    [
        Cited("Epoch AI study", "https://epoch.ai/blog/data", "high", "the institute itself"),
        Cited("Epoch AI 研究报告", "https://blog.example/epoch", "medium", "转述"),
        Cited("数据飞轮", "https://www.nvidia.cn/glossary/data-flywheel/", "high", "NVIDIA 官方解释"),
        Cited("留存率", "https://36kr.com/p/1", "high", "社交媒体，非官方数据"),
        Cited("记者调查", "https://36kr.com/p/1", "high", "主流媒体"),
    ],
)
def test_who_speaks_for_himself_or_is_graded_lower_is_not_flagged(memory_store: Store, cited: Cited) -> None:
    add_claim(memory_store, add_document(memory_store, "Report"), "Lakes dry up", [cited])
    assert codes(memory_store) == []


def test_a_person_puts_a_secondary_source_right(memory_store: Store) -> None:
    cited = Cited("Epoch AI 研究报告", "https://blog.example/epoch", "high")
    add_claim(memory_store, add_document(memory_store, "Report"), "Lakes dry up", [cited])
    [flag] = find_flags(memory_store, today=TODAY)
    set_reports_on(memory_store, flag.source_id, flag.suggests)
    assert codes(memory_store) == []
    set_reports_on(memory_store, flag.source_id, None)
    assert codes(memory_store) == ["secondary"]
    set_source_kind(memory_store, flag.source_id, "research")
    assert codes(memory_store) == []


def test_a_claim_and_the_title_of_its_source_that_name_two_years_conflict(memory_store: Store) -> None:
    report = add_document(memory_store, "Report")
    title = Cited("日报：2029年公开的高质量视频数据将被用尽", "https://daily.example/1", "medium")
    body = "- **高质量视频数据**：将在 2027 年前耗尽\n- **低质量图像**：耗尽时间在 2031-2045 年之间"
    claim = add_claim(memory_store, report, "数据快要用完", [title], body=body)
    with memory_store.importing() as tx:
        assert find_conflicts(tx, report) == 1
        assert find_conflicts(tx, report) == 0
    [flag] = find_flags(memory_store, today=TODAY)
    assert (flag.code, flag.claim_id) == ("conflict", claim)
    assert "2027" in str(flag.message)
    assert "2029" in str(flag.message)


def test_a_sum_that_does_not_come_out_is_flagged_with_the_right_value(memory_store: Store) -> None:
    report = add_document(memory_store, "Report")
    add_passages(memory_store, report, "日均上传约 400 万条", "每条视频平均 20 秒，日均新增 ≈ 88 万分钟 ≈ 2400 小时")
    found = {str(flag.message) for flag in find_flags(memory_store, today=TODAY)}
    assert found == {
        "The sum does not come out: 88 万分钟 ≈ 2400 小时 comes to 14,667 小时, the text says 2400 小时.",
        "The sum does not come out: 400 万条 × 20 秒 ≈ 88 万分钟 comes to 1,333,333 分钟, the text says 88 万分钟.",
    }


def test_a_claim_goes_stale_after_its_day_and_a_forecast_after_its_own(memory_store: Store) -> None:
    report = add_document(memory_store, "Report")
    add_claim(memory_store, report, "old", good_until=date(2026, 2, 28))
    add_claim(memory_store, report, "today", good_until=TODAY)
    add_claim(memory_store, report, "forecast", kind="forecast", as_of=date(2026, 1, 1))
    add_claim(memory_store, report, "measured then", kind="measurement", as_of=date(2026, 1, 1))
    assert [str(flag.message)[:5] for flag in find_flags(memory_store, today=TODAY)] == ["“old”", "“fore"]


def test_a_high_grade_on_one_voice_is_flagged_however_many_addresses(memory_store: Store) -> None:
    report = add_document(memory_store, "Report")
    same = [
        Cited("One", "https://a.example/1", "medium"),
        Cited("One again", "https://m.a.example/1?utm_source=x", "medium"),
    ]
    two = [Cited("One", "https://a.example/1", "medium"), Cited("Two", "https://b.example/1", "medium")]
    add_claim(memory_store, report, "one voice", same, grade="high")
    add_claim(memory_store, report, "two voices", two, grade="high")
    add_claim(memory_store, report, "nobody", grade="high")
    found = [str(flag.message) for flag in find_flags(memory_store, today=TODAY) if flag.code == "one_origin"]
    assert found == [
        "“one voice” is graded high but rests on one origin.",
        "“nobody” is graded high but names no source.",
    ]


def test_a_local_address_is_flagged_and_is_no_origin(memory_store: Store) -> None:
    report = add_document(memory_store, "Report")
    add_claim(memory_store, report, "x", [Cited("Notes", "http://192.168.0.2/notes")])
    [flag] = find_flags(memory_store, today=TODAY)
    assert flag.code == "local_address"


def test_flags_are_those_of_the_document_that_is_asked_for(memory_store: Store) -> None:
    one, other = add_document(memory_store, "One"), add_document(memory_store, "Other")
    add_claim(memory_store, one, "a", grade="high")
    add_claim(memory_store, other, "b", [Cited("Notes", "file:///c:/notes")])
    assert codes(memory_store, source_id=one) == ["one_origin"]
    assert codes(memory_store, source_id=other) == ["local_address"]
    assert sorted(codes(memory_store)) == ["local_address", "one_origin"]


BODY = """# 报告

### 1. 素材用完

**来源**：[1][22]

### 2. 平台停用

**来源**：
- [链接待补充](https://example.com/a-b-c)
- [公告](#)
- https://www.xxx.com/123
- [真的](https://daily.example.com/a)，`[9]`

## 参考资料

[1] 甲 https://news.example/a
[2] 乙 https://news.example/b
"""


def test_numbers_of_nothing_entries_that_nothing_cites_and_stand_ins_are_named(memory_store: Store) -> None:
    report = add_document(memory_store, "Report")
    execute(memory_store, "update library.sources set body = ? where source_id = ?", BODY, report)
    first = add_claim(memory_store, report, "素材用完", [Cited("甲", "https://news.example/a")])
    second = add_claim(memory_store, report, "平台停用", [Cited("公告", None, "high")] * 2, grade="high")
    flags = [
        flag for flag in find_flags(memory_store, today=TODAY) if flag.code in ("dangling", "uncited", "placeholder")
    ]
    assert [(flag.code, flag.claim_id) for flag in flags] == [
        ("placeholder", second),
        ("placeholder", second),
        ("placeholder", second),
        ("dangling", first),
        ("uncited", None),
    ]
    told = "\n".join(str(flag.message) for flag in flags)
    for words in ("https://example.com/a-b-c", "“公告” is a placeholder: #", "www.xxx.com/123", "[22]", "[2] “乙”"):
        assert words in told
    assert "“平台停用” is graded high" in told and "[9]" not in told and "daily.example.com" not in told


def test_numbers_in_an_article_whose_list_was_not_saved_are_no_matter(memory_store: Store) -> None:
    article = add_document(memory_store, "Article", kind="media")
    execute(memory_store, "update library.sources set body = 'Lakes dry up[3].' where source_id = ?", article)
    assert codes(memory_store) == []


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("#", True),
        ("", True),
        ("https://example.com/x", True),
        ("http://www.example.org", True),
        ("https://mp.weixin.qq.com/s/xxx", True),
        ("https://www.bilibili.com/video/BVxxxxxxxxxx", True),
        ("https://your-site.com/a", True),
        ("https://t.cn/…", True),
        ("链接待补充", True),
        ("https://news.example.com/a", False),
        ("https://news.example/a", False),
        ("https://36kr.com/p/1", False),
        ("https://maxxxter.cn/a", False),
        ("#关键事实", False),
    ],
)
def test_what_only_stands_for_an_address(url: str, is_one: bool) -> None:
    assert is_stand_in(url) is is_one
