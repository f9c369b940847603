"""Which tool wrote a table, and its rows as works. A new tool is one module, one line in READERS and a sample."""

from __future__ import annotations

from blindspot.errors import FileRefused, NotFound
from blindspot.readers.bilibili import BILIBILI_API
from blindspot.readers.mediacrawler import MEDIACRAWLER
from blindspot.readers.shapes import Reader, Shape
from blindspot.readers.tiktok_web import TIKTOK_WEB
from blindspot.readers.youtube import YOUTUBE_API
from blindspot.readers.ytdlp import YTDLP

READERS: tuple[Reader, ...] = (MEDIACRAWLER, TIKTOK_WEB, YTDLP, YOUTUBE_API, BILIBILI_API)


def kind_of(shape: Shape) -> tuple[Reader, str] | None:
    """Return the reader that knows the table and what it holds ("works", "comments" or "creators"); None if none does.

    Two readers that claim one table raise FileRefused with both names.
    """
    found = [(reader, kind) for reader in READERS if (kind := reader.kind(shape))]
    if len(found) > 1:
        raise FileRefused(
            "The table could come from {tools}.",
            "Say which one it is by choosing the reader: {names}.",
            tools=" or ".join(reader.tool for reader, _ in found),
            names=", ".join(reader.name for reader, _ in found),
        )
    return found[0] if found else None


def identify(shape: Shape) -> Reader | None:
    """Return the one reader that knows a table of this shape, None where none does; two raise FileRefused."""
    found = kind_of(shape)
    return found[0] if found else None


def tried() -> list[str]:
    """Return the names of all readers, in the order in which they are asked."""
    return [reader.name for reader in READERS]


def by_name(name: str) -> Reader:
    """Return the reader of that name; NotFound where there is none."""
    for reader in READERS:
        if reader.name == name:
            return reader
    raise NotFound("There is no reader called {name}.", "Choose one of {names}.", name=name, names=", ".join(tried()))
