"""The bytes of files that were handed in, until they are imported: named by their hash, never by the user's words."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol
from weakref import WeakSet

from blindspot.errors import StoreError
from blindspot.library.file_names import names_apart
from blindspot.store import Store, uploads_folder

BLOCK = 1 << 20
OURS = re.compile(r"[0-9a-f]{64}|upload_.*\.part")

_emptied: WeakSet[Store] = WeakSet()


class Bytes(Protocol):
    """What the bytes of a file are read from."""

    def read(self, size: int = ..., /) -> bytes:
        """Return the next bytes, none at the end."""


class Handed(Bytes, Protocol):
    """A file as the page hands it in."""

    name: str
    size: int


@dataclass(frozen=True)
class Upload:
    """A file as the user gave it; `name` is what the user calls it, to be shown and never to be opened."""

    path: Path
    name: str
    received_at: datetime


class Uploads:
    """The folder of uploads beside the database (a temporary one for a database in memory)."""

    def __init__(self, store: Store) -> None:
        self._folder = uploads_folder(store.path) if store.path else Path(tempfile.mkdtemp(prefix="blindspot_"))
        self._folder.mkdir(parents=True, exist_ok=True)
        if store in _emptied:
            return
        _emptied.add(store)
        # what an earlier run left behind belongs to nobody: this process alone holds the database
        for path in self._folder.iterdir():
            if OURS.fullmatch(path.name):
                path.unlink(missing_ok=True)

    def keep(self, file: Bytes, name: str) -> Upload:
        """Store a file's bytes under their SHA-256; raises StoreError where the disk does not take them."""
        digest = hashlib.sha256()
        try:
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False, prefix="upload_", suffix=".part") as part:
                while block := file.read(BLOCK):
                    digest.update(block)
                    part.write(block)
            path = Path(part.name).replace(self._folder / digest.hexdigest())
        except OSError as error:
            raise StoreError(
                "{file} could not be stored: {detail}.",
                "Make room on the disk, or allow writing beside the database, and try again.",
                file=name,
                detail=error.strerror or error,
            ) from error
        return Upload(path, name, datetime.now(UTC))

    def remove(self, uploads: Iterable[Upload]) -> None:
        """Delete the bytes of files that are imported or given up."""
        for upload in uploads:
            upload.path.unlink(missing_ok=True)


def keep_files(uploads: Uploads, files: Sequence[Handed]) -> list[Upload]:
    """Store files that were handed in together; those of one name are told apart by their size."""
    names = names_apart([(file.name, file.size) for file in files])
    return [uploads.keep(file, name) for file, name in zip(files, names, strict=True)]
