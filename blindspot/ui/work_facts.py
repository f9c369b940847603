"""The line of facts under a work: who, where, when and the counts that are known."""

from __future__ import annotations

from blindspot.explore.works import Work
from blindspot.ui.desk import Desk
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import platform_name


def facts_of(desk: Desk, work: Work) -> str:
    """Return Markdown of the facts; a count that is not known is left out."""
    t = desk.t
    counts = (
        (t("plays"), work.plays),
        (t("likes"), work.likes),
        (t("comments"), work.comments),
        (t("shares"), work.shares),
        (t("collects"), work.collects),
    )
    parts = [
        escape_markdown(work.creator or t("unknown creator")),
        platform_name(work.platform, t),
        t.day(work.published_at.date()) if work.published_at else t("no date"),
        *(f"{name} {t.compact(count)}" for name, count in counts if count is not None),
    ]
    return " · ".join(parts)
