"""What to look at again in a storyboard before it is shot: each finding names its shot, its figures and its rule."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from blindspot.documents.quantities import Quantity, find_quantities
from blindspot.domain import Episode, Shot
from blindspot.errors import Message
from blindspot.plan.storyboards.reading_speed import Kind, letters_in, lines_needed, speed_of, speeds
from blindspot.plan.storyboards.safe_areas import safe_area
from blindspot.plan.wording import guard

Severity = Literal["warning", "note"]
LENGTH_TOLERANCE = 0.05
"""A storyboard this much longer or shorter than its target is said to be so."""
WITHOUT_SAFE_AREA = 0.9
"""The share of the width that text may take where a platform's margins are not known."""
LEAST_STATED = 100
"""A smaller number without a unit of money, share or size counts something and states no fact."""
LONGEST_QUOTE = 60
UNSURE = {"medium", "low", "unrated"}


@dataclass(frozen=True)
class Finding:
    """One thing to look at: `shot_id` None speaks of the whole, `field` names the text that is meant."""

    rule: str
    severity: Severity
    message: Message
    shot_id: str | None = None
    field: str | None = None
    figures: dict[str, float] = dataclasses.field(default_factory=dict)


def check_storyboard(episode: Episode) -> list[Finding]:
    """Return what to look at again, of the whole first, then shot by shot; an empty storyboard has nothing to check."""
    if not episode.shots:
        return []
    found = [finding for rule in OF_THE_WHOLE for finding in rule(episode)]
    return found + [finding for shot in episode.shots for finding in check_shot(episode, shot)]


def check_shot(episode: Episode, shot: Shot) -> list[Finding]:
    """Return what to look at again in one shot."""
    return list(_check_shot(dataclasses.replace(episode, proposal=None, shots=(), rev=0), shot))


# an edit changes one shot of many, and reading all the others again would be most of what a check takes
@lru_cache(maxsize=4096)
def _check_shot(episode: Episode, shot: Shot) -> tuple[Finding, ...]:
    return tuple(finding for rule in OF_A_SHOT for finding in rule(episode, shot))


def _length(episode: Episode) -> Iterator[Finding]:
    if not episode.target_seconds:
        return
    over = episode.seconds - episode.target_seconds
    figures = {"seconds": episode.seconds, "target": episode.target_seconds}
    if over > episode.target_seconds * LENGTH_TOLERANCE:
        said = Message(
            "The storyboard is {over} s longer than its target of {target} s.",
            over=_round(over),
            target=_round(figures["target"]),
        )
        yield Finding("length", "warning", said, figures=figures)
    elif -over > episode.target_seconds * LENGTH_TOLERANCE:
        said = Message(
            "The storyboard is {under} s short of its target of {target} s.",
            under=_round(-over),
            target=_round(figures["target"]),
        )
        yield Finding("length", "note", said, figures=figures)


def _hook(episode: Episode) -> Iterator[Finding]:
    """The first seconds must say or show something, and not in one long unmoving shot."""
    seconds, first = speeds()["hook"]["seconds"], episode.shots[0]
    frame, opening = 0, []
    for shot in episode.shots:
        if frame < seconds * episode.fps:
            opening.append(shot)
        frame += shot.frames
    if not any(shot.narration.strip() or shot.on_screen_text.strip() for shot in opening):
        said = Message("Nothing is said or written within the first {seconds} s: there is no hook.", seconds=seconds)
        yield Finding("hook", "warning", said, first.shot_id, figures={"seconds": seconds})
    lasts = float(first.frames / episode.fps)
    if lasts > 2 * seconds and first.movement in ("", "static"):
        said = Message(
            "The opening shot stands still for {lasts} s; viewers decide within {seconds} s.",
            lasts=_round(lasts),
            seconds=seconds,
        )
        yield Finding("opening", "note", said, first.shot_id, figures={"seconds": lasts, "limit": seconds})


def _contents(episode: Episode, shot: Shot) -> Iterator[Finding]:
    seen = shot.picture.strip() or shot.image or shot.asset.strip() or shot.prompt.strip()
    if not seen and not (shot.narration.strip() or shot.on_screen_text.strip() or shot.sound.strip()):
        yield Finding("empty", "warning", Message("This shot is empty."), shot.shot_id)
    elif not seen:
        said = Message("It is not said what one sees.")
        yield Finding("picture", "note", said, shot.shot_id, "picture")


def _speeds(episode: Episode, shot: Shot) -> Iterator[Finding]:
    seconds = float(shot.frames / episode.fps)
    for name, said in SPEED_MESSAGES.items():
        speed = speed_of(getattr(shot, name), seconds, name)
        if speed.is_fast:
            figures = {"speed": speed.characters, "limit": speed.limit, "needed": speed.needed, "seconds": seconds}
            yield Finding(f"{name}_speed", "warning", said(figures), shot.shot_id, name, figures)


def _width(episode: Episode, shot: Shot) -> Iterator[Finding]:
    area = safe_area(episode.platform, episode.width, episode.height)
    letters = letters_in(episode.width, episode.height, area.width_share if area else WITHOUT_SAFE_AREA)
    lines, most = lines_needed(shot.on_screen_text, letters), speeds()["frame"]["most_lines"]
    if lines > most:
        said = Message(
            "The text on screen needs {lines} lines at the smallest good size; {most} fit well.", lines=lines, most=most
        )
        yield Finding("text_lines", "warning", said, shot.shot_id, "on_screen_text", {"lines": lines, "most": most})


def _claims(episode: Episode, shot: Shot) -> Iterator[Finding]:
    unsure = tuple(claim for claim in shot.claims if claim.grade in UNSURE)
    for name in ("narration", "on_screen_text"):
        text = getattr(shot, name)
        for advice in guard(text, unsure) if unsure and text else ():
            said = Message("“{sentence}” sounds surer than the claim behind it.", sentence=_short(advice.sentence))
            yield Finding("hedge", "warning", said, shot.shot_id, name, {"start": advice.start, "end": advice.end})
        figures = [quantity for quantity in find_quantities(text) if _is_stated(quantity)]
        if figures and not shot.claims:
            said = Message("A figure is stated ({figure}) and no claim stands behind it.", figure=figures[0].words)
            yield Finding("figure", "note", said, shot.shot_id, name)


def _is_stated(quantity: Quantity) -> bool:
    """Return whether a number states something of the world; "3 个" or "5 秒" only count what one sees."""
    return quantity.dimension not in ("", "count", "time") or quantity.scale > 1 or quantity.number >= LEAST_STATED


def _short(sentence: str) -> str:
    said = " ".join(sentence.split())
    return said if len(said) <= LONGEST_QUOTE else f"{said[:LONGEST_QUOTE]}…"


def _round(value: float) -> float:
    return round(value, 1)


def _figures(figures: Mapping[str, float]) -> dict[str, float]:
    """Return figures with one decimal that say of a text too fast that it is, however near it comes."""
    way = {"needed": math.ceil, "speed": math.ceil, "seconds": math.floor, "limit": math.floor}
    return {name: way[name](round(value * 10, 6)) / 10 for name, value in figures.items()}


SPEED_MESSAGES: dict[Kind, Callable[[dict[str, float]], Message]] = {
    "narration": lambda figures: Message(
        "The narration needs {needed} s and has {seconds} s: {speed} characters a second, {limit} is the limit.",
        **_figures(figures),
    ),
    "on_screen_text": lambda figures: Message(
        "The text on screen needs {needed} s and has {seconds} s: {speed} characters a second, {limit} is the limit.",
        **_figures(figures),
    ),
}
OF_THE_WHOLE = (_length, _hook)
OF_A_SHOT = (_contents, _speeds, _width, _claims)
