"""An episode as the folder of a 剪映 draft: uploaded pictures below, the texts of the shots on tracks above them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import NAMESPACE_URL, uuid4, uuid5

from pyJianYingDraft import (
    ClipSettings,
    CropSettings,
    DraftFolder,
    ScriptFile,
    TextSegment,
    TextStyle,
    Timerange,
    TrackSpec,
    TrackType,
    VideoMaterial,
    VideoSegment,
)

from blindspot.domain import Episode, Picture
from blindspot.writers.markers import markers
from blindspot.writers.media import picture_name
from blindspot.writers.names import clean, file_stem, one_line
from blindspot.writers.timing import Span, microseconds, spans
from blindspot.writers.writer import Options

IN_DRAFT = "##_draftpath_placeholder_0E685133-18CE-45ED-8CB8-2904A212EC80_##"
"""What 剪映 writes for the draft's own folder, so that a draft may be moved."""
PICTURES = "画面"
LONGEST_STILL = 3 * 3600 * 1_000_000
"""Microseconds for which 剪映 offers a photo of its own."""


@dataclass(frozen=True)
class Lane:
    """A track of texts, one a shot; `height` 1 is the upper edge of the picture, -1 the lower."""

    name: str
    height: float
    size: float
    texts: tuple[str, ...]


class Still(VideoMaterial):  # type: ignore[misc]  # its library has no types
    """A picture in the draft's folder whose size we know; the library would measure it with a native library."""

    def __init__(self, image: Picture, name: str, place: Timerange) -> None:
        self.material_name = name
        self.material_id = uuid4().hex
        self.local_material_id = ""
        self.path = f"{IN_DRAFT}/{PICTURES}/{name}"
        self.crop_settings = CropSettings()
        self.material_type = "photo"
        self.duration = max(LONGEST_STILL, place.duration)
        self.width, self.height = image.width, image.height


def save_draft(episode: Episode, options: Options, place: Path) -> Path:
    """Write the draft into a folder of its own below `place` and return that folder."""
    name = file_stem(episode.title)
    draft = DraftFolder(str(place)).create_draft(name, episode.width, episode.height, round(episode.fps))
    _add_pictures(draft, episode, place / name)
    for lane in _lanes(episode, options):
        _add_texts(draft, episode, lane)
    draft.save()
    _name_draft(place / name, name, episode, options)
    return place / name


def _name_draft(folder: Path, name: str, episode: Episode, options: Options) -> None:
    """Write what 剪映 lists the draft by; the library leaves every draft the same id, no name and no length.

    Another export is another draft, so its time is a part of the id.
    """
    draft_id = str(uuid5(NAMESPACE_URL, f"blindspot:{episode.uid}:{options.now.isoformat()}")).upper()
    told: dict[str, str | int] = {"draft_id": draft_id, "draft_name": one_line(episode.title) or name}
    written = round(options.now.timestamp() * 1_000_000)
    told |= {"tm_draft_create": written, "tm_draft_modified": written}
    told["tm_duration"] = microseconds(sum(shot.frames for shot in episode.shots), episode.fps)
    for file, changed in (("draft_meta_info.json", told), ("draft_content.json", {"id": draft_id})):
        content = json.loads((folder / file).read_text(encoding="utf-8"))
        (folder / file).write_text(json.dumps(content | changed, ensure_ascii=False), encoding="utf-8")


def _lanes(episode: Episode, options: Options) -> Iterator[Lane]:
    yield Lane("分镜", 0.85, 4.0, tuple(marker.line for marker in markers(episode, options.language)))
    yield Lane("旁白", -0.8, 7.0, tuple(clean(shot.narration) for shot in episode.shots))
    yield Lane("屏幕字", 0.0, 10.0, tuple(clean(shot.on_screen_text) for shot in episode.shots))


def _add_texts(draft: ScriptFile, episode: Episode, lane: Lane) -> None:
    draft.append_track(TrackSpec(TrackType.text, lane.name))
    for each, text in zip(spans(episode), lane.texts, strict=True):
        if text.strip():
            style = TextStyle(size=lane.size, align=1, auto_wrapping=True)
            where = ClipSettings(transform_y=lane.height)
            draft.add_segment(TextSegment(text, _range(each, episode), style=style, clip_settings=where), lane.name)


def _add_pictures(draft: ScriptFile, episode: Episode, folder: Path) -> None:
    pictured = [(number, each, each.shot.image) for number, each in enumerate(spans(episode), 1) if each.shot.image]
    if pictured:
        (folder / PICTURES).mkdir()
        draft.append_track(TrackSpec(TrackType.video, PICTURES))
    for number, each, image in pictured:
        place = _range(each, episode)
        still = Still(image, picture_name(number, each.shot, image), place)
        (folder / PICTURES / still.material_name).write_bytes(image.content)
        draft.add_segment(VideoSegment(still, place), PICTURES)


def _range(each: Span, episode: Episode) -> Timerange:
    start = microseconds(each.start, episode.fps)
    return Timerange(start, microseconds(each.end, episode.fps) - start)
