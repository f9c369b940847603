"""Where a hit stands in the original text, exact even where folding changes lengths."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blindspot.labelling.folding import FIELDS, field_text, fold_frame, fold_term, locate, mark_spans
from blindspot.labelling.matching import match_terms

PIECE = st.sampled_from(
    [
        "…",
        "㎏",
        "İ",
        "ﬁ",
        "½",
        "ｶﾞ",
        "e\u0301",
        "é",
        "即夢",
        "数据",
        "AI",
        "ＡＩ",
        "main",
        "👨\u200d👩\u200d👧",
        "☺\ufe0f",
        " ",
        "\n",
        "2.0",
        "각",
        "한\u11a8",
    ]
)
TERMS = ("AI", "数据", "即梦", "kg", "...", "2.0", "é", "ガ", "fi", "main", "AI 数据", "한")


def hits(fields: dict, terms: tuple[str, ...]) -> dict[str, int]:
    works = pl.DataFrame(
        [{name: fields.get(name) for name in FIELDS}], schema_overrides={"hashtags": pl.List(pl.String)}
    )
    wanted = pl.DataFrame({"term_id": range(len(terms)), "folded": [fold_term(term) for term in terms]})
    found = match_terms(fold_frame(works), pl.Series([1]), wanted)
    return {terms[row["term_id"]]: row["start_at"] for row in found.iter_rows(named=True)}


@pytest.mark.parametrize(
    ("text", "term", "shown"),
    [
        ("……等等，AI来了", "ai", "AI"),
        ("５㎏的ＡＩ　视频！", "AI视频", "ＡＩ　视频"),
        ("İİİ AI", "AI", "AI"),
        ("cafe\u0301 AI", "café", "cafe\u0301"),
        ("ﾊﾞｽﾞった", "バズ", "ﾊﾞｽﾞ"),
        ("等等…", "..", "…"),
        ("ﬁlm", "film", "ﬁlm"),
        ("即\u200b夢真香", "即梦", "即\u200b夢"),
        ("用Seedance2.0做", "seedance", "Seedance"),
        ("用Seedance2.0做", "seedance 2.0", "Seedance2.0"),
        ("👨\u200d👩\u200d👧和AI", "AI", "AI"),
        ("\x02\x03AI", "AI", "AI"),
        ("main MAIN Ai", "AI", "Ai"),
    ],
)
@pytest.mark.parametrize("field", ["title", "text", "transcript"])
def test_a_hit_is_found_again_in_the_original(text, term, shown, field):
    fields = {"title": "前面有很多字½㎏", "text": "İ", "hashtags": ["ﬁ", "x"]} | {field: text}
    place = locate(fields, fold_term(term), hits(fields, (term,))[term])
    assert place == (field, text.index(shown), text.index(shown) + len(shown))
    assert mark_spans(text, [term]) == [(place[1], place[2])]


def test_hashtags_count_in_their_joined_text():
    fields = {"title": None, "text": "", "hashtags": ["㎏", None, "AI視頻"], "transcript": None}
    assert field_text(fields, "hashtags") == "#㎏ #AI視頻"
    assert locate(fields, fold_term("ai视频"), hits(fields, ("ai视频",))["ai视频"]) == ("hashtags", 4, 8)


def test_a_hit_of_another_text_is_refused():
    with pytest.raises(ValueError, match="does not stand at byte 3"):
        locate({"title": "数据枯竭"}, fold_term("飞轮"), 3)
    with pytest.raises(ValueError, match="does not stand at byte 900"):
        locate({"title": "数据枯竭"}, fold_term("数据"), 900)


def test_all_occurrences_are_marked_and_overlaps_joined():
    assert mark_spans("AI，ai 和 MAIN，再来ＡＩ", ["ai"]) == [(0, 2), (3, 5), (15, 17)]
    assert mark_spans("训练数据枯竭", ["训练数据", "数据枯竭"]) == [(0, 6)]
    assert mark_spans("AI AI AI", ["AI AI"]) == [(0, 8)]
    assert mark_spans("数据数据", ["数据"]) == [(0, 2), (2, 4)]
    assert mark_spans("什么都没有", ["AI", "", " "]) == mark_spans(None, ["AI"]) == []


@given(st.lists(PIECE, max_size=8), st.lists(PIECE, max_size=8), st.lists(st.lists(PIECE, max_size=3), max_size=3))
def test_every_hit_can_be_located_and_holds_its_term(title, transcript, tags):
    fields = {"title": "".join(title), "hashtags": ["".join(tag) for tag in tags], "transcript": "".join(transcript)}
    found = hits(fields, TERMS)
    for term, start_at in found.items():
        field, start, end = locate(fields, fold_term(term), start_at)
        original = field_text(fields, field)
        assert fold_term(term) in fold_term(original[start:end])
        assert any(low <= start and end <= high for low, high in mark_spans(original, [term]))
    marked = {term for term in TERMS for field in FIELDS if mark_spans(field_text(fields, field), [term])}
    assert marked == set(found)
