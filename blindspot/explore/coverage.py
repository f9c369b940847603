"""Coverage: works and distinct creators per angle, with exact intervals, within the filters."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from blindspot.explore.coverage_types import AngleCoverage, Scope
from blindspot.explore.filters import Filters
from blindspot.explore.intervals import clopper_pearson, clustered_upper, icc
from blindspot.explore.response import angle_lift
from blindspot.store import Store

CELLS = {"creator": "creator", "platform": "platform", "week": "week"}


def measure_coverage(store: Store, topic_id: int, filters: Filters) -> tuple[Scope, list[AngleCoverage]]:
    """Return what is counted and the coverage of every angle of the topic, in the codebook's order.

    Counts are competitors' (the filters' roles); own works stand beside them in `own_works`.
    """
    raise NotImplementedError


def count_cells(store: Store, topic_id: int, filters: Filters, by: str) -> pd.DataFrame:
    """Return works and creators per angle and creator, platform or week (`by`), one row a cell that has a work."""
    return store.frame(f"explore/works_per_angle_and_{CELLS[by]}", **filters.params(topic_id))


def works_per_creator(store: Store, topic_id: int, filters: Filters) -> pd.DataFrame:
    """Return the creators in scope with all their works there: creator_key, creator, platform, works."""
    return store.frame("explore/works_per_creator", **filters.params(topic_id))
