"""What a file is by its first bytes, whatever its name says; what holds no table is refused in one sentence each."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Literal

from blindspot.errors import FileRefused

Container = Literal["sqlite", "xlsx", "text"]

_FOREIGN = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"PAR1", "Parquet"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"RIFF", "RIFF"),
    (b"\x1aE\xdf\xa3", "Matroska"),
)
_PACKED = ((b"\x1f\x8b", "gzip"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!\x1a\x07", "RAR"), (b"BZh", "bzip2"))
_SQLITE_SIDES = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83", b"\x18\xe2\x2d\x00")
"""How a -wal file (in either byte order) and a -shm file begin."""
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
_MARKUP = re.compile(rb"\s*<(?:[a-z][a-z0-9-]*[\s/>]|!doctype|!--|\?xml)", re.IGNORECASE)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x00\x1a"))


def find_container(path: Path, name: str) -> Container:
    """Return what holds the tables; raise FileRefused naming what the file is where it holds none."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(1 << 16)
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe") and size <= len(head):
        raise FileRefused("{file} is empty.", "Export it again from the tool that wrote it.", file=name)
    if head.startswith(b"SQLite format 3\x00"):
        return "sqlite"
    if head.startswith(_OLE2):
        raise _refuse_ole2(path, name)
    if head.startswith(b"PK"):
        return _find_in_zip(path, name)
    for magic, kind in _PACKED:
        if head.startswith(magic):
            raise FileRefused(
                "{file} is a {kind} archive.", "Unpack it and import what is in it.", file=name, kind=kind
            )
    for magic, kind in _FOREIGN:
        if head.startswith(magic) and _has_binary(head):
            raise _no_table(name, kind)
    if head[8:12] == b"DUCK":
        raise _no_table(name, "DuckDB")
    if head.startswith(_SQLITE_SIDES):
        raise FileRefused(
            "{file} lies beside a SQLite database and holds rows that are not in it yet.",
            "Close the tool that writes the database, which brings them in, and import the database itself.",
            file=name,
        )
    if head[4:8] == b"ftyp":
        raise _no_table(name, "MP4")
    return _find_text(head, name)


def _find_text(head: bytes, name: str) -> Container:
    if _MARKUP.match(head.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"")):
        raise FileRefused(
            "{file} is a web page or XML, not a table, whatever its name says.",
            "Open it in Excel and save it as .xlsx, or export the table as CSV.",
            file=name,
        )
    if not head.startswith((b"\xff\xfe", b"\xfe\xff")) and _count_controls(head) > max(16, len(head) / 20):
        raise _no_table(name, "binary")
    return "text"


def _find_in_zip(path: Path, name: str) -> Container:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise FileRefused(
            "{file} is a damaged or cut off ZIP or XLSX file.", "Download or export it again.", file=name
        ) from error
    if "[Content_Types].xml" in parts and "xl/workbook.xml" in parts:
        return "xlsx"
    if "xl/workbook.bin" in parts or "content.xml" in parts:
        raise FileRefused(
            "{file} is a spreadsheet of another kind than .xlsx.", "Save it as .xlsx or CSV and import that.", file=name
        )
    if "[Content_Types].xml" in parts:
        raise _no_table(name, "Office")
    raise FileRefused(
        "{file} is a ZIP archive where a single file is expected.",
        "Unpack the inner archive and import what is in it.",
        file=name,
    )


def _refuse_ole2(path: Path, name: str) -> FileRefused:
    # The directory of stream names may lie anywhere in the file.
    with path.open("rb") as file:
        is_encrypted = _ENCRYPTED_PART in file.read(64 << 20)
    if is_encrypted:
        return FileRefused(
            "{file} is password-protected.", "Open it in Excel, remove the password and save it again.", file=name
        )
    return FileRefused(
        "{file} is in the old Excel format (.xls).", "Open it in Excel and save it as .xlsx or CSV.", file=name
    )


def _no_table(name: str, kind: str) -> FileRefused:
    return FileRefused(
        "{file} is a {kind} file; it holds no table.",
        "Import CSV, XLSX, JSON, JSONL or SQLite files, or a ZIP of them.",
        file=name,
        kind=kind,
    )


def _has_binary(head: bytes) -> bool:
    return b"\x00" in head or _count_controls(head) > 0 or head.startswith(b"%PDF")


def _count_controls(head: bytes) -> int:
    return len(head) - len(head.translate(None, _CONTROL))
