"""Blindspot's own files, given where an export is expected: what they are and where they belong."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from blindspot.errors import FileRefused

_MOST_BYTES = 1 << 20
_SECTIONS = re.compile(rb"^\[(?:fields|topic|\[angle\])\]\s*$", re.MULTILINE)


def refuse_own_file(path: Path, name: str) -> None:
    """Raise FileRefused where the file is a mapping or a codebook, whatever its name says."""
    if path.stat().st_size > _MOST_BYTES:
        return
    content = path.read_bytes()
    if not _SECTIONS.search(content):
        return
    try:
        values = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return
    if "fields" in values:
        raise FileRefused(
            "{file} is a mapping of columns, not a table.",
            "Import the table that it belongs to, and give this file with --mapping.",
            file=name,
        )
    if values.keys() & {"topic", "angle"}:
        raise FileRefused(
            "{file} is a codebook, not an export of works.",
            "Load it on the page of angles, or with the command codebook load.",
            file=name,
        )
