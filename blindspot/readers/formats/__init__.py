"""Bytes to tables: what a file is, decided by its content, and its rows as text; what they mean is not asked here.

Runs only in the worker process (`blindspot.readers.worker`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from blindspot.readers.formats.database import open_database
from blindspot.readers.formats.delimited import open_delimited
from blindspot.readers.formats.encodings import find_encoding
from blindspot.readers.formats.json_document import open_document
from blindspot.readers.formats.json_lines import is_json_lines, open_json_lines
from blindspot.readers.formats.own_files import refuse_own_file
from blindspot.readers.formats.position import Position
from blindspot.readers.formats.signatures import find_container
from blindspot.readers.formats.workbook import open_workbook
from blindspot.readers.shapes import Table

__all__ = ["Position", "open_tables"]

_FILLING = "\x00\x1a \t\r\n\ufeff"


def open_tables(path: Path, name: str, position: Position | None = None) -> list[Table]:
    """Return the tables of a file that the user calls `name`; `position` follows how far their batches were read.

    Raises FileRefused in one or two sentences for what is empty, damaged, protected, too large or no table; damage
    further on may raise it while the batches are consumed.
    """
    position = position or Position()
    match find_container(path, name):
        case "sqlite":
            return open_database(path, name, position)
        case "xlsx":
            return open_workbook(path, name, position)
    return _open_text(path, name, position)


def _open_text(path: Path, name: str, position: Position) -> list[Table]:
    refuse_own_file(path, name)
    with position.long_step():
        encoding = find_encoding(path, name)
    with encoding.open(path) as text:
        opening = _first_character(text)
        text.seek(encoding.start)
        has_lines = opening == "{" and is_json_lines(text)
    if has_lines:
        return open_json_lines(path, name, encoding, position)
    if opening in ("{", "["):
        return open_document(path, name, encoding, position)
    return open_delimited(path, name, encoding, position)


def _first_character(text: TextIO) -> str:
    while block := text.read(4096):
        if content := block.lstrip(_FILLING):
            return content[0]
    return ""
