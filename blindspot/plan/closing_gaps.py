"""What imports changed since the user last looked: gaps that creators have come to, and signals that they closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from blindspot.plan.signals import Signal, list_signals
from blindspot.store import Store


@dataclass(frozen=True)
class ClosingGap:
    """An angle that `creators` (keys) have come to, with how many works of theirs and since which day (None: unknown).

    `former_creators` covered it before.
    """

    angle_id: int
    angle: str
    name: dict[str, str]
    former_creators: int
    creators: tuple[int, ...]
    works: int
    since: date | None


def find_closing_gaps(store: Store, topic_id: int, line: float) -> list[ClosingGap]:
    """Return the angles under the `line` (share of creators) that imports unseen by the user filled, the most first.

    Creators are competitors whose works with the angle, by today's terms, came in by those imports alone; the works
    that they are counted from are all works of theirs that carry it. Nothing closes in a topic that had no works.
    """
    seen = store.rows("plan/seen_import", topic_id=topic_id)
    if not seen:
        return []
    rows = store.rows("explore/newcomers_by_angle", topic_id=topic_id, after_import_id=seen[0]["import_id"], line=line)
    return [
        ClosingGap(
            row["angle_id"],
            row["key"],
            {language: row[f"name_{language}"] for language in ("zh", "en") if row[f"name_{language}"]},
            row["former_creators"],
            tuple(row["creators"]),
            row["works"],
            row["since"],
        )
        for row in rows
    ]


def find_fired_signals(store: Store, topic_id: int) -> list[Signal]:
    """Return the topic's signals that imports unseen by the user closed, the latest first, the line notwithstanding."""
    seen = store.rows("plan/seen_import", topic_id=topic_id)
    if not seen:
        return []
    fired = store.rows("plan/signals_fired_since", topic_id=topic_id, after_import_id=seen[0]["import_id"])
    signals = {signal.signal_id: signal for signal in list_signals(store)}
    return [signals[row["signal_id"]] for row in fired if row["signal_id"] in signals]


def mark_imports_seen(store: Store, topic_id: int) -> None:
    """Note that the user has seen what closed; only what later imports change is told again."""
    with store.planning() as tx:
        tx.run("plan/see_imports", topic_id=topic_id)
