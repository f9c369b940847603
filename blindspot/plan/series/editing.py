"""Series and episodes added and moved; every other edit of their fields is a plain change in the scope "series:…"."""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from uuid import uuid4

from blindspot.editing.actions import apply
from blindspot.editing.changes import Change, Changed
from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError, NotFound
from blindspot.store import Store, Transaction

NEAREST = 1e-6
"""Two places nearer than this leave no room for a third that stays apart."""

NEW_SERIES: dict[str, Any] = {
    "topic_id": None,
    "note": "",
    "account_id": None,
    "starts_on": None,
    "weekdays": [],
    "slot_time": None,
    "is_binned": False,
}
NEW_EPISODE = {
    "note": "",
    "perspective": "",
    "hook": "",
    "owner": "",
    "status": "planned",
    "planned_on": None,
    "published_on": None,
    "width": 1080,
    "height": 1920,
    "fps_num": 30,
    "fps_den": 1,
    "target_seconds": None,
    # that of its account or topic, until somebody chooses one
    "platform": "",
    "is_binned": False,
}


def add_series(store: Store, who: str, title: str, topic_id: int | None = None) -> int:
    """Add a series without episodes and return its id; raises BlindspotError for one without a title."""
    fields = {**NEW_SERIES, "uid": uuid4().hex, "title": _titled(title), "topic_id": topic_id}
    with store.planning() as tx:
        series_id: int = tx.value("plan/next_series_id")
        apply(tx, who, f"series:{series_id}", [Change("series", str(series_id), None, fields)])
    return series_id


def add_episode(
    store: Store,
    who: str,
    series_id: int,
    title: str,
    *,
    proposal_id: str | None = None,
    perspective: str = "",
    before: int | None = None,
) -> int:
    """Add an episode in front of the episode `before`, or at the end, and return its id.

    Raises BlindspotError for one without a title, NotFound where the series or `before` is not there.
    """
    with store.planning() as tx:
        places = _places(tx, series_id)
        position, changes = _make_room(tx, places, before)
        episode_id: int = tx.value("plan/next_episode_id")
        fields = {
            **NEW_EPISODE,
            "uid": uuid4().hex,
            "series_id": series_id,
            "position": position,
            "title": _titled(title),
            "perspective": perspective,
            "proposal_id": proposal_id,
        }
        apply(tx, who, f"series:{series_id}", [Change("episode", str(episode_id), None, fields), *changes])
    return episode_id


def move_episode(
    store: Store,
    who: str,
    series_id: int,
    episode_id: int,
    *,
    before: int | None = None,
    perspective: str | None = None,
) -> Changed:
    """Put an episode in front of the episode `before`, or at the end; perhaps under another perspective.

    It goes onto the order as it stands now, whoever changed it. Raises NotFound where either is not there.
    """
    with store.planning() as tx:
        places = _places(tx, series_id)
        if episode_id not in places:
            raise NotFound("What you edited is not there any more.", "Reload the page.")
        fields: dict[str, Any] = {} if perspective is None else {"perspective": perspective}
        changes: list[Change] = []
        if not _stands(list(places), episode_id, before):
            others = {key: place for key, place in places.items() if key != episode_id}
            fields["position"], changes = _make_room(tx, others, before)
        rev = read_rows(tx, "episode", [str(episode_id)])[str(episode_id)]["rev"]
        return apply(tx, who, f"series:{series_id}", [Change("episode", str(episode_id), rev, fields), *changes])


def _places(tx: Transaction, series_id: int) -> dict[int, float]:
    """Return the places of a series' episodes by their id, in order."""
    if str(series_id) not in read_rows(tx, "series", [str(series_id)]):
        raise NotFound("There is no series {id}.", "`series list` shows them.", id=series_id)
    return {row["episode_id"]: row["position"] for row in tx.rows("plan/episode_places", series_id=series_id)}


def _stands(order: list[int], episode_id: int, before: int | None) -> bool:
    after = order[order.index(episode_id) + 1 :]
    return before == episode_id or (after[0] if after else None) == before


def _make_room(tx: Transaction, places: dict[int, float], before: int | None) -> tuple[float, list[Change]]:
    """Return a place in front of `before`, and what re-spaces the others where there is no room left."""
    if before is not None and before not in places:
        raise NotFound("The episode to put it in front of is not there any more.", "Reload the page.")
    if before is None:
        return max(places.values(), default=0.0) + 1, []
    spaced = dict(places)
    if any(b - a < NEAREST for a, b in pairwise(places.values())):
        spaced = {key: float(place) for place, key in enumerate(places, 1)}
    rows = read_rows(tx, "episode", [str(key) for key in places if spaced[key] != places[key]])
    changes = [Change("episode", key, row["rev"], {"position": spaced[int(key)]}) for key, row in rows.items()]
    order = list(spaced)
    index = order.index(before)
    below = spaced[order[index - 1]] if index else spaced[before] - 1
    return (below + spaced[before]) / 2, changes


def _titled(title: str) -> str:
    if not title.strip():
        raise BlindspotError("It has no title.", "Give it a few words to be known by.")
    return title.strip()
