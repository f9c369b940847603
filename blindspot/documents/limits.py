"""How much of a document is read; what is more is refused in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from blindspot.errors import FileRefused

MOST_MEGABYTES = 20
MOST_CHARACTERS = 2_000_000
MOST_COLUMNS = 200
MOST_ROWS = 5_000
MOST_PAGES = 500
DEEPEST = 50
LONGEST_BLOCK = 10_000
"""Characters of a paragraph in which links and emphasis are looked for."""


def check_bytes(data: bytes, name: str) -> None:
    """Raise FileRefused for a document that is empty or too large."""
    check_size(len(data), name)
    if not data.strip():
        raise FileRefused("{file} is empty.", "Save the document again.", file=name)


def check_size(size: int, name: str) -> None:
    """Raise FileRefused for a file of more bytes than a document has."""
    if size > MOST_MEGABYTES * 1_000_000:
        raise FileRefused(
            "{file} has {megabytes} MB; a document may have {most} MB.",
            "Save its text alone, or split it.",
            file=name,
            megabytes=size // 1_000_000,
            most=MOST_MEGABYTES,
        )


def check_text(text: str, name: str) -> None:
    """Raise FileRefused for a text that is blank or too long."""
    if not text.strip():
        raise FileRefused("{file} holds no text.", "Save the document again with its text.", file=name)
    check_length(len(text), name)


def check_length(characters: int, name: str) -> None:
    """Raise FileRefused for more characters than a document has."""
    if characters > MOST_CHARACTERS:
        raise FileRefused(
            "{file} has {characters} characters; a document may have {most}.",
            "Split it into the parts that you need.",
            file=name,
            characters=characters,
            most=MOST_CHARACTERS,
        )


def check_table(rows: int, columns: int, name: str) -> None:
    """Raise FileRefused for a table that no reader would look through."""
    if columns > MOST_COLUMNS or rows > MOST_ROWS:
        raise FileRefused(
            "{file} holds a table of {rows} rows and {columns} columns; {most_rows} and {most_columns} are the most.",
            "Import a table of works as an export; leave it out of the document.",
            file=name,
            rows=rows,
            columns=columns,
            most_rows=MOST_ROWS,
            most_columns=MOST_COLUMNS,
        )


def check_depth(depths: Sequence[int], name: str) -> None:
    """Raise FileRefused where lists, quotes or tags stand too deep in each other."""
    if max(depths, default=0) >= DEEPEST:
        raise FileRefused(
            "{file} nests lists or quotes {depth} levels deep, as no document does.",
            "Save its text alone.",
            file=name,
            depth=DEEPEST,
        )
