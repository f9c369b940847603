"""Bytes of a document to text: by its mark, else UTF-8, UTF-16 without a mark, and the Chinese encodings."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from blindspot.errors import FileRefused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSED = ["gb18030", "big5hkscs", "cp1252"]
_HEAD = 1 << 16
_WORDS = re.compile(r"[\x20-\x7e\r\n\t\u3000-\u303f\u4e00-\u9fff\uff00-\uff60]+")
_FEWEST_WORDS = 0.8


def decode(data: bytes, name: str) -> str:
    """Return the text of a document with "\\n" as line end; raise FileRefused where it is in no known encoding."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _lines(_strictly(data[len(mark) :], codec, name))
    wide = _find_utf16(data[:_HEAD])
    if wide:
        return _lines(_strictly(data, wide, name))
    if b"\0" in data[:_HEAD]:
        raise _refusal(name)
    try:
        return _lines(data.decode("utf-8"))
    except UnicodeDecodeError:
        best = from_bytes(data, cp_isolation=_GUESSED, preemptive_behaviour=False).best()
    if best is None:
        raise _refusal(name)
    return _lines(str(best))


def _strictly(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise _refusal(name) from error


def _find_utf16(head: bytes) -> str | None:
    """Return the UTF-16 codec of a text without a mark: the one in which it is everyday letters and line ends."""
    if b"\0" not in head:
        return None
    even = head[: len(head) // 2 * 2]
    shares = {codec: _share_of_words(even.decode(codec, "replace")) for codec in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] > _FEWEST_WORDS else None


def _share_of_words(text: str) -> float:
    return sum(map(len, _WORDS.findall(text))) / max(len(text), 1)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _refusal(name: str) -> FileRefused:
    return FileRefused(
        "{file} is no text in UTF-8, UTF-16, GB18030 or Big5, and no PDF, Word file or web page.",
        "Save it again as UTF-8 text.",
        file=name,
    )
