"""The plan as dated files beside the database, written a little after each edit, so that a lost database loses none."""

from __future__ import annotations

import logging
import re
import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from weakref import WeakKeyDictionary

from blindspot.errors import BlindspotError, Message
from blindspot.library.backups import put_bytes
from blindspot.plan.plan_file import Counts, export_plan, import_plan, is_planned
from blindspot.plan.plan_file.pictures import FOLDER as PICTURES
from blindspot.plan.plan_file.pictures import write_beside
from blindspot.plan.plan_file.reading import read_plan_file
from blindspot.readers.own_files import files_are_ours
from blindspot.store import Store

FOLDER = "plan_snapshots"
PATTERN = "plan_????????_??????.json"
SECONDS_APART = 15.0
"""An edit is in a snapshot this much later; a run of edits makes one."""
NEWEST_KEPT = 20
DAYS_KEPT = 30
ACTIONS_KEPT = 2_000
"""A snapshot bounds the history that it holds; `plan export` writes all of it."""

_log = logging.getLogger(__name__)
_MADE_AT = re.compile(rb'"made_at": "[^"]*"')
_PICTURE = re.compile(rb"\b[0-9a-f]{64}\b")


@dataclass(frozen=True)
class Snapshot:
    """A snapshot, when it was made, and what it holds."""

    path: Path
    made_at: datetime
    proposals: int
    episodes: int


class Snapshots:
    """Writes one store's plan after it has changed; what goes wrong is logged and kept in `problem`, never raised.

    `written` is set with the first snapshot.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        self.problem: Message | None = None
        self.written = threading.Event()
        self._store = store
        self._folder = folder
        self._state, self._writing = threading.Lock(), threading.Lock()
        self._timer: threading.Timer | None = None
        self._last = b""

    def touch(self) -> None:
        """Note that the plan has changed; costs an editor nothing."""
        with self._state:
            if self._timer is None:
                self._timer = threading.Timer(SECONDS_APART, self.flush)
                self._timer.daemon = True
                self._timer.start()

    def flush(self) -> None:
        """Write the plan now, where it has changed; waits for a write that is under way."""
        with self._writing:
            with self._state:
                timer, self._timer = self._timer, None
            if timer is None:
                return
            timer.cancel()
            try:
                self._write()
            except (BlindspotError, OSError) as error:
                _log.warning("no plan snapshot: %s", error)
                self.problem = Message(
                    "The plan could not be saved beside the database in {folder}: {problem}",
                    folder=self._folder,
                    problem=error,
                )
            else:
                self.problem = None

    def _write(self) -> None:
        if not is_planned(self._store):
            return
        data = export_plan(self._store, with_pictures=False, newest_actions=ACTIONS_KEPT)
        said = _MADE_AT.sub(b"", data, count=1)
        if said == self._last:
            return
        write_beside(self._store, self._folder / PICTURES)
        target = self._folder / f"plan_{datetime.now():%Y%m%d_%H%M%S}.json"
        put_bytes(data, target)
        self._last = said
        self.written.set()
        _prune(self._folder)


_kept: WeakKeyDictionary[Store, Snapshots] = WeakKeyDictionary()


def keep_snapshots(store: Store) -> Snapshots | None:
    """Write the store's plan beside its file from now on, the last time when the process ends; None in memory."""
    if store.path is None:
        return None
    snapshots = _kept[store] = Snapshots(store, store.path.parent / FOLDER)
    store.plan_listeners.append(snapshots.touch)
    store.before_closing.append(snapshots.flush)
    return snapshots


def snapshots_of(store: Store) -> Snapshots | None:
    """Return what keeps the store's snapshots, None where nothing does."""
    return _kept.get(store)


def newest_snapshot(store: Store) -> Snapshot | None:
    """Return the newest readable snapshot beside the database."""
    files = sorted((store.path.parent / FOLDER).glob(PATTERN), reverse=True) if store.path else []
    for path in files:
        try:
            plan = read_plan_file(path.read_bytes())
        except (OSError, BlindspotError) as error:
            _log.warning("%s: %s", path, error)
            continue
        return Snapshot(path, plan.made_at, len(plan.proposals), sum(len(series.episodes) for series in plan.series))
    return None


def bring_back(store: Store, snapshot: Snapshot, who: str) -> Counts:
    """Bring the plan of a snapshot into the store."""
    with files_are_ours():
        return import_plan(store, snapshot.path.read_bytes(), who, beside=snapshot.path.parent)


def _prune(folder: Path) -> None:
    """Keep the newest snapshots and the last of each of the newest days, with the pictures that they show."""
    files = sorted(folder.glob(PATTERN), reverse=True)
    last_of_day = {path.name[:13]: path for path in reversed(files)}
    kept = {*files[:NEWEST_KEPT], *sorted(last_of_day.values(), reverse=True)[:DAYS_KEPT]}
    gone = [path for path in files if path not in kept]
    for path in gone:
        path.unlink(missing_ok=True)
    pictures = list((folder / PICTURES).glob("*")) if gone else []
    shown = {name.decode() for path in kept if pictures for name in _PICTURE.findall(path.read_bytes())}
    for path in pictures:
        if path.name.partition(".")[0] not in shown:
            path.unlink(missing_ok=True)
