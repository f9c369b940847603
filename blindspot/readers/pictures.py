"""An uploaded picture: decoded, turned upright, made small and written anew, so that nothing of its bytes is kept.

Runs only in the worker process (`blindspot.readers.worker`).
"""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from blindspot.errors import FileRefused

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MOST_MEGABYTES = 20
MOST_PIXELS = 60_000_000
"""A phone's largest photograph has 50 million."""
LONGEST_SIDE = 1920
THUMBNAIL = (480, 270)
_FAULTS = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, struct.error, zlib.error)
"""What Pillow's decoders raise on damaged files."""


def read_picture(path: Path, name: str) -> tuple[int, int, bytes, bytes]:
    """Return width, height, the picture (at most 1920 pixels a side) and a thumbnail (270 high), both JPEG.

    Of an animation the first frame; transparent parts become white. Raises FileRefused in a sentence for what is no
    picture, damaged or too large.
    """
    if path.stat().st_size > MOST_MEGABYTES * 1_000_000:
        raise FileRefused(
            "{file} is larger than {most} MB.", "Save it smaller, as JPEG.", file=name, most=MOST_MEGABYTES
        )
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with Image.open(path, formats=FORMATS) as opened:
            _check_pixels(opened.size, name)
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(_flat(opened))
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise FileRefused("{file} is no picture that can be read.", "Use PNG, JPEG, WebP or GIF.", file=name) from error
    except _FAULTS as error:
        raise FileRefused("{file} is a damaged or cut off picture.", "Save it again.", file=name) from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    small = upright.copy()
    small.thumbnail(THUMBNAIL, Image.Resampling.LANCZOS)
    return upright.width, upright.height, _as_jpeg(upright, 88), _as_jpeg(small, 72)


def _check_pixels(size: tuple[int, int], name: str) -> None:
    if size[0] * size[1] > MOST_PIXELS:
        raise FileRefused(
            "{file} has {pixels} million pixels; a picture may have {most} million.",
            "Save it smaller.",
            file=name,
            pixels=round(size[0] * size[1] / 1e6),
            most=MOST_PIXELS // 1_000_000,
        )


def _flat(image: Image.Image) -> Image.Image:
    """Return a picture without transparency; it still knows which way is up."""
    if image.has_transparency_data:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        ground.alpha_composite(image)
        ground.info = image.info
        image = ground
    if image.mode.startswith("I;16"):
        # Pillow would cut the 16 bits of a grey off at 255 instead of scaling them
        image = image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    return image.convert("RGB")


def _as_jpeg(image: Image.Image, quality: int) -> bytes:
    # a comment in the file would be written into the new one
    image.info = {}
    file = io.BytesIO()
    image.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
    return file.getvalue()
