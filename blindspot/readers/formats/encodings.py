"""Which encoding a text file is in, decided over the whole of it: strict UTF-8, UTF-16, GB18030 or Big5."""

from __future__ import annotations

import codecs
import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import polars as pl

from blindspot.errors import FileRefused, Message
from blindspot.readers.formats.chinese import count_everyday, has_utf8_lines, looks_like_big5, sample_chinese
from blindspot.readers.formats.misfits import MARKED, count_misfits

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
    """A codec that decodes the file after `start` bytes of BOM; `is_cut`: it ends inside a character.

    `has_misfits`: some bytes do not fit; MISFIT stands for them in the text, and records that hold it are refused.
    """

    codec: str
    start: int = 0
    is_cut: bool = False
    has_misfits: bool = False

    @property
    def misfit_reason(self) -> Message | None:
        """Why a record that holds MISFIT is refused; None where the file has none."""
        return (
            Message("It has bytes that are no {encoding}.", encoding=self.codec.upper()) if self.has_misfits else None
        )

    def open(self, path: Path) -> io.TextIOWrapper[BinaryIO]:
        """Open the file as text, line ends untouched."""
        raw = path.open("rb", buffering=_BLOCK)
        raw.seek(self.start)
        # Without misfits the file was decoded strictly once: all that "ignore" can drop is a character cut at its end.
        errors = MARKED if self.has_misfits else "ignore"
        return io.TextIOWrapper(raw, encoding=self.codec, errors=errors, newline="")


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
    misfits = count_misfits(path, "utf-8")
    mended = Encoding("utf-8", is_cut=misfits.is_cut, has_misfits=True)
    if misfits.are_few:
        return mended
    chinese = _find_chinese(path, utf8.fails_at)
    if chinese or misfits.are_stray:
        return chinese or mended
    raise _refusal(path, name, max(utf8.fails_at, _try_decoding(path, "gb18030", 0).fails_at or 0))


def _find_chinese(path: Path, utf8_fails_at: int) -> Encoding | None:
    gb18030 = _try_decoding(path, "gb18030", 0)
    big5 = _try_decoding(path, "big5hkscs", 0)
    sample = sample_chinese(path, utf8_fails_at)
    # A few bytes say nothing: GB18030 fits almost any Big5 text and is a hundred times as common.
    is_big5 = big5.fails_at is None and (gb18030.fails_at is not None or looks_like_big5(sample))
    if is_big5 and count_everyday(sample, "big5hkscs") >= 0.5:
        return Encoding("big5hkscs", is_cut=big5.is_cut)
    everyday = count_everyday(sample, "gb18030")
    if gb18030.fails_at is None:
        return Encoding("gb18030", is_cut=gb18030.is_cut) if everyday >= 0.4 else None
    # Damaged Big5 fits GB18030 as well as damaged GB18030 does, but then half of its signs are unusual ones.
    misfits = count_misfits(path, "gb18030") if everyday >= 0.8 else None
    if misfits and misfits.are_rare and not has_utf8_lines(path):
        return Encoding("gb18030", is_cut=misfits.is_cut, has_misfits=True)
    return None


def _find_utf16(head: bytes) -> str | None:
    """Return the UTF-16 codec of a text without BOM: its ASCII characters leave NULs on one side only."""
    first, second = head[0::2].count(0), head[1::2].count(0)
    if first + second < len(head) / 50:
        return None
    if second > 3 * first:
        return "utf-16-le"
    return "utf-16-be" if first > 3 * second else None


def _decode_or_refuse(path: Path, name: str, codec: str, start: int) -> Encoding:
    decoding = _try_decoding(path, codec, start)
    if decoding.fails_at is None:
        return Encoding(codec, start, decoding.is_cut)
    misfits = count_misfits(path, codec, start)
    if misfits.are_slips:
        return Encoding(codec, start, misfits.is_cut, has_misfits=True)
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
