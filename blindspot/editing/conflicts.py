"""Two people changed the same row: what each wrote, what stood there before, and which fields both touched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

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


def meet(item: str, item_id: str, fields: dict[str, Any], row: dict[str, Any], later: list[dict[str, Any]]) -> Conflict:
    """Return which of your `fields` were changed by the `later` edits of others; none: both can be kept."""
    before: dict[str, Any] = {}
    for edit in later:
        before = {**orjson.loads(edit["before"] or "{}"), **before}
    both = [name for name in fields if name in before and fields[name] != row[name]]
    last: dict[str, Any] = later[-1] if later else {"who": "", "made_at": datetime.now().astimezone()}
    return Conflict(
        item,
        item_id,
        row["rev"],
        {name: before[name] for name in both},
        {name: fields[name] for name in both},
        {name: row[name] for name in both},
        last["who"],
        last["made_at"],
    )
