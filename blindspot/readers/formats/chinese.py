"""Whether bytes that are no UTF-8 are Chinese text in GB18030 or Big5, judged on a sample of them."""

from __future__ import annotations

from pathlib import Path

from charset_normalizer import from_bytes

_SAMPLE = 1 << 16
_LEAST_LETTERS = 4
_FIRST_CHINESE = "\u2e80"


def sample_chinese(path: Path, offset: int) -> bytes:
    """Return some of the file from the line that holds the byte at `offset`, the first that is no UTF-8."""
    with path.open("rb") as file:
        # Starting at the first byte that is not UTF-8 may be one byte into a pair: begin at the line instead.
        block = file.read(offset) if offset < _SAMPLE else b""
        file.seek(block.rfind(b"\n") + 1 if block else max(0, offset - 1))
        return file.read(_SAMPLE)


def looks_like_big5(sample: bytes) -> bool:
    """Tell GB18030 from Big5 where the sample fits both."""
    best = from_bytes(sample, cp_isolation=["gb18030", "big5"], preemptive_behaviour=False).best()
    return best is not None and best.encoding == "big5"


def count_everyday(sample: bytes, codec: str) -> float:
    """Return the share of the sample's non-ASCII characters that the everyday subset of gb18030 or big5hkscs holds.

    Real Chinese lies almost wholly in GB2312 or Big5; Latin-1 text that happens to decode as GB18030 does not. A few
    characters say nothing: 0.
    """
    letters = "".join(letter for letter in sample.decode(codec, "ignore") if letter > "\x7f")
    everyday = {"gb18030": "gb2312", "big5hkscs": "big5"}[codec]
    return len(letters.encode(everyday, "ignore")) / 2 / len(letters) if len(letters) >= _LEAST_LETTERS else 0.0


def has_utf8_lines(path: Path) -> bool:
    """Tell whether some lines are Chinese in UTF-8, as where a tool went on with a file that another had begun."""
    with path.open("rb") as file:
        for line in file:
            if line.isascii():
                continue
            try:
                text = line.decode()
            except UnicodeDecodeError:
                continue
            if max(text) >= _FIRST_CHINESE:
                return True
    return False
