"""What viewers ask: questions that ask the same stand together, with how many ask and under which works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from blindspot.explore.nearest import runs_of
from blindspot.labelling.questions import core_texts, without_asking
from blindspot.store import Store

MOST_READ = 50_000
MOST_COMPARED = 1_200
"""Distinct wordings, the most frequent and liked first, that are compared with each other; the rest stand alone."""
SAME = 0.4
"""Mean cosine similarity from which wordings ask the same."""


@dataclass(frozen=True)
class QuestionGroup:
    """Questions that ask the same: the most liked wording as `example`, other wordings, and what they add up to.

    `angles` maps angle keys to how many of the questions carry them; `likes` is None where no count is known.
    """

    example: str
    wordings: tuple[str, ...]
    comment_keys: tuple[int, ...]
    work_keys: tuple[int, ...]
    likes: int | None
    newest_on: date | None
    angles: dict[str, int]

    @property
    def count(self) -> int:
        """How many comments ask it."""
        return len(self.comment_keys)


def group_questions(store: Store, topic_id: int) -> list[QuestionGroup]:
    """Return what viewers ask under a topic's works, what most ask first; at most the 50,000 most liked questions."""
    asked = store.rows("explore/questions", topic_id=topic_id, most=MOST_READ)
    if not asked:
        return []
    cores = core_texts(pl.Series([row["text"] for row in asked])).to_list()
    wordings: dict[str, list[int]] = {}
    for place, core in enumerate(cores):
        wordings.setdefault(_subject(core), []).append(place)
    ordered = sorted(wordings, key=lambda subject: (-len(wordings[subject]), wordings[subject][0]))
    groups = _join(ordered[:MOST_COMPARED]) + [[subject] for subject in ordered[MOST_COMPARED:]]
    found = [_group([asked[place] for subject in group for place in wordings[subject]]) for group in groups]
    return sorted(found, key=lambda group: (-group.count, -(group.likes or 0), group.example))


def _subject(core: str) -> str:
    """Return what is asked about; a question that only asks ("why?") is its own subject."""
    return " ".join(without_asking(core).split()) or core


def _join(subjects: Sequence[str]) -> list[list[str]]:
    """Return subjects that say the same together (average linkage on TF-IDF over Chinese runs and Latin words)."""
    if len(subjects) < 2:
        return [list(subjects)] if subjects else []
    # these take a while to load, and most pages group nothing
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer=runs_of, sublinear_tf=True).fit_transform(subjects)
    distances = 1 - np.clip((vectors @ vectors.T).toarray(), 0, 1)
    np.fill_diagonal(distances, 0)
    clustering = AgglomerativeClustering(None, metric="precomputed", linkage="average", distance_threshold=1 - SAME)
    groups: dict[int, list[str]] = {}
    for subject, number in zip(subjects, clustering.fit_predict(distances), strict=True):
        groups.setdefault(int(number), []).append(subject)
    return list(groups.values())


def _group(rows: list[dict[str, Any]]) -> QuestionGroup:
    rows = sorted(rows, key=lambda row: -(row["likes"] or 0))
    likes = [row["likes"] for row in rows if row["likes"] is not None]
    days = [row["said_at"].date() for row in rows if row["said_at"] is not None]
    return QuestionGroup(
        example=rows[0]["text"],
        wordings=tuple(dict.fromkeys(row["text"] for row in rows)),
        comment_keys=tuple(row["comment_key"] for row in rows),
        work_keys=tuple(dict.fromkeys(row["work_key"] for row in rows)),
        likes=sum(likes) if likes else None,
        newest_on=max(days, default=None),
        angles=dict(Counter(angle for row in rows for angle in row["angles"]).most_common()),
    )
