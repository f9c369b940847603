"""What coverage is measured in: the scope that was looked at, one angle's counts and bounds, its verdict. No logic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["nobody", "few", "flat", "ours", "covered"]
Evidence = Literal["strong", "moderate", "weak"]

KINDS: tuple[Kind, ...] = ("nobody", "few", "flat", "ours", "covered")
"""In the order in which they are tried and shown."""


@dataclass(frozen=True, kw_only=True)
class Scope:
    """The competitors' works that were looked at, and how: everything that a zero must be read against.

    `sum_squares` is the sum over creators of (works of the creator)², `rho` the correlation between works of
    one creator (`rho_is_estimated` false = the assumed 0.2). `first_published` and `last_published` are the
    days of the earliest and latest dated work in scope, None where no work has a date; `date_from` and
    `date_to` the bounds asked for, None = open. `fields` are the searched ones of "title", "text", "hashtags",
    "transcript"; `platforms` are platform keys. `own_creators` and `own_works` count our side of the same
    scope; `unlabelled` the works without any angle.
    """

    works: int
    creators: int
    sum_squares: float
    rho: float
    rho_is_estimated: bool = False
    first_published: date | None
    last_published: date | None
    date_from: date | None = None
    date_to: date | None = None
    platforms: tuple[str, ...]
    fields: tuple[str, ...]
    works_with_transcript: int
    unlabelled: int
    own_creators: int = 0
    own_works: int = 0

    @property
    def has_own(self) -> bool:
        """Whether an own creator exists, so that "we do not cover it" means something."""
        return self.own_creators > 0


@dataclass(frozen=True, kw_only=True)
class AngleCoverage:
    """One angle in one scope: counts, 95 % bounds as shares (0..1), lift in log2 units, demand.

    Bounds are None where the scope holds no work. `share_*` is the share of works as if works were independent,
    `share_high_clustered` its upper bound with works of one creator taken as related, `creator_share_*` the share of
    creators. Lift is None where fewer than two creators have a known response; `lift_creators` counts those that have.
    `position` is the angle's place in the codebook. Demand counts are zero where nothing asks for the angle.
    """

    angle: str
    name: Mapping[str, str]
    works: int
    creators: int
    share_low: float | None
    share_high: float | None
    share_high_clustered: float | None
    creator_share_low: float | None
    creator_share_high: float | None
    lift: float | None = None
    lift_low: float | None = None
    lift_high: float | None = None
    lift_creators: int = 0
    own_works: int = 0
    first_published: date | None = None
    last_published: date | None = None
    demand_sources: int = 0
    demand_claims: int = 0
    demand_questions: int = 0
    position: int


@dataclass(frozen=True)
class Verdict:
    """What kind of gap an angle is and how good the evidence is (None for "covered", which is no gap)."""

    kind: Kind
    evidence: Evidence | None


@dataclass(frozen=True)
class Gap:
    """An angle with its verdict."""

    angle: AngleCoverage
    verdict: Verdict


@dataclass(frozen=True)
class NextGrade:
    """How many more creators each grade needs: 0 = reached already, None = out of reach (more than 10,000)."""

    moderate: int | None
    strong: int | None
