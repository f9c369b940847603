"""An episode to storyboard in a database of its own."""

from __future__ import annotations

from blindspot.editing import Change, change
from blindspot.plan.storyboards.shots import add_shots
from blindspot.store import Store

SERIES = {
    "uid": "s1",
    "topic_id": None,
    "title": "数据从哪里来",
    "note": "",
    "account_id": None,
    "starts_on": None,
    "weekdays": [],
    "slot_time": None,
    "is_binned": False,
}
EPISODE = {
    "uid": "e1",
    "series_id": 1,
    "position": 1.0,
    "title": "两条路",
    "note": "",
    "perspective": "",
    "hook": "",
    "owner": "",
    "proposal_id": None,
    "status": "storyboard",
    "planned_on": None,
    "published_on": None,
    "width": 1080,
    "height": 1920,
    "fps_num": 30,
    "fps_den": 1,
    "target_seconds": 45.0,
    "platform": "douyin",
    "is_binned": False,
}


def store_with_shots(*lengths: int, **fields: object) -> Store:
    """Return a database in memory with episode 1 and its shots of these lengths in frames."""
    store = Store(None)
    rows = [Change("series", "1", None, SERIES), Change("episode", "1", None, EPISODE | fields)]
    change(store, "Ann", "series:1", rows)
    if lengths:
        add_shots(store, "Ann", 1, [{"frames": frames} for frames in lengths])
    return store
