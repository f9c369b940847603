"""Says what an angle's terms would change before they are saved: which works it would gain and lose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import polars as pl
import pyarrow as pa

from blindspot.library.label_works import find_terms
from blindspot.store import Store


@dataclass(frozen=True)
class Trial:
    """Works of the topic, by key: those that the terms match, and how that differs from the terms as saved.

    Works of which a person has said whether they carry the angle are in `matched` alone: no term moves them.
    """

    matched: tuple[int, ...]
    gained: tuple[int, ...]
    lost: tuple[int, ...]


def try_terms(store: Store, topic_id: int, key: str, terms: Sequence[str], exclude: Sequence[str]) -> Trial:
    """Return what the angle `key` (a new one has no works yet) would match with these terms and exclusions."""
    works = store.arrow("library/search_texts_of_topic", topic_id=topic_id)
    saved = next((row for row in store.rows("library/topic_angles", topic_id=topic_id) if row["key"] == key), None)
    before = _matches(works, saved["terms"], saved["exclude"]) if saved else set()
    after = _matches(works, terms, exclude)
    decided = set(store.frame("library/decided_works", topic_id=topic_id, key=key)["work_key"])
    order = [work_key for work_key in works["work_key"].to_pylist() if work_key in before | after]
    return Trial(
        matched=tuple(key for key in order if key in after),
        gained=tuple(key for key in order if key in after - before - decided),
        lost=tuple(key for key in order if key in before - after - decided),
    )


def _matches(works: pa.Table, terms: Sequence[str], exclude: Sequence[str]) -> set[int]:
    words = [(term, False) for term in terms] + [(term, True) for term in exclude]
    if not terms:
        return set()
    hits = find_terms(works, pd.DataFrame(words, columns=["term", "is_exclusion"]))
    found = hits.group_by("work_key").agg(is_excluded=pl.col("is_exclusion").any())
    return set(found.filter(~pl.col("is_excluded"))["work_key"])
