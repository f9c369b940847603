"""One English term in three spellings: hyphen, blank, nothing."""

from __future__ import annotations

import polars as pl
import pytest

from blindspot.labelling.folding import FIELDS, fold_frame, fold_term, locate, mark_spans
from blindspot.labelling.matching import match_terms

ONE_TERM = (
    ("how to", "how-to", "howto", "How‑To", "how_to"),
    ("step by step", "step-by-step", "stepbystep", "step-by step"),
    ("hands-on", "hands on", "handson"),
    ("made with ai", "made-with-AI", "MadeWithAI", "made with-ai"),
    ("Seedance 2.0", "seedance-2.0", "Seedance2.0"),
    ("deepfake", "deep fake", "deep-fake"),
    ("e-commerce", "ecommerce", "e commerce"),
    ("GPT-4o", "gpt4o", "gpt 4o"),
    ("B-2", "B2", "b 2"),
    ("3D", "3-D", "3 d"),
    ("step-by-step guide", "step by step guide"),
)


def found(text: str, term: str) -> str | None:
    """Return what a term marks in a title, by the matcher and by the marks of a page, which must agree."""
    fields = {"title": text, "text": None, "hashtags": None, "transcript": None}
    works = pl.DataFrame([fields], schema_overrides={"hashtags": pl.List(pl.String)})
    terms = pl.DataFrame({"term_id": [3], "folded": [fold_term(term)]})
    hits = match_terms(fold_frame(works.select(FIELDS)), pl.Series([1]), terms)
    marked = [text[start:end] for start, end in mark_spans(text, [term])]
    assert len(hits) == bool(marked)
    if not marked:
        return None
    _, start, end = locate(fields, fold_term(term), hits["start_at"][0])
    assert text[start:end] == marked[0]
    return marked[0]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (term, text)
        for texts in ONE_TERM
        for term in texts
        for text in texts
        if term not in ("stepbystep", "MadeWithAI")
    ],
)
def test_each_spelling_finds_each_other_whole(term, text):
    assert found(f"AI {text} 分享", term) == text


@pytest.mark.parametrize(
    ("text", "term", "marked"),
    [
        ("AI-generated film", "AI", "AI"),
        ("AI-generated film", "generated", "generated"),
        ("AI-generated film", "AI generated", "AI-generated"),
        ("C++ 入门", "C++", "C++"),
        ("C 入门", "C++", None),
        ("C-入门", "C++", None),
        ("e.g. B-2 / B2", "B-2", "B-2"),
        ("e.g. B / 2", "B-2", None),
        ("the ad s", "ads", None),
        ("MAIN", "AI", None),
        ("somehow to", "how to", None),
        ("how tools", "how to", None),
        ("how, to", "how to", None),
        ("how -- to", "how to", None),
    ],
)
def test_other_words_and_signs_stay_as_they_are(text, term, marked):
    assert found(text, term) == marked


def test_of_two_spellings_in_one_work_the_first_is_kept():
    texts = pl.Series([fold_term(text) for text in ("字 handson hands-on", "hands-on", "hands on handson")])
    terms = pl.DataFrame({"term_id": [3, 4], "folded": [fold_term("hands-on"), fold_term("handson")]})
    hits = match_terms(texts, pl.Series([1, 2, 3]), terms)
    assert hits.sort("work_key", "term_id").rows() == [(1, 3, 3), (1, 4, 3), (2, 3, 0), (2, 4, 0), (3, 3, 0), (3, 4, 0)]
    assert hits["work_key"].is_sorted()
