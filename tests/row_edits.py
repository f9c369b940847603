"""Edits of one row, as pages make them."""

from __future__ import annotations

from typing import Any

from blindspot.editing import Change, Changed, change
from blindspot.editing.rows import read_rows
from blindspot.store import Store


def row_of(store: Store, item: str, item_id: object) -> dict[str, Any]:
    """Return a row as it stands."""
    return read_rows(store, item, [str(item_id)])[str(item_id)]


def edit(store: Store, item: str, item_id: object, *, who: str = "Ann", rev: int | None = None, **said: Any) -> Changed:
    """Change fields of a row, on the revision that somebody saw (None: as it stands); its id is the scope."""
    seen = row_of(store, item, item_id)["rev"] if rev is None else rev
    return change(store, who, f"{item}:{item_id}", [Change(item, str(item_id), seen, said)])


def topic_row(topic_id: int, name: str = "x") -> dict[str, Any]:
    """Return a new topic of which nothing but a name is said."""
    dates = {"date_from": None, "date_to": None}
    return {"item_id": topic_id, "name": name, **dates, "is_sample": False, "is_binned": False, "rev": 1}
