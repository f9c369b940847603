"""Labels titles by a codebook the way the library does, without a store."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl
import pytest

from blindspot.labelling.codebook import Codebook
from blindspot.labelling.folding import fold_frame, fold_term
from blindspot.labelling.matching import match_terms, rule_labels

WORKS = pl.Schema(
    {"title": pl.String, "text": pl.String, "hashtags": pl.List(pl.String), "transcript": pl.String},
)


@pytest.fixture
def search_texts() -> Callable[..., pl.Series]:
    """Return search texts of works given as dicts or as bare titles."""

    def fold(*works: dict | str) -> pl.Series:
        rows = [work if isinstance(work, dict) else {"title": work} for work in works]
        return fold_frame(pl.DataFrame([{name: row.get(name) for name in WORKS} for row in rows], schema=WORKS))

    return fold


@pytest.fixture
def label_titles(search_texts) -> Callable[[Codebook, list[str]], list[set[str]]]:
    """Return for each title the keys of its angles."""

    def label(codebook: Codebook, titles: list[str]) -> list[set[str]]:
        words = [
            (number, term, is_exclusion)
            for number, angle in enumerate(codebook.angles)
            for terms, is_exclusion in ((angle.terms, False), (angle.exclude, True))
            for term in terms
        ]
        terms = pl.DataFrame({"term_id": range(len(words)), "folded": [fold_term(term) for _, term, _ in words]})
        angle_terms = terms.select(
            "term_id",
            angle_id=pl.Series([number for number, _, _ in words]),
            is_exclusion=pl.Series([is_exclusion for _, _, is_exclusion in words]),
        )
        keys = pl.Series(range(len(titles)), dtype=pl.Int64)
        found: list[set[str]] = [set() for _ in titles]
        for work, number in rule_labels(match_terms(search_texts(*titles), keys, terms), angle_terms).iter_rows():
            found[work].add(codebook.angles[number].key)
        return found

    return label
