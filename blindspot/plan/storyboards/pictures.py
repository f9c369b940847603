"""Pictures for shots: decoded by the worker, kept once each under the hash of what it wrote.

Nothing removes a picture, for the history of a shot may bring it back.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable
from pathlib import Path

from blindspot.readers.client import read_picture
from blindspot.store import Store
from blindspot.writers.names import one_line

MEDIA_TYPE = "image/jpeg"


def add_picture(store: Store, data: bytes, name: str) -> str:
    """Keep a picture that the user calls `name` and return its id, to be set as a shot's `picture_id`.

    Raises FileRefused in a sentence for all but PNG, JPEG, WebP and GIF (its first frame), and for what is damaged or
    too large.
    """
    called = one_line(Path(name).name, 80) or "?"
    with tempfile.TemporaryDirectory(prefix="blindspot_") as folder:
        path = Path(folder) / "picture"
        path.write_bytes(data)
        picture = read_picture(path, called)
    picture_id = hashlib.sha256(picture.content).hexdigest()
    with store.planning() as tx:
        tx.run(
            "plan/add_picture",
            picture_id=picture_id,
            name=called,
            media_type=MEDIA_TYPE,
            width=picture.width,
            height=picture.height,
            bytes=picture.content,
            thumbnail=picture.thumbnail,
        )
    return picture_id


def load_thumbnails(store: Store, picture_ids: Iterable[str]) -> dict[str, bytes]:
    """Return the thumbnails (JPEG) of pictures by id, unknown ones left out."""
    rows = store.rows("plan/thumbnails", ids=sorted(set(picture_ids)))
    return {row["picture_id"]: row["thumbnail"] for row in rows}
