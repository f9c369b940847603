"""What is to be said of whole columns of one batch: read as something else than they say, or left out; and in words."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from blindspot.errors import Message
from blindspot.readers.shapes import REMARK_SCHEMA

WORDS = {
    "milliseconds": Message("Column {column} was read as milliseconds ({rows} rows)."),
    "minutes": Message("Column {column} was read as minutes ({rows} rows)."),
    "spreadsheet_days": Message("Column {column} was read as the days that a spreadsheet counts ({rows} rows)."),
    "day_first": Message("The dates in {column} were read with the day first ({rows} rows)."),
    "month_first": Message("The dates in {column} were read with the month first ({rows} rows)."),
    "id_from_link": Message("Ids in {column} that lost their digits were taken from the links ({rows} rows)."),
    "mended_text": Message("Text in {column} had been saved in a wrong encoding and was mended ({rows} rows)."),
    "left_out_text": Message("Column {column} holds long text and was left out ({rows} rows)."),
    "left_out_counts": Message("Column {column} holds counts and was left out ({rows} rows)."),
    "left_out_names": Message("Column {column} holds names and was left out ({rows} rows)."),
    "left_out_times": Message("Column {column} holds times and was left out ({rows} rows)."),
}
"""Kind of a remark (shapes.READ_AS and LEFT_OUT) -> the sentence that says it."""


def say_remark(kind: str, column: str, rows: int) -> Message:
    """Return a remark as a sentence."""
    return Message(WORDS[kind].template, column=column, rows=rows)


class Remarks:
    """Collects remarks: a kind (READ_AS or LEFT_OUT), the columns that it is about, and in how many rows."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, str, int]] = []

    def note(self, kind: str, columns: Iterable[str], rows: int) -> None:
        """Keep one remark; of no rows there is nothing to say."""
        if rows:
            self._rows.append((kind, " / ".join(dict.fromkeys(columns)), int(rows)))

    def frame(self) -> pl.DataFrame:
        """Return all remarks (REMARK_SCHEMA)."""
        return pl.DataFrame(self._rows, schema=REMARK_SCHEMA, orient="row")
