"""Which encoding a text file is in, decided over the whole of it: strict UTF-8, UTF-16, GB18030 or Big5."""

from __future__ import annotations

import codecs
import io
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from charset_normalizer import from_bytes

from blindspot.errors import FileRefused

_BLOCK = 1 << 20
_SAMPLE = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True)
class Encoding:
    """A codec that decodes the whole file after `start` bytes of BOM; `is_cut`: it ends inside a character."""

    codec: str
    start: int = 0
    is_cut: bool = False

    def open(self, path: Path) -> io.TextIOWrapper:
        """Open the file as text, line ends untouched."""
        raw = path.open("rb", buffering=_BLOCK)
        raw.seek(self.start)
        # The file was decoded strictly once, so all that "ignore" can drop is a character cut at the very end.
        return io.TextIOWrapper(raw, encoding=self.codec, errors="ignore", newline="")


@dataclass(frozen=True)
class _Decoding:
    """How far a codec came: the offset of the first byte that does not fit (None = all fit)."""

    fails_at: int | None
    is_cut: bool = False


def find_encoding(path: Path, name: str) -> Encoding:
    """Return the encoding of a text file; raise FileRefused with the byte and line where none fits."""
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return _decode_or_refuse(path, name, codec, len(mark))
    utf8 = _try_decoding(path, "utf-8", 0)
    wide = _find_utf16(head)
    # ASCII in UTF-16 is also valid UTF-8, with every other byte NUL; a stray NUL in UTF-8 is no UTF-16.
    if wide and (utf8.fails_at is not None or head.count(0) > len(head) / 5):
        return _decode_or_refuse(path, name, wide, 0)
    if utf8.fails_at is None:
        return Encoding("utf-8", is_cut=utf8.is_cut)
    return _find_chinese(path, name, utf8.fails_at)


def _find_chinese(path: Path, name: str, utf8_fails_at: int) -> Encoding:
    gb18030 = _try_decoding(path, "gb18030", 0)
    big5 = _try_decoding(path, "big5hkscs", 0)
    sample = _sample_chinese(path, utf8_fails_at)
    # A few bytes say nothing: GB18030 fits almost any Big5 text and is a hundred times as common.
    is_big5 = big5.fails_at is None and (gb18030.fails_at is not None or _looks_like_big5(sample))
    if is_big5 and _count_share(sample, "big5hkscs", "big5") >= 0.5:
        return Encoding("big5hkscs", is_cut=big5.is_cut)
    if gb18030.fails_at is None and _count_share(sample, "gb18030", "gb2312") >= 0.4:
        return Encoding("gb18030", is_cut=gb18030.is_cut)
    raise _refusal(path, name, max(utf8_fails_at, gb18030.fails_at or 0))


def _looks_like_big5(sample: bytes) -> bool:
    matches = from_bytes(sample, cp_isolation=["gb18030", "big5"], preemptive_behaviour=False)
    best = matches.best()
    return best is not None and best.encoding == "big5"


def _count_share(sample: bytes, codec: str, everyday: str) -> float:
    """Return the share of the sample's non-ASCII characters that an everyday subset of the codec holds.

    Real Chinese lies almost wholly in GB2312 or Big5; Latin-1 text that happens to decode as GB18030 does not.
    """
    letters = "".join(letter for letter in sample.decode(codec, "ignore") if letter > "\x7f")
    return len(letters.encode(everyday, "ignore")) / 2 / len(letters) if letters else 0.0


def _find_utf16(head: bytes) -> str | None:
    """Return the UTF-16 codec of a text without BOM: its ASCII characters leave NULs on one side only."""
    first, second = head[0::2].count(0), head[1::2].count(0)
    if first + second < len(head) / 50:
        return None
    if second > 3 * first:
        return "utf-16-le"
    return "utf-16-be" if first > 3 * second else None


def _sample_chinese(path: Path, offset: int) -> bytes:
    with path.open("rb") as file:
        file.seek(max(0, offset - 1))
        before = file.read(1)
        # Starting at the first byte that is not UTF-8 may be one byte into a pair: begin at the line instead.
        file.seek(0)
        block = file.read(offset) if offset < _SAMPLE else b""
        start = block.rfind(b"\n") + 1 if block else max(0, offset - len(before))
        file.seek(start)
        return file.read(_SAMPLE)


def _decode_or_refuse(path: Path, name: str, codec: str, start: int) -> Encoding:
    decoding = _try_decoding(path, codec, start)
    if decoding.fails_at is None:
        return Encoding(codec, start, decoding.is_cut)
    raise FileRefused(
        "{file} says that it is {codec}, but byte {offset} does not fit.",
        "Save it again as UTF-8 (in Excel: CSV UTF-8) and import that file.",
        file=name,
        codec=codec.upper(),
        offset=decoding.fails_at,
    )


def _try_decoding(path: Path, codec: str, start: int) -> _Decoding:
    decoder = codecs.getincrementaldecoder(codec)()
    with path.open("rb") as file:
        file.seek(start)
        offset = start
        while block := file.read(_BLOCK):
            pending = decoder.getstate()[0]
            whole = block[: block.rfind(b"\n") + 1]
            if not pending and codec == "utf-8" and _is_utf8(whole):
                block = block[len(whole) :]
                offset += len(whole)
            try:
                decoder.decode(block)
            except UnicodeDecodeError as error:
                return _Decoding(offset - len(pending) + error.start)
            offset += len(block)
    return _Decoding(None, is_cut=bool(decoder.getstate()[0]))


def _is_utf8(lines: bytes) -> bool:
    """Say whether whole lines are UTF-8; polars checks without making Python's strings of them, five times as fast."""
    try:
        pl.Series([lines], dtype=pl.Binary).cast(pl.String)
    except pl.exceptions.ComputeError:
        return False
    return True


def _refusal(path: Path, name: str, offset: int) -> FileRefused:
    line = 1
    with path.open("rb") as file:
        left = offset
        while left > 0 and (block := file.read(min(left, _BLOCK))):
            line += block.count(b"\n")
            left -= len(block)
    return FileRefused(
        "{file} is neither UTF-8, UTF-16 nor GB18030: byte {offset} in line {line} fits none of them.",
        "Save it again as UTF-8 (in Excel: CSV UTF-8) and import that file.",
        file=name,
        offset=offset,
        line=line,
    )
