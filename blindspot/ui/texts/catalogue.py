"""The Chinese catalogue, a gettext file beside this one: read at the start, kept in step with the code."""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from blindspot.ui.texts.extraction import Text

CATALOGUE = Path(__file__).parent / "zh_CN.po"
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)  # a fixed day, so that the file changes only when its texts do


def read_catalogue(path: Path = CATALOGUE) -> Catalog:
    """Return the catalogue of a .po file, an empty one where there is none yet; PoFileError for a broken file."""
    if not path.is_file():
        return Catalog(
            locale="zh_CN",
            header_comment="# Chinese texts of Blindspot; English is the key.",
            project="Blindspot",
            version="1",
            msgid_bugs_address="-",
            last_translator="-",
            language_team="-",
            creation_date=BEGINNING,
            revision_date=BEGINNING,
            fuzzy=False,
        )
    with path.open("rb") as file:
        return read_po(file, locale="zh_CN", abort_invalid=True)


@cache
def load_translations() -> gettext.GNUTranslations:
    """Return the Chinese texts as gettext looks them up, compiled in memory."""
    compiled = BytesIO()
    write_mo(compiled, read_catalogue())
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def update_catalogue(catalogue: Catalog, texts: Iterable[Text]) -> None:
    """Add the code's new texts without translation, drop those it no longer has, and note the files of each."""
    template = Catalog(fuzzy=False)
    for text in texts:
        template.add(text.key, locations=[(text.file, 0)])
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()


def write_catalogue(catalogue: Catalog, path: Path = CATALOGUE) -> None:
    """Write the .po file, its texts in alphabetical order and without the version of the library that wrote it."""
    written = BytesIO()
    write_po(written, catalogue, width=120, sort_output=True, ignore_obsolete=True, include_lineno=False)
    lines = written.getvalue().splitlines(keepends=True)
    path.write_bytes(b"".join(line for line in lines if not line.startswith(b'"Generated-By: ')))


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the English texts (the singular of a pair) that have no translation."""
    entries = [message for message in catalogue if message.id]
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in entries
        if not message.string or not all(message.string)
    ]
