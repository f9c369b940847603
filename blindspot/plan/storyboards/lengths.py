"""How long a shot is, as people write it, in frames; and frames shared out so that their sum stays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from blindspot.errors import BlindspotError

LONGEST_SECONDS = 3600
_NUMBER = r"(\d{1,6}(?:[.,]\d{1,15})?)"
_SECONDS = re.compile(_NUMBER + r"\s*(?:s|secs?|seconds?|秒钟?|″|\")?", re.IGNORECASE)
_FRAMES = re.compile(r"(\d{1,7})\s*(?:f|frames?|帧)", re.IGNORECASE)
_MINUTES = re.compile(
    r"(\d{1,3})\s*(?:m|min|minutes?|分钟?|′|')\s*(?:" + _NUMBER + r"\s*(?:s|secs?|seconds?|秒钟?|″|\")?)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d{1,15})?)")
_TIMECODE = re.compile(r"(\d{1,2}):(\d{1,2}):(\d{1,2})[:;](\d{1,3})")
_BOTH = re.compile(_SECONDS.pattern + r"\s*[·/,，(（|]?\s*" + _FRAMES.pattern + r"[)）]?", re.IGNORECASE)
_RATE = re.compile(
    r"(\d{1,6}(?:\.\d{1,6})?)(?:\s*/\s*(\d{1,6}))?\s*(?:fps|p|hz|f/s|frames?\s*/\s*s(?:ec)?|帧(?:/秒|每秒)?)?",
    re.IGNORECASE,
)
_FRACTIONAL = tuple(Fraction(rate * 1000, 1001) for rate in (24, 30, 48, 60, 120))
_WIDE = str.maketrans("０１２３４５６７８９．：；", "0123456789.:;")


def read_frames(text: str, fps: Fraction) -> int:
    """Return frames of "5", "5s", "5.5 秒", "1分20秒", "0:05", "00:00:05:12" or "150f"; raises BlindspotError."""
    seconds = read_seconds(text, fps)
    frames = to_frames(seconds, fps) if seconds else 0
    check_frames(frames, fps)
    return frames


def read_seconds(text: str, rate: Fraction) -> Fraction:
    """Return the exact seconds of a length or a place as `read_frames` knows them; raises BlindspotError.

    Three parts are hours, minutes and seconds; the fourth of a timecode counts frames of the whole rate above `rate`,
    without drop frames. Of "2.57 s · 77 f" the frames are exact.
    """
    said = text.translate(_WIDE).strip()
    seconds = _counted(said, rate)
    if seconds is None:
        raise BlindspotError(
            "“{text}” is no length.", "Write seconds (5 or 5.5), frames (150f) or a timecode (00:00:05:12).", text=said
        )
    return seconds


def read_rate(text: str) -> Fraction | None:
    """Return frames a second of "25", "29.97 fps", "24 帧/秒" or "30000/1001", None for what is no rate."""
    match = _RATE.fullmatch(text.translate(_WIDE).strip())
    if match is None or (match[2] and not int(match[2])):
        return None
    said = Fraction(match[1]) / int(match[2] or 1)
    # 23.976, 23.98, 29.97: how people write what is exactly so many thousands in 1001 parts
    exact = next((rate for rate in _FRACTIONAL if abs(rate - said) < Fraction(1, 100)), said)
    return exact if 1 <= exact <= 240 else None


def check_frames(frames: int, fps: Fraction) -> None:
    """Raise BlindspotError for a length that no shot has."""
    if not 1 <= frames <= LONGEST_SECONDS * fps:
        raise BlindspotError(
            "A shot lasts at least one frame and at most {seconds} seconds.", "Correct it.", seconds=LONGEST_SECONDS
        )


def to_frames(seconds: float | Fraction, fps: Fraction) -> int:
    """Return the nearest whole number of frames, one at least."""
    return max(1, round_half_up(Fraction(seconds) * fps))


def share_out(weights: Sequence[int | Fraction], total: int) -> list[int]:
    """Return whole numbers of at least 1 in the proportion of `weights` with the sum `total` (largest remainder).

    Where `total` is less than their number, each is 1.
    """
    if not weights:
        return []
    whole = Fraction(sum(weights))
    exact = [Fraction(weight) * total / whole for weight in weights]
    shares = [max(1, int(share)) for share in exact]
    rest = total - sum(shares)
    order = sorted(range(len(exact)), key=lambda place: (int(exact[place]) - exact[place], place))
    for place in order[: max(0, rest)]:
        shares[place] += 1
    # those lifted to 1 are paid for by the longest
    while sum(shares) > total and max(shares) > 1:
        shares[shares.index(max(shares))] -= 1
    return shares


def round_half_up(value: Fraction) -> int:
    """Return the nearest whole number, halves upwards (Python's own rounding takes 2.5 to 2)."""
    return int(value + Fraction(1, 2))


def _counted(said: str, rate: Fraction) -> Fraction | None:
    if match := _FRAMES.fullmatch(said):
        return int(match[1]) / rate
    if match := _BOTH.fullmatch(said):
        seconds, frames = _decimal(match[1]), int(match[2]) / rate
        return frames if abs(seconds - frames) <= Fraction(1, 100) else seconds
    if match := _TIMECODE.fullmatch(said):
        hours, minutes, whole, frames_over = (int(part) for part in match.groups())
        a_second = -(-rate.numerator // rate.denominator)
        counted = ((hours * 60 + minutes) * 60 + whole) * a_second + frames_over
        return counted / rate if frames_over < a_second else None
    if match := _CLOCK.fullmatch(said):
        return int(match[1] or 0) * 3600 + int(match[2]) * 60 + _decimal(match[3])
    if match := _MINUTES.fullmatch(said):
        return int(match[1]) * 60 + _decimal(match[2] or "0")
    if match := _SECONDS.fullmatch(said):
        return _decimal(match[1])
    return None


def _decimal(said: str) -> Fraction:
    return Fraction(said.replace(",", "."))
