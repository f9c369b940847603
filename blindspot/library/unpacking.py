"""Turns what the user gives into single files: a ZIP archive into its members, each in a file that we name."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from blindspot.readers import archive, client
from blindspot.store import Store


@dataclass(frozen=True)
class Source:
    """A file to import: where its bytes lie, what the user calls it, and when its counts were true at the latest."""

    path: Path
    name: str
    file_time: datetime


def temporary_folder(store: Store) -> Path | None:
    """Return the folder `tmp` beside the database, made where it is missing; None for a database in memory."""
    if store.path is None:
        return None
    folder = store.path.parent / "tmp"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def unpack(store: Store, source: Source) -> Iterator[Source]:
    """Yield the file itself, or each member of the archive that it is; a member lives until the next is asked for.

    Raises FileRefused where the archive, or a member of it, cannot be unpacked.
    """
    if not archive.is_archive(source.path):
        yield source
        return
    for member in client.list_members(source.path, source.name):
        with tempfile.TemporaryDirectory(dir=temporary_folder(store), prefix="member_") as folder:
            target = Path(folder) / "member"
            client.extract_member(source.path, member, target, source.name)
            yield Source(target, f"{source.name}/{member.name}", source.file_time)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes as hexadecimal text."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
