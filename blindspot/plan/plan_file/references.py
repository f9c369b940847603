"""What a plan refers to by number in one database, by what it is in a file: angles by topic and key, claims by place."""

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
            named[name] = [{"claim" if key == "claim_id" else key: value for key, value in part.items()} for part in value]
            for part in named[name]:
                part["claim"] = _one("claim", part["claim"], rename)
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
            numbered[name] = [
                {("claim_id" if key == "claim" else key): said for key, said in part.items()} for part in value
            ]
            for part in numbered[name]:
                part["claim_id"] = _one("claim", part["claim_id"], rename)
        elif name == "claims":
            numbered["claim_ids"] = [_one("claim", one, rename) for one in value]
        elif name in INWARD:
            numbered[INWARD[name]] = _one(name, value, rename)
        else:
            numbered[name] = value
    return numbered


def _one(what: str, value: Any, rename: Rename) -> Any:
    return None if value is None else rename(what, value)
