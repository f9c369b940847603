"""剪映 draft, write only: a zip of the draft's folder to unpack among 剪映's drafts, with pictures and all fields."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from blindspot.domain import Episode
from blindspot.errors import BlindspotError
from blindspot.writers.markers import markers
from blindspot.writers.media import picture_name
from blindspot.writers.names import clean, file_stem
from blindspot.writers.otio_file import plain
from blindspot.writers.timing import Span, microseconds, spans
from blindspot.writers.writer import Options, Writer, require_shots

if TYPE_CHECKING:
    from pyJianYingDraft import ScriptFile, Timerange, VideoSegment

IN_DRAFT = "##_draftpath_placeholder_0E685133-18CE-45ED-8CB8-2904A212EC80_##"
"""What 剪映 writes for the draft's own folder, so that a draft may be moved."""
PICTURES = "画面"


@dataclass(frozen=True)
class Lane:
    """A track of texts, one a shot; `height` 1 is the upper edge of the picture, -1 the lower."""

    name: str
    height: float
    size: float
    texts: tuple[str, ...]


def write_jianying(episode: Episode, options: Options) -> bytes:
    """Return a zip with tracks 画面 (uploaded pictures), 分镜, 旁白 and 屏幕字; times to the microsecond.

    Raises BlindspotError where pictures cannot be measured, since libmediainfo is missing.
    """
    require_shots(episode)
    # loads an image library and a native one, which nothing else of the app needs
    from pyJianYingDraft import DraftFolder

    name = file_stem(episode.title)
    with TemporaryDirectory() as place:
        folder = Path(place) / name
        draft = DraftFolder(place).create_draft(name, episode.width, episode.height, round(episode.fps))
        _add_pictures(draft, episode, folder)
        for lane in _lanes(episode, options):
            _add_texts(draft, episode, lane)
        draft.save()
        fields = json.dumps(plain(episode), ensure_ascii=False, indent=1)
        (folder / "blindspot.json").write_text(fields, encoding="utf-8")
        return _zipped(folder, options)


def _lanes(episode: Episode, options: Options) -> Iterator[Lane]:
    yield Lane("分镜", 0.85, 4.0, tuple(marker.line for marker in markers(episode, options.language)))
    yield Lane("旁白", -0.8, 7.0, tuple(clean(shot.narration) for shot in episode.shots))
    yield Lane("屏幕字", 0.0, 10.0, tuple(clean(shot.on_screen_text) for shot in episode.shots))


def _add_texts(draft: ScriptFile, episode: Episode, lane: Lane) -> None:
    from pyJianYingDraft import ClipSettings, TextSegment, TextStyle, TrackSpec, TrackType

    draft.append_track(TrackSpec(TrackType.text, lane.name))
    for each, text in zip(spans(episode), lane.texts, strict=True):
        if text.strip():
            style = TextStyle(size=lane.size, align=1, auto_wrapping=True)
            where = ClipSettings(transform_y=lane.height)
            draft.add_segment(TextSegment(text, _range(each, episode), style=style, clip_settings=where), lane.name)


def _add_pictures(draft: ScriptFile, episode: Episode, folder: Path) -> None:
    from pyJianYingDraft import TrackSpec, TrackType

    pictured = [
        (folder / PICTURES / picture_name(number, each.shot, each.shot.image), each, each.shot.image.content)
        for number, each in enumerate(spans(episode), 1)
        if each.shot.image
    ]
    if pictured:
        (folder / PICTURES).mkdir()
        draft.append_track(TrackSpec(TrackType.video, PICTURES))
    for file, each, content in pictured:
        file.write_bytes(content)
        draft.add_segment(_still(file, _range(each, episode)), PICTURES)


def _still(file: Path, place: Timerange) -> VideoSegment:
    from pyJianYingDraft import VideoMaterial, VideoSegment
    from pymediainfo import MediaInfo

    if not MediaInfo.can_parse():
        raise BlindspotError(
            "A 剪映 draft with pictures needs the library libmediainfo, which is not on this computer.",
            "Install MediaInfo, or take the pictures out of the shots.",
        )
    material = VideoMaterial(str(file))
    material.path = f"{IN_DRAFT}/{PICTURES}/{file.name}"
    return VideoSegment(material, place)


def _range(each: Span, episode: Episode) -> Timerange:
    from pyJianYingDraft import Timerange

    start = microseconds(each.start, episode.fps)
    return Timerange(start, microseconds(each.end, episode.fps) - start)


def _zipped(folder: Path, options: Options) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            member = zipfile.ZipInfo(file.relative_to(folder.parent).as_posix(), options.now.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, file.read_bytes())
    return made.getvalue()


JIANYING = Writer("jianying", ".zip", "application/zip", write_jianying)
