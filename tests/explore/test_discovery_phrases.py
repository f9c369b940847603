"""What counts as a phrase: whole, shared by two passages, about the topic and not about the research."""

from __future__ import annotations

import polars as pl
import pytest
from folded_texts import fold
from hypothesis import given, settings
from hypothesis import strategies as st

from blindspot.explore.discovery.fragments import is_fragment
from blindspot.explore.discovery.occurrences import count, find_in, places
from blindspot.explore.discovery.phrases import FEWEST_PASSAGES, find_phrases
from blindspot.labelling.folding import fold_term


def phrases(*passages: str, own: tuple[str, ...] = (), skipped: tuple[str, ...] = ()) -> dict[str, int]:
    """Return the phrases of passages as written without marks, with the number of passages."""
    found = find_phrases(fold(*passages), map(fold_term, own), map(fold_term, skipped))
    return {
        phrase.folded.replace("\x03\x02", " ").translate({2: None, 3: None}): len(phrase.places) for phrase in found
    }


def test_chinese_phrases_stay_whole() -> None:
    found = phrases("素材枯竭从片库开始", "没有人谈素材枯竭", "片库的门口排着队")
    assert found == {"素材枯竭": 2}


def test_what_one_passage_says_alone_is_no_phrase() -> None:
    assert phrases("合成数据便宜，合成数据也快", "训练要花钱") == {}


@pytest.mark.parametrize(
    ("passages", "fragment"),
    [
        (("他上传真人图片试了一次", "能不能上传真人图片", "上传真人图片要授权"), "传真人"),
        (("they trained on stock footage licences", "stock footage licences cost more"), "footage licences"),
    ],
)
def test_a_piece_of_a_longer_phrase_is_none(passages: tuple[str, ...], fragment: str) -> None:
    assert is_fragment(fold_term(fragment), [text for text in fold(*passages) if fold_term(fragment) in text])
    assert fragment not in phrases(*passages)


def test_particles_and_stop_words_beside_a_phrase_make_it_no_fragment() -> None:
    assert "合成数据" in phrases("他们的合成数据很便宜", "别人的合成数据更便宜")
    assert "training data" in phrases("It needs the training data now", "Sell the training data today")


def test_a_phrase_within_a_longer_one_gives_way_to_it() -> None:
    found = phrases("高质量素材授权在涨价", "高质量素材授权很难谈", "谁来谈高质量素材授权")
    assert list(found) == ["高质量素材授权"]


def test_what_many_share_is_one_word_when_read_again() -> None:
    told = ("数据飞轮设计得好", "数据飞轮设计是长期的事", "数据飞轮转得快", "数据飞轮断了", "谁有数据飞轮")
    assert "飞轮设计" not in phrases(*told)
    assert phrases(*told)["数据飞轮"] == 5


@pytest.mark.parametrize("talk", ["本报告", "已有报告", "可信度", "信息来源", "核心观点", "越来越", "没转起来"])
def test_talk_of_the_research_is_no_phrase(talk: str) -> None:
    told = [f"素材枯竭{talk}", f"素材枯竭，{talk}", f"{talk}，素材枯竭", f"谈到{talk}再说", f"{talk}如此"]
    assert [phrase for phrase in phrases(*told) if phrase != "素材枯竭"] == []


def test_a_word_of_the_frame_may_stand_beside_another() -> None:
    assert "数据来源" in phrases("没人问数据来源", "数据来源要写清")


def test_english_phrases_keep_to_clauses_and_to_words() -> None:
    found = phrases("Compute capacity, user demand.", "A well-resourced rival has compute capacity. User demand grew.")
    assert found == {"compute capacity": 2, "user demand": 2}


def test_terms_of_the_codebook_are_kept_whole_and_count_alone() -> None:
    told = ("大家在等素材荒过去", "这就是素材荒", "素材荒之后呢")
    assert "素材荒" not in phrases(*(text.replace("素材荒", "青鸟荒") for text in told))
    assert phrases(*told, own=("素材荒",)) == {"素材荒": 3}


def test_the_topics_own_terms_make_no_phrase() -> None:
    told = ("青鸟影像的素材授权", "用青鸟影像拍的素材授权片")
    assert phrases(*told, skipped=("青鸟影像",)) == {"素材授权": 2}


def test_addresses_are_not_read() -> None:
    address = "https://media.example/stock_footage_prices"
    assert phrases(f"见 {address}", f"在 {address}") == {}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text("数据飞轮枯竭素材的，ab \x02\x03.", max_size=24), max_size=6))
def test_every_phrase_stands_in_the_passages_it_names(passages: list[str]) -> None:
    folded = fold(*passages)
    for phrase in find_phrases(folded):
        assert len(phrase.places) >= FEWEST_PASSAGES
        assert phrase.places == {place for place, text in enumerate(folded) if phrase.folded in text}


def test_occurrences_are_counted_as_terms_are_matched() -> None:
    hits = find_in([fold_term("ai"), "素材", "没有"], pl.Series(fold("AI素材", "main素材素材", "Ai")))
    assert count(hits, 3).tolist() == [2, 2, 0]
    assert places(hits, 3) == [{0, 2}, {0, 1}, set()]
    assert count(find_in([], pl.Series([], dtype=pl.String)), 0).tolist() == []
