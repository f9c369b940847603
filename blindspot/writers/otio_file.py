"""OpenTimelineIO: the cut as tracks of shots, narration and on-screen text; every field in `metadata.blindspot`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from opentimelineio import adapters, schema
from opentimelineio.opentime import RationalTime, TimeRange

from blindspot.domain import Episode, Shot
from blindspot.writers.markers import markers
from blindspot.writers.media import media_url, picture_name
from blindspot.writers.names import clean, one_line
from blindspot.writers.timing import Span, spans
from blindspot.writers.writer import Options, Writer, require_shots

VERSION = 1
"""Of what `metadata.blindspot` holds; raised when a key changes its meaning."""


def make_timeline(episode: Episode, options: Options) -> schema.Timeline:
    """Return the cut: video track `Shots`, audio track `Narration`, video track `On-screen text`, from 00:00:00:00."""
    require_shots(episode)
    timeline = schema.Timeline(one_line(episode.title))
    timeline.global_start_time = _time(0, episode)
    told = {"version": VERSION, "seconds": episode.seconds}
    timeline.metadata["blindspot"] = told | plain(replace(episode, shots=()))
    standing = list(spans(episode))
    timeline.tracks.extend(
        [
            schema.Track("Shots", list(_shots(episode, options)), kind=schema.TrackKind.Video),
            schema.Track("Narration", [_spoken(each, episode) for each in standing], kind=schema.TrackKind.Audio),
            schema.Track("On-screen text", [_shown(each, episode) for each in standing], kind=schema.TrackKind.Video),
        ]
    )
    return timeline


def write_otio(episode: Episode, options: Options) -> bytes:
    """Return the cut as .otio; media only where the options name their folder."""
    return str(make_timeline(episode, options).to_json_string()).encode()


def write_otioz(episode: Episode, options: Options) -> bytes:
    """Return the cut as .otioz with the uploaded pictures inside, each as long as its shot."""
    timeline = make_timeline(episode, replace(options, media_root=None))
    with TemporaryDirectory() as folder:
        for number, (clip, shot) in enumerate(zip(timeline.tracks[0], episode.shots, strict=True), 1):
            if shot.image:
                place = Path(folder) / picture_name(number, shot, shot.image)
                place.write_bytes(shot.image.content)
                clip.media_reference = schema.ExternalReference(str(place), clip.source_range)
                clip.media_reference.name = clip.name
        bundle = Path(folder) / "cut.otioz"
        adapters.write_to_file(timeline, str(bundle), adapter_name="otioz")
        return bundle.read_bytes()


def plain(value: Any) -> Any:
    """Return a value of the domain as JSON knows it; days in ISO form, pictures without their bytes.

    NUL, at which OpenTimelineIO ends a text, is left out.
    """
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value) if field.name != "content"}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.replace("\0", "").encode(errors="replace").decode() if isinstance(value, str) else value


def _shots(episode: Episode, options: Options) -> Iterator[schema.Clip]:
    for shot, marker in zip(episode.shots, markers(episode, options.language), strict=True):
        place = _range(shot.frames, episode)
        url = media_url(shot, options)
        clip = schema.Clip(
            one_line(shot.name), schema.ExternalReference(url, place) if url else schema.MissingReference(), place
        )
        clip.metadata["blindspot"] = plain(shot) | {"duration_seconds": float(shot.frames / episode.fps)}
        note = schema.Marker(marker.line, _range(1, episode), comment=marker.note)
        clip.markers.append(note)
        yield clip


def _spoken(each: Span, episode: Episode) -> schema.Item:
    """The narration still to be recorded: a clip without media, or a gap where nobody speaks."""
    place = _range(each.shot.frames, episode)
    if not each.shot.narration.strip():
        return schema.Gap(source_range=place)
    clip = schema.Clip(one_line(f"{each.shot.name} VO"), schema.MissingReference(), place)
    clip.metadata["blindspot"] = _said(each.shot, "narration")
    return clip


def _shown(each: Span, episode: Episode) -> schema.Item:
    """The on-screen text as a generator, or a gap where nothing is to be read."""
    place = _range(each.shot.frames, episode)
    text = clean(each.shot.on_screen_text)
    if not text.strip():
        return schema.Gap(source_range=place)
    clip = schema.Clip(one_line(text), schema.GeneratorReference("Text", "Text", parameters={"text": text}), place)
    clip.metadata["blindspot"] = _said(each.shot, "on_screen_text")
    return clip


def _said(shot: Shot, field: str) -> dict[str, str]:
    return {"shot": plain(shot.name), field: plain(getattr(shot, field))}


def _range(frames: int, episode: Episode) -> TimeRange:
    return TimeRange(_time(0, episode), _time(frames, episode))


def _time(frame: int, episode: Episode) -> RationalTime:
    return RationalTime(frame, float(episode.fps))


OTIO = Writer("otio", ".otio", "application/json", write_otio)
OTIOZ = Writer("otioz", ".otioz", "application/zip", write_otioz)
