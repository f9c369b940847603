"""CMX3600 EDL: one cut a shot on the video track, recorded from 01:00:00:00, with markers; the lowest common level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blindspot.domain import Episode
from blindspot.errors import BlindspotError
from blindspot.writers.markers import markers
from blindspot.writers.names import one_line
from blindspot.writers.timing import require_editor_rate, spans, timecode
from blindspot.writers.writer import Options, Writer, require_shots

START_HOUR = 1
MOST_EVENTS = 999
LONGEST_TITLE = 70
LONGEST_REEL = 8
LONGEST_COMMENT = 400
_NOT_IN_REELS = re.compile(r"[^A-Z0-9_]")


def write_edl(episode: Episode, options: Options) -> bytes:
    """Return the cut as an EDL in UTF-8 with CRLF; refuses more than 999 shots and rates that no timeline has."""
    require_shots(episode)
    require_editor_rate(episode.fps)
    if len(episode.shots) > MOST_EVENTS:
        raise BlindspotError(
            "An EDL holds {most} shots; this storyboard has {shots}.",
            "Export OTIO or FCPXML.",
            most=MOST_EVENTS,
            shots=len(episode.shots),
        )
    return "".join(f"{line}\r\n" for line in _lines(episode, options)).encode()


def _lines(episode: Episode, options: Options) -> Iterator[str]:
    yield f"TITLE: {one_line(episode.title, LONGEST_TITLE)}"
    yield "FCM: NON-DROP FRAME"
    for number, (each, marker, reel) in enumerate(
        zip(spans(episode), markers(episode, options.language), _reels(episode), strict=True), 1
    ):
        source = f"{timecode(0, episode.fps)} {timecode(each.shot.frames, episode.fps)}"
        start, end = (timecode(frame, episode.fps, START_HOUR) for frame in (each.start, each.end))
        yield ""
        yield f"{number:03d}  {reel:<{LONGEST_REEL}} V     C        {source} {start} {end}"
        yield f"* FROM CLIP NAME: {one_line(each.shot.name)}"
        yield f"* LOC: {start} RED     {marker.line}"
        for line in marker.note.split("\n"):
            yield f"* COMMENT: {one_line(line, LONGEST_COMMENT)}"


def _reels(episode: Episode) -> Iterator[str]:
    """Yield a reel a shot, its name in ASCII; a name that has none, or has it twice, takes its number instead."""
    taken = set()
    for number, shot in enumerate(episode.shots, 1):
        reel = _NOT_IN_REELS.sub("", shot.name.upper())[:LONGEST_REEL]
        if not reel or reel in taken:
            reel = f"X{number:03d}"
        taken.add(reel)
        yield reel


EDL = Writer("edl", ".edl", "text/plain", write_edl)
