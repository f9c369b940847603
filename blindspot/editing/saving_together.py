"""Saves that wait for each other are stored together: the first of them takes along all that wait behind it.

Sixteen saves in one transaction take hardly longer than one, so that nobody waits for much more than two transactions.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from blindspot.editing.actions import apply_all, parts_of, writing
from blindspot.editing.changes import Action, Change, Changed, Kind, Origin, make_action
from blindspot.editing.items import Part
from blindspot.store import Store


@dataclass(eq=False)
class _Save:
    """What somebody waits for; `done` is what it did or the error to raise, None until it was tried."""

    action: Action
    done: Changed | Exception | None = None
    is_alone: bool = False
    woken: threading.Event = field(default_factory=threading.Event)


class SaveQueue:
    """The saves into the same parts of one store in the order in which they came."""

    def __init__(self) -> None:
        self._state = threading.Lock()
        self._saves: list[_Save] = []

    def __len__(self) -> int:
        return len(self._saves)

    def join(self, save: _Save) -> None:
        """Wait until another has stored the save, or until it is the first."""
        with self._state:
            self._saves.append(save)
            is_first = self._saves[0] is save
        if not is_first:
            save.woken.wait()

    def first(self) -> list[_Save]:
        """Return the first save with those behind it that it takes along."""
        with self._state:
            first = self._saves[0]
            return [first] if first.is_alone else [save for save in self._saves if not save.is_alone]

    def leave(self, save: _Save) -> None:
        """Go, with all that was stored; the next one is the first."""
        with self._state:
            gone = [one for one in self._saves if one is save or one.done is not None]
            self._saves = [one for one in self._saves if one not in gone]
            for one in gone + self._saves[:1]:
                one.woken.set()


_queues: WeakKeyDictionary[Store, dict[tuple[Part, ...], SaveQueue]] = WeakKeyDictionary()
_queues_lock = threading.Lock()


def queue_of(store: Store, *parts: Part) -> SaveQueue:
    """Return the saves that wait for these parts of a store: what waits for an import keeps no other waiting."""
    with _queues_lock:
        return _queues.setdefault(store, {}).setdefault(parts, SaveQueue())


def change(
    store: Store, who: str, scope: str, changes: Iterable[Change], *, kind: Kind = "edit", origin: Origin = "person"
) -> Changed:
    """Store changes as one action of `who` in `scope`, such as "episode:7".

    A row that somebody changed since `rev` takes the fields that only you touched; where both touched the same field,
    nothing at all is stored and Stale is raised with both texts. Raises NotFound for a row that is not there,
    BlindspotError for a text that is too long or a change that its kind of row refuses.
    """
    mine = _Save(make_action(who, scope, changes, kind=kind, origin=origin))
    parts = parts_of(item for item, _ in mine.action.changes)
    if not parts:
        return Changed(None, {})
    queue = queue_of(store, *parts)
    queue.join(mine)
    if mine.done is None:
        try:
            # what else changes these parts goes first where it came first; meanwhile more saves may join
            with _locked(store, parts):
                _store(store, queue.first())
        finally:
            queue.leave(mine)
    if isinstance(mine.done, Changed):
        return mine.done
    raise mine.done or RuntimeError("a save left its queue before it was tried")


@contextmanager
def _locked(store: Store, parts: Iterable[Part]) -> Iterator[None]:
    with ExitStack() as held:
        for part in parts:
            held.enter_context(store.import_lock if part == "library" else store.plan_lock)
        yield


def _store(store: Store, saves: list[_Save]) -> None:
    """Store saves in one transaction; where that fails, the first alone, and each other when its turn comes."""
    try:
        with writing(store, {item for save in saves for item, _ in save.action.changes}) as tx:
            done = apply_all(tx, [save.action for save in saves])
    except Exception as error:
        if len(saves) == 1:
            saves[0].done = error
            return
        for save in saves:
            save.is_alone = True
        _store(store, saves[:1])
    else:
        for save, result in zip(saves, done, strict=True):
            save.done = result
