"""Creators: their role (competitor, own, ignored) and the user's own groups."""

from __future__ import annotations

import pandas as pd

from blindspot.errors import NotFound
from blindspot.store import Store

ROLES = ("competitor", "own", "ignored")


def list_creators(store: Store, *, is_sample: bool | None = None) -> pd.DataFrame:
    """Return one row a creator: its key, platform, id, name, role, group, works, first and last published."""
    return store.frame("library/creators", is_sample=is_sample)


def set_role(store: Store, creator_key: int, role: str) -> None:
    """Give a creator a role; every count follows at once. Raises NotFound for another word than the three roles."""
    if role not in ROLES:
        raise NotFound("There is no role “{role}”.", "Use competitor, own or ignored.", role=role)
    with store.importing() as tx:
        tx.run("library/set_creator_role", creator_key=creator_key, role=role)


def set_group(store: Store, creator_key: int, group: str | None) -> None:
    """Put a creator into a group of the user's own; an empty name takes it out."""
    with store.importing() as tx:
        tx.run("library/set_creator_group", creator_key=creator_key, creator_group=group or "")


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
