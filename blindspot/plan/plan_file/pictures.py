"""Pictures in a plan file: their bytes as Base64, or as files of their own beside a snapshot."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from blindspot.errors import FileRefused
from blindspot.library.backups import put_bytes
from blindspot.plan.plan_file.model import Picture
from blindspot.readers.client import check_pictures
from blindspot.store import Store

Row = dict[str, Any]

FOLDER = "pictures"
"""Where the bytes of pictures lie beside a plan file that does not hold them."""

PARTS = ("content", "thumbnail")
STARTS = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n", "image/webp": b"RIFF"}


def written_picture(row: Row) -> Row:
    """Return a picture's row as a file has it."""
    return row | {name: b64encode(row[name]).decode() if row[name] else None for name in PARTS}


def read_new_pictures(store: Store, pictures: list[Picture], folder: Path | None) -> list[Row]:
    """Return the rows of the pictures that the store lacks; raises FileRefused for one that cannot be decoded."""
    ids = [picture.picture_id for picture in pictures]
    there = {row["picture_id"] for row in store.rows("plan/kept_pictures", ids=ids, with_content=False)}
    rows = [_read(picture, folder) for picture in pictures if picture.picture_id not in there]
    with TemporaryDirectory(prefix="blindspot_") as work:
        files = []
        for number, row in enumerate(rows):
            for name in ("bytes", "thumbnail"):
                path = Path(work) / f"{number}.{name}"
                path.write_bytes(row[name])
                files.append((path, row["name"]))
        check_pictures(files)
    return rows


def _read(picture: Picture, folder: Path | None) -> Row:
    """Return the row of a picture; raises FileRefused for bytes that are missing or not those that it was named by."""
    said = picture.model_dump(exclude=set(PARTS))
    content, thumbnail = (
        getattr(picture, name) or _beside(folder, file_name(picture.picture_id, name)) for name in PARTS
    )
    if content is None or thumbnail is None:
        raise FileRefused(
            "The picture “{name}” is not in the plan file, nor beside it.",
            "Keep the folder “{folder}” beside the plan file, or export the plan with its pictures.",
            name=picture.name,
            folder=FOLDER,
        )
    is_its_own = sha256(content).hexdigest() == picture.picture_id
    if not is_its_own or not all(one.startswith(STARTS[picture.media_type]) for one in (content, thumbnail)):
        raise FileRefused(
            "The picture “{name}” in the plan file was changed or damaged.", "Export the plan again.", name=picture.name
        )
    return said | {"bytes": content, "thumbnail": thumbnail}


def write_beside(store: Store, folder: Path) -> None:
    """Write the pictures of every shot into a folder, each once."""
    for row in store.rows("plan/picture_ids"):
        if not all((folder / file_name(row["picture_id"], part)).exists() for part in PARTS):
            _write(store, folder, row["picture_id"])


def _write(store: Store, folder: Path, picture_id: str) -> None:
    [row] = store.rows("plan/kept_pictures", ids=[picture_id], with_content=True)
    for name in PARTS:
        put_bytes(row[name], folder / file_name(picture_id, name))


def file_name(picture_id: str, part: str) -> str:
    """Return the name of the file that holds a picture's `content` or `thumbnail`."""
    return f"{picture_id}.{part}"


def _beside(folder: Path | None, name: str) -> bytes | None:
    path = folder / name if folder else None
    return path.read_bytes() if path and path.is_file() else None
