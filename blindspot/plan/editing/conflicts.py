"""Two people changed the same row: what each wrote, what stood there before, and which fields both touched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from blindspot.errors import BlindspotError


@dataclass(frozen=True)
class Conflict:
    """One row: the fields that both changed, as they were, as you wrote them and as they are now.

    `rev` is the revision to write on when you have decided; `by` and `at` say who changed it last.
    """

    item: str
    item_id: str
    rev: int
    before: dict[str, Any]
    yours: dict[str, Any]
    theirs: dict[str, Any]
    by: str
    at: datetime


class Stale(BlindspotError):
    """A write on rows that somebody changed meanwhile; nothing of it was stored."""

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        super().__init__(
            "{by} changed this while you were editing it; your text was not saved over theirs.",
            "Compare both and keep one, or join them.",
            by=conflicts[0].by,
        )
        self.conflicts = conflicts
