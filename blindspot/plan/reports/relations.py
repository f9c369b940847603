"""Earlier reports that a report speaks of, found among the stored ones whichever came in first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from blindspot.store import Store


@dataclass(frozen=True)
class RelatedReport:
    """An earlier report as it is called there (`reference`); `related_id` is the stored one, None without."""

    reference: str
    kind: str
    related_id: int | None
    title: str | None
    researched_on: date | None


def related_reports(store: Store, source_id: int) -> list[RelatedReport]:
    """Return the reports that one speaks of, matched by file name or title, in its order."""
    return [RelatedReport(**row) for row in store.rows("plan/report_relations", source_id=source_id)]
