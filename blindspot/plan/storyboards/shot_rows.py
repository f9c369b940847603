"""One row of a shot list as the fields of a shot, or the reason why it is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction

from blindspot.editing.items import Row
from blindspot.errors import BlindspotError, Message
from blindspot.plan.storyboards.fields import TEXTS, checked
from blindspot.plan.storyboards.lengths import check_frames, read_frames
from blindspot.plan.storyboards.names import NUMBERED
from blindspot.plan.storyboards.table_words import CAMERA, DERIVED, field_of, find_choice, is_empty, read_camera
from blindspot.writers.csv_file import unguarded
from blindspot.writers.names import clean

NEEDED = {"duration_seconds", "frames", "time_range"}
"""The columns of which one must be there."""
_RANGE = re.compile(r"(.+?)\s*(?:[-–—~～]+|至|到|→|->|to)\s*(.+)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BARE = re.compile(r"(?:镜头?|shot)?\s*#?\s*(\d{1,6})\s*([A-Za-z]{0,2})", re.IGNORECASE)


def column_fields(columns: Iterable[str]) -> dict[str, str]:
    """Return the known columns with the field that each holds; where none says what one sees, a "visual" does."""
    fields = {column: field for column in columns if (field := field_of(column))}
    if "picture" in fields.values():
        return fields
    return {column: "picture" if column.strip().casefold() == "visual" else field for column, field in fields.items()}


def read_row(cells: Mapping[str, str], fields: Mapping[str, str], fps: Fraction) -> tuple[Row | None, list[Message]]:
    """Return a shot's fields, None for a blank row, and what was not understood; raises BlindspotError with the reason.

    `claims` are the words of the claims that it shows. Columns of the same text are joined by a line; a length in
    seconds goes before one in frames.
    """
    said: dict[str, list[str]] = {}
    for column, field in fields.items():
        cell = clean(unguarded(_BREAK.sub("\n", cells.get(column, "") or ""))).strip()
        if field != DERIVED and not is_empty(cell):
            said.setdefault(field, []).append(cell)
    if not said.keys() - {"shot"}:
        return None, []
    shot: Row = {name: "\n".join(said[name]) for name in TEXTS if name in said}
    if not any(shot.get(name) for name in ("picture", "narration", "on_screen_text", "prompt")):
        raise BlindspotError("It does not say what one sees or hears.")
    notes: list[Message] = []
    shot["frames"] = _frames(said, fps)
    shot |= _camera(said, shot, notes)
    if name := _name(said.get("shot", [""])[0]):
        shot["name"] = name
    claims = tuple(filter(None, map(str.strip, "\n".join(said.get("claims", [])).splitlines())))
    return {**checked(shot), **({"claims": claims} if claims else {})}, notes


def _frames(said: Mapping[str, list[str]], fps: Fraction) -> int:
    if "duration_seconds" in said:
        return read_frames(said["duration_seconds"][0], fps)
    if "frames" in said:
        return read_frames(said["frames"][0].removesuffix("帧").removesuffix("f").strip() + "f", fps)
    if match := _RANGE.fullmatch(said.get("time_range", [""])[0]):
        start, end = (0 if _is_zero(part) else read_frames(part, fps) for part in match.groups())
        check_frames(end - start, fps)
        return end - start
    if "time_range" in said:
        return read_frames(said["time_range"][0], fps)
    raise BlindspotError("It does not say how long it lasts.")


def _is_zero(written: str) -> bool:
    return not re.search(r"[1-9１-９]", written)


def _camera(said: Mapping[str, list[str]], shot: Row, notes: list[Message]) -> Row:
    """Return size, angle, move and transition; what a column says of another field gives way to that field's own."""
    found: Row = {}
    for field in ("camera", *CAMERA):
        for cell in said.get(field, []):
            read = read_camera(field, cell)
            own = {name: key for name, key in read.items() if name == field}
            found = {**read, **found, **own}
            if not read:
                notes.append(Message("“{words}” was not understood and left out.", words=cell[:60]))
    for cell in said.get("transition", []):
        key = find_choice("transition", cell)
        if key:
            found["transition"] = key
        else:
            notes.append(Message("“{words}” was not understood and left out.", words=cell[:60]))
    return found


def _name(written: str) -> str:
    """Return the name that a shot list gives a shot in our form (3 → S03, 2a → S02A), "" where it has none."""
    if NUMBERED.fullmatch(written):
        return written
    match = _BARE.fullmatch(written.strip())
    return f"S{int(match[1]):02d}{match[2].upper()}" if match else ""
