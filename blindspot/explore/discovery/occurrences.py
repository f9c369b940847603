"""Where phrases stand, counted exactly as a codebook's terms are matched."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl

from blindspot.labelling.matching import match_terms


def find_in(phrases: Sequence[str], texts: pl.Series) -> pl.DataFrame:
    """Return which folded phrases stand in which folded texts, one row a pair: phrase and text, places in order."""
    terms = pl.DataFrame({"term_id": range(len(phrases)), "folded": phrases}, schema=("term_id", "folded"))
    hits = match_terms(texts, pl.Series(range(len(texts)), dtype=pl.Int64), terms.cast({"folded": pl.String}))
    return hits.select(phrase=pl.col("term_id").cast(pl.Int64), text=pl.col("work_key"))


def count(hits: pl.DataFrame, phrases: int) -> np.ndarray:
    """Return for each of so many phrases in how many texts it stands."""
    return np.bincount(hits["phrase"].to_numpy(), minlength=phrases)


def places(hits: pl.DataFrame, phrases: int) -> list[frozenset[int]]:
    """Return for each of so many phrases the places of the texts in which it stands."""
    held = dict(hits.group_by("phrase").agg("text").iter_rows())
    return [frozenset(held.get(phrase, ())) for phrase in range(phrases)]
