"""Where the records lie in a JSON document: in the root array, or in a list that an API answer or a tool wraps."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any

LISTS = frozenset(
    (
        *("items", "itemList", "item_list", "videos", "works", "records", "rows"),
        *("aweme_list", "vlist", "archives", "medias", "collector", "entries"),
    )
)
"""Keys that hold lists of records wherever they stand."""

LOOSE_LISTS = frozenset(("data", "list", "result", "results", "notes", "contents"))
"""Keys that hold records in an API answer, but also mean other things inside a record (TikTok: `contents`)."""

_WRAPPED = ("data", "result", "aweme_detail", "itemInfo", "itemStruct", "item")
_RECORD_KEYS = frozenset(("id", "aweme_id", "item_id", "note_id", "video_id", "bvid", "desc"))
_WRAPPERS = LISTS | LOOSE_LISTS | frozenset(_WRAPPED)
_LEVELS = 3
_PLAYLIST_LEVELS = 8


def may_hold_records(key: str, owner_keys: Set[str]) -> bool:
    """Tell whether a list or object under this key of an object with these keys may hold records."""
    return key in LISTS or (key in LOOSE_LISTS and not owner_keys & _RECORD_KEYS)


def is_plain_record(record: dict[str, Any]) -> bool:
    """Tell at a glance that nothing in the object can be a list of records or wrap one."""
    return _WRAPPERS.isdisjoint(record)


def find_lists(document: object) -> list[tuple[str, list[Any]]]:
    """Return the lists of records with their dotted paths; a document that is one record is a list of one."""
    if isinstance(document, list):
        return [("", document)]
    if not isinstance(document, dict):
        return []
    found = list(_walk(document, "", _LEVELS))
    if found:
        filled = [(path, records) for path, records in found if records]
        return filled if len(filled) != 1 else [("", filled[0][1])]
    record: dict[str, Any] = document
    while not record.keys() & _RECORD_KEYS:
        inner = next((record[key] for key in _WRAPPED if isinstance(record.get(key), dict)), None)
        if not inner:
            break
        record = inner
    return [("", [record])] if record else []


def expand_playlists(records: list[Any], levels: int = _PLAYLIST_LEVELS) -> Iterator[Any]:
    """Yield the records, each playlist (an object with `entries`) replaced by what it lists, playlists in it too."""
    for record in records:
        entries = record.get("entries") if isinstance(record, dict) else None
        if isinstance(entries, list) and levels:
            yield from expand_playlists(entries, levels - 1)
        else:
            yield record


def _walk(owner: dict[str, Any], prefix: str, levels: int) -> Iterator[tuple[str, list[Any]]]:
    for key, value in owner.items():
        if not may_hold_records(key, owner.keys()):
            continue
        if isinstance(value, list):
            if not value or any(isinstance(item, dict) for item in value):
                yield prefix + key, value
        elif isinstance(value, dict) and levels > 1:
            yield from _walk(value, f"{prefix}{key}.", levels - 1)
