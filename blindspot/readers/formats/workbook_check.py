"""What is checked in an XLSX file before its library may touch it: how far it unpacks, and how far its cells spread.

A valid workbook of 1.8 KB with the two cells A1 and XFD1048576 makes calamine ask for 400 GB and ends the process
(https://github.com/tafia/calamine/issues/693).
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from blindspot.errors import FileRefused

MOST_MEGABYTES = 400
MOST_CELLS = 20_000_000
_MOST_PARTS = 5_000
_BLOCK = 4 << 20
_REFERENCE = r"""\sr=["'][A-Za-z]{1,3}[0-9]{1,7}["']"""
_NOT_SHEETS = ("xl/sharedStrings", "xl/styles", "xl/theme", "docProps/")


def check_workbook(path: Path, name: str) -> None:
    """Raise FileRefused where an XLSX file is encrypted, damaged, unpacks too far or spans too many cells."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_size(parts, name)
            for part in parts:
                if part.filename.lower().endswith(".xml") and not part.filename.startswith(_NOT_SHEETS):
                    _check_corner(archive, part, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise damaged_workbook(name) from error


def damaged_workbook(name: str) -> FileRefused:
    """Return the refusal of a workbook that cannot be unpacked or parsed."""
    return FileRefused(
        "{file} is a damaged Excel workbook.",
        "Open it in Excel, let Excel repair it and save it again, or export it once more.",
        file=name,
    )


def _check_size(parts: list[zipfile.ZipInfo], name: str) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise FileRefused(
            "{file} is password-protected.", "Open it in Excel, remove the password and save it again.", file=name
        )
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_MEGABYTES * 1_000_000 or len(parts) > _MOST_PARTS:
        raise FileRefused(
            "{file} unpacks to {megabytes} MB in {parts} parts; at most {most} MB can be read.",
            "Export it as CSV, or in several smaller workbooks.",
            file=name,
            megabytes=round(unpacked / 1e6),
            parts=len(parts),
            most=MOST_MEGABYTES,
        )


def _check_corner(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """Refuse a sheet by the corners of the cells it really holds, since its stated dimension may lie."""
    last_row = last_column = 0
    first_row = first_column = 1 << 30
    for text in _read_blocks(archive, part):
        for letters, row in _find_corners(text):
            column = _count_column(letters)
            first_row, last_row = min(first_row, row), max(last_row, row)
            first_column, last_column = min(first_column, column), max(last_column, column)
    rows, columns = last_row - first_row + 1, last_column - first_column + 1
    if last_row and rows * columns > MOST_CELLS:
        raise FileRefused(
            "A sheet of {file} spans {rows} rows and {columns} columns; at most {most} cells can be read.",
            "Delete the stray cells far from the table and save it again, or export it as CSV.",
            file=name,
            rows=rows,
            columns=columns,
            most=MOST_CELLS,
        )


def _find_corners(text: str) -> Iterator[tuple[str, int]]:
    """Yield enough cell places of a block to know its corners: every column letter once, the least and greatest row."""
    found = pl.Series([text]).str.extract_all(_REFERENCE).explode().drop_nulls()
    if found.is_empty():
        return
    places = pl.DataFrame({"place": found}).select(
        letters=pl.col("place").str.extract("([A-Za-z]{1,3})[0-9]"),
        row=pl.col("place").str.extract("([0-9]{1,7})").cast(pl.Int64),
    )
    corners = places.group_by("letters").agg(pl.col("row").min().alias("first"), pl.col("row").max().alias("last"))
    for letters, first, last in corners.iter_rows():
        yield letters, first
        yield letters, last


def _read_blocks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[str]:
    """Yield the part's text in blocks that overlap by the length of one reference."""
    kept = b""
    with archive.open(part) as stream:
        while block := stream.read(_BLOCK):
            yield (kept + block).decode("utf-8", "replace")
            kept = block[-32:]


def _count_column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column
