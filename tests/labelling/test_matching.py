"""Every term in every text, found as a plain search finds it; and the rule that makes labels of hits."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blindspot.labelling import matching
from blindspot.labelling.matching import HIT_SCHEMA, LABEL_SCHEMA, match_terms, rule_labels


def terms_of(*folded: str, first: int = 0) -> pl.DataFrame:
    return pl.DataFrame({"term_id": range(first, first + len(folded)), "folded": folded})


def expected(texts: list[str | None], keys: list[int], terms: pl.DataFrame) -> set[tuple[int, int, int]]:
    return {
        (key, term_id, len(text[: text.index(folded)].encode()))
        for text, key in zip(texts, keys, strict=True)
        for term_id, folded in terms.iter_rows()
        if text and folded and folded in text
    }


@given(
    st.lists(st.none() | st.text("数据枯竭\x02\x03ai…", max_size=15), max_size=12),
    st.lists(st.text("数据枯竭\x02\x03ai…", max_size=4), max_size=8),
    st.integers(1, 5),
)
def test_hits_are_those_of_a_plain_search_in_any_chunking(texts, folded, rows_per_chunk):
    terms, keys = terms_of(*folded, first=100), list(range(7, 7 + len(texts)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "ROWS_PER_CHUNK", rows_per_chunk)
        hits = match_terms(pl.Series(texts, dtype=pl.String), pl.Series(keys, dtype=pl.Int64), terms)
    assert hits.schema == HIT_SCHEMA
    assert len(hits) == len(hits.unique())
    assert set(hits.iter_rows()) == expected(texts, keys, terms)
    assert hits["work_key"].is_sorted()


def test_the_first_of_many_occurrences_counts_in_bytes():
    hits = match_terms(pl.Series(["…数据和数据"]), pl.Series([9]), terms_of("数据", "据"))
    assert sorted(hits.iter_rows()) == [(9, 0, 3), (9, 1, 6)]


def test_equal_terms_of_two_angles_both_hit():
    hits = match_terms(pl.Series(["数据"]), pl.Series([1]), terms_of("数据", "数据"))
    assert sorted(hits["term_id"]) == [0, 1]


@pytest.mark.parametrize(("texts", "folded"), [([], ["a"]), (["a"], []), (["a"], [""]), ([None], ["a"])])
def test_nothing_to_find_is_an_empty_answer_of_the_same_form(texts, folded):
    terms = pl.DataFrame({"term_id": range(len(folded)), "folded": folded}, schema={"term_id": int, "folded": str})
    hits = match_terms(pl.Series(texts, dtype=pl.String), pl.Series(range(len(texts)), dtype=pl.Int64), terms)
    assert hits.is_empty() and hits.schema == HIT_SCHEMA


def test_an_exclusion_forbids_its_own_angle_only():
    hits = pl.DataFrame(
        {"work_key": [1, 1, 2, 3, 4, 4], "term_id": [10, 11, 10, 11, 10, 20], "start_at": [0] * 6}, schema=HIT_SCHEMA
    )
    angle_terms = pl.DataFrame(
        {
            "term_id": [10, 11, 20, 10],
            "angle_id": [1, 1, 2, 3],
            "is_exclusion": [False, True, False, False],
        }
    )
    labels = rule_labels(hits, angle_terms)
    assert labels.schema == LABEL_SCHEMA
    assert labels.rows() == [(1, 3), (2, 1), (2, 3), (4, 1), (4, 2), (4, 3)]


def test_no_hits_make_no_labels():
    angle_terms = pl.DataFrame({"term_id": [1], "angle_id": [1], "is_exclusion": [False]})
    labels = rule_labels(HIT_SCHEMA.to_frame(), angle_terms)
    assert labels.is_empty() and labels.schema == LABEL_SCHEMA
