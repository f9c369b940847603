"""The numbers of discovery: log-odds, coverage, what was to be expected, and which phrases belong together."""

from __future__ import annotations

from math import exp, log, sqrt

import numpy as np
import polars as pl
import pytest
from folded_texts import fold, say, works

from blindspot.explore.discovery.comparing import Known, compare
from blindspot.explore.discovery.contrast import chance_of_silence, count_words, expected_in_works, log_odds
from blindspot.explore.discovery.names import is_name
from blindspot.explore.discovery.phrases import Phrase
from blindspot.explore.discovery.said import quote, usual_writing
from blindspot.explore.discovery.themes import group_phrases
from blindspot.labelling.folding import fold_term

REPORT = say(
    "report",
    "数据飞轮断了，训练数据从哪里来",
    "没有数据飞轮，训练数据只会越来越少",
    "数据飞轮要靠用户反馈转起来",
    "训练数据的授权费在涨，教程却没人讲",
)
ARTICLE = say("article", "训练数据成了新考题，教程越来越多", "谁先转动数据飞轮，谁就能留下来")
WORKS = works("三步教程做出电影感镜头", "即梦教程：一句话生成追车戏", "用户反馈最好的一条片子", "带货视频省下拍摄费")


def test_log_odds_are_those_of_monroe_colaresi_and_quinn() -> None:
    said, silent, source_words, work_words = 18.0, 0.0, 3_700.0, 700.0
    a = 1_000 * 18 / 4_400
    over = log((said + a) / (source_words + 1_000 - said - a)) - log(a / (work_words + 1_000 - a))
    assert log_odds(np.array([said]), np.array([silent]), source_words, work_words)[0] == pytest.approx(
        over / sqrt(1 / (said + a) + 1 / a)
    )


def test_log_odds_change_their_sign_with_the_sides() -> None:
    one, other = np.array([9.0, 2.0]), np.array([1.0, 5.0])
    assert log_odds(one, other, 800, 500) == pytest.approx(-log_odds(other, one, 500, 800))


def test_words_are_latin_words_and_pairs_of_ideographs() -> None:
    assert count_words(pl.Series(fold("训练数据 for AI", "带货视频"))) == 6
    assert count_words(pl.Series([], dtype=pl.String)) == 0
    assert count_words(pl.Series(fold("训练数据") * 20_000)) == 40_000


def test_what_was_to_be_expected_is_said_as_often_in_as_many_words() -> None:
    assert expected_in_works(10, 2_000, 500) == 2.5
    assert chance_of_silence(0, 2.5) == pytest.approx(exp(-2.5))
    assert chance_of_silence(1, 2.5) == pytest.approx(3.5 * exp(-2.5))


def test_the_sources_phrase_comes_first_and_what_both_say_does_not() -> None:
    found = compare([*REPORT, *ARTICLE], WORKS, [11, 12, 13, 14], Known())
    assert (found.sources, found.questions, found.passages, found.works) == (2, 0, 6, 4)
    assert [term.term for term in found.terms] == ["数据飞轮", "训练数据"]
    assert {(term.in_sources, term.in_works) for term in found.terms} == {(2, 0)}
    assert [theme.name for theme in found.themes] == [found.terms[0].term]
    assert {quote.source for quote in found.themes[0].quotes} == {"report", "article"}


def test_what_works_say_in_other_words_counts_less() -> None:
    near = works(*["AI吃掉的数据飞快用完，训练靠什么"] * 3)
    far = works(*["三步做出电影感镜头，新手也能学会"] * 3)
    scores = [
        {term.term: term.score / term.z for term in compare(REPORT, side, [1, 2, 3], Known()).terms}["训练数据"]
        for side in (near, far)
    ]
    assert scores[0] < scores[1]


def test_the_nearest_works_do_not_say_the_phrase_themselves() -> None:
    side = works("训练数据", "讲训练的数据课", *["做菜"] * 60)
    said = say("more", *["训练数据很贵", "训练数据不够"] * 20)
    [term] = compare(said, side, list(range(100, 162)), Known()).terms
    assert term.in_works == 1
    assert term.nearest == (101,)


def test_questions_of_viewers_speak_too() -> None:
    asked = say(None, "训练数据会用完吗", "你们的训练数据哪来的")
    found = compare([*REPORT[:1], *asked], WORKS, [1, 2, 3, 4], Known())
    term = next(term for term in found.terms if term.term == "训练数据")
    assert (term.in_sources, term.in_questions, found.questions) == (1, 2, 2)
    assert [quote.source for quote in term.quotes].count(None) == 2


def test_a_theme_that_an_angle_names_says_so_and_joins_its_languages() -> None:
    english = say("english", "Who owns the training data", "Buying training data costs more")
    angles = {"data": [fold_term("训练数据"), fold_term("数据飞轮"), fold_term("training data")]}
    [theme] = compare([*REPORT, *english], WORKS, [1, 2, 3, 4], Known(angles=angles)).themes
    assert theme.angle == "data"
    assert {term.term for term in theme.terms} == {"训练数据", "数据飞轮", "training data"}


def test_hidden_phrases_are_left_out() -> None:
    found = compare(REPORT, WORKS, [1, 2, 3, 4], Known(hidden=[fold_term("训练数据")]))
    assert "训练数据" not in {term.term for term in found.terms}
    assert found.hidden == 1


@pytest.mark.parametrize(("said", "side"), [([], WORKS), (REPORT, works())])
def test_where_one_side_is_silent_nothing_is_put_forward(said: list, side: pl.Series) -> None:
    found = compare(said, side, list(range(len(side))), Known())
    assert (found.terms, found.themes) == ((), ())


def test_a_phrase_is_shown_as_it_is_mostly_written() -> None:
    said = say("a", "Training Data at last", "the training data", "their training data")
    assert usual_writing(fold_term("training data"), said) == "training data"


def test_each_source_is_quoted_before_any_is_quoted_twice() -> None:
    said = [*say("a", "一", "二", "三"), *say("b", "四"), *say(None, "五")]
    assert [each.text for each in quote(said)] == ["一", "四", "五"]


@pytest.mark.parametrize(
    ("folded", "texts", "known", "expected"),
    [
        ("bluebird imaging", ["We asked Bluebird Imaging about it"], [], True),
        ("stock footage", ["Stock footage is scarce", "They buy stock footage"], [], False),
        ("bluebird ai", ["青鸟影像旗下 Bluebird AI 的模型"], [], True),
        ("scaling law", ["什么是 Scaling Law"], [], False),
        ("云麓研究所", ["云麓研究所预计"], ["示例云麓研究所"], True),
        ("数据枯竭", ["数据枯竭要来了"], ["示例数据枯竭与治理联合研究中心"], False),
    ],
)
def test_names_are_told_from_phrases(folded: str, texts: list[str], known: list[str], expected: bool) -> None:
    assert is_name(fold_term(folded), say("a", *texts), [fold_term(name) for name in known]) is expected


def test_phrases_of_shared_words_and_passages_are_one_theme() -> None:
    phrases = [
        Phrase("数据枯竭", ("数据", "枯竭"), frozenset({1, 2, 3})),
        Phrase("合成数据", ("合成", "数据"), frozenset({2, 3})),
        Phrase("带货视频", ("带货", "视频"), frozenset({7, 8})),
    ]
    assert group_phrases(phrases, np.eye(3), [frozenset()] * 3) == [[0, 1], [2]]
    assert group_phrases(phrases[:1], np.eye(1), [frozenset()]) == [[0]]
    assert group_phrases([], np.eye(0), []) == []
