"""What a plan refers to by number in its database, by what it is in a file: angles by key, claims by place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Row = dict[str, Any]
Rename = Callable[[str, Any], Any]

OUTWARD = {
    "topic_id": "topic",
    "angle_id": "angle",
    "account_id": "account",
    "source_id": "source",
    "series_id": "series",
    "episode_id": "episode",
    "claim_ids": "claims",
}
"""The fields that hold numbers of one database, with what they are called in a file."""

INWARD = {name: field for field, name in OUTWARD.items()}


def outward(fields: Row, rename: Rename) -> Row:
    """Return fields as a file has them; `rename(what, number)` gives what stands there for a number."""
    named: Row = {}
    for name, value in fields.items():
        if name == "claims":
            named[name] = [_renamed(part, "claim_id", "claim", rename) for part in value]
        elif name == "claim_ids":
            found = (_one("claim", one, rename) for one in value)
            named["claims"] = [one for one in found if one is not None]
        elif name in OUTWARD:
            named[OUTWARD[name]] = _one(OUTWARD[name], value, rename)
        else:
            named[name] = value
    return named


def inward(item: str, fields: Row, rename: Rename) -> Row:
    """Return fields as a database has them; `rename(what, name)` gives the number of what a file names so."""
    numbered: Row = {}
    for name, value in fields.items():
        if name == "claims" and item == "proposal":
            numbered[name] = [_renamed(part, "claim", "claim_id", rename) for part in value]
        elif name == "claims":
            numbered["claim_ids"] = [_one("claim", one, rename) for one in value]
        elif name in INWARD:
            numbered[INWARD[name]] = _one(name, value, rename)
        else:
            numbered[name] = value
    return numbered


def _renamed(part: Row, name: str, other: str, rename: Rename) -> Row:
    said = {key: value for key, value in part.items() if key != name}
    return {other: _one("claim", part.get(name), rename), **said}


def _one(what: str, value: Any, rename: Rename) -> Any:
    return None if value is None else rename(what, value)
