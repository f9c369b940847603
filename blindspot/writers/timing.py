"""Frames on the clocks of editors. Frames are whole numbers throughout; a clock is only how they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from blindspot.domain import Episode, Shot
from blindspot.errors import BlindspotError

EDITOR_RATES = frozenset(
    {Fraction(rate) for rate in (24, 25, 30, 48, 50, 60)} | {Fraction(rate * 1000, 1001) for rate in (24, 30, 48, 60)}
)
"""Frames a second that editors' timelines run at."""


@dataclass(frozen=True)
class Span:
    """A shot with its first frame and the frame after its last, counted from the start of the episode."""

    shot: Shot
    start: int
    end: int


def spans(episode: Episode) -> Iterator[Span]:
    """Yield the shots in order, each where it stands."""
    start = 0
    for shot in episode.shots:
        yield Span(shot, start, start + shot.frames)
        start += shot.frames


def require_editor_rate(fps: Fraction) -> None:
    """Raise BlindspotError for frames a second that no editor's timeline runs at."""
    if fps not in EDITOR_RATES:
        raise BlindspotError(
            "No editor's timeline runs at {rate} frames a second.",
            "Set the episode to 24, 25, 30, 50 or 60 frames a second, or export OTIO.",
            rate=round(float(fps), 3),
        )


def timecode(frame: int, fps: Fraction, start_hour: int = 0) -> str:
    """Return a frame as HH:MM:SS:FF, non-drop: 29.97 frames a second count as 30, so no number is left out."""
    a_second = round(fps)
    seconds, left = divmod(frame, a_second)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{(hour + start_hour) % 24:02d}:{minute:02d}:{second:02d}:{left:02d}"


def rational_seconds(frames: int, fps: Fraction) -> str:
    """Return frames as exact seconds in the way of FCPXML: "150/30s", "150150/30000s", "0s"."""
    return f"{frames * fps.denominator}/{fps.numerator}s" if frames else "0s"


def microseconds(frame: int, fps: Fraction) -> int:
    """Return the microsecond nearest to the start of a frame."""
    return round(frame * 1_000_000 / fps)
