"""Text whose UTF-8 was taken for another encoding and saved again ("å‰ªè¾‘" is 剪辑), repaired a column at once."""

from __future__ import annotations

import codecs
import re
from functools import cache

import polars as pl

LOST = "\ufffd"
SUSPECTS = (
    # Lead bytes of UTF-8 with what Windows-1252 makes of the bytes after them.
    ("sloppy-1252", r"[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039"
     r"\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178\ufffd]"),
    ("gb18030", r"[\u4e00-\u9fff\ue000-\uf8ff\u20ac]{2}"),
)  # fmt: skip
FOREIGN = r"[^\x00-\x7f]"
LEAST_SIGNS = 3
MOST = 0.8
TRIED = 200


def repair(cells: pl.Series) -> tuple[pl.Series, int]:
    """Return the column as it was meant and how many of its cells were mended.

    A column is mended only where most of its cells that are not plain ASCII come out as valid UTF-8: nobody writes
    such text on purpose, least of all in every row.
    """
    if _is_good(cells):
        return cells, 0
    for encoding, pattern in SUSPECTS:
        suspicious = cells.str.contains(pattern).fill_null(False)
        if not suspicious.any():
            continue
        foreign = cells.str.contains(FOREIGN).fill_null(False)
        unique = cells.filter(suspicious).unique(maintain_order=True)
        tried = unique.head(TRIED)
        if sum(_meant(cell, encoding) is not None for cell in tried) < MOST * len(tried):
            continue
        meant = {cell: text for cell in unique if (text := _meant(cell, encoding)) is not None}
        if not meant:
            continue
        mended = cells.is_in(list(meant)) & suspicious
        signs = sum(sum(sign > "\x7f" for sign in cell) for cell in meant)
        if int(mended.sum()) >= MOST * int(foreign.sum()) and signs >= LEAST_SIGNS:
            table = pl.DataFrame({"cell": list(meant), "meant": list(meant.values())})
            joined = cells.to_frame("cell").join(table, on="cell", how="left", maintain_order="left")
            return cells.zip_with(~mended, joined["meant"]).rename(cells.name), int(mended.sum())
    return cells, 0


def _is_good(cells: pl.Series) -> bool:
    """Say whether some cells of the column, from its beginning to its end, are foreign and yet no such text."""
    some = cells.gather_every(max(1, len(cells) // TRIED)).drop_nulls()
    foreign = some.filter(some.str.contains(FOREIGN))
    return not foreign.is_empty() and not any(
        _meant(cell, encoding) is not None for cell in foreign for encoding, _ in SUSPECTS
    )


def _meant(cell: str, encoding: str) -> str | None:
    """Return the text whose UTF-8 bytes this is, with one sign for bytes lost on the way; None for no such text."""
    try:
        written = _to_1252(cell) if encoding == "sloppy-1252" else cell.encode(encoding)
        if LOST not in cell:
            return written.decode("utf-8") if written.decode("utf-8") != cell else None
        text = written.decode("utf-8", "replace")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    # What was whole must come out whole: more damage than before means that it was no such text.
    if text.count(LOST) > 3 * cell.count(LOST) or not any(sign > "\u00ff" for sign in text if sign != LOST):
        return None
    return re.sub(f"{LOST}+", LOST, text)


def _to_1252(cell: str) -> bytes:
    table = _bytes_of()
    return bytes(table[sign] for sign in cell) if all(sign in table for sign in cell) else cell.encode("ascii")


@cache
def _bytes_of() -> dict[str, int]:
    """Return sign -> byte of Windows-1252, whose five empty places most programs keep as they are."""
    table = {chr(byte): byte for byte in range(256)}
    for byte in range(0x80, 0xA0):
        decoded = codecs.decode(bytes([byte]), "cp1252", "ignore")
        if decoded:
            table[decoded] = byte
    return table | {LOST: 0xFF}
