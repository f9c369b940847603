"""What shot lists call their columns and what they write in them, by data/shot_table.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from blindspot.readers.mapping.aliases import fold
from blindspot.shipped import DATA

WORDS = DATA / "shot_table.toml"
DERIVED = "derived"
"""Columns that the others tell already, such as where a shot starts."""
CAMERA = ("size", "camera_angle", "movement")
_PARTS = re.compile(r"\s*[·|/、，,;；\n]\s*")
_IN_FRAMES = re.compile(r"[(（][^)）]*(?:帧|frames?|\bf\b)[^)）]*[)）]", re.IGNORECASE)


def field_of(column: str) -> str | None:
    """Return the field that a column holds, None where its name is not known; bilingual names count by their parts."""
    known = _columns()
    names = [column, *re.split(r"[\s/|·]+", column.strip())]
    field = next((known[fold(name)] for name in names if fold(name) in known), None)
    return "frames" if field == "duration_seconds" and _IN_FRAMES.search(column) else field


def is_empty(cell: str) -> bool:
    """Return whether a cell says that there is nothing, as "-" or "无" do."""
    return cell.strip().casefold() in _table()["empty"]["words"]


def find_choice(field: str, text: str) -> str | None:
    """Return our key for what a cell says of a field: the whole cell, else the longest of our words in it."""
    words = _choices(field)
    whole = words.get(fold(text))
    found = [] if whole else _within(field).findall(text.casefold())
    return words[max(found, key=len)] if found else whole


def read_camera(field: str, text: str) -> dict[str, str]:
    """Return what a cell of a camera column says: its own field, and what else of size, angle and move.

    `field` is one of CAMERA, or "camera" for a column that mixes them, in which a transition may stand too.
    """
    if field in CAMERA:
        names = [field] if fold(text) in _choices(field) else CAMERA
        return {name: key for name in names if (key := find_choice(name, text))}
    found: dict[str, str] = {}
    others = []
    for part in _PARTS.split(text):
        # a part that is one of our words is no more looked through for others
        known = [name for name in (*CAMERA, "transition") if fold(part) in _choices(name) and name not in found]
        found |= {known[0]: _choices(known[0])[fold(part)]} if part and known else {}
        others += [] if known else [part]
    rest = " ".join(others)
    return {name: key for name in CAMERA if name not in found and (key := find_choice(name, rest))} | found


@cache
def _within(field: str) -> re.Pattern[str]:
    """Return a pattern of a field's words, the longest first; Latin ones stand whole.

    A single character is none: 推 or 跟 may mean anything in a longer text.
    """
    words = sorted(filter(None, _choices(field)), key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in words if word.isascii())
    other = "|".join(re.escape(word) for word in words if not word.isascii() and len(word) > 1)
    return re.compile(rf"(?<![a-z])(?:{latin})(?![a-z])|(?:{other})")


@cache
def _columns() -> dict[str, str]:
    return {fold(name): field for field, names in reversed(_table()["columns"].items()) for name in reversed(names)}


@cache
def _choices(field: str) -> dict[str, str]:
    """Return every word of a field, as it stands and folded, with its key; the keys are words themselves."""
    table = {key: [key, *words] for key, words in _table()[field].items()}
    plain = {word.casefold(): key for key, words in table.items() for word in words}
    return plain | {fold(word): key for word, key in plain.items()}


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))
