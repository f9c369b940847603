"""What an editor reads beside a shot: one line for the marker, and every field of the shot as its note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from blindspot.domain import Claim, Episode, Shot
from blindspot.writers.names import clean, one_line
from blindspot.writers.shot_rows import CHOICES, shot_rows
from blindspot.writers.words import word

MISSING = "–"
LONGEST_PARTS = (26, 30, 26, 16, 10)
"""Characters of camera, visual, on-screen text, sound and claims: with the bars, a name of 120."""


@dataclass(frozen=True)
class Marker:
    """A shot's marker: `S03 MS static | visual | 字幕 | 声音 | F2`, and every field of the shot, a label each."""

    line: str
    note: str


def markers(episode: Episode, language: str) -> Iterator[Marker]:
    """Yield a marker for each shot in order; F2 is the second claim of the proposal (others count on)."""
    numbers = claim_numbers(episode)
    for shot, row in zip(episode.shots, shot_rows(episode, language), strict=True):
        told = "\n".join(
            f"{word('columns', name, language)}: {_told(name, str(value), language)}"
            for name, value in row.items()
            if value != ""
        )
        yield Marker(_line(shot, numbers), "\n".join(line for line in clean(told).split("\n") if line.strip()))


def claim_numbers(episode: Episode) -> dict[int, int]:
    """Return the number of each claim of an episode, from 1: the proposal's in its order, then those of the shots."""
    proposed = (each.claim for each in episode.proposal.claims if each.claim) if episode.proposal else ()
    shown: Iterator[Claim] = chain(proposed, *(shot.claims for shot in episode.shots))
    return {claim_id: number for number, claim_id in enumerate(dict.fromkeys(claim.claim_id for claim in shown), 1)}


def _told(name: str, value: str, language: str) -> str:
    return word(CHOICES[name], value, language) if name in CHOICES else value


def _line(shot: Shot, numbers: dict[int, int]) -> str:
    camera = " ".join(part for part in (shot.name, shot.size, shot.movement) if part)
    claims = " ".join(f"F{numbers[claim.claim_id]}" for claim in shot.claims)
    parts = (camera, shot.visual or shot.picture, shot.on_screen_text, shot.sound, claims)
    return " | ".join(_part(text, most) for text, most in zip(parts, LONGEST_PARTS, strict=True))


def _part(text: str, most: int) -> str:
    """One part of the line; the bar divides parts and nothing else."""
    return one_line(text.replace("|", "/"), most) or MISSING
