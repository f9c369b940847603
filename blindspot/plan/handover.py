"""Hands an episode or a proposal over as a file of one format, or as a zip of every format with a manifest."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from blindspot.documents.report.words import language_of
from blindspot.domain import Episode
from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError, Message
from blindspot.plan.loading import load_episode, load_proposal, load_series
from blindspot.plan.plan_file import export_part
from blindspot.settings import read_settings
from blindspot.store import Store
from blindspot.writers import WRITERS, Options
from blindspot.writers.brief_markdown import MD, write_proposal_brief
from blindspot.writers.docx_file import DOCX, write_proposal_docx
from blindspot.writers.ics import day_of, write_calendar
from blindspot.writers.names import LONGEST_FILE_NAME, file_stem
from blindspot.writers.pdf_file import missing_fonts
from blindspot.writers.prompts import write_prompts
from blindspot.writers.video_models import video_models
from blindspot.writers.zip_file import Member, write_zip

LOSSLESS, EVERYTHING = "json", "zip"
FORMATS = (*(writer.format for writer in WRITERS), LOSSLESS, EVERYTHING)
PROPOSAL_FORMATS = ("md", "docx", LOSSLESS)
_ROOM = 36
"""What a format and a suffix may add to the name of a file."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Made:
    """A file for somebody else's tool, with what is to be told about it, and what a zip should hold but lacks."""

    name: str
    media_type: str
    content: bytes
    warnings: tuple[Message, ...] = ()
    missing: tuple[Message, ...] = ()


@dataclass(frozen=True)
class _File:
    format: str
    name: str
    media_type: str
    write: Callable[[], bytes]


def hand_over(store: Store, episode_id: int | str, format: str, options: Options | None = None) -> Made:
    """Return an episode in one of FORMATS; options that name no language take that of its title.

    Raises NotFound, and BlindspotError for what a format cannot hold.
    """
    episode = load_episode(store, episode_id, with_pictures=True)
    options = _complete(options, episode.title)
    files = _files(store, episode, options)
    if format == EVERYTHING:
        return _everything(episode, [*files, *_companions(store, episode, options)], options)
    return _made(next(file for file in files if file.format == format))


def hand_over_proposal(store: Store, proposal_id: str, format: str, options: Options | None = None) -> Made:
    """Return a proposal in one of PROPOSAL_FORMATS, otherwise as `hand_over`."""
    proposal = load_proposal(store, proposal_id)
    options = _complete(options, proposal.title)
    stem = _stem(proposal.title)
    files = (
        _File("md", f"{stem}.md", MD.media_type, partial(write_proposal_brief, proposal, options)),
        _File("docx", f"{stem}.docx", DOCX.media_type, partial(write_proposal_docx, proposal, options)),
        _lossless(store, "proposal", proposal_id, stem, options),
    )
    return _made(next(file for file in files if file.format == format))


def _complete(options: Options | None, title: str) -> Options:
    options = options or Options(language="", timezone=read_settings().timezone)
    return options if options.language else replace(options, language=language_of(title))


def _files(store: Store, episode: Episode, options: Options) -> list[_File]:
    stem = _episode_stem(episode)
    files = []
    for writer in WRITERS:
        # two formats may share a suffix, which then does not say which one it is
        name = stem if writer.suffix == f".{writer.format}" else f"{stem} {writer.format}"
        write = partial(writer.write, episode, options)
        files.append(_File(writer.format, f"{name}{writer.suffix}", writer.media_type, write))
    return [*files, _lossless(store, "episode", str(episode.episode_id), stem, options)]


def _companions(store: Store, episode: Episode, options: Options) -> Iterator[_File]:
    """Yield what goes beside an episode: the days of its series where there are any, prompts for each video model."""
    [row] = read_rows(store, "episode", [str(episode.episode_id)]).values()
    series = load_series(store, row["series_id"])
    if any(map(day_of, series.episodes)):
        write = partial(write_calendar, series, timezone=options.timezone, now=options.now)
        yield _File("ics", f"{_stem(series.title)} calendar.ics", "text/calendar", write)
    for model in video_models() if episode.shots else ():
        name = f"{_episode_stem(episode)} prompts {model.key}.md"
        write = partial(write_prompts, episode, model, options.language)
        yield _File(f"prompts {model.key}", name, "text/markdown", write)


def _lossless(store: Store, item: Literal["proposal", "episode"], item_id: str, stem: str, options: Options) -> _File:
    return _File(LOSSLESS, f"{stem}.json", "application/json", partial(export_part, store, item, item_id, options.now))


def _made(file: _File) -> Made:
    return Made(file.name, file.media_type, file.write(), _warnings(file))


def _everything(episode: Episode, files: list[_File], options: Options) -> Made:
    members: list[Member] = []
    missing: dict[str, Message] = {}
    for file in files:
        try:
            members.append(Member(file.name, file.format, file.write()))
        except BlindspotError as error:
            missing[file.format] = error.message
        except Exception:
            # one format must not cost the others: what went wrong is for the log, that it is missing for the reader
            _log.exception("%s of episode %s", file.format, episode.uid)
            missing[file.format] = Message("It could not be written; the log of the app says why.")
    warnings = tuple(message for file in files for message in _warnings(file))
    content = write_zip(episode.title, members, missing, warnings, options.now)
    told = (Message("{format} is missing: {reason}", format=name, reason=why) for name, why in missing.items())
    return Made(f"{_episode_stem(episode)}.zip", "application/zip", content, warnings, tuple(told))


def _warnings(file: _File) -> tuple[Message, ...]:
    fonts = missing_fonts() if file.format == "pdf" else None
    return (fonts,) if fonts else ()


def _episode_stem(episode: Episode) -> str:
    # of a long series title enough is left out that the episode's own title is still read
    series = file_stem(episode.series, "")[: (LONGEST_FILE_NAME - _ROOM) // 2]
    return _stem(f"{series} {episode.number:02d} {episode.title}")


def _stem(text: str) -> str:
    return file_stem(text)[: LONGEST_FILE_NAME - _ROOM].rstrip(" .-")
