"""Works of a topic: listed by the same filters that count them, with their labels and the words that made those."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import pandas as pd

from blindspot.explore.filters import Filters
from blindspot.labelling.folding import fold_term, locate
from blindspot.store import Store


@dataclass(frozen=True)
class Word:
    """A term that matched, and where it stands: characters start to end of the field's original text."""

    term: str
    field: str
    start: int
    end: int


@dataclass(frozen=True)
class WorkLabel:
    """One angle of a work, who says so (rule, model, llm, person), and the words that made it."""

    angle: str
    name: dict[str, str]
    origin: str
    score: float | None
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Work:
    """One work as it is known now; an unknown count is None, `response` is log2 over the creator's usual."""

    work_key: int
    platform: str
    work_id: str
    creator_key: int
    creator: str | None
    role: str
    title: str | None
    text: str | None
    hashtags: tuple[str, ...]
    transcript: str | None
    url: str | None
    published_at: datetime | None
    captured_at: datetime
    duration_seconds: float | None
    plays: int | None
    likes: int | None
    comments: int | None
    shares: int | None
    collects: int | None
    keyword: str | None
    response: float | None
    labels: tuple[WorkLabel, ...] = ()
    decided: tuple[tuple[str, bool], ...] = ()
    """What a person said of the work: (angle key, covers it)."""


@dataclass(frozen=True)
class Selection:
    """Which works of the filtered topic to list: of one angle, of none, of one week, with some words."""

    angle_id: int | None = None
    is_unlabelled: bool = False
    search: str = ""
    week: date | None = None

    def params(self) -> dict[str, Any]:
        """Return the parameters that the works queries add to those of the filters."""
        folded = fold_term(self.search) if self.search.strip() else None
        return {
            "angle_id": self.angle_id,
            "is_unlabelled": self.is_unlabelled,
            "search": folded or None,
            "week": self.week,
        }


def count_works(store: Store, topic_id: int, filters: Filters, selection: Selection) -> int:
    """Return how many works `list_works` has in all."""
    return int(store.value("explore/works_count", **filters.params(topic_id), **selection.params()))


def list_works(
    store: Store, topic_id: int, filters: Filters, selection: Selection, *, first: int = 0, most: int = 1_000_000
) -> list[Work]:
    """Return works with their labels, newest first, from the `first`-th on."""
    params = {**filters.params(topic_id), **selection.params(), "first": first, "most": most}
    return _with_labels(store, topic_id, store.rows("explore/works", **params))


def works_by_key(store: Store, topic_id: int, work_keys: list[int]) -> list[Work]:
    """Return those works with their labels in a topic, in the order given."""
    return _with_labels(store, topic_id, store.rows("explore/works_by_key", work_keys=work_keys))


def other_works(store: Store, work: Work, most: int = 20) -> pd.DataFrame:
    """Return what else the creator published: work_key, title, published_at, plays, likes, response."""
    return store.frame(
        "explore/other_works_of_creator", creator_key=work.creator_key, work_key=work.work_key, most=most
    )


def _with_labels(store: Store, topic_id: int, rows: list[dict[str, Any]]) -> list[Work]:
    works = [Work(**{**row, "hashtags": tuple(row["hashtags"] or ())}) for row in rows]
    keys = [work.work_key for work in works]
    labels: dict[int, list[dict[str, Any]]] = {}
    for label in store.rows("explore/labels_of_works", topic_id=topic_id, work_keys=keys):
        labels.setdefault(label["work_key"], []).append(label)
    decided: dict[int, list[tuple[str, bool]]] = {}
    for word in store.rows("explore/person_labels_of_works", topic_id=topic_id, work_keys=keys):
        decided.setdefault(word["work_key"], []).append((word["angle"], word["covers"]))
    return [
        replace(
            work,
            labels=tuple(_label(work, label) for label in labels.get(work.work_key, ())),
            decided=tuple(decided.get(work.work_key, ())),
        )
        for work in works
    ]


def _label(work: Work, row: dict[str, Any]) -> WorkLabel:
    fields = {"title": work.title, "text": work.text, "hashtags": list(work.hashtags), "transcript": work.transcript}
    words = []
    for word in row["words"]:
        field, start, end = locate(fields, fold_term(word["term"]), word["start_at"])
        words.append(Word(word["term"], field, start, end))
    name = {language: row[f"name_{language}"] for language in ("zh", "en") if row[f"name_{language}"]}
    return WorkLabel(row["angle"], name, row["origin"], row["score"], tuple(words))
