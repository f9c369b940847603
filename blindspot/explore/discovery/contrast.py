"""How much more the sources say a phrase than the works do, and how surprising the works' silence is."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
import polars as pl

from blindspot.explore.nearest import IDEOGRAPHS
from blindspot.labelling.characters import WORD_START

PRIOR_WORDS = 1_000
"""a0 of the prior: as if so many words of both sides together had been read before."""

Passages = TypeVar("Passages", float, np.ndarray)
"""How many passages hold a phrase, or that of each of many phrases."""

SPREAD = 5_000
MOST_SAID = 0.25
"""A phrase that the works say more often than this share of what is expected is no silence."""


def count_words(texts: pl.Series) -> float:
    """Return about how many words folded texts hold (Latin words, half the ideographs); a sample's of many texts."""
    if texts.is_empty():
        return 0.0
    spread = texts.gather_every(-(-len(texts) // SPREAD))
    words = spread.str.count_matches(WORD_START, literal=True) + spread.str.count_matches(f"[{IDEOGRAPHS}]") / 2
    return float(words.sum()) * len(texts) / len(spread)


def log_odds(in_sources: np.ndarray, in_works: np.ndarray, source_words: float, work_words: float) -> np.ndarray:
    """Return z of each phrase: its log-odds among the sources' words over those among the works', over its deviation.

    Counts are passages and works that hold it. The prior is informative: a0 × the share in both sides together
    (Monroe, Colaresi & Quinn 2008, "Fightin' Words", equations 15-22).
    """
    prior = PRIOR_WORDS * (in_sources + in_works) / (source_words + work_words)

    def log_odd(count: np.ndarray, words: float) -> np.ndarray:
        return np.asarray(np.log((count + prior) / (words + PRIOR_WORDS - count - prior)))

    deviation = np.sqrt(1 / (in_sources + prior) + 1 / (in_works + prior))
    return np.asarray((log_odd(in_sources, source_words) - log_odd(in_works, work_words)) / deviation)


def expected_in_works(passages: Passages, source_words: float, work_words: float) -> Passages:
    """Return how many works would hold what so many passages hold, if the works spoke like the sources."""
    return passages * work_words / source_words if source_words else passages * 0.0


def chance_of_silence(works: int, expected: float) -> float:
    """Return how likely so few works or fewer are by chance: the Poisson distribution's P(≤ works)."""
    # SciPy costs a tenth of a second to import, and every command would pay it
    from scipy.special import pdtr

    return float(pdtr(works, expected))
