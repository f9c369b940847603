"""Creators: their role (competitor, own, ignored) and the user's own groups."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from blindspot.editing import Change, Changed
from blindspot.editing.actions import apply
from blindspot.editing.items import Row
from blindspot.editing.rows import read_rows
from blindspot.editing.tidying import stripped
from blindspot.errors import NotFound
from blindspot.store import Store

ROLES = ("competitor", "own", "ignored")
SCOPE = "creators"
"""Where their edits are undone."""


def list_creators(store: Store, *, is_sample: bool | None = None) -> pd.DataFrame:
    """Return one row a creator: its key, platform, id, name, role, group, works, first and last published."""
    return store.frame("library/creators", is_sample=is_sample)


def set_role(store: Store, who: str, creator_keys: Iterable[int], role: str) -> Changed:
    """Give creators a role, in one edit; every count follows at once. Raises NotFound for no role and no creator."""
    with store.importing() as tx:
        rows = read_rows(tx, "creator", map(str, creator_keys))
        return apply(tx, who, SCOPE, [Change("creator", key, row["rev"], {"role": role}) for key, row in rows.items()])


def check_creator(fields: Row) -> Row:
    """Return what is said of a creator without blanks around it; refuse another word than the three roles."""
    if fields.get("role", ROLES[0]) not in ROLES:
        raise NotFound("There is no role “{role}”.", "Use competitor, own or ignored.", role=fields["role"])
    return stripped(fields)


def find_creator(store: Store, name: str) -> int:
    """Return the key of the creator with that key, `platform:id`, platform's id or unique name; raises NotFound."""
    frame = list_creators(store)
    full_ids = frame["platform"] + ":" + frame["creator_id"]
    for column in (frame["creator_key"].astype(str), full_ids, frame["creator_id"], frame["name"]):
        found = frame.loc[column == name, "creator_key"]
        if len(found) == 1:
            return int(found.iloc[0])
        if len(found) > 1:
            raise NotFound(
                "“{name}” names {count} creators.", "Use the id that `creator list` shows.", name=name, count=len(found)
            )
    raise NotFound("There is no creator “{name}”.", "`creator list` shows all of them.", name=name)
