"""What somebody wants changed, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from blindspot.editing.conflicts import Conflict
from blindspot.editing.items import item_of
from blindspot.editing.values import as_stored

Kind = Literal["edit", "undo", "redo", "restore"]
Origin = Literal["person", "import", "model"]
Key = tuple[str, str]
"""A row by its item and id."""


@dataclass(frozen=True)
class Change:
    """New values for some fields of one row; `rev` is the revision they were based on, None adds the row."""

    item: str
    item_id: str
    rev: int | None
    fields: dict[str, Any]


@dataclass(frozen=True)
class Changed:
    """What an action did: the new revisions by (item, id), and whose other changes were met and kept.

    `gone` counts what a restored value named and is not there any more.
    """

    action_id: int | None
    revs: dict[Key, int]
    met: tuple[Conflict, ...] = ()
    gone: int = 0


@dataclass(frozen=True)
class Action:
    """What somebody wants done in a scope, all of it or nothing: at most one change of each row."""

    who: str
    scope: str
    kind: Kind
    origin: Origin
    changes: dict[Key, Change]


def make_action(
    who: str, scope: str, changes: Iterable[Change], *, kind: Kind = "edit", origin: Origin = "person"
) -> Action:
    """Return changes as an action; of two changes of one row, the later wins where both have a field.

    Raises BlindspotError for a text that is too long, or what the kind of row refuses.
    """
    by_row: dict[Key, Change] = {}
    for one in changes:
        key = one.item, one.item_id
        former = by_row[key].fields if key in by_row else {}
        by_row[key] = replace(one, fields=former | item_of(one.item).checked(as_stored(one.fields)))
    return Action(who, scope, kind, origin, by_row)
