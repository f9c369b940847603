"""A brief as a PDF: A4 with the argument, the claims and a contact sheet of the shots, typeset by Typst.

The template reads everything as data from a folder of its own, beyond which Typst reads nothing; no text is markup.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
import typst

from blindspot.domain import Episode, Shot
from blindspot.errors import Message
from blindspot.writers.contents import episode_name, facts_of
from blindspot.writers.names import clean
from blindspot.writers.outline import outline
from blindspot.writers.shot_rows import shot_cards
from blindspot.writers.words import word
from blindspot.writers.writer import Options, Writer

TEMPLATE = Path(__file__).with_name("brief.typ")
FONTS = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "SimHei")
"""The first of these that the machine has sets the text; each has Chinese and Latin letters."""
_SUFFIXES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/gif": "gif"}


def write_pdf(episode: Episode, options: Options) -> bytes:
    """Return the brief of an episode with its contact sheet."""
    language = options.language
    pictures = {_file(shot): shot.image.content for shot in episode.shots if shot.image and shot.image.content}
    brief = {
        "title": clean(episode.title) or episode_name(episode, language),
        "language": language,
        "region": "CN" if language == "zh" else "US",
        "fonts": [font for font in FONTS if font in _families()] or ["Libertinus Serif"],
        "width": episode.width,
        "height": episode.height,
        "facts": facts_of(episode.proposal, episode, language),
        "parts": outline(episode.proposal, episode, language),
        "names": {
            "storyboard": word("headings", "storyboard", language),
            **{name: word("columns", name, language) for name in ("picture", "narration", "on_screen_text", "sound")},
        },
        "shots": [
            {**texts, "image": name if (name := _file(shot)) in pictures else None}
            for shot, texts in shot_cards(episode, language)
        ],
    }
    files = {TEMPLATE.name: TEMPLATE.read_bytes(), "brief.json": orjson.dumps(brief), **pictures}
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            Path(folder, name).write_bytes(content)
        return typst.compile(
            Path(folder, TEMPLATE.name), root=Path(folder), font_paths=_fonts(), timestamp=int(options.now.timestamp())
        )


def missing_fonts() -> Message | None:
    """Return what to tell where no font for Chinese is found, so that a PDF would show boxes; None where one is."""
    if _families() & set(FONTS):
        return None
    return Message("No font for Chinese was found: the PDF may show boxes. Install one, such as {font}.", font=FONTS[0])


def _file(shot: Shot) -> str:
    image = shot.image
    return f"{image.picture_id}.{_SUFFIXES.get(image.media_type, 'png')}" if image else ""


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts()


@cache
def _families() -> frozenset[str]:
    return frozenset(_fonts().families())


PDF = Writer("pdf", ".pdf", "application/pdf", write_pdf)
