"""How near phrases come to works and to each other, by their character runs; no language model is asked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

import numpy as np
import polars as pl

from blindspot.explore.nearest import ALL_COMPARED, runs_of

NEAREST = 3


class Likeness:
    """Cosine similarities (0..1) of phrases to each other and to works; of many works, to 5,000 spread evenly."""

    def __init__(self, phrases: Sequence[str], works: pl.Series) -> None:
        # these cost a fifth of a second to import, and most page runs discover nothing
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._step = max(1, -(-len(works) // ALL_COMPARED))
        spread = works.gather_every(self._step).to_list()
        vectors = TfidfVectorizer(analyzer=runs_of, sublinear_tf=True).fit_transform([*spread, *phrases])
        compared, self._phrases = vectors[: len(spread)], vectors[len(spread) :]
        self._to_works: np.ndarray = (self._phrases @ compared.T).toarray()

    def coverage(self) -> np.ndarray:
        """Return for each phrase how near the works come to it: its mean similarity to the three nearest."""
        nearest: np.ndarray = -np.sort(-self._to_works, axis=1)[:, :NEAREST]
        return np.asarray(nearest.mean(axis=1))

    def among(self, rows: Sequence[int]) -> np.ndarray:
        """Return the similarities of some phrases to each other."""
        some = self._phrases[list(rows)]
        return np.asarray((some @ some.T).toarray())

    def nearest(self, rows: Sequence[int], without: Collection[int]) -> list[int]:
        """Return the places of the three works that come nearest to any of some phrases, leaving out `without`."""
        likeness = self._to_works[list(rows)].max(axis=0)
        order = (int(column) for column in np.argsort(-likeness, kind="stable") if likeness[column] > 0)
        places = (column * self._step for column in order)
        return list(islice((place for place in places if place not in without), NEAREST))
