"""One row of a shot list as the fields of a shot, or the reason why it is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from blindspot.editing.items import Row
from blindspot.errors import BlindspotError, Message
from blindspot.plan.storyboards.fields import LONGEST_NAME, TEXTS, checked
from blindspot.plan.storyboards.names import NUMBERED
from blindspot.plan.storyboards.row_lengths import Said, Timing, frames_of, rate_of
from blindspot.plan.storyboards.table_words import CAMERA, DERIVED, field_of, find_choice, is_empty, read_camera
from blindspot.writers.names import clean

OTHERS = ("lens", "visual", "claims", "asset", "prompt")
"""The fields that our own documents put into one cell beside the others."""
_BARE = re.compile(r"(?:镜头?|shot)?\s*#?\s*(\d{1,6})\s*([A-Za-z]{0,2})", re.IGNORECASE)


def column_fields(columns: Iterable[str]) -> dict[str, str]:
    """Return the known columns with the field that each holds; where none says what one sees, a "visual" does."""
    fields = {column: field for column in columns if (field := field_of(column))}
    if "picture" in fields.values():
        return fields
    return {column: "picture" if column.strip().casefold() == "visual" else field for column, field in fields.items()}


def say(cells: Mapping[str, str], fields: Mapping[str, str]) -> dict[str, list[str]]:
    """Return what a row's cells say, by field; cells that say that there is nothing are left out."""
    said: dict[str, list[str]] = {}
    for column, field in fields.items():
        cell = clean(cells.get(column, "") or "").strip()
        if field != DERIVED and not is_empty(cell):
            said.setdefault(field, []).append(cell)
    return said


def read_row(said: Said, following: Said | None, timing: Timing) -> tuple[Row | None, list[Message]]:
    """Return a shot's fields, None for a blank row, and what was not understood; raises BlindspotError with the reason.

    `claims` are the words of the claims that it shows. Columns of the same text are joined by a line; a length in
    seconds goes before one in frames. `following` is the row behind.
    """
    said, notes = _with_others(said)
    if not said.keys() - {"shot", "scene", "fps", "starts_at", "ends_at"}:
        return None, []
    shot: Row = {name: "\n".join(said[name]) for name in TEXTS if name in said}
    if not any(shot.get(name) for name in ("picture", "narration", "on_screen_text", "prompt")):
        raise BlindspotError("It does not say what one sees or hears.")
    rate, unknown = rate_of(said, timing)
    notes += unknown
    shot["frames"] = frames_of(said, following, timing, rate)
    shot |= _camera(said, shot, notes)
    written = (said.get("shot") or said.get("scene") or [""])[0]
    name = _name(written)
    if name:
        shot["name"] = name
    elif written:
        notes.append(
            Message(
                "“{words}” is no name for a shot, which has 1 to {most} characters.",
                words=written[:60],
                most=LONGEST_NAME,
            )
        )
    claims = tuple(filter(None, map(str.strip, "\n".join(said.get("claims", [])).splitlines())))
    return {**checked(shot), **({"claims": claims} if claims else {})}, notes


def _with_others(said: Said) -> tuple[dict[str, list[str]], list[Message]]:
    """Return what a row says with what our own documents put into one cell, a line a field with its name; and notes."""
    found = {field: list(cells) for field, cells in said.items() if field != "others"}
    notes = []
    for cell in said.get("others", []):
        field = ""
        for line in cell.split("\n"):
            label, colon, rest = line.partition(":")
            if colon and (named := field_of(label)) in OTHERS:
                field = named or ""
                found[field] = [*found.get(field, []), rest.strip()]
            elif field:
                found[field][-1] += f"\n{line}"
            else:
                notes.append(Message("“{words}” was not understood and left out.", words=line[:60]))
    return found, notes


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
    """Return the name that a shot list gives a shot: a bare number in our form (3 → S03, 2a → S02A), others as given.

    It is "" where the list has none, or one that no shot may have.
    """
    plain = written.strip()
    match = None if NUMBERED.fullmatch(plain) else _BARE.fullmatch(plain)
    if match:
        return f"S{int(match[1]):02d}{match[2].upper()}"
    return plain if len(plain) <= LONGEST_NAME and plain.isprintable() else ""
