"""Where a shot's footage and its picture lie for an editor; nothing here looks at a disk."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote

from blindspot.domain import Picture, Shot
from blindspot.writers.names import clean, file_stem
from blindspot.writers.writer import Options

VIDEO_SUFFIXES = frozenset({".mov", ".mp4", ".m4v", ".mxf", ".mkv", ".webm", ".avi", ".mts"})
PICTURE_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp"}


def media_url(shot: Shot, options: Options) -> str | None:
    """Return the address of a shot's footage below the media root; None without a root or a file that lies below it.

    An absolute root gives a file URL, a relative one a path relative to the exported file.
    """
    path = PurePosixPath(shot.asset.strip().replace("\\", "/"))
    stands_below = not path.is_absolute() and ".." not in path.parts and clean(shot.asset) == shot.asset
    if not options.media_root or not stands_below or ":" in shot.asset or path.suffix.lower() not in VIDEO_SUFFIXES:
        return None
    root = PureWindowsPath(options.media_root)
    folder = root if root.drive else PurePosixPath(options.media_root)
    return f"{folder.as_uri() if folder.is_absolute() else quote(folder.as_posix())}/{quote(path.as_posix())}"


def picture_name(number: int, shot: Shot, image: Picture) -> str:
    """Return what the picture of the shot of that number is called in a folder of pictures: `003 S02A.jpg`."""
    return f"{number:03d} {file_stem(shot.name, 'shot')}{PICTURE_SUFFIXES.get(image.media_type, '.jpg')}"
