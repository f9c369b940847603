"""A report that comes again meets what people made of its plans: their words stay, its news come in, both are told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson

from blindspot.editing.actions import apply
from blindspot.editing.changes import Change
from blindspot.editing.items import Row
from blindspot.editing.rows import read_rows
from blindspot.store import Transaction


@dataclass(frozen=True)
class Kept:
    """A proposal, series or episode in which a person's words stand against what the report says now.

    `fields` are those in which the report has changed; none: the report does not have it any more.
    """

    item: str
    title: str
    fields: tuple[str, ...] = ()


class KnownRows:
    """The rows of one kind that a report brought before, known by the title that it gave them, else by the one now.

    `who` is the report; `scope` is where its edits stand, that of each row itself where none is given.
    """

    def __init__(self, tx: Transaction, who: str, item: str, ids: Iterable[Any], scope: str = "") -> None:
        self._tx, self._who, self._item, self._scope = tx, who, item, scope
        self._left = [str(one) for one in ids]
        self._rows = read_rows(tx, item, self._left)
        self._edits = {key: tx.rows("editing/edits_of_item", item=item, item_id=key) for key in self._rows}
        self._stated = {key: _stated(row, self._edits[key]) for key, row in self._rows.items()}

    def take(self, title: str) -> str | None:
        """Return the next id of this title, None where there is none left."""
        for titles in (self._stated, self._rows):
            for key in self._left:
                if titles[key]["title"] == title:
                    self._left.remove(key)
                    return key
        return None

    def bring_up(self, item_id: str, said: Row, found: Row | None = None) -> list[Kept]:
        """Store what the report says now, and what was found in it, where no person has changed it since.

        Returns what a person's words stand against; of what was found, nothing is told.
        """
        row, stated = self._rows[item_id], self._stated[item_id]
        wanted = {**said, **(found or {})}
        own = {name for name in wanted if row[name] != stated[name]}
        self._apply(item_id, {name: value for name, value in wanted.items() if name not in own})
        news = tuple(name for name in said if name in own and said[name] not in (stated[name], row[name]))
        return [Kept(self._item, row["title"], news)] if news else []

    def bin_left(self) -> list[Kept]:
        """Put what the report does not have any more into the bin, but for what a person has worked on."""
        kept = []
        for item_id in self._left:
            row = self._rows[item_id]
            if row["is_binned"]:
                continue
            if any(edit["origin"] != "import" for edit in self._edits[item_id]):
                kept.append(Kept(self._item, row["title"]))
            else:
                self._apply(item_id, {"is_binned": True})
        return kept

    def _apply(self, item_id: str, fields: Row) -> None:
        change = Change(self._item, item_id, self._rows[item_id]["rev"], fields)
        apply(self._tx, self._who, self._scope or f"{self._item}:{item_id}", [change], origin="import")


def _stated(row: Row, edits: list[Row]) -> Row:
    """Return a row as the report left it: what was changed since by others is taken back."""
    stated, settled = dict(row), set()
    for edit in edits:
        before = orjson.loads(edit["before"] or "{}")
        for name in orjson.loads(edit["after"]):
            if edit["origin"] == "import":
                settled.add(name)
            elif name in before and name not in settled:
                stated[name] = before[name]
    return stated
