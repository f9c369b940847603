"""Which gap an angle is, how good the evidence is, what would make it better, and which gap comes first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from blindspot.explore.coverage_types import KINDS, AngleCoverage, Evidence, Gap, NextGrade, Scope, Verdict
from blindspot.explore.intervals import clopper_pearson, clustered_upper

STRONG_BOUND = 0.05
MODERATE_CREATORS = 8
STRONG_CREATORS = 20
MOST_CREATORS = 10_000


def classify(angle: AngleCoverage, scope: Scope, line: float) -> Verdict | None:
    """Return the first kind that applies with its grade; None where the scope holds no work, since nothing is known.

    - nobody: no work carries the angle; graded by `share_high_clustered`.
    - few: the share of creators that cover it is under `line` (0..1); graded by `creator_share_high`.
    - flat: the 95 % interval of the lift lies below 0; graded by the creators behind that lift (`lift_creators`).
    - ours: competitors cover it and we do not, where an own creator exists; graded by the creators that cover it.
    - covered: no gap, no grade.

    A bound under 5 % is strong, under `line` moderate, else weak; 20 creators are strong, 8 moderate, fewer weak.
    """
    if scope.works == 0:
        return None
    if angle.works == 0:
        return Verdict("nobody", _grade_bound(angle.share_high_clustered, line))
    if angle.creators / scope.creators < line:
        return Verdict("few", _grade_bound(angle.creator_share_high, line))
    if angle.lift_high is not None and angle.lift_high < 0:
        return Verdict("flat", _grade_creators(angle.lift_creators))
    if scope.has_own and angle.own_works == 0:
        return Verdict("ours", _grade_creators(angle.creators))
    return Verdict("covered", None)


def creators_for_next_grade(angle: AngleCoverage, verdict: Verdict, scope: Scope, line: float) -> NextGrade | None:
    """Return how many more creators would make the evidence moderate and strong; None for "covered".

    nobody: further creators with as many works each on average and the same design effect, still without a hit; few:
    further creators that do not cover the angle; flat and ours: further creators that show the same.
    """
    if verdict.kind == "covered":
        return None
    if verdict.kind == "flat":
        return _up_to_creators(angle.lift_creators)
    if verdict.kind == "ours":
        return _up_to_creators(angle.creators)

    def bound(more: int) -> float:
        creators = scope.creators + more
        if verdict.kind == "few":
            interval = clopper_pearson(angle.creators, creators)
            return 1.0 if interval is None else interval.high
        growth = creators / scope.creators
        # Creators like the present ones raise Σm and Σm² alike, so the design effect stays as it is.
        high = clustered_upper(0, scope.works * growth, scope.sum_squares * growth, scope.rho)
        return 1.0 if high is None else high

    strong = _fewest(bound, STRONG_BOUND)
    return NextGrade(_fewest(bound, max(line, STRONG_BOUND)), strong)


def order_gaps(gaps: Iterable[Gap]) -> list[Gap]:
    """Return the gaps, most promising first.

    By kind (nobody, few, flat, ours, covered); within a kind by demand (more independent origins, then claims, then
    questions), then the lower bound of the share of creators, then the upper bound of the share of works (both
    ascending), then the place in the codebook.
    """

    def rank(gap: Gap) -> tuple[float, ...]:
        angle = gap.angle
        return (
            KINDS.index(gap.verdict.kind),
            -angle.demand_sources,
            -angle.demand_claims,
            -angle.demand_questions,
            1.0 if angle.creator_share_low is None else angle.creator_share_low,
            1.0 if angle.share_high is None else angle.share_high,
            angle.position,
        )

    return sorted(gaps, key=rank)


def _grade_bound(high: float | None, line: float) -> Evidence:
    if high is None:
        raise ValueError("a scope with works needs bounds")
    if high < STRONG_BOUND:
        return "strong"
    return "moderate" if high < line else "weak"


def _grade_creators(creators: int) -> Evidence:
    if creators >= STRONG_CREATORS:
        return "strong"
    return "moderate" if creators >= MODERATE_CREATORS else "weak"


def _up_to_creators(creators: int) -> NextGrade:
    return NextGrade(max(0, MODERATE_CREATORS - creators), max(0, STRONG_CREATORS - creators))


def _fewest(bound: Callable[[int], float], target: float) -> int | None:
    """Return the fewest further creators that bring the falling `bound` under `target`."""
    more = bisect_left(range(MOST_CREATORS + 1), True, key=lambda further: bound(further) < target)
    return None if more > MOST_CREATORS else more
