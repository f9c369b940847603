"""A shot list as CSV: a column a field under the names that `shots import` reads, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

from blindspot.domain import Episode
from blindspot.writers.names import clean
from blindspot.writers.shot_rows import COLUMNS, NUMBERS, shot_rows
from blindspot.writers.writer import Options, Writer, require_shots

# what a spreadsheet takes for the beginning of a formula or a command, after any guards of its own
_DANGEROUS = re.compile(r"'*(?:[\t\r]|\s*[=+\-@|%＝＋－＠｜％])")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?%?")


def write_csv(episode: Episode, options: Options) -> bytes:
    """Return the shot list as UTF-8 with a byte order mark; a text that could run as a formula is guarded."""
    require_shots(episode)
    guard = str if options.is_raw else guarded
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for row in shot_rows(episode, options.language):
        writer.writerow([row[name] if name in NUMBERS else guard(clean(str(row[name]))) for name in COLUMNS])
    return file.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """Return a text with an apostrophe before what a spreadsheet would take for a formula; numbers stay as they are."""
    return f"'{text}" if _DANGEROUS.match(text) and not _NUMBER.fullmatch(text) else text


def unguarded(text: str) -> str:
    """Return a text as it was before `guarded`."""
    return text[1:] if text.startswith("'") and _DANGEROUS.match(text) else text


CSV = Writer("csv", ".csv", "text/csv", write_csv)
