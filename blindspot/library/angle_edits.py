"""Edits of a codebook that touch more than a field: an angle added, moved in its group, put into the bin."""

from __future__ import annotations

import re
from collections.abc import Collection

from blindspot.editing import Change, Changed
from blindspot.editing.actions import apply
from blindspot.editing.rows import read_rows
from blindspot.errors import CodebookError, NotFound
from blindspot.labelling.codebook import Angle
from blindspot.library.codebook_rows import angle_ids, new_angle
from blindspot.library.codebooks import scope_of
from blindspot.store import Store


def angle_id(store: Store, topic_id: int, key: str) -> str:
    """Return the id under which an angle is edited; raises NotFound."""
    found = store.rows("library/angle_id", topic_id=topic_id, key=key)
    if not found:
        raise NotFound("There is no angle “{key}”.", "Choose another one.", key=key)
    return str(found[0]["angle_id"])


def add_angle(store: Store, who: str, topic_id: int, angle: Angle) -> str:
    """Add an angle at the end of a topic's codebook and return the key that it got; it needs a name."""
    if not angle.name:
        raise CodebookError("The angle has no name.", "Give it one in Chinese or in English.")
    with store.importing() as tx:
        ids = angle_ids(tx, topic_id)
        key = new_key(ids, angle.name.get("en", ""))
        place = 1 + max((row["position"] for row in read_rows(tx, "angle", ids.values()).values()), default=-1)
        added = new_angle(tx, topic_id, Angle(**(vars(angle) | {"key": key})), place)
        apply(tx, who, scope_of(topic_id), [added])
    return key


def move_angle(store: Store, who: str, topic_id: int, key: str, step: int) -> Changed | None:
    """Let an angle change places with the one before (-1) or after (1) it in its group; None where there is none."""
    with store.importing() as tx:
        rows = read_rows(tx, "angle", angle_ids(tx, topic_id).values())
        used = sorted((row["position"], int(key), row) for key, row in rows.items() if not row["is_binned"])
        ids, order = [str(number) for _, number, _ in used], [row for _, _, row in used]
        group = next(row["angle_group"] for row in order if row["key"] == key)
        places = [place for place, row in enumerate(order) if row["angle_group"] == group]
        here = next(at for at, place in enumerate(places) if order[place]["key"] == key)
        if not 0 <= here + step < len(places):
            return None
        one, other = places[here], places[here + step]
        ids[one], ids[other] = ids[other], ids[one]
        moved = [Change("angle", item_id, rows[item_id]["rev"], {"position": at}) for at, item_id in enumerate(ids)]
        return apply(tx, who, scope_of(topic_id), moved)


def new_key(taken: Collection[str], name: str) -> str:
    """Return a key for a new angle: its English name in small letters, else a number; unlike every key `taken`."""
    base = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "angle"
    numbered = (f"{base}_{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(key for key in numbered if key not in taken)
