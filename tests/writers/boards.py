"""Invented episodes: a short one as planners write it, a long one, hostile ones, and any one for property tests."""

from __future__ import annotations

from fractions import Fraction
from io import BytesIO

from hypothesis import strategies as st
from PIL import Image

from blindspot.domain import Cited, Claim, Episode, Picture, Proposal, Shot, SupportingClaim

HOSTILE = (
    "]]>",
    "-->",
    "a\r\nb\n\nc",
    "\x00\x01\x1b[31m\x7f\x85",
    "\u202e反向\u202c\u2028行\u2029段",
    "长" * 10_000,
    "long words " * 900,
    "🎬👩‍👩‍👧‍👦 emoji",
    "[[note]] /* cut */ *em* _u_ \\ #1#",
    "=1+1",
    "<b>&amp;</b> {\\an8}",
    ".S99\n\n@谁\n! > ~",
    "00:00:01,000 --> 00:00:02,000",
    "最后一行是数\n42",
    "999  X V C 00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00",
)
RATES = tuple(Fraction(*rate) for rate in ((24, 1), (25, 1), (30, 1), (60, 1), (24000, 1001), (30000, 1001)))

HIGH = Claim(11, "人类写下的公开文本可能在几年内用尽", "high", sources=(Cited("研究机构", "https://e.org/a", "high"),))
MEDIUM = Claim(12, "合成数据会放大偏差", "medium", sources=(Cited("论文"), Cited("访谈", None, "low")))


def picture(color: str = "navy") -> Picture:
    """Return a small upright picture."""
    file = BytesIO()
    Image.new("RGB", (90, 160), color).save(file, "PNG")
    return Picture("p1", "草图.png", "image/png", 90, 160, file.getvalue())


def episode(shots: tuple[Shot, ...], fps: Fraction = Fraction(30), **fields: object) -> Episode:
    """Return an episode of these shots, its proposal leaning on both claims."""
    claims = (SupportingClaim("一", claim=HIGH), SupportingClaim("二", claim=MEDIUM))
    proposal = Proposal("7", "数据从哪里来", claims=claims)
    values = {"title": "数据的饥荒", "series": "看不见的原料", "proposal": proposal} | fields
    return Episode(2, "u-2", 2, shots=shots, fps_num=fps.numerator, fps_den=fps.denominator, **values)


def six_shots() -> tuple[Shot, ...]:
    """Return 45 seconds at 30 frames: one shot silent, one with a picture, one with footage, all fields used."""
    frames = (150, 240, 300, 180, 255, 225)
    movements = ("push_in", "static", "pan", "static", "track", "pull_out")
    return tuple(
        Shot(
            f"id-{number}",
            f"S{number:02d}",
            length,
            size="MS" if number % 2 else "CU",
            camera_angle="eye",
            movement=movement,
            transition="dissolve" if number == 4 else "cut",
            lens="35mm",
            picture=f"第 {number} 个画面\n书架慢慢变空",
            narration="" if number == 3 else f"第 {number} 句旁白，说得很慢。\nAnd a second line.",
            on_screen_text=f"字幕 {number}" if number % 2 else "",
            sound="翻书声",
            asset="raw/S05 take2.mov" if number == 5 else "",
            prompt="empty shelves",
            visual="枯竭的图书馆",
            claims=(HIGH, MEDIUM) if number == 2 else (MEDIUM,) if number == 6 else (),
            image=picture() if number == 1 else None,
        )
        for number, (length, movement) in enumerate(zip(frames, movements, strict=True), 1)
    )


def hostile_shots() -> tuple[Shot, ...]:
    """Return a shot of one frame for each hostile text, which stands in every field."""
    names = ("picture", "narration", "on_screen_text", "sound", "prompt", "visual", "lens", "asset")
    return tuple(
        Shot(f"id-{number}", text[:200], 1, **dict.fromkeys(names, text)) for number, text in enumerate(HOSTILE)
    )


def long_shots(count: int = 200) -> tuple[Shot, ...]:
    """Return many shots of lengths that differ, each with paragraphs of text."""
    told = "镜头里的人把书一本一本放回书架，直到没有书可以放。" * 8
    return tuple(
        Shot(f"id-{n}", f"S{n:03d}", 31 + n % 97, picture=told, narration=told[:60], on_screen_text=told[:12])
        for n in range(count)
    )


_TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60))


@st.composite
def episodes(draw: st.DrawFn) -> Episode:
    """Draw an episode of one to eight shots with any texts at any rate of an editor."""
    names = draw(st.lists(st.one_of(st.from_regex(r"S\d\d[A-C]?", fullmatch=True), _TEXTS), min_size=1, max_size=8))
    shots = tuple(
        Shot(
            f"id-{number}",
            name,
            draw(st.integers(1, 2000)),
            picture=draw(_TEXTS),
            narration=draw(_TEXTS),
            on_screen_text=draw(_TEXTS),
            sound=draw(_TEXTS),
            movement=draw(st.sampled_from(("", "static", "push_in"))),
        )
        for number, name in enumerate(names)
    )
    return episode(shots, draw(st.sampled_from(RATES)), title=draw(_TEXTS))
