"""Signals: what to watch for, what it would mean, when to look again; one tied to an angle closes by itself."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Literal

from blindspot.editing import Change
from blindspot.editing.actions import apply
from blindspot.editing.items import Row
from blindspot.editing.rows import read_rows
from blindspot.editing.tidying import need, stripped
from blindspot.errors import BlindspotError, NotFound
from blindspot.store import Store, Transaction

Status = Literal["open", "fired", "refuted", "expired"]

SCOPE = "signals"
"""Where their edits are undone."""
IMPORT = "Blindspot"
"""Who opens and closes signals where the import has no name to give."""
OPEN: Row = {"closed_by_import_id": None, "new_creators": None, "new_since": None}
"""What no import has closed."""
BLANK: Row = {
    "source_id": None,
    "angle_id": None,
    "creators_to_fire": None,
    "position": 0,
    "status": "open",
    "last_checked_on": None,
    "outcome": "",
    "tied_after_import_id": None,
    "is_binned": False,
    **OPEN,
}
"""A signal of which nothing is said."""


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
    rev: int

    def days_overdue(self, today: date) -> int:
        """Return for how many days the signal waits to be looked at (0: it does not)."""
        if self.status != "open" or self.watch.due_on is None:
            return 0
        return max((today - self.watch.due_on).days, 0)


def list_signals(store: Store, *, is_binned: bool = False) -> list[Signal]:
    """Return the open signals, what is due first on top, then the closed ones, the latest first; or those binned."""
    return [_signal(row) for row in store.rows("plan/signals", is_binned=is_binned)]


def add_signal(store: Store, who: str, watch: Watch, *, topic_id: int | None = None) -> int:
    """Add a signal of a person's; raises BlindspotError where it does not say what to look at."""
    with store.planning() as tx:
        signal_id: int = tx.value("plan/next_signal_id")
        said = BLANK | asdict(watch) | {"topic_id": topic_id}
        apply(tx, who, SCOPE, [Change("signal", str(signal_id), None, said)])
    return signal_id


def tie_signal(store: Store, who: str, signal_id: int, angle_id: int | None, creators_to_fire: int = 1) -> None:
    """Let the import close a signal that brings the angle's `creators_to_fire`-th new creator; None unties it."""
    with store.planning() as tx:
        if angle_id is None:
            said: Row = {"angle_id": None, "creators_to_fire": None, "tied_after_import_id": None}
        else:
            topic_id = read_rows(tx, "angle", [str(angle_id)])[str(angle_id)]["topic_id"]
            said = {"angle_id": angle_id, "creators_to_fire": creators_to_fire, "topic_id": topic_id}
            said["tied_after_import_id"] = tx.value("library/newest_import")
        _change(tx, who, signal_id, said)


def check_signal(store: Store, who: str, signal_id: int, checked_on: date, due_on: date | None) -> None:
    """Note that it was looked at and is still open, and when to look again."""
    with store.planning() as tx:
        _change(tx, who, signal_id, {"last_checked_on": checked_on, "due_on": due_on})


def close_signal(store: Store, who: str, signal_id: int, status: Status, outcome: str = "") -> None:
    """Close a signal by a person's word, or open it again."""
    with store.planning() as tx:
        said: Row = {"status": status, "outcome": outcome, **OPEN}
        row = _row(tx, signal_id)
        if status == "open" and row["angle_id"] is not None:
            # what closed it once must not close it again at once
            said["tied_after_import_id"] = tx.value("library/newest_import")
        _change(tx, who, signal_id, said)


def bin_signal(store: Store, who: str, signal_id: int, *, is_binned: bool = True) -> None:
    """Put a signal into the bin, or take it out again."""
    with store.planning() as tx:
        _change(tx, who, signal_id, {"is_binned": is_binned})


def settle_signals(store: Store) -> None:
    """Bring the tied signals in step with the works: for the wake of every import, and of one that was undone."""
    with store.planning() as tx:
        for row in tx.rows("plan/signals_to_reopen"):
            said = {"status": "open", **OPEN}
            apply(tx, IMPORT, SCOPE, [Change("signal", row["item_id"], row["rev"], said)], origin="import")
        for row in tx.rows("plan/signals_to_fire"):
            brought = {name: row[name] for name in ("new_creators", "new_since")}
            said = {"status": "fired", "closed_by_import_id": row["import_id"], **brought}
            who = row["file"] or IMPORT
            apply(tx, who, SCOPE, [Change("signal", row["item_id"], row["rev"], said)], origin="import")


def check_signal_fields(fields: Row) -> Row:
    """Return what is said of a signal without blanks around it; it says what to look at."""
    need(fields, "subject", _wordless())
    return stripped(fields)


def _change(tx: Transaction, who: str, signal_id: int, said: Row) -> None:
    apply(tx, who, SCOPE, [Change("signal", str(signal_id), _row(tx, signal_id)["rev"], said)])


def _row(tx: Transaction, signal_id: int) -> Row:
    rows = read_rows(tx, "signal", [str(signal_id)])
    if not rows:
        raise NotFound("What you edited is not there any more.", "Reload the page.")
    return rows[str(signal_id)]


def newcomers_of(store: Store, signal_id: int) -> list[int]:
    """Return the keys of the creators who closed a signal by covering its angle."""
    return [row["creator_key"] for row in store.rows("plan/newcomers_of_signal", signal_id=signal_id)]


def _wordless() -> BlindspotError:
    return BlindspotError("The signal does not say what to watch.", "Name it, such as a product, a law or a number.")


def _signal(row: dict[str, Any]) -> Signal:
    watch = Watch(*(row.pop(name) for name in ("subject", "verb", "meaning", "due_on")))
    names = {language: name for language in ("zh", "en") if (name := row.pop(f"name_{language}"))}
    row.pop("source_id")
    return Signal(watch=watch, angle_name=names, **row)
