"""A report that is hostile or too large is answered in a sentence or read as words, and soon."""

from __future__ import annotations

from time import perf_counter

import pytest
from report_texts import CHINESE

from blindspot.documents.report import parse_report, render_report
from blindspot.errors import FileRefused

SOON_SECONDS = 30


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("字" * 200_001, "a report may have 200000"),
        (f"|{'a|' * 10_000}\n|{'-|' * 10_000}\n|{'1|' * 10_000}", "10000 columns"),
        ("> " * 400 + "x", "levels deep"),
        ("\n".join("  " * depth + "- x" for depth in range(300)), "levels deep"),
    ],
    ids=["long", "wide", "quotes", "lists"],
)
def test_what_nobody_writes_is_refused_in_a_sentence(added: str, said: str) -> None:
    started = perf_counter()
    with pytest.raises(FileRefused) as refusal:
        parse_report(f"{CHINESE}\n## 附录\n\n{added}\n", name="r.md")
    assert said in str(refusal.value)
    assert "r.md" in str(refusal.value)
    assert perf_counter() - started < SOON_SECONDS


@pytest.mark.parametrize(
    "added",
    [
        "[" * 5_000,
        "![](" * 1_250,
        "**a _b " * 700 + "[",
        "`" * 2_000 + "[" + "`" * 2_001,
        "[a](" * 1_250,
        "</a" * 1_600,
        "[" * 100_000,
    ],
    ids=["brackets", "images", "emphasis", "code", "links", "tags", "long"],
)
def test_a_tangle_within_the_limits_is_read_soon_and_kept(added: str) -> None:
    started = perf_counter()
    report = parse_report(f"{CHINESE}\n## 附录\n\n{added}\n")
    assert report and added in render_report(report)
    assert perf_counter() - started < SOON_SECONDS


def test_scripts_and_local_addresses_are_words_and_never_the_address_of_a_source() -> None:
    text = CHINESE.replace("https://news.example.cn/a/1", "javascript:alert(1)")
    text = text.replace("https://cloud.example.com/notice)", "http://127.0.0.1:8501/notice)")
    text = text.replace("https://m.news.example.cn/p/9)", "file:///etc/passwd)")
    text = text.replace("协会的数字：", "<script>x</script>")
    report = parse_report(text)
    assert report
    addresses = [each.url for claim in report.claims for each in claim.citations]
    assert addresses == ["https://springs.example.org/report", None, None]
    written = render_report(report)
    for words in ("javascript:alert(1)", "http://127.0.0.1:8501/notice", "file:///etc/passwd", "<script>x</script>"):
        assert words in written


def test_braces_in_the_words_of_a_report_stay_braces() -> None:
    text = CHINESE.replace("山泉水包的产能", "{title} {n} {body} 的产能").replace("好喝的前提", "{0} {} {reason}")
    report = parse_report(text)
    assert report and report.claims[0].statement == "{title} {n} {body} 的产能到 2027 年见顶"
    assert "### 1. {title} {n} {body} 的产能到 2027 年见顶" in render_report(report)
