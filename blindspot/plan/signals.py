"""Signals: what to watch for, what it would mean, when to look again; one tied to an angle closes by itself."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Literal

from blindspot.errors import BlindspotError
from blindspot.store import Store, Transaction

Status = Literal["open", "fired", "refuted", "expired"]


@dataclass(frozen=True)
class Watch:
    """What a signal says: what to do (`verb`: watch, follow …), what to look at, what it would mean, when to look."""

    subject: str
    verb: str = ""
    meaning: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class Signal:
    """One signal as it stands; `closed_by` is the file of the import that closed it by bringing `new_creators`."""

    signal_id: int
    watch: Watch
    status: Status
    source: str | None
    topic_id: int | None
    topic: str | None
    angle_id: int | None
    angle: str | None
    angle_name: dict[str, str]
    creators_to_fire: int | None
    last_checked_on: date | None
    outcome: str
    closed_at: datetime | None
    closed_by: str | None
    new_creators: int | None
    new_since: date | None

    def days_overdue(self, today: date) -> int:
        """Return for how many days the signal waits to be looked at (0: it does not)."""
        is_late = self.status == "open" and self.watch.due_on is not None
        return max((today - self.watch.due_on).days, 0) if is_late else 0


def list_signals(store: Store, *, is_binned: bool = False) -> list[Signal]:
    """Return the open signals, what is due first on top, then the closed ones, the latest first; or those binned."""
    return [_signal(row) for row in store.rows("plan/signals", is_binned=is_binned)]


def add_signal(
    tx: Transaction, watch: Watch, *, topic_id: int | None = None, source_id: int | None = None, position: int = 0
) -> int:
    """Add a signal, perhaps the `position`-th that a report (`source_id`) names; return its id."""
    signal_id = tx.value("plan/next_signal_id")
    said = asdict(_checked(watch))
    tx.run("plan/add_signal", signal_id=signal_id, source_id=source_id, topic_id=topic_id, position=position, **said)
    return signal_id


def save_signal(store: Store, signal_id: int | None, watch: Watch, *, topic_id: int | None = None) -> int:
    """Change what a signal says, or add one (None); BlindspotError where it does not say what to look at."""
    with store.planning() as tx:
        if signal_id is None:
            return add_signal(tx, watch, topic_id=topic_id)
        tx.run("plan/set_signal", signal_id=signal_id, **asdict(_checked(watch)))
    return signal_id


def tie_signal(store: Store, signal_id: int, angle_id: int | None, creators_to_fire: int = 1) -> None:
    """Let the import close a signal that brings the angle's `creators_to_fire`-th new creator; None unties it."""
    with store.planning() as tx:
        tx.run("plan/tie_signal", signal_id=signal_id, angle_id=angle_id, creators_to_fire=creators_to_fire)


def check_signal(store: Store, signal_id: int, checked_on: date, due_on: date | None) -> None:
    """Note that it was looked at and is still open, and when to look again."""
    with store.planning() as tx:
        tx.run("plan/check_signal", signal_id=signal_id, checked_on=checked_on, due_on=due_on)


def close_signal(store: Store, signal_id: int, status: Status, outcome: str = "") -> None:
    """Close a signal by a person's word, or open it again."""
    with store.planning() as tx:
        tx.run("plan/close_signal", signal_id=signal_id, status=status, outcome=outcome.strip())


def bin_signal(store: Store, signal_id: int, *, is_binned: bool = True) -> None:
    """Put a signal into the bin, or take it out again."""
    with store.planning() as tx:
        tx.run("plan/bin_signal", signal_id=signal_id, is_binned=is_binned)


def settle_signals(store: Store) -> None:
    """Bring the tied signals in step with the works: for the wake of every import, and of one that was undone."""
    with store.planning() as tx:
        tx.run("plan/reopen_signals")
        tx.run("plan/fire_signals")


def newcomers_of(store: Store, signal_id: int) -> list[int]:
    """Return the keys of the creators who closed a signal by covering its angle."""
    return [row["creator_key"] for row in store.rows("plan/newcomers_of_signal", signal_id=signal_id)]


def _checked(watch: Watch) -> Watch:
    if not watch.subject.strip():
        raise BlindspotError("The signal does not say what to watch.", "Name it, such as a product, a law or a number.")
    return Watch(watch.subject.strip(), watch.verb.strip(), watch.meaning.strip(), watch.due_on)


def _signal(row: dict) -> Signal:
    watch = Watch(*(row.pop(name) for name in ("subject", "verb", "meaning", "due_on")))
    names = {language: name for language in ("zh", "en") if (name := row.pop(f"name_{language}"))}
    row.pop("source_id")
    return Signal(watch=watch, angle_name=names, **row)
