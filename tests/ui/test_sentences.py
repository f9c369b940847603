from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from blindspot.explore.coverage_types import AngleCoverage, NextGrade, Scope, Verdict
from blindspot.explore.evidence import classify, creators_for_next_grade
from blindspot.explore.intervals import clopper_pearson, clustered_upper
from blindspot.ui.sentences import gap_statement, next_grade_sentence
from blindspot.ui.texts import translator

ZH, EN = translator("zh"), translator("en")
LINE = 0.15
SCOPE = Scope(
    works=23,
    creators=8,
    sum_squares=81,
    rho=0.2,
    first_published=date(2026, 2, 1),
    last_published=date(2026, 2, 11),
    platforms=("douyin",),
    fields=("title", "text", "hashtags"),
    works_with_transcript=0,
    unlabelled=2,
)


def angle_of(works: int = 0, creators: int = 0, scope: Scope = SCOPE, **others: object) -> AngleCoverage:
    share, creator_share = clopper_pearson(works, scope.works), clopper_pearson(creators, scope.creators)
    measured = AngleCoverage(
        angle="data",
        name={"zh": "数据", "en": "Data"},
        works=works,
        creators=creators,
        share_low=share.low,
        share_high=share.high,
        share_high_clustered=clustered_upper(works, scope.works, scope.sum_squares, scope.rho),
        creator_share_low=creator_share.low,
        creator_share_high=creator_share.high,
        position=0,
    )
    return replace(measured, **others)


def say(angle: AngleCoverage, scope: Scope = SCOPE) -> tuple[str, str, str]:
    verdict = classify(angle, scope, LINE)
    return verdict.kind, gap_statement(angle, verdict, scope, EN), gap_statement(angle, verdict, scope, ZH)


def test_the_zero_of_the_sample():
    assert say(angle_of()) == (
        "nobody",
        "0 of 23 works by 8 creators mention it in title, text or hashtags, 1–11 Feb 2026, Douyin; "
        "the true share may be up to 18 % (95 %). No transcripts: judged from titles and text alone. Evidence: weak.",
        "23 条作品、8 位创作者的标题、文案或话题标签里都没有提到（2026年2月1日至11日，抖音）；"
        "真实占比可能高达 18%（95%）。没有字幕文稿：只凭标题和文案判断。证据：弱。",
    )


def test_few():
    assert say(angle_of(2, 1)) == (
        "few",
        "1 of 8 creators mentions it, in 2 of 23 works (title, text or hashtags; 1–11 Feb 2026, Douyin); "
        "the true share of creators may be between 0.3 % and 53 % (95 %). "
        "No transcripts: judged from titles and text alone. Evidence: weak.",
        "8 位创作者中有 1 位提到，见于 23 条作品中的 2 条（标题、文案或话题标签；2026年2月1日至11日，抖音）；"
        "创作者的真实占比可能在 0.3% 到 53% 之间（95%）。没有字幕文稿：只凭标题和文案判断。证据：弱。",
    )


def test_flat():
    lift = {"lift": -0.4, "lift_low": -1.0, "lift_high": -0.2, "lift_creators": 8}
    kind, english, chinese = say(angle_of(10, 8, **lift))
    assert kind == "flat"
    assert "8 of 8 creators mention it, in 10 of 23 works" in english
    assert "the response to these works lies 13 % to 50 % below their creators' usual (95 %, 8 creators)." in english
    assert english.endswith("Evidence: moderate.")
    assert "这些作品的响应比创作者平时低 13% 到 50%（95%，8 位创作者）。" in chinese
    assert chinese.endswith("证据：中。")


def test_ours_says_how_many_works_of_ours_were_looked_at():
    scope = replace(SCOPE, own_creators=1, own_works=3)
    kind, english, chinese = say(angle_of(9, 5), scope)
    assert kind == "ours"
    assert "5 of 8 creators mention it" in english
    assert "0 of our 3 works by 1 own creator do." in english
    assert "我们的 3 条作品（1 位自己的创作者）里没有一条提到。" in chinese
    assert "we have no work on the topic." in say(angle_of(9, 5), replace(scope, own_works=0))[1]


def test_covered_is_no_gap_and_has_no_grade():
    kind, english, chinese = say(angle_of(9, 5))
    assert kind == "covered"
    assert "Evidence" not in english
    assert "证据" not in chinese
    assert "between 24 % and 92 % (95 %)" in english


def test_transcripts_are_told_apart():
    some = replace(SCOPE, works_with_transcript=5, fields=("title", "text", "hashtags", "transcript"))
    english = say(angle_of(), some)[1]
    assert "title, text, hashtags or transcript" in english
    assert "Transcripts of 5 of 23 works only: the others are judged from titles and text alone." in english
    assert "23 条作品中只有 5 条有字幕文稿" in say(angle_of(), some)[2]
    every = replace(some, works_with_transcript=23)
    assert "ranscripts" not in say(angle_of(), every)[1]


@pytest.mark.parametrize("works", [0, 2, 9])
def test_every_statement_names_n_creators_fields_dates_and_platforms(works):
    scope = replace(SCOPE, platforms=("douyin", "tiktok"))
    for sentence in say(angle_of(works, min(works, 1)), scope)[1:]:
        assert "23" in sentence
        assert "8" in sentence
        assert "95" in sentence
    english, chinese = say(angle_of(works, min(works, 1)), scope)[1:]
    assert all(part in english for part in ("23 works", "8 creators", "title, text or hashtags", "Feb 2026"))
    assert "Douyin and TikTok" in english
    assert all(
        part in chinese for part in ("23 条作品", "8 位创作者", "标题、文案或话题标签", "2026年2月", "抖音和 TikTok")
    )


def test_works_without_a_day():
    scope = replace(SCOPE, first_published=None, last_published=None)
    assert "hashtags, without dates, Douyin;" in say(angle_of(), scope)[1]


def test_one_work_by_one_creator():
    scope = replace(SCOPE, works=1, creators=1, sum_squares=1)
    assert say(angle_of(scope=scope), scope)[1].startswith("0 of 1 work by 1 creator mention it")


def next_of(angle: AngleCoverage) -> NextGrade | None:
    return creators_for_next_grade(angle, classify(angle, SCOPE, LINE), SCOPE, LINE)


def test_what_would_better_the_sample():
    nobody = Verdict("nobody", "weak")
    assert next_grade_sentence(next_of(angle_of()), nobody, EN) == (
        "About 2 more creators for moderate, 23 for strong (if they do not cover it either)."
    )
    assert next_grade_sentence(next_of(angle_of()), nobody, ZH) == (
        "再加约 2 位创作者可达“中”，23 位可达“强”（前提是他们也没有讲）。"
    )


@pytest.mark.parametrize(
    ("next_grade", "kind", "sentence"),
    [
        (None, "covered", ""),
        (NextGrade(0, 0), "nobody", ""),
        (
            NextGrade(1, 9),
            "nobody",
            "About 1 more creator for moderate, 9 for strong (if they do not cover it either).",
        ),
        (NextGrade(0, 1), "few", "About 1 more creator for strong (if they do not cover it either)."),
        (
            NextGrade(1_200, None),
            "few",
            "About 1,200 more creators for moderate; strong is out of reach (if they do not cover it either).",
        ),
        (NextGrade(None, None), "few", "Even 10,000 more creators would not better the evidence."),
        (NextGrade(0, None), "few", "Even 10,000 more creators would not better the evidence."),
        (
            NextGrade(5, 17),
            "flat",
            "About 5 more creators for moderate, 17 for strong (if their works fall short too).",
        ),
        (NextGrade(0, 4), "ours", "About 4 more creators for strong (if they cover it too and we still do not)."),
    ],
)
def test_the_next_grade(next_grade, kind, sentence):
    assert next_grade_sentence(next_grade, Verdict(kind, None), EN) == sentence
