"""SRT: the narration as subtitles, one cue a shot for its whole length; a silent shot has none."""

from __future__ import annotations

import re
from datetime import timedelta

import srt

from blindspot.domain import Episode
from blindspot.errors import BlindspotError
from blindspot.writers.names import clean
from blindspot.writers.timing import microseconds, spans
from blindspot.writers.writer import Options, Writer, require_shots

_NUMBER_ALONE = re.compile(r"\n(?=\d+$)", re.MULTILINE)
_CLOCK = re.compile(r"\d:\d+:\d+[,.]\d")


def write_srt(episode: Episode, options: Options) -> bytes:
    """Return the narration as SRT in UTF-8; times to the millisecond. Refuses a storyboard in which nobody speaks."""
    require_shots(episode)
    cues = [
        srt.Subtitle(None, _time(each.start, episode), _time(each.end, episode), _content(each.shot.narration))
        for each in spans(episode)
        if clean(each.shot.narration).strip()
    ]
    if not cues:
        raise BlindspotError(
            "{episode} has no narration; there are no subtitles to write.",
            "Write what is said into its shots.",
            episode=episode.title or episode.uid,
        )
    return srt.compose(cues).encode()


def _time(frame: int, episode: Episode) -> timedelta:
    return timedelta(milliseconds=round(microseconds(frame, episode.fps) / 1000))


def _content(text: str) -> str:
    """Lines without blank ones, which end a cue, and without what readers take for the start of one."""
    told = _CLOCK.sub(lambda match: match[0].replace(":", "："), clean(text)).replace("-->", "→")
    lines = "\n".join(line.strip() for line in told.split("\n") if line.strip())
    return _NUMBER_ALONE.sub(" ", lines)


SRT = Writer("srt", ".srt", "application/x-subrip", write_srt)
