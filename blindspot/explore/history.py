"""How an angle's coverage grew with the imports, always by today's terms and labels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from blindspot.explore.filters import Filters
from blindspot.store import Store


@dataclass(frozen=True)
class Moment:
    """The works and creators that carried an angle once the `files` handed in together were imported."""

    imported_at: datetime
    files: int
    works: int
    creators: int


def trace_angle(store: Store, topic_id: int, angle_id: int, filters: Filters) -> list[Moment]:
    """Return one moment a hand-in of files since the topic's first, oldest first; the last is what coverage counts.

    A work counts from the import that first brought it, so a changed term changes the whole line and never breaks it.
    """
    rows = store.rows("explore/history_of_angle", **filters.params(topic_id), angle_id=angle_id)
    return [Moment(**row) for row in rows]
