"""Demand: what asks for each angle, part by part: independent origins by grade, claims, questions, search interest."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from blindspot.explore.interest import Interest, interest_of_angles
from blindspot.store import Store

GRADES = ("high", "medium", "low", "unrated")


@dataclass(frozen=True)
class Demand:
    """What asks for one angle; parts that stand beside each other and are never folded into one score.

    `origins` counts independent origins: articles with a passage on the angle, and the sources of accepted claims that
    carry it, each by its best grade there (`origins_by_grade`). Own reports are no origin. `newest_on` is the newest
    publishing day among them, None where none has a date. `claims` are accepted, `candidates` wait for a person's yes;
    `questions` are viewers' comments, `question_likes` None where no count is known.
    """

    origins: int = 0
    origins_by_grade: dict[str, int] = field(default_factory=dict)
    newest_on: date | None = None
    claims: int = 0
    candidates: int = 0
    questions: int = 0
    question_likes: int | None = None
    interest: tuple[Interest, ...] = ()

    @property
    def is_any(self) -> bool:
        """Whether anything asks for the angle."""
        return bool(self.origins or self.claims or self.questions)


@dataclass(frozen=True)
class Material:
    """What could ask for an angle of a topic at all: its sources, the comments and questions under its works."""

    sources: int
    comments: int
    questions: int


def measure_demand(store: Store, topic_id: int) -> dict[str, Demand]:
    """Return what asks for each angle of a topic, by the angle's key; every angle in use has an entry."""
    interest = interest_of_angles(store, topic_id)
    return {row["key"]: _demand(row, interest) for row in store.rows("explore/demand_by_angle", topic_id=topic_id)}


def demand_material(store: Store, topic_id: int) -> Material:
    """Return what there is to be asked for by; zeros mean that nothing was imported, not that nobody asks."""
    return Material(**store.rows("explore/demand_material", topic_id=topic_id)[0])


def _demand(row: dict[str, Any], interest: dict[str, tuple[Interest, ...]]) -> Demand:
    parts = ("origins", "newest_on", "claims", "candidates", "questions", "question_likes")
    return Demand(
        origins_by_grade={grade: row[grade] for grade in GRADES if row[grade]},
        interest=interest.get(row["key"], ()),
        **{part: row[part] for part in parts},
    )
