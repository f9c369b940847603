"""The wording guard: what rests on an uncertain claim or a risk is offered a hedge, and nothing else is."""

from __future__ import annotations

import pytest

from blindspot.documents.candidates import find_hedges
from blindspot.domain import Claim, Risk, SupportingClaim
from blindspot.plan.rewording import reword
from blindspot.plan.wording import guard, hedge_words

CLAIMS = (
    Claim(1, "公开的高清影像素材将在 2027 年前后用完", "medium"),
    Claim(2, "Public high-resolution footage will be used up between 2027 and 2031", "low"),
    Claim(3, "剪辑师的时薪一年涨了三成", "high"),
    SupportingClaim("合成素材让画面越来越像", "unrated"),
)
RISKS = (
    Risk("用完的时间点各家说法不一", "几家机构的推算差了四年"),
    Risk("Licensing deals may change the picture", "Studios have sold their archives to model makers"),
)


def advice(text: str):
    return guard(text, CLAIMS, RISKS)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("公开的高清影像素材将在 2027 年用完。", CLAIMS[0]),
        ("到 2027 年，高清素材就没了。", CLAIMS[0]),
        ("合成素材让画面越来越像。", CLAIMS[3]),
        ("用完的时间点就在明年。", RISKS[0]),
        ("Public footage in high resolution will be used up by 2031.", CLAIMS[1]),
        ("Studios have sold their archives to model makers.", RISKS[1]),
    ],
)
def test_a_sentence_on_shaky_ground_is_found_with_what_it_rests_on(text: str, about: object) -> None:
    [found] = advice(text)
    assert (found.sentence, found.about) == (text, about)


@pytest.mark.parametrize(
    "text",
    [
        "公开的高清影像素材可能在 2027 年用完。",
        "预计公开的高清影像素材将在 2027 年前后用完。",
        "公开的高清影像素材会在 2027 年用完吗？",
        "为什么高清影像素材会用完",
        "剪辑师的时薪一年涨了三成。",
        "今天教你三个转场。",
        "2027 年我们换一个片头。",
        "",
        "Public footage in high resolution may be used up by 2031.",
        "Public high-resolution footage is likely to be used up by 2031.",
        "Will public high-resolution footage be used up by 2031?",
        "Why public high-resolution footage is used up",
        "Here are three transitions you can learn today.",
        "In 2031 we change our opening.",
    ],
)
def test_hedged_sentences_questions_and_other_matters_are_left_alone(text: str) -> None:
    assert advice(text) == ()


def test_a_claim_graded_high_needs_no_hedge() -> None:
    assert guard("公开的高清影像素材将在 2027 年前后用完。", [Claim(1, CLAIMS[0].statement, "high")]) == ()


@pytest.mark.parametrize(
    ("text", "reworded"),
    [
        (
            "公开的高清影像素材将在 2027 年用完。",
            [
                "公开的高清影像素材可能将在 2027 年用完。",
                "预计公开的高清影像素材将在 2027 年用完。",
                "公开的高清影像素材或许将在 2027 年用完。",
            ],
        ),
        (
            "公开的高清影像素材必将在 2027 年用完！",
            [
                "公开的高清影像素材可能将在 2027 年用完！",
                "预计公开的高清影像素材将在 2027 年用完！",
                "公开的高清影像素材或许将在 2027 年用完！",
            ],
        ),
        (
            "Public footage will certainly be used up by 2031.",
            [
                "Public footage may be used up by 2031.",
                "Public footage is expected to be used up by 2031.",
                "Public footage is likely to be used up by 2031.",
            ],
        ),
        (
            "Studios won't keep their archives from model makers.",
            [
                "Studios may not keep their archives from model makers.",
                "Studios are not expected to keep their archives from model makers.",
                "Studios are not likely to keep their archives from model makers.",
            ],
        ),
        (
            "The high-resolution footage runs out by 2031.",
            [
                "It may be that the high-resolution footage runs out by 2031.",
                "It is expected that the high-resolution footage runs out by 2031.",
                "It is likely that the high-resolution footage runs out by 2031.",
            ],
        ),
    ],
)
def test_the_sentence_is_offered_with_each_hedge(text: str, reworded: list[str]) -> None:
    [found] = advice(text)
    assert [one.sentence for one in found.rewordings] == reworded


def test_a_hedge_stands_before_what_somebody_does_himself() -> None:
    offered = reword("有人自己造素材。", hedge_words()["zh"], "zh", "")
    assert [one.sentence for one in offered] == [
        "有人可能自己造素材。",
        "预计有人自己造素材。",
        "有人或许自己造素材。",
    ]


def test_what_is_offered_is_known_as_a_hedge_and_ends_the_advice() -> None:
    for language in ("zh", "en"):
        assert all(find_hedges(offer["word"]) for offer in hedge_words()[language]["offered"])
    text = "第一句不相干。公开的高清影像素材将在 2027 年用完。最后一句。"
    [found] = advice(text)
    assert text[found.start : found.end] == found.sentence
    for rewording in found.rewordings:
        applied = found.applied(text, rewording)
        assert applied.startswith("第一句不相干。")
        assert applied.endswith("最后一句。")
        assert advice(applied) == ()


def test_the_same_sentence_twice_is_advised_on_at_both_places() -> None:
    text = "合成素材让画面越来越像。\n合成素材让画面越来越像。"
    assert [(found.start, found.end) for found in advice(text)] == [(0, 12), (13, 25)]
