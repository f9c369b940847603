"""What sources and claims say that cannot be relied on as it stands, found by rule whenever they are read."""

from __future__ import annotations

from datetime import date

from blindspot.explore.flags.addresses import leads_nowhere, one_article_twice
from blindspot.explore.flags.arithmetic import wrong_arithmetic
from blindspot.explore.flags.citations import unfollowable
from blindspot.explore.flags.disputes import contradicted, gone_stale
from blindspot.explore.flags.ratings import graded_above_itself, never_rated, one_origin
from blindspot.explore.flags.reading import Flag, Reading, read_sources
from blindspot.store import Store

__all__ = ["FLAGS", "Flag", "Reading", "check_reading", "find_flags", "read_sources"]

FLAGS = (
    contradicted,
    wrong_arithmetic,
    gone_stale,
    graded_above_itself,
    never_rated,
    one_article_twice,
    one_origin,
    leads_nowhere,
    unfollowable,
)
"""One check each: Reading in, flags out; what weighs most comes first."""


def find_flags(
    store: Store,
    source_id: int | None = None,
    topic_id: int | None = None,
    today: date | None = None,
    *,
    is_sample: bool | None = None,
) -> list[Flag]:
    """Return what is to be looked at in one document, a topic's documents, or all; conflicts and sums first."""
    return check_reading(read_sources(store, source_id, topic_id, today, is_sample=is_sample))


def check_reading(reading: Reading) -> list[Flag]:
    """Return what is to be looked at in what was read already."""
    return [flag for check in FLAGS for flag in check(reading)]
