"""Which fields the cells of a table give away although no name of a column does."""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl

from blindspot.readers.cells.columns import filled, mean_of, share_of
from blindspot.readers.cells.ids import creator_in_link
from blindspot.readers.mapping.checks import LINK, fits, leads_to_works
from blindspot.readers.mapping.left_out import is_long_text
from blindspot.readers.mapping.names import grade_of, is_understood, plain

PROFILE = (
    r"^@[\w.-]{2,}$"
    r"|^(?i:https?:)?//[^/]+/(?:@[^/?#]+|(?:user|u|channel|c|profile|space)/[^/?#]+(?:/[^/?#]+)?)/?(?:[?#]|$)"
)
SPACE = r"^(?i:https?:)?//space\.[^/]+/\d+"
LONGEST_NAME = 30
MOST = 0.8
SPOKEN = r"[稿词詞幕话話说說白讲講口语語述]|script|speech|voice|spoken|talk|whisper|stt|asr|srt|vtt|narrat|dialog"
WRITTEN = SPOKEN + r"|[文字]|text|description|summary|content"
"""Parts of names by which a column of sentences is taken for the work's own words; any other is left out and told."""


def guess_by_values(fields: dict[str, str], free: Sequence[str], preview: pl.DataFrame) -> list[tuple[str, str]]:
    """Return (field, column) for what only one free column can be: a link, a time, a title, a creator, a text."""
    guesses: list[tuple[str, str]] = []

    def left() -> list[str]:
        return [column for column in free if column not in dict((column, field) for field, column in guesses)]

    if not {"work_id", "url"} & fields.keys():
        links = [column for column in free if fits("url", preview[column]) and leads_to_works(preview[column])]
        guesses += [("url", links[0])] if len(links) == 1 else []
    if "published_at" not in fields:
        times = [column for column in left() if _may_be_published(column, preview[column])]
        guesses += [("published_at", times[0])] if len(times) == 1 else []
    if "title" not in fields:
        lengths = {column: mean_of(preview[column].str.len_chars()) for column in left()}
        wordy = [column for column in left() if lengths[column] >= 10 and _is_wording(preview[column])]
        wordy = [column for column in wordy if not is_understood(column)] or wordy
        guesses += [("title", max(wordy, key=lengths.__getitem__))] if wordy else []
    if not {"creator_name", "creator_id"} & fields.keys() and not _links_tell(fields, preview):
        profiles = [column for column in left() if _are_profiles(preview[column])]
        named = [column for column in left() if _are_names(column, preview[column])]
        if profiles:
            guesses.append(("creator_id", profiles[0]))
        elif len(named) == 1:
            guesses.append(("creator_name", named[0]))
    texts = [column for column in left() if _is_text(column, preview[column])] if "title" in fields else []
    for column in sorted(texts, key=lambda column: -mean_of(preview[column].str.len_chars())):
        field = "transcript" if re.search(SPOKEN, plain(column)) else "text"
        if field not in fields and field not in dict(guesses):
            guesses.append((field, column))
    return guesses


def _is_wording(column: pl.Series) -> bool:
    return fits("title", column) and not fits("published_at", column)


def _may_be_published(name: str, column: pl.Series) -> bool:
    return fits("published_at", column) and not is_understood(name) and grade_of("captured_at", name) is None


def _is_text(name: str, column: pl.Series) -> bool:
    said = filled(column).drop_nulls()
    is_named = re.search(WRITTEN, plain(name)) is not None and not is_understood(name)
    return is_named and not said.is_empty() and is_long_text(said) and _is_wording(column)


def _are_profiles(column: pl.Series) -> bool:
    said = filled(column).drop_nulls()
    return not said.is_empty() and share_of(said.str.contains(f"{PROFILE}|{SPACE}")) >= MOST


def _are_names(name: str, column: pl.Series) -> bool:
    """Say whether short wordings come back from row to row, as the names of a few creators do."""
    said = filled(column).drop_nulls()
    if len(said) < 3 or is_understood(name) or said.str.contains(LINK).any():
        return False
    is_short = (said.str.len_chars() <= LONGEST_NAME).all() and share_of(said.str.contains(r"\p{L}")) >= MOST
    return bool(is_short and 2 <= said.n_unique() < len(said) and not fits("published_at", column))


def _links_tell(fields: dict[str, str], preview: pl.DataFrame) -> bool:
    if "url" not in fields:
        return False
    told = preview.select(creator_in_link(pl.col(fields["url"]))).to_series()
    return len(told) > 0 and share_of(told.is_not_null()) >= MOST
