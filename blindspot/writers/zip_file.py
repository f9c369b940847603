"""Several files as one zip with a manifest that names each of them with its sha256, and what could not be written."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import orjson

from blindspot.errors import Message

VERSION = 1
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Member:
    """A file of the zip under a safe name, with its format."""

    name: str
    format: str
    content: bytes


def write_zip(
    title: str, members: Sequence[Member], missing: Mapping[str, Message], warnings: Sequence[Message], now: datetime
) -> bytes:
    """Return the zip, the same bytes for the same members at the same time; `missing` has a reason for each format."""
    manifest = {
        "format": "blindspot-handover",
        "version": VERSION,
        "title": title,
        "made_at": now,
        "files": [
            {
                "file": member.name,
                "format": member.format,
                "bytes": len(member.content),
                "sha256": sha256(member.content).hexdigest(),
            }
            for member in members
        ],
        "missing": [{"format": name, "reason": str(reason)} for name, reason in missing.items()],
        "warnings": list(map(str, warnings)),
    }
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        _add(archive, MANIFEST, orjson.dumps(manifest, option=orjson.OPT_INDENT_2), now)
        for member in members:
            _add(archive, member.name, member.content, now)
    return file.getvalue()


def _add(archive: ZipFile, name: str, content: bytes, now: datetime) -> None:
    entry = ZipInfo(name, now.timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    # a plain file that its owner may change, on every system
    entry.external_attr = 0o100644 << 16
    archive.writestr(entry, content)
