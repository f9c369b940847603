"""ZIP archives of exports: what is in them, and one member at a time unpacked to a file that we name, within limits."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from blindspot.errors import FileRefused

MOST_MEMBERS = 500
MOST_MEGABYTES = 2_000
_BLOCK = 1 << 20
_LOCAL_HEADER_BYTES = 30
_CLUTTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
_OTHER_ZIPS = ("[Content_Types].xml", "mimetype", "content.xml", "xl/workbook.bin")


@dataclass(frozen=True)
class Member:
    """A file in an archive: its place there from 0, the name to show (never to write to) and its unpacked bytes."""

    place: int
    name: str
    size: int


def is_archive(path: Path) -> bool:
    """Tell whether the file is a ZIP of files rather than one document; XLSX, DOCX and ODS are ZIPs too."""
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            file.seek(0)
            return file.read(2) == b"PK" and not set(archive.namelist()) & set(_OTHER_ZIPS)
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        return False


def members(path: Path, name: str) -> list[Member]:
    """Return the files of the archive that the user calls `name`; raise FileRefused where it is unsafe or damaged."""
    with _open(path, name) as archive:
        entries = archive.infolist()
        _check_limits(entries, name)
        found = [
            Member(place, decode_name(entry), entry.file_size)
            for place, entry in enumerate(entries)
            if not entry.is_dir()
        ]
        files = [member for member in found if not _is_clutter(member.name)]
    if not files:
        raise FileRefused("{file} is an empty archive.", "Pack the exports again.", file=name)
    return files


def extract(path: Path, member: Member, target: Path, name: str) -> None:
    """Unpack one member to `target`; raise FileRefused where it is more than it says, or an archive itself."""
    with _open(path, name) as archive:
        entry = archive.infolist()[member.place]
        written = 0
        with archive.open(entry) as source, target.open("wb") as file:
            while block := source.read(_BLOCK):
                written += len(block)
                if written > member.size:
                    raise _too_large(name, written)
                file.write(block)
    if is_archive(target):
        target.unlink()
        raise FileRefused(
            "{member} in {file} is an archive itself.",
            "Unpack it and import what is in it.",
            file=name,
            member=member.name,
        )


def decode_name(entry: zipfile.ZipInfo) -> str:
    """Return a member's name as its maker wrote it: without the UTF-8 flag it is UTF-8 (macOS) or GB18030 (Windows)."""
    if entry.flag_bits & 0x800:
        return entry.filename
    raw = entry.filename.encode("cp437", "replace")
    for codec in ("utf-8", "gb18030"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _check_limits(entries: list[zipfile.ZipInfo], name: str) -> None:
    if len(entries) > MOST_MEMBERS:
        raise FileRefused(
            "{file} holds {members} files; at most {most} can be read.",
            "Pack fewer exports into one archive, or import the unpacked folder.",
            file=name,
            members=len(entries),
            most=MOST_MEMBERS,
        )
    size = sum(entry.file_size for entry in entries)
    if size > MOST_MEGABYTES * 1_000_000:
        raise _too_large(name, size)
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileRefused("{file} is password-protected.", "Unpack it and import what is in it.", file=name)
    if any(stat.S_ISLNK(entry.external_attr >> 16) for entry in entries):
        raise FileRefused(
            "{file} holds links to other files instead of files.", "Pack the exports themselves.", file=name
        )
    if _overlap(entries):
        raise FileRefused(
            "{file} is built so that its files overlap, as only an archive bomb does.",
            "Pack the exports again.",
            file=name,
        )


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    spans = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    return any(offset + _LOCAL_HEADER_BYTES + size > after for (offset, size), (after, _) in pairwise(spans))


def _too_large(name: str, size: int) -> FileRefused:
    return FileRefused(
        "{file} unpacks to more than {megabytes} MB; at most {most} MB can be read.",
        "Pack fewer exports into one archive, or import the unpacked folder.",
        file=name,
        megabytes=size // 1_000_000,
        most=MOST_MEGABYTES,
    )


def _is_clutter(name: str) -> bool:
    return name.startswith(_CLUTTER) or name.rsplit("/", 1)[-1].startswith((*_CLUTTER, "._"))


@contextmanager
def _open(path: Path, name: str) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, IndexError, OSError) as error:
        raise FileRefused(
            "{file} is a damaged or cut off ZIP archive.", "Download or pack it again.", file=name
        ) from error
