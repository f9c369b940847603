"""Fountain: the storyboard as a screenplay, one scene a shot; marks are forced, as Chinese has no capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blindspot.domain import Episode, Shot
from blindspot.writers.markers import Marker, markers
from blindspot.writers.names import clean, one_line
from blindspot.writers.shot_rows import CHOICES
from blindspot.writers.words import word
from blindspot.writers.writer import Options, Writer, require_shots

_MARKS = re.compile(r"[*_]")
_OPENINGS = re.compile(r"([\[\]])(?=\1)|/(?=\*)")
"""The first half of what starts or ends a note (`[[`, `]]`) or a part that is cut (`/*`)."""
_NOT_IN_NUMBERS = re.compile(r"[^\w.-]+", re.ASCII)


def write_fountain(episode: Episode, options: Options) -> bytes:
    """Return the storyboard as Fountain in UTF-8: `.` scene, `!` action, `@` speaker, other fields as a note."""
    require_shots(episode)
    head = [f"Title: {_escaped(one_line(episode.title)) or '–'}", f"Format: {episode.width}×{episode.height}"]
    if owner := one_line(episode.owner):
        head.append(f"Author: {_escaped(owner)}")
    scenes = zip(episode.shots, markers(episode, options.language), strict=True)
    parts = ["\n".join(head), *(part for shot, marker in scenes for part in _scene(shot, marker, options.language))]
    return ("\n\n".join(parts) + "\n").encode()


def _scene(shot: Shot, marker: Marker, language: str) -> Iterator[str]:
    camera = [word(CHOICES[name], key, language) for name in ("size", "movement") if (key := getattr(shot, name))]
    number = _NOT_IN_NUMBERS.sub("", shot.name)
    heading = one_line(" ".join([shot.name, *camera]).replace("#", ""))
    yield f".{_escaped(heading.lstrip('.')) or '–'}{f' #{number}#' if number else ''}"
    yield from _action(shot.picture)
    if spoken := _lines(shot.narration):
        yield "\n".join([f"@{word('columns', 'narration', language)}", *spoken])
    for name in ("on_screen_text", "sound"):
        yield from _action(getattr(shot, name), f"{word('columns', name, language)}: ")
    yield f"[[{_in_note(marker.note)}]]"
    if shot.transition not in ("", "cut"):
        yield f"> {_escaped(word('transitions', shot.transition, language))}"


def _action(text: str, label: str = "") -> Iterator[str]:
    if lines := _lines(text):
        yield "\n".join(f"!{line}" for line in [label + lines[0], *lines[1:]])


def _lines(text: str) -> list[str]:
    """The lines that hold something; a blank one would end the paragraph."""
    return [_escaped(line.strip()) for line in clean(text).expandtabs(4).split("\n") if line.strip()]


def _escaped(text: str) -> str:
    """A text whose signs mean themselves: emphasis escaped, notes and cuts broken by a space."""
    return _MARKS.sub(r"\\\g<0>", _broken(text))


def _in_note(text: str) -> str:
    """A note's text, in which nothing ends the note."""
    told = _broken(text)
    return f"{told} " if told.endswith("]") else told


def _broken(text: str) -> str:
    return _OPENINGS.sub(r"\g<0> ", text)


FOUNTAIN = Writer("fountain", ".fountain", "text/plain", write_fountain)
