"""How long the shots of a table last: by seconds, frames, timecodes, or where they begin and end, at any frame rate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from blindspot.errors import BlindspotError, Message
from blindspot.plan.storyboards.lengths import check_frames, read_rate, read_seconds, round_half_up, to_frames

LENGTHS = {"duration_seconds", "frames", "time_range"}
"""The fields of which one tells a length; a begin does too, with an end or the next one's begin."""
_RANGE = re.compile(r"(.+?)\s*(?:[-–—~～]+|至|到|→|->|to)\s*(.+)")
_COUNT = re.compile(r"(\d{1,7})(?:\.0+)?\s*(?:f|帧)?", re.IGNORECASE)
_WHOLE = re.compile(r"\d{1,7}")
_IN_FRAMES = re.compile(r"帧|frame", re.IGNORECASE)
_RATE_IN_NAME = re.compile(r"(\d{2,3}(?:\.\d{1,3})?)\s*(?:fps|帧/秒|帧每秒)", re.IGNORECASE)

Said = Mapping[str, list[str]]
"""The cells of a row by the fields that they hold."""


@dataclass(frozen=True)
class Timing:
    """The episode's frames a second, those that the columns name (else None), and how begins and ends are counted."""

    fps: Fraction
    named: Fraction | None = None
    places_are_frames: bool = False
    is_last_within: bool = False


def says_length(fields: Iterable[str]) -> bool:
    """Return whether columns of these fields tell how long a shot lasts."""
    return bool({*LENGTHS, "starts_at"} & set(fields))


def find_timing(fields: Mapping[str, str], rows: Sequence[Said], fps: Fraction) -> Timing:
    """Return how the lengths of a table are to be read, by the names of its columns and by its rows together.

    Frame numbers, as animation has them, end with the last frame that is shown, unless a shot begins where one ends.
    """
    named = next((rate for column in fields if (rate := _rate_in(column))), None)
    places = [column for column, field in fields.items() if field in ("starts_at", "ends_at")]
    are_frames = any(map(_IN_FRAMES.search, places)) and all(map(_are_whole, rows))
    ends_and_begins = [(_first(one, "ends_at"), _first(other, "starts_at")) for one, other in pairwise(rows)]
    is_last_within = are_frames and not any(end and end == begin for end, begin in ends_and_begins)
    return Timing(fps, named, are_frames, is_last_within)


def rate_of(said: Said, timing: Timing) -> tuple[Fraction, list[Message]]:
    """Return the frames a second of a row's frames and timecodes, and a note on what was no rate."""
    told = _first(said, "fps")
    rate = read_rate(told) if told else None
    notes = [Message("“{words}” was not understood and left out.", words=told[:60])] if told and rate is None else []
    return rate or timing.named or timing.fps, notes


def say_rates(rows: Sequence[Said], timing: Timing) -> list[Message]:
    """Return a sentence where frames are counted at another rate than the episode's, each rate once."""
    counted = [row for row in rows if "frames" in row or timing.places_are_frames]
    rates = dict.fromkeys(rate for row in counted if (rate := rate_of(row, timing)[0]) != timing.fps)
    return [
        Message(
            "Its frames count at {rate} a second; the episode has {fps}. They were counted anew.",
            rate=round(float(rate), 3),
            fps=round(float(timing.fps), 3),
        )
        for rate in rates
    ]


def frames_of(said: Said, following: Said | None, timing: Timing, rate: Fraction) -> int:
    """Return the frames of a row in the episode; raises BlindspotError where it tells none.

    `following` is the row behind it, whose begin is the end of one that has none.
    """
    if "duration_seconds" in said:
        # below the length our own documents say where the shot begins
        lasts = said["duration_seconds"][0].split("\n")[0]
        return _frames(read_seconds(lasts, rate), timing.fps)
    if "frames" in said:
        counted = _COUNT.fullmatch(said["frames"][0])
        return _frames(read_seconds(f"{counted[1]}f" if counted else said["frames"][0], rate), timing.fps)
    told = _first(said, "time_range")
    if match := _RANGE.fullmatch(told):
        begin, end = match.groups()
        return _between(read_seconds(begin, rate), read_seconds(end, rate), timing.fps)
    if told:
        return _frames(read_seconds(told, rate), timing.fps)
    begin = _first(said, "starts_at")
    end = _first(said, "ends_at")
    if begin and (end or following):
        return _from_to(begin, end or _first(following or {}, "starts_at"), bool(end), timing, rate)
    raise BlindspotError("It does not say how long it lasts.")


def _from_to(begin: str, end: str, has_end: bool, timing: Timing, rate: Fraction) -> int:
    if not end:
        raise BlindspotError("It does not say how long it lasts.")
    if not timing.places_are_frames:
        return _between(read_seconds(begin, rate), read_seconds(end, rate), timing.fps)
    first, behind = int(begin), int(end) + (timing.is_last_within and has_end)
    return _between(first / rate, behind / rate, timing.fps)


def _between(begin: Fraction, end: Fraction, fps: Fraction) -> int:
    """Return the frames from one place to another; each is put on its frame, so that they add up over many shots."""
    frames = round_half_up(end * fps) - round_half_up(begin * fps)
    check_frames(frames, fps)
    return frames


def _frames(seconds: Fraction, fps: Fraction) -> int:
    frames = to_frames(seconds, fps) if seconds else 0
    check_frames(frames, fps)
    return frames


def _rate_in(column: str) -> Fraction | None:
    match = _RATE_IN_NAME.search(column)
    return read_rate(match[1]) if match else None


def _are_whole(said: Said) -> bool:
    return all(_WHOLE.fullmatch(cell) for name in ("starts_at", "ends_at") for cell in said.get(name, [])[:1])


def _first(said: Said, field: str) -> str:
    return said.get(field, [""])[0]
