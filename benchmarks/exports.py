"""A storyboard of 200 shots with 60 pictures as a file of each format.

Run: python -m benchmarks.exports
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from benchmarks.measuring import machine, say, seconds
from blindspot.domain import Cited, Claim, Episode, Picture, Shot
from blindspot.writers import WRITERS, Options

SHOTS, PICTURES = 200, 60
CLAIM = Claim(1, "公开的文本可能在几年内用尽", "high", sources=(Cited("研究机构", "https://example.org"),))


def episode() -> Episode:
    """Return a storyboard of real length with long texts, an own picture in the first 60 shots."""
    told = "镜头里的人把书一本一本放回书架，直到没有书可以放。" * 4
    shots = tuple(
        Shot(
            f"id-{number}",
            f"S{number:03d}",
            60 + number % 91,
            size="MS",
            movement="push_in",
            picture=told,
            narration=told[:60],
            on_screen_text=told[:14],
            sound="翻书声",
            visual="枯竭的图书馆",
            claims=(CLAIM,),
            image=picture(number) if number <= PICTURES else None,
        )
        for number in range(1, SHOTS + 1)
    )
    return Episode(1, "u-1", 1, "两百个镜头", series="系列", shots=shots)


def picture(number: int) -> Picture:
    """Return an upright picture of the size that an upload is kept in, unlike the others."""
    file = BytesIO()
    shade = Image.linear_gradient("L").resize((1080, 1920))
    Image.merge("RGB", (shade, shade.rotate(number * 6), shade.point(lambda level: level ^ number))).save(file, "JPEG")
    return Picture(f"p{number}", f"{number}.jpg", "image/jpeg", 1080, 1920, file.getvalue())


def main() -> None:
    """Print what each format takes the first time, as a planner waits for it, and how large its file is."""
    print(machine())
    board = episode()
    for writer in WRITERS:
        made: list[bytes] = []
        spent = seconds(lambda w=writer, m=made: m.append(w.write(board, Options())))
        size = len(made[0]) / 1_000_000
        say(f"{writer.format}, {size:.1f} MB", spent, "s", "≤ 15" if writer.format == "pdf" else "≤ 5")


if __name__ == "__main__":
    main()
