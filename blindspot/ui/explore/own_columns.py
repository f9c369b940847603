"""Our side of the coverage picture: what our works and our reports have on each angle."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from blindspot.charts import OwnColumn
from blindspot.explore.coverage_types import AngleCoverage, Scope
from blindspot.explore.own_coverage import own_report_counts
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.explore.works_view import open_works

WORKS, REPORTS = "own_works", "own_reports"
OWN = (WORKS, REPORTS)


def own_columns(desk: Desk, angles: Sequence[AngleCoverage], scope: Scope) -> list[OwnColumn]:
    """Return a column of our works where we have a creator, and one of our reports where there is one on the topic."""
    t = desk.t
    columns = []
    if scope.has_own:
        works = {angle.angle: angle.own_works for angle in angles}
        columns.append(OwnColumn(WORKS, t("our works"), works, _say_works(desk)))
    reports = own_report_counts(desk.store, topic_of(desk).topic_id)
    if reports:
        columns.append(OwnColumn(REPORTS, t("our reports"), reports, _say_reports(desk)))
    return columns


def open_own(angle: str, column: object) -> None:
    """Go to our works on an angle, or to our reports."""
    if column == WORKS:
        open_works(angle=angle, role="own")
    else:
        st.switch_page("pages/library/reports.py", query_params=dict(st.query_params))


def _say_works(desk: Desk) -> Callable[[str, int], str]:
    return lambda angle, n: desk.t.plural("{angle}: {n} work of ours", "{angle}: {n} works of ours", n, angle=angle)


def _say_reports(desk: Desk) -> Callable[[str, int], str]:
    return lambda angle, n: desk.t.plural("{angle}: {n} report of ours", "{angle}: {n} reports of ours", n, angle=angle)
