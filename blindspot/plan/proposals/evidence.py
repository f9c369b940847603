"""The evidence of a proposal's gap: frozen with its day, looked at again today, and what has changed between."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import orjson
from pydantic import TypeAdapter

from blindspot.errors import NotFound
from blindspot.explore.coverage_types import AngleCoverage, Gap, Scope, Verdict
from blindspot.explore.filters import Filters
from blindspot.explore.gaps import GapList, find_gaps
from blindspot.store import Store


@dataclass(frozen=True)
class Evidence:
    """What was known of a gap at one time; `statement` is its sentence in the language it was frozen in."""

    angle: AngleCoverage
    verdict: Verdict
    scope: Scope
    line: float
    filters: Filters
    statement: str

    @property
    def bound(self) -> float | None:
        """The upper 95 % bound that the gap is judged by: of the share of works for nobody, else of creators."""
        if self.verdict.kind == "nobody":
            return self.angle.share_high_clustered
        return self.angle.creator_share_high


_KEPT = TypeAdapter(Evidence)


@dataclass(frozen=True)
class Difference:
    """One thing that is not as it was: kind, evidence, works, n, creators, n_creators, bound, dates or demand."""

    what: str
    before: Any
    after: Any


def freeze(found: GapList, gap: Gap, filters: Filters, statement: str, data_version: int) -> str:
    """Return all that is known of a gap now, as JSON to keep with a proposal."""
    return orjson.dumps(
        {
            "statement": statement,
            "line": found.line,
            "scope": asdict(found.scope),
            "angle": {**asdict(gap.angle), "name": dict(gap.angle.name)},
            "verdict": asdict(gap.verdict),
            "filters": asdict(filters),
            "data_version": data_version,
        }
    ).decode()


def thaw(frozen: str | None) -> Evidence | None:
    """Return what was frozen, None where nothing was; raises ValueError for what is no evidence.

    What a later version of it has more keeps its default.
    """
    return _KEPT.validate_json(frozen) if frozen else None


def look_again(
    store: Store, topic_id: int, angle_id: int, line: float, filters: Filters | None = None
) -> tuple[GapList, Gap]:
    """Return how the gap of an angle stands now; raises NotFound where that cannot be said any more."""
    keys = {row["angle_id"]: row["key"] for row in store.rows("library/topic_angles", topic_id=topic_id)}
    found = find_gaps(store, topic_id, line, filters or Filters())
    gap = next((gap for gap in found.gaps if gap.angle.angle == keys.get(angle_id)), None)
    if gap is None:
        raise NotFound(
            "The gap cannot be looked at again: its angle is out of the codebook, or no work is in view.",
            "Import works, or tie the proposal to another angle.",
        )
    return found, gap


def find_differences(before: Evidence, after: Evidence) -> tuple[Difference, ...]:
    """Return what has changed from one state to another, the verdict first; empty where nothing has."""
    old, new = _figures(before), _figures(after)
    return tuple(Difference(what, old[what], new[what]) for what in old if old[what] != new[what])


def _figures(evidence: Evidence) -> dict[str, Any]:
    angle, scope = evidence.angle, evidence.scope
    return {
        "kind": evidence.verdict.kind,
        "evidence": evidence.verdict.evidence,
        "works": angle.works,
        "n": scope.works,
        "creators": angle.creators,
        "n_creators": scope.creators,
        "bound": evidence.bound,
        "dates": (scope.first_published, scope.last_published),
        "demand": (angle.demand_sources, angle.demand_claims, angle.demand_questions),
    }
