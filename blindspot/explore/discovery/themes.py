"""Phrases that belong together, so that a planner reads one theme instead of ten spellings of it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np

from blindspot.explore.discovery.phrases import Phrase

LIKENESS, TOGETHER, SHARED = 0.3, 0.3, 0.4
"""What brings phrases together: alike in characters, said in the same passages, made of the same words."""

FARTHEST = 0.80
"""Average distance (0..1) up to which phrases are one theme."""


def group_phrases(phrases: Sequence[Phrase], among: np.ndarray, angles: Sequence[frozenset[str]]) -> list[list[int]]:
    """Return the phrases' places in groups (average linkage), each in order, the group of the first phrase first.

    `among` is the phrases' similarity to each other, 0..1. `angles` are the angles that have a term like the phrase:
    a shared one brings together what no letters do (训练数据 and "training data").
    """
    if len(phrases) < 2:
        return [[place] for place in range(len(phrases))]
    # SciPy's clustering costs a tenth of a second to import
    from scipy.cluster.hierarchy import fcluster, linkage

    words = [frozenset(phrase.words) for phrase in phrases]
    shared = np.maximum(_overlap(words), _overlap(angles))
    distances = 1 - (LIKENESS * among + TOGETHER * _overlap([phrase.places for phrase in phrases]) + SHARED * shared)
    above = np.triu_indices(len(phrases), k=1)
    numbers = fcluster(linkage(np.clip(distances[above], 0, 1), "average"), FARTHEST, "distance")
    groups: dict[int, list[int]] = {}
    for place, number in enumerate(numbers):
        groups.setdefault(int(number), []).append(place)
    return list(groups.values())


def _overlap(sets: Sequence[frozenset[Hashable]]) -> np.ndarray:
    """Return how much sets have in common: the shared members over the geometric mean of their sizes."""
    members = {member: column for column, member in enumerate(dict.fromkeys(m for group in sets for m in group))}
    table = np.zeros((len(sets), len(members)))
    for row, group in enumerate(sets):
        table[row, [members[member] for member in group]] = 1
    sizes = np.sqrt(np.maximum(table.sum(axis=1), 1))
    return table @ table.T / np.outer(sizes, sizes)
