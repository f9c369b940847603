"""What our own research speaks of already, angle by angle."""

from __future__ import annotations

from blindspot.store import Store


def own_report_counts(store: Store, topic_id: int) -> dict[str, int]:
    """Return the number of our reports that speak of each angle of a topic, by its key; angles of none are left out."""
    return {row["angle"]: row["reports"] for row in store.rows("explore/own_reports_per_angle", topic_id=topic_id)}


def angles_of_report(store: Store, topic_id: int, source_id: int) -> dict[str, int]:
    """Return in how many places a report speaks of each angle of a topic, by the angle's key."""
    rows = store.rows("explore/angles_of_report", topic_id=topic_id, source_id=source_id)
    return {row["angle"]: row["places"] for row in rows}
