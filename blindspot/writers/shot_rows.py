"""A storyboard as a table: one row a shot, each field of it a cell, for spreadsheets and documents."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from blindspot.domain import Claim, Episode, Shot
from blindspot.writers.names import clean
from blindspot.writers.timing import Span, spans, timecode
from blindspot.writers.words import word

COLUMNS = (
    "shot", "starts_at", "duration_seconds", "frames", "fps", "size", "camera_angle", "movement", "transition", "lens",
    "picture", "narration", "on_screen_text", "sound", "visual", "claims", "asset", "prompt", "image",
)  # fmt: skip
NUMBERS = {"starts_at", "duration_seconds", "frames"}
CHOICES = {
    "size": "sizes",
    "camera_angle": "camera_angles",
    "movement": "movements",
    "transition": "transitions",
}
"""The fields whose values are short keys, with the group of their words."""

Cell = str | int | float


def shot_rows(episode: Episode, language: str) -> Iterator[dict[str, Cell]]:
    """Yield a storyboard's rows under COLUMNS; seconds to the microsecond, short keys as they are."""
    for at in spans(episode):
        shot = at.shot
        yield {
            "shot": shot.name,
            "starts_at": seconds(at.start, episode.fps),
            "duration_seconds": seconds(shot.frames, episode.fps),
            "frames": shot.frames,
            "fps": str(episode.fps),
            **{name: getattr(shot, name) for name in CHOICES},
            "lens": shot.lens,
            "picture": shot.picture,
            "narration": shot.narration,
            "on_screen_text": shot.on_screen_text,
            "sound": shot.sound,
            "visual": shot.visual,
            "claims": "\n".join(claim_line(claim, language) for claim in shot.claims),
            "asset": shot.asset,
            "prompt": shot.prompt,
            "image": shot.image.name if shot.image else "",
        }


def shot_cards(episode: Episode, language: str) -> Iterator[tuple[Shot, dict[str, str]]]:
    """Yield each shot with its texts for a card or a row that people read.

    `others` is what does not fill a column of its own in most storyboards, each field with its name.
    """
    for at in spans(episode):
        yield at.shot, _card(at, episode.fps, language)


def claim_line(claim: Claim, language: str) -> str:
    """Return a claim in one line with its grade and the labels of its sources."""
    beside = "; ".join([word("grades", claim.grade, language), *(cited.label for cited in claim.sources)])
    return f"{claim.statement} ({beside})"


def camera_line(shot: Shot, language: str) -> str:
    """Return how a shot is filmed in words: size, angle, movement, and a transition that is no cut."""
    said = [word(group, key, language) for name, group in CHOICES.items() if (key := getattr(shot, name))]
    return " · ".join(said[:-1] if shot.transition == "cut" else said)


def seconds(frames: int, fps: Fraction) -> float:
    """Return frames as seconds to the microsecond, from which their number can be told again."""
    return round(float(frames / fps), 6)


def _card(at: Span, fps: Fraction, language: str) -> dict[str, str]:
    shot = at.shot
    others = {
        "lens": shot.lens,
        "visual": shot.visual,
        "claims": "\n".join(claim_line(claim, language) for claim in shot.claims),
        "asset": shot.asset,
        "prompt": shot.prompt,
    }
    start, lasts = timecode(at.start, fps), f"{round(seconds(shot.frames, fps), 2):g} s · {shot.frames} f"
    texts = {
        "shot": shot.name,
        "time": f"{start} · {lasts}",
        "duration": f"{lasts}\n{start}",
        "camera": camera_line(shot, language),
        "picture": shot.picture,
        "narration": shot.narration,
        "on_screen_text": shot.on_screen_text,
        "sound": shot.sound,
        "others": "\n".join(f"{word('columns', name, language)}: {said}" for name, said in others.items() if said),
    }
    return {name: clean(text) for name, text in texts.items()}
