"""Coverage: works and distinct creators per angle, with exact intervals, within the filters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from blindspot.explore.coverage_types import AngleCoverage, Scope
from blindspot.explore.filters import Filters
from blindspot.explore.intervals import ASSUMED_RHO, CREATORS_FOR_ESTIMATE, clopper_pearson, clustered_upper, icc
from blindspot.explore.response import lift_of_means
from blindspot.store import Store

SEARCHED = ("title", "text", "hashtags")


def measure_coverage(store: Store, topic_id: int, filters: Filters) -> tuple[Scope, list[AngleCoverage]]:
    """Return what is counted and the coverage of every angle of the topic, in the codebook's order.

    The counts are those of the filters' roles (competitors unless asked otherwise); own works stand in `own_works`.
    """
    params = filters.params(topic_id)
    own = params | {"roles": ["own"], "creators": None}
    counted = store.rows("explore/scope", **params)[0]
    own_scope = store.rows("explore/scope", **own)[0]
    rows = store.rows("explore/coverage_by_angle", **params)
    own_works = {row["key"]: row["works"] for row in store.rows("explore/coverage_by_angle", **own)}
    scope = _scope(counted, own_scope, store.value("explore/own_creators", topic_id=topic_id), filters)
    scope = _with_correlation(store, params, scope, counted, rows)
    return scope, [_angle(row, scope, own_works.get(row["key"], 0)) for row in rows]


def count_cells(store: Store, topic_id: int, filters: Filters, by: str) -> list[dict[str, Any]]:
    """Return works and creators per angle and `by` (creator, platform or week): one dict a cell that holds a work.

    Keys: angle, works, creators and `by`; for creator also creator_key and platform; a week is its Monday.
    """
    return store.rows(f"explore/works_per_angle_and_{by}", **filters.params(topic_id))


def works_per_creator(store: Store, topic_id: int, filters: Filters) -> list[dict[str, Any]]:
    """Return the creators in scope with all their works there: creator_key, creator, platform, works; most first."""
    return store.rows("explore/works_per_creator", **filters.params(topic_id))


def _scope(counted: dict[str, Any], own: dict[str, Any], own_creators: int, filters: Filters) -> Scope:
    has_transcripts = counted["works_with_transcript"] > 0
    return Scope(
        works=counted["works"],
        creators=counted["creators"],
        sum_squares=counted["sum_squares"],
        rho=ASSUMED_RHO,
        first_published=counted["first_day"],
        last_published=counted["last_day"],
        date_from=filters.date_from,
        date_to=filters.date_to,
        platforms=tuple(counted["platforms"]),
        fields=(*SEARCHED, "transcript") if has_transcripts else SEARCHED,
        works_with_transcript=counted["works_with_transcript"],
        unlabelled=counted["unlabelled"],
        own_creators=own_creators,
        own_works=own["works"],
    )


def _with_correlation(
    store: Store, params: dict[str, Any], scope: Scope, counted: dict[str, Any], rows: list[dict[str, Any]]
) -> Scope:
    if counted["creators_with_two"] < CREATORS_FOR_ESTIMATE:
        return scope
    sizes = np.array([row["works"] for row in store.rows("explore/works_per_creator", **params)])
    correlation = icc(sizes, [row["works"] for row in rows], [row["square_share"] for row in rows])
    return replace(scope, rho=correlation.value, rho_is_estimated=correlation.is_estimated)


def _angle(row: dict[str, Any], scope: Scope, own_works: int) -> AngleCoverage:
    works = clopper_pearson(row["works"], scope.works)
    creators = clopper_pearson(row["creators"], scope.creators)
    lift = lift_of_means(row["responding_creators"], row["mean_response"], row["response_variance"])
    return AngleCoverage(
        angle=row["key"],
        name={language: row[f"name_{language}"] for language in ("zh", "en") if row[f"name_{language}"]},
        works=row["works"],
        creators=row["creators"],
        share_low=works.low if works else None,
        share_high=works.high if works else None,
        share_high_clustered=clustered_upper(row["works"], scope.works, scope.sum_squares, scope.rho),
        creator_share_low=creators.low if creators else None,
        creator_share_high=creators.high if creators else None,
        lift=lift.value if lift else None,
        lift_low=lift.low if lift else None,
        lift_high=lift.high if lift else None,
        lift_creators=row["responding_creators"],
        own_works=own_works,
        first_published=row["first_day"],
        last_published=row["last_day"],
        position=row["position"],
    )
