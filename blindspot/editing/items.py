"""What can be edited: each kind of row is declared by the package that owns it, and known here by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from blindspot.store import Transaction

Row = dict[str, Any]
Part = Literal["library", "plan"]


@dataclass(frozen=True)
class Inner:
    """A list in a row that has a table of its own, with its queries; its entries are records, or `value`s of a column.

    `empty` is what an entry holds where nothing is said; without `read`, the row's own query has the list; without
    `forget`, entries come and go elsewhere, and `add` writes what people may say of each.
    """

    add: str
    forget: str = ""
    read: str = ""
    empty: Mapping[str, Any] = field(default_factory=dict)
    value: str = ""

    def record(self, entry: Any) -> Row:
        """Return an entry as a row of its table."""
        return {self.value: entry} if self.value else {**self.empty, **entry}


@dataclass(frozen=True)
class Written:
    """A row as an action wrote it, and as it was before; None where it is new."""

    item_id: str
    before: Row | None
    row: Row

    def changed(self, *names: str) -> bool:
        """Return whether one of these fields is another than before."""
        return self.before is None or any(self.before[name] != self.row[name] for name in names)


def _as_said(fields: Row) -> Row:
    return fields


def _nothing_follows(tx: Transaction, written: Sequence[Written]) -> None:
    return None


def _nothing_gone(tx: Transaction, fields: Row) -> tuple[Row, int]:
    return fields, 0


@dataclass(frozen=True)
class Item:
    """One kind of row that people edit.

    Its queries read rows by `ids`, put new and known `rows`, and (`set`, where it is faster) write one known row. The
    tables of its `inner` lists name the row in the column `key`. `part` says whose lock and version a change takes.
    `checked` returns fields as they are to be stored, and raises BlindspotError for what nobody may say. `settle` does
    what follows from rows that were written, in the same transaction; what it raises as BlindspotError refuses the
    change. `restorable` takes out of former values what is not there any more, and counts it.
    """

    name: str
    part: Part
    read: str
    put: str
    set: str = ""
    key: str = ""
    inner: Mapping[str, Inner] = field(default_factory=dict)
    checked: Callable[[Row], Row] = _as_said
    settle: Callable[[Transaction, Sequence[Written]], None] = _nothing_follows
    restorable: Callable[[Transaction, Row], tuple[Row, int]] = _nothing_gone


_declared: dict[str, Item] = {}


def declare(*items: Item) -> None:
    """Let rows of these kinds be edited."""
    for item in items:
        _declared[item.name] = item


def item_of(name: str) -> Item:
    """Return the kind of row of that name; raises KeyError for one that nobody declared."""
    return _declared[name]
