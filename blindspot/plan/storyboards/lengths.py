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
_WIDE = str.maketrans("０１２３４５６７８９．：；", "0123456789.:;")


def read_frames(text: str, fps: Fraction) -> int:
    """Return frames of "5", "5s", "5.5 秒", "1分20秒", "0:05", "00:00:05:12" or "150f"; raises BlindspotError.

    Three parts are hours, minutes and seconds; the fourth of a timecode counts frames of the whole rate above `fps`,
    without drop frames.
    """
    said = text.translate(_WIDE).strip()
    frames = _counted(said, fps)
    if frames is None:
        raise BlindspotError(
            "“{text}” is no length.", "Write seconds (5 or 5.5), frames (150f) or a timecode (00:00:05:12).", text=said
        )
    check_frames(frames, fps)
    return frames


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


def _counted(said: str, fps: Fraction) -> int | None:
    if match := _FRAMES.fullmatch(said):
        return int(match[1])
    if match := _TIMECODE.fullmatch(said):
        hours, minutes, seconds, frames = (int(part) for part in match.groups())
        rate = -(-fps.numerator // fps.denominator)
        return ((hours * 60 + minutes) * 60 + seconds) * rate + frames if frames < rate else None
    if match := _CLOCK.fullmatch(said):
        seconds = int(match[1] or 0) * 3600 + int(match[2]) * 60 + _decimal(match[3])
    elif match := _MINUTES.fullmatch(said):
        seconds = int(match[1]) * 60 + _decimal(match[2] or "0")
    elif match := _SECONDS.fullmatch(said):
        seconds = _decimal(match[1])
    else:
        return None
    return to_frames(seconds, fps) if seconds else 0


def _decimal(said: str) -> Fraction:
    return Fraction(said.replace(",", "."))
