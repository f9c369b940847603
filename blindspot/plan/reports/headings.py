"""Headings that a report has in words of its own: what they stand for is learnt once and holds for every report."""

from __future__ import annotations

from blindspot.library.heading_aliases import forget_alias, save_alias
from blindspot.plan.reports.import_reports import reread_report
from blindspot.store import Store


def learn_heading(store: Store, heading: str, key: str) -> list[int]:
    """Say which section a heading stands for and read the reports that have it again; return their ids."""
    save_alias(store, heading, key)
    return _reread(store, heading)


def forget_heading(store: Store, heading: str) -> list[int]:
    """Let a heading that was learnt mean nothing again and read the reports that have it again; return their ids."""
    forget_alias(store, heading)
    return _reread(store, heading)


def _reread(store: Store, heading: str) -> list[int]:
    found = [row["source_id"] for row in store.rows("library/reports_with_heading", heading=heading)]
    for source_id in found:
        reread_report(store, source_id)
    return found
