"""Uploaded pictures: decoded elsewhere, written anew, kept once; everything else is refused in a sentence."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin
from plan.storyboard_rows import store_with_shots

from blindspot.errors import FileRefused
from blindspot.plan.loading import load_episode
from blindspot.plan.storyboards.pictures import add_picture, load_thumbnails
from blindspot.plan.storyboards.shots import edit_shot
from blindspot.readers.pictures import read_picture
from blindspot.store import Store

SECRET = b"geheim-52.5200N"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    store = store_with_shots(90)
    yield store
    store.close()


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def stored(store: Store, picture_id: str) -> tuple[dict, Image.Image]:
    [row] = store.rows("plan/pictures", ids=[picture_id], with_content=True)
    return row, Image.open(io.BytesIO(row["content"]))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_four_forms_become_jpeg(store: Store, form: str) -> None:
    picture_id = add_picture(store, saved(Image.new("RGB", (300, 500), "teal"), form), f"帧.{form}")
    row, image = stored(store, picture_id)
    assert (image.format, image.size, row["media_type"]) == ("JPEG", (300, 500), "image/jpeg")
    assert max(abs(one - two) for one, two in zip(image.getpixel((9, 9)), (0, 128, 128), strict=True)) < 8


def test_a_large_picture_fits_and_its_thumbnail_is_small(store: Store) -> None:
    noise = Image.effect_noise((4000, 3000), 60).convert("RGB")
    picture_id = add_picture(store, saved(noise, "JPEG", quality=95), "camera.jpg")
    row, image = stored(store, picture_id)
    assert image.size == (row["width"], row["height"]) == (1920, 1440)
    thumbnail = load_thumbnails(store, [picture_id, "unknown"])[picture_id]
    assert Image.open(io.BytesIO(thumbnail)).height <= 270
    assert len(thumbnail) < 40_000


def test_the_same_picture_is_kept_once_and_reaches_the_shot(store: Store) -> None:
    data = saved(Image.new("RGB", (90, 160), "red"), "PNG")
    first, second = add_picture(store, data, "one.png"), add_picture(store, data, "two.png")
    assert first == second
    shot = load_episode(store, 1).shots[0]
    edit_shot(store, "Ann", 1, shot.shot_id, shot.rev, {"picture_id": first})
    shown = load_episode(store, 1, with_pictures=True).shots[0].image
    assert shown is not None
    assert (shown.picture_id, shown.name, shown.width, shown.height) == (first, "one.png", 90, 160)
    assert shown.content.startswith(b"\xff\xd8\xff")


def test_it_is_turned_upright_and_loses_what_was_said_about_it(store: Store) -> None:
    image = Image.new("RGB", (60, 30), "white")
    image.paste("black", (0, 0, 10, 30))
    exif = image.getexif()
    exif[0x0112] = 6
    exif[0x010E] = SECRET.decode()
    data = saved(image, "JPEG", exif=exif, comment=SECRET, quality=95)
    assert data.count(SECRET) == 2
    row, upright = stored(store, add_picture(store, data, "turned.jpg"))
    assert upright.size == (30, 60)
    assert upright.getpixel((15, 2))[0] < 60
    assert SECRET not in row["content"]


def test_what_hangs_on_a_picture_does_not_come_in(store: Store) -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("note", SECRET.decode(), zip=False)
    data = saved(Image.new("RGB", (20, 20), "blue"), "PNG", pnginfo=notes) + b"PK\x03\x04<script>" + SECRET
    row, _ = stored(store, add_picture(store, data, "polyglot.png"))
    assert SECRET not in row["content"]
    assert b"<script>" not in row["content"]


def test_transparent_parts_become_white(store: Store) -> None:
    data = saved(Image.new("RGBA", (20, 20), (255, 0, 0, 0)), "PNG")
    _, image = stored(store, add_picture(store, data, "clear.png"))
    assert min(image.getpixel((5, 5))) > 245


def test_a_grey_of_16_bits_keeps_its_brightness(store: Store) -> None:
    data = saved(Image.new("I;16", (20, 20), 0x8000), "PNG")
    _, image = stored(store, add_picture(store, data, "deep.png"))
    assert abs(image.getpixel((5, 5))[0] - 128) < 4


def test_of_an_animation_the_first_frame_is_taken(store: Store) -> None:
    frames = [Image.new("RGB", (20, 20), color) for color in ("red", "blue")]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    _, image = stored(store, add_picture(store, data, "moving.gif"))
    assert image.getpixel((5, 5))[0] > 200


def test_its_name_is_shown_and_never_opened(store: Store) -> None:
    data = saved(Image.new("RGB", (21, 21), "navy"), "PNG")
    row, _ = stored(store, add_picture(store, data, "../../etc/\u202epasswd\n.png"))
    assert row["name"] == "passwd .png"


def huge_png() -> bytes:
    """Return a PNG of a few hundred bytes that says to have 100 million pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 10_000, 10_000, 8, 2, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + pixels + chunk(b"IEND", b"")


REFUSED = {
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "no picture that can be read"),
    "tiff": (saved(Image.new("RGB", (9, 9)), "TIFF"), "no picture that can be read"),
    "bmp": (saved(Image.new("RGB", (9, 9)), "BMP"), "no picture that can be read"),
    "eps": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "no picture that can be read"),
    "text": (b"not a picture", "no picture that can be read"),
    "empty": (b"", "no picture that can be read"),
    "cut": (saved(Image.effect_noise((400, 400), 50), "PNG")[:5_000], "damaged or cut off"),
    "cut_jpeg": (saved(Image.effect_noise((400, 400), 50), "JPEG")[:5_000], "damaged or cut off"),
    "huge": (huge_png(), "100 million pixels"),
    "heavy": (b"\x89PNG\r\n\x1a\n" + b"\0" * 20_000_001, "larger than 20 MB"),
}


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_damaged_picture_is_read_or_refused_and_never_a_fault(tmp_path: Path, form: str) -> None:
    chance = random.Random(form)
    whole = saved(Image.effect_noise((64, 48), 60).convert("RGB"), form)
    path = tmp_path / "picture"
    outcomes = Counter()
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(chance.choice((40, len(data))))] = chance.randrange(256)
        path.write_bytes(data[: chance.choice((len(data), len(data), chance.randrange(len(data))))])
        try:
            read_picture(path, "x")
            outcomes["read"] += 1
        except FileRefused:
            outcomes["refused"] += 1
    assert outcomes.total() == 150
    assert outcomes["refused"] > 20


@pytest.mark.parametrize("name", REFUSED)
def test_everything_else_is_refused_in_a_sentence(store: Store, name: str) -> None:
    data, said = REFUSED[name]
    with pytest.raises(FileRefused, match=said):
        add_picture(store, data, f"{name}.png")
