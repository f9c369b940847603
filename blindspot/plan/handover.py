"""Hands an episode or a proposal over as a file of one format, or as a zip of every format with a manifest."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from blindspot.documents.report.words import language_of
from blindspot.domain import Episode, Proposal, Series
from blindspot.errors import BlindspotError, Message
from blindspot.plan.editing.rows import read_rows
from blindspot.plan.loading import load_episode, load_proposal, load_series
from blindspot.settings import read_settings
from blindspot.store import Store
from blindspot.writers import WRITERS, Options, Writer
from blindspot.writers.brief_markdown import MD, write_proposal_brief
from blindspot.writers.docx_file import DOCX, write_proposal_docx
from blindspot.writers.ics import day_of, write_calendar
from blindspot.writers.json_file import JSON, write_proposal_json
from blindspot.writers.names import LONGEST_FILE_NAME, file_stem
from blindspot.writers.pdf_file import PDF, missing_fonts
from blindspot.writers.zip_file import Member, write_zip

EVERYTHING = "zip"
FORMATS = (*(writer.format for writer in WRITERS), EVERYTHING)
PROPOSAL_WRITERS: dict[str, tuple[Writer, Callable[[Proposal, Options], bytes]]] = {
    "md": (MD, write_proposal_brief),
    "docx": (DOCX, write_proposal_docx),
    "json": (JSON, write_proposal_json),
}
"""The formats of a proposal: the writer of an episode in that format, and what writes a proposal."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Made:
    """A file for somebody else's tool, with what is to be told about it, and what a zip should hold but lacks."""

    name: str
    media_type: str
    content: bytes
    warnings: tuple[Message, ...] = ()
    missing: tuple[Message, ...] = ()


def hand_over(store: Store, episode_id: int | str, format: str, options: Options | None = None) -> Made:
    """Return an episode in one of FORMATS; options that name no language take that of its title.

    Raises NotFound, and BlindspotError for what a format cannot hold.
    """
    episode = load_episode(store, episode_id, with_pictures=True)
    options = _complete(options, episode.title)
    if format == EVERYTHING:
        return _everything(store, episode, options)
    writer = next(writer for writer in WRITERS if writer.format == format)
    return Made(_name(episode, writer), writer.media_type, writer.write(episode, options), _warnings(writer))


def hand_over_proposal(store: Store, proposal_id: str, format: str, options: Options | None = None) -> Made:
    """Return a proposal in one of PROPOSAL_WRITERS, otherwise as `hand_over`; raises NotFound."""
    proposal = load_proposal(store, proposal_id)
    options = _complete(options, proposal.title)
    writer, write = PROPOSAL_WRITERS[format]
    return Made(_file_name(proposal.title, writer.suffix), writer.media_type, write(proposal, options))


def _complete(options: Options | None, title: str) -> Options:
    options = options or Options(language="", timezone=read_settings().timezone)
    return options if options.language else replace(options, language=language_of(title))


def _everything(store: Store, episode: Episode, options: Options) -> Made:
    files = [(_name(episode, writer), writer.format, partial(writer.write, episode, options)) for writer in WRITERS]
    series = _series_of(store, episode)
    if any(map(day_of, series.episodes)):
        write = partial(write_calendar, series, timezone=options.timezone, now=options.now)
        files.append((_file_name(f"{episode.series} calendar", ".ics"), "ics", write))
    members: list[Member] = []
    missing: dict[str, Message] = {}
    for name, format, write in files:
        try:
            members.append(Member(name, format, write()))
        except BlindspotError as error:
            missing[format] = error.message
        except Exception:
            # one format must not cost the others: what went wrong is for the log, that it is missing for the reader
            _log.exception("%s of episode %s", format, episode.uid)
            missing[format] = Message("It could not be written; the log of the app says why.")
    warnings = _warnings(PDF)
    content = write_zip(episode.title, members, missing, warnings, options.now)
    told = (Message("{format} is missing: {reason}", format=name, reason=why) for name, why in missing.items())
    return Made(_file_name(_stem(episode), ".zip"), "application/zip", content, warnings, tuple(told))


def _series_of(store: Store, episode: Episode) -> Series:
    [row] = read_rows(store, "episode", [str(episode.episode_id)]).values()
    return load_series(store, row["series_id"])


def _warnings(writer: Writer) -> tuple[Message, ...]:
    fonts = missing_fonts() if writer is PDF else None
    return (fonts,) if fonts else ()


def _name(episode: Episode, writer: Writer) -> str:
    # two formats may share a suffix, which then does not say which one it is
    is_plain = writer.suffix == f".{writer.format}"
    return _file_name(_stem(episode) if is_plain else f"{_stem(episode)} {writer.format}", writer.suffix)


def _stem(episode: Episode) -> str:
    # room for a format and a suffix
    return file_stem(f"{episode.series} {episode.number:02d} {episode.title}")[: LONGEST_FILE_NAME - 20].rstrip(" .-")


def _file_name(text: str, suffix: str) -> str:
    return file_stem(text)[: LONGEST_FILE_NAME - len(suffix)].rstrip(" .-") + suffix
