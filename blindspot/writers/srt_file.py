"""SRT: the narration as subtitles, whose cues share the time of their shot; a silent shot has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import srt

from blindspot.domain import Episode
from blindspot.errors import BlindspotError
from blindspot.writers.names import clean
from blindspot.writers.subtitles import cues_of, share_frames
from blindspot.writers.timing import Span, microseconds, spans
from blindspot.writers.writer import Options, Writer, require_shots

_NUMBER_ALONE = re.compile(r"\n(?=\d+$)", re.MULTILINE)
_CLOCK = re.compile(r"\d:\d+:\d+[,.]\d")


def write_srt(episode: Episode, options: Options) -> bytes:
    """Return the narration as SRT in UTF-8; times to the millisecond. Refuses a storyboard in which nobody speaks."""
    require_shots(episode)
    cues = [
        srt.Subtitle(None, _time(start, episode), _time(end, episode), _NUMBER_ALONE.sub(" ", text))
        for each in spans(episode)
        for start, end, text in _cues(each)
    ]
    if not cues:
        raise BlindspotError(
            "{episode} has no narration; there are no subtitles to write.",
            "Write what is said into its shots.",
            episode=episode.title or episode.uid,
        )
    return str(srt.compose(cues)).encode()


def _time(frame: int, episode: Episode) -> timedelta:
    return timedelta(milliseconds=round(microseconds(frame, episode.fps) / 1000))


def _cues(at: Span) -> Iterator[tuple[int, int, str]]:
    """Yield the first frame, the one after the last, and the text of each cue of a shot."""
    cues = cues_of(_content(at.shot.narration), at.shot.frames)
    for cue, (start, end) in zip(cues, share_frames(cues, at.shot.frames), strict=True):
        yield at.start + start, at.start + end, cue.text


def _content(text: str) -> str:
    """Lines without blank ones, which end a cue, and without what readers take for the start of one."""
    told = _CLOCK.sub(lambda match: match[0].replace(":", "："), clean(text)).replace("-->", "→")
    return "\n".join(line.strip() for line in told.split("\n") if line.strip())


SRT = Writer("srt", ".srt", "application/x-subrip", write_srt)
