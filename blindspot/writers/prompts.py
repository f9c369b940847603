"""Prompts for AI video models, one neutral description a shot, and what a model's limits mean for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from blindspot.domain import Episode, Shot
from blindspot.errors import Message
from blindspot.writers.names import clean, one_line
from blindspot.writers.video_models import VideoModel, prompt_phrase, prompt_word
from blindspot.writers.writer import require_shots

_END = re.compile(r"[。．.!！?？…]$")


@dataclass(frozen=True)
class Prompt:
    """A shot's prompt; `split` are the frames of the parts that the model can make at once, one where the shot fits.

    `said` are its warnings by their keys in data/video_models.toml.
    """

    text: str
    said: dict[str, Message]
    split: tuple[int, ...]

    @property
    def fits(self) -> bool:
        """Whether the model makes the shot in one clip."""
        return len(self.split) == 1

    @property
    def warnings(self) -> tuple[Message, ...]:
        """What the model does not take as it is."""
        return tuple(self.said.values())


def shot_prompt(shot: Shot, episode: Episode, model: VideoModel, language: str) -> Prompt:
    """Return a shot's prompt in "zh" or "en": subject, action and place, size, move, style, sound, length, ratio.

    The shot's own `prompt`, where filled, takes the place of the picture text. What is said and written on screen is
    left to the editing, which models do badly.
    """
    split = model.split(shot.frames, episode.fps)
    made = model.length_for(split[0] / episode.fps) or model.most_seconds
    ratio = _ratio(episode)
    parts = [
        clean(shot.prompt or shot.picture).strip(),
        _camera(shot, language),
        prompt_word("movement", shot.movement, language) if shot.movement else "",
        *(_phrase(name, words, language) for name, words in _details(shot, episode).items()),
        prompt_phrase("phrases", "silent", language),
        prompt_phrase("phrases", "textless", language),
        prompt_phrase("phrases", "length", language, seconds=made, ratio=ratio),
    ]
    text = _join([part for part in parts if part], language)
    return Prompt(text, _warnings(shot, episode, model, made, text), split)


def write_prompts(episode: Episode, model: VideoModel, language: str) -> bytes:
    """Return all prompts of an episode as Markdown, a block to copy for each shot, or for each part of a split one."""
    require_shots(episode)
    title = one_line(episode.title)
    lines = [
        f"# {prompt_phrase('phrases', 'heading', language, title=title, model=model.name)}",
        "",
        prompt_phrase(
            "phrases", "limits", language, day=model.read_on, limits=_limits(model, language), note=model.note[language]
        ),
    ]
    for shot in episode.shots:
        prompt = shot_prompt(shot, episode, model, language)
        lines += ["", f"## {_heading('shot', shot.name, shot.frames, episode.fps, language)}", ""]
        lines += [
            f"> {prompt_phrase('warnings', key, language, **message.values)}" for key, message in prompt.said.items()
        ]
        if not prompt.fits:
            lines += [
                f"> {_heading('part', shot.name, frames, episode.fps, language, part=part, parts=len(prompt.split))}"
                for part, frames in enumerate(prompt.split, 1)
            ]
        lines += [""] if prompt.said else []
        lines += _block(prompt.text)
    return ("\n".join(lines) + "\n").encode()


def _camera(shot: Shot, language: str) -> str:
    words = [prompt_word(name, key, language) for name in ("size", "camera_angle") if (key := getattr(shot, name))]
    return ("，" if language == "zh" else " ").join(words)


def _details(shot: Shot, episode: Episode) -> dict[str, str]:
    """Return lens, style and sound; the style is what the proposal says of the visual that the shot shows."""
    visuals = {visual.title: visual.body for visual in episode.proposal.visuals} if episode.proposal else {}
    style = "" if shot.prompt else visuals.get(shot.visual) or shot.visual
    return {"lens": shot.lens, "style": style, "sound": shot.sound}


def _phrase(name: str, words: str, language: str) -> str:
    said = clean(words).strip()
    return prompt_phrase("phrases", name, language, **{name: said}) if said else ""


def _join(parts: list[str], language: str) -> str:
    """Return the parts as sentences."""
    stop, gap = ("。", "") if language == "zh" else (".", " ")
    return gap.join(part if _END.search(part) else f"{part}{stop}" for part in parts)


def _warnings(shot: Shot, episode: Episode, model: VideoModel, made: int, text: str) -> dict[str, Message]:
    seconds, ratio = shot.frames / episode.fps, _ratio(episode)
    said: dict[str, Message] = {}
    if not (shot.prompt.strip() or shot.picture.strip()):
        said["picture"] = Message("It is not said what one sees.")
    if seconds > model.most_seconds:
        said["long"] = Message(
            "The shot lasts {seconds} s; {model} makes at most {most} s at once. Split it into {parts}.",
            seconds=_seconds(seconds),
            model=model.name,
            most=model.most_seconds,
            parts=len(model.split(shot.frames, episode.fps)),
        )
    elif seconds < made:
        said["short"] = Message(
            "The shot lasts {seconds} s; {model} makes {made} s. Cut it when editing.",
            seconds=_seconds(seconds),
            model=model.name,
            made=made,
        )
    if model.ratios and ratio not in model.ratios:
        said["ratio"] = Message("{model} does not list the ratio {ratio}.", model=model.name, ratio=ratio)
    if model.most_characters and len(text) > model.most_characters:
        said["characters"] = Message(
            "The prompt has {count} characters; {model} takes {most}.",
            count=len(text),
            model=model.name,
            most=model.most_characters,
        )
    return said


def _limits(model: VideoModel, language: str) -> str:
    if model.lengths:
        lengths = prompt_phrase("phrases", "lengths", language, lengths="/".join(map(str, model.lengths)))
    else:
        lengths = prompt_phrase("phrases", "seconds", language, shortest=model.shortest, longest=model.longest)
    return ", ".join([lengths, *([" ".join(model.ratios)] if model.ratios else [])])


def _heading(key: str, name: str, frames: int, fps: Fraction, language: str, **values: object) -> str:
    return prompt_phrase("phrases", key, language, name=one_line(name), seconds=_seconds(frames / fps), **values)


def _block(text: str) -> list[str]:
    """Return a text in a fence that it cannot close."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", text)), default=0))
    return [f"{fence}text", text, fence]


def _ratio(episode: Episode) -> str:
    shape = Fraction(episode.width, episode.height)
    return f"{shape.numerator}:{shape.denominator}"


def _seconds(value: Fraction) -> str:
    return f"{float(value):.2f}".rstrip("0").rstrip(".")
