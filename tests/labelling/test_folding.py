"""What matches what: folding makes equal what readers take for equal, and keeps words whole."""

from __future__ import annotations

import re

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from blindspot.labelling.folding import FEW_BYTES, FIELDS, fold_characters, fold_frame, fold_term

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
TRICKY_TEXT = st.text(
    st.sampled_from("aZé ß İ̇̀e\u0301ﾊﾞﾟ…㎏½ＡＩ３Ｄﬁ數据即夢\u200b\ufe0f\x02\x03\x1f\n가각\u1100\u1161\u11a8ΣςΑㄅ2.0#+"),
    max_size=20,
)


def folded_title(title: str) -> str:
    works = pl.DataFrame({"title": [title], "text": [None], "hashtags": [None], "transcript": [None]})
    return fold_frame(works)[0].removesuffix("\x1f\x1f\x1f")


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("AI", "用ai做视频"),
        ("AI", "ＡＩ做视频"),
        ("AI", "AI"),
        ("ai", "#AI，真香"),
        ("ai", "AI2时代"),
        ("AI视频", "ai 视频"),
        ("AI 视频", "AI视频"),
        ("AI\n视频", "AI 视频"),
        ("Seedance 2.0", "seedance2.0实测"),
        ("Seedance 2.0", "实测Ｓｅｅｄａｎｃｅ　２．０"),
        ("seedance", "Seedance2.0"),
        ("seedance", "seedance 2"),
        ("3D建模", "3d 建模入门"),
        ("3D", "做３Ｄ文字"),
        ("C++", "学C++编程"),
        ("C#", "c#入门"),
        ("how to", "How  to start"),
        ("hands-on", "Hands-On: day one"),
        ("数据枯竭", "數據枯竭"),
        ("數據", "数据"),
        ("即梦", "即\u200b夢"),
        ("数字人", "数字人民币"),
        ("…", "等等..."),
        ("kg", "㎏"),
        ("バズ", "ﾊﾞｽﾞる"),
        ("café", "CAFE\u0301"),
        ("straße", "STRASSE"),
        ("οδοσ", "ΟΔΟΣ"),
        ("istanbul", "Istanbul"),
        ("İzmir", "i\u0307zmir"),
        ("phở", "PHỞ bò"),
        ("нейросеть", "НЕЙРОСЕТЬ рисует"),
    ],
)
def test_a_term_is_found(term, text):
    assert fold_term(term) in folded_title(text)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("AI", "MAIN"),
        ("AI", "aigc"),
        ("AI", "A I"),
        ("AI", "ái"),
        ("AI", "https://v.example/x7ai9x"),
        ("ai", "трай ai\u0301"),
        ("3D", "13D"),
        ("3D", "A3D"),
        ("D", "3D"),
        ("2.0", "12.0"),
        ("sora", "Sorano"),
        ("caf", "café"),
        ("aivideo", "ai video"),
        ("ai video", "aivideo"),
        ("数据枯竭", "数据 枯竭"),
        ("人工智能", "人工\x1f智能"),
    ],
)
def test_a_term_is_not_found(term, text):
    assert fold_term(term) not in folded_title(text)


def test_fields_stand_in_order_and_no_term_spans_two(search_texts):
    texts = search_texts({"title": "数据", "text": "枯竭", "hashtags": ["AI", "即夢"], "transcript": "ok"}, {})
    assert texts.to_list() == ["数据\x1f枯竭\x1f#\x02ai\x03#即梦\x1f\x02ok\x03", "\x1f\x1f\x1f"]
    assert texts.dtype == pl.String and texts.null_count() == 0
    assert fold_term("数据\x1f枯竭") not in texts[0]


def test_columns_without_any_value_and_other_columns_are_no_obstacle():
    works = pl.DataFrame({"row": [1, 2], "title": ["AI", None], "text": [None] * 2, "hashtags": [[], None]})
    works = works.with_columns(transcript=pl.lit(None))
    assert fold_frame(works).to_list() == ["\x02ai\x03\x1f\x1f\x1f", "\x1f\x1f\x1f"]
    assert fold_frame(works.head(0)).to_list() == []


@given(st.lists(st.one_of(ANY_TEXT, TRICKY_TEXT), min_size=1, max_size=4))
@settings(deadline=None, max_examples=20)
def test_few_texts_fold_as_they_do_among_many(texts):
    filler = "x" * (FEW_BYTES + 1)
    few, many = (pl.DataFrame({"title": titles}) for titles in (texts, [*texts, filler]))
    parts = {"text": None, "hashtags": None, "transcript": None}
    folded = fold_frame(few.with_columns(**parts)).to_list()
    assert folded == fold_frame(many.with_columns(**parts)).to_list()[:-1]


def test_the_marks_cannot_be_injected():
    folded = folded_title("m\x02ai\x03n\x1fx")
    assert folded == "\x02m\x03\x02ai\x03\x02n\x03\x02x\x03"
    assert fold_term("\x02") == fold_term(" \x1f\n\u200b\ufe0f") == ""


@given(st.one_of(ANY_TEXT, TRICKY_TEXT))
@example("İ\u0323")
@example("\u0345ᾳ")
@example("ﾞﾞ")
def test_one_text_folds_like_a_column(text):
    folded, starts, ends = fold_characters(text)
    assert folded == folded_title(text)
    assert len(folded) == len(starts) == len(ends)
    shown = [n for n, character in enumerate(folded) if character not in "\x02\x03"]
    assert [starts[n] for n in shown] == sorted(starts[n] for n in shown)
    assert [ends[n] for n in shown] == sorted(ends[n] for n in shown)
    assert all(0 <= start <= end <= len(text) for start, end in zip(starts, ends, strict=True))


@given(st.lists(st.one_of(ANY_TEXT, TRICKY_TEXT), max_size=4), TRICKY_TEXT, TRICKY_TEXT)
def test_a_search_text_has_each_field_once_whatever_the_input(tags, title, transcript):
    works = pl.DataFrame(
        {"title": [title], "text": [None], "hashtags": [tags], "transcript": [transcript]},
        schema={"title": pl.String, "text": pl.String, "hashtags": pl.List(pl.String), "transcript": pl.String},
    )
    assert fold_frame(works)[0].count("\x1f") == len(FIELDS) - 1


def plain_parts(text: str) -> str:
    """Mark words with regexes of another form than the implementation's."""
    words = re.sub(r" *([a-z0-9]+) *", r"<\1>", text.lower().replace("數", "数"))
    return re.sub(r"<([a-z]+)([0-9]+)>", r"<\1><\2>", words)


@given(
    st.lists(st.text("abAB12据數 .-", max_size=12), min_size=40, max_size=40),
    st.lists(st.text("abAB12据數 .-", min_size=1, max_size=4), min_size=10, max_size=10),
)
def test_latin_words_match_as_a_plain_reading_of_the_rule_says(texts, terms):
    works = pl.DataFrame({"title": texts}).with_columns(text=None, hashtags=None, transcript=None)
    folded = [text.removesuffix("\x1f\x1f\x1f") for text in fold_frame(works)]
    for term in terms:
        found = [fold_term(term) in text for text in folded]
        assert found == [plain_parts(term).strip(" ") in plain_parts(text) for text in texts]
