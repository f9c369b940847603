"""Ranks phrases by how much more the sources say them than the works do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from blindspot.explore.discovery.contrast import MOST_SAID, expected_in_works, log_odds
from blindspot.explore.discovery.likeness import Likeness
from blindspot.explore.discovery.occurrences import count, find_in, places
from blindspot.explore.discovery.phrases import Phrase

CONSIDERED = 300
PER_MORE_SOURCE = 0.3
"""What each further source adds to a phrase's score."""


@dataclass(frozen=True)
class Ranked:
    """A phrase with the places of the works that hold it and what it is worth; `row` is its place in the likeness."""

    phrase: Phrase
    works: frozenset[int]
    z: float
    coverage: float
    score: float
    row: int


@dataclass(frozen=True)
class Common:
    """A phrase that both sides say."""

    phrase: Phrase
    in_works: int
    z: float


@dataclass(frozen=True)
class Ranking:
    """The phrases that the works do not say, best first, how like they are to each other, and some that both say."""

    silent: list[Ranked]
    likeness: Likeness
    common: list[Common]


def rank_phrases(
    phrases: Sequence[Phrase], sources: Sequence[int], works: pl.Series, words: tuple[float, float]
) -> Ranking:
    """Part the phrases by whether the works say them, and rank those that they do not.

    `sources` says for each phrase how many sources say it; `words` are the words in all passages and in all works.
    The score is z × (1 - coverage) × (1 + 0.3 for each source more than one). Of phrases that hold one another the
    better one stays.
    """
    hits = find_in([phrase.folded for phrase in phrases], works)
    in_works = count(hits, len(phrases)).astype(float)
    said = np.array([len(phrase.places) for phrase in phrases], dtype=float)
    z = log_odds(said, in_works, *words)
    weighed = z * (1 + PER_MORE_SOURCE * (np.maximum(sources, 1) - 1))
    is_silence = in_works <= MOST_SAID * expected_in_works(said, *words)
    best = [int(at) for at in np.argsort(-weighed, kind="stable") if is_silence[at] and z[at] > 0][:CONSIDERED]
    others = [int(at) for at in np.argsort(-said, kind="stable") if not is_silence[at]][:CONSIDERED]
    held = places(hits.filter(pl.col("phrase").is_in(best)), len(phrases))
    likeness = Likeness([phrases[at].folded for at in best], works)
    ranked = [
        Ranked(phrases[at], held[at], float(z[at]), float(near), float(weighed[at] * (1 - near)), row)
        for row, (at, near) in enumerate(zip(best, likeness.coverage(), strict=True))
    ]
    return Ranking(
        _apart(sorted(ranked, key=lambda each: -each.score)),
        likeness,
        [Common(phrases[at], int(in_works[at]), float(z[at])) for at in others],
    )


def _apart(ranked: Sequence[Ranked]) -> list[Ranked]:
    kept: list[Ranked] = []
    for each in ranked:
        folded = each.phrase.folded
        if not any(folded in other.phrase.folded or other.phrase.folded in folded for other in kept):
            kept.append(each)
    return kept
