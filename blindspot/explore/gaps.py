"""Gaps: every angle typed and graded, the most promising first, with what would better the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import polars as pl

from blindspot.explore.coverage import measure_coverage
from blindspot.explore.coverage_types import AngleCoverage, Gap, NextGrade, Scope
from blindspot.explore.demand import Demand, measure_demand
from blindspot.explore.evidence import classify, creators_for_next_grade, order_gaps
from blindspot.explore.filters import Filters
from blindspot.explore.nearest import nearest_works
from blindspot.explore.works import Work, works_by_key
from blindspot.labelling.codebook import Angle
from blindspot.labelling.folding import fold_term
from blindspot.store import Store


@dataclass(frozen=True)
class GapList:
    """The gaps of a topic in one scope at one line, most promising first; empty where nothing is in scope.

    `demand` says by angle key what asks for it, whatever the filters: sources and viewers know nothing of them.
    """

    scope: Scope
    line: float
    gaps: list[Gap]
    demand: Mapping[str, Demand] = field(default_factory=dict)

    def next_grade(self, gap: Gap) -> NextGrade | None:
        """Return how many more creators would better this gap's evidence (None: it is no gap)."""
        return creators_for_next_grade(gap.angle, gap.verdict, self.scope, self.line)


def find_gaps(store: Store, topic_id: int, line: float, filters: Filters) -> GapList:
    """Return every angle of a topic as a gap of its kind; `line` is the share of creators under which it is "few"."""
    scope, angles = measure_coverage(store, topic_id, filters)
    demand = measure_demand(store, topic_id)
    found = grade_gaps(scope, [_with_demand(angle, demand[angle.angle]) for angle in angles], line)
    return replace(found, demand=demand)


def grade_gaps(scope: Scope, angles: list[AngleCoverage], line: float) -> GapList:
    """Type, grade and order angles that are measured already."""
    verdicts = [(angle, classify(angle, scope, line)) for angle in angles]
    return GapList(scope, line, order_gaps(Gap(angle, verdict) for angle, verdict in verdicts if verdict))


def _with_demand(angle: AngleCoverage, demand: Demand) -> AngleCoverage:
    return replace(angle, demand_sources=demand.origins, demand_claims=demand.claims, demand_questions=demand.questions)


def nearest_to_angle(
    store: Store, topic_id: int, angle_id: int, angle: Angle, filters: Filters, most: int = 10
) -> list[Work]:
    """Return the works in scope without this angle that come nearest to its words, for a person to say yes or no to."""
    table = store.arrow("explore/search_texts_without_angle", **filters.params(topic_id), angle_id=angle_id)
    words = [*angle.name.values(), *angle.definition.values(), *angle.terms, *angle.examples]
    query = " ".join(fold_term(word) for word in words)
    ranked = nearest_works(query, pl.Series(values=table["search_text"]), limit=most)
    keys = table["work_key"].take([index for index, _ in ranked]).to_pylist()
    return works_by_key(store, topic_id, keys)
