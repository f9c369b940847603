"""Which character separates the cells of a text table, and which of its first records is the header."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from blindspot.errors import FileRefused

SEPARATORS = (",", ";", "\t", "|")
_RECORDS = 100
_MOST_TITLE_ROWS = 10
_LINKS = re.compile(r'\A(?:[^\n]*\n)?\s*"?(?:https?:)?//\S+\s*$', re.MULTILINE)
"""A link alone in the first line, or in the second under a header."""


@dataclass(frozen=True)
class Dialect:
    """A separator, the records (blank ones counted) before the header, and the header's cells."""

    separator: str
    skipped: int
    header: tuple[str, ...]
    share: float
    """Share of the sampled records under the header that are as wide as it."""


def find_dialect(sample: str, is_whole: bool, name: str) -> Dialect:
    """Return the separator that makes the most records as wide as the header; raise FileRefused where none does.

    csv.Sniffer counts characters and fails on captions over several lines, so each separator is tried in earnest.
    """
    if sample[:4].lower() == "sep=" and sample[4:5] in SEPARATORS:
        separators: tuple[str, ...] = (sample[4],)
    else:
        separators = SEPARATORS
    found = [dialect for separator in separators if (dialect := _try_separator(sample, is_whole, separator))]
    if not found and _LINKS.search(sample):
        raise FileRefused(
            "{file} holds no table: no comma, semicolon, tab or | separates cells in it.",
            "Links alone are no works: give the list to a tool such as yt-dlp, and import what that writes.",
            file=name,
        )
    if not found:
        raise FileRefused(
            "{file} holds no table: no comma, semicolon, tab or | separates cells in it.",
            "Import the CSV, XLSX, JSON or SQLite file that the tool wrote.",
            file=name,
        )
    # A separator that only skips the true header as a title finds "columns" inside a caption.
    best = max(found, key=lambda dialect: (dialect.share, dialect.skipped == 0, len(dialect.header)))
    if best.share == 0:
        raise FileRefused(
            "No record of {file} has as many cells as its first line ({expected}), so it is not a table.",
            "Export it again, or put the right header in its first line.",
            file=name,
            expected=len(best.header),
        )
    return best


def find_header(records: Sequence[Sequence[object]]) -> int | None:
    """Return the place of the header: the first record with two different filled cells, after at most ten title rows.

    Xiaohongshu's creator centre writes its note above the header into every cell that it merges.
    """
    titles = 0
    for place, record in enumerate(records):
        filled = {cell for cell in record if cell not in ("", None)}
        if len(filled) >= 2:
            return place
        titles += len(filled)
        if titles > _MOST_TITLE_ROWS:
            return None
    return None


def _try_separator(sample: str, is_whole: bool, separator: str) -> Dialect | None:
    records = _read_records(sample, separator)
    if not is_whole and 1 < len(records) < _RECORDS:
        records = records[:-1]
    place = find_header(records)
    if place is None:
        return None
    header = tuple(records[place])
    body = [record for record in records[place + 1 :] if any(record)]
    share = sum(len(record) == len(header) for record in body) / len(body) if len(body) > 1 else 1.0
    return Dialect(separator, place, header, share)


def _read_records(sample: str, separator: str) -> list[list[str]]:
    records: list[list[str]] = []
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    try:
        records.extend(islice(reader, _RECORDS))
    except csv.Error:
        return records
    return records
