"""What passes between the parts of a reader: a table as it stands in a file, its shape, and the works read from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import polars as pl

if TYPE_CHECKING:
    from blindspot.readers.fields import WorkFields

COUNTS = ("plays", "likes", "comments", "shares", "collects")

_WORK_COLUMNS: dict[str, pl.DataType | type[pl.DataType]] = {
    "row": pl.Int64,  # where the record starts, as the user's program shows it: line, sheet row or item, from 1
    "platform": pl.String,
    "work_id": pl.String,
    "url": pl.String,
    "creator_id": pl.String,
    "creator_name": pl.String,
    "is_creator_hidden": pl.Boolean,  # the id is a one-way hash or the name is masked
    "title": pl.String,
    "text": pl.String,  # what stands beside the title; null where it only repeats it
    "hashtags": pl.List(pl.String),
    "transcript": pl.String,
    "published_at": pl.Datetime("us", "UTC"),
    "duration_seconds": pl.Float64,
    **{count: pl.Int64 for count in COUNTS},  # null = not known, never 0
    "keyword": pl.String,  # the search that found the work
    "captured_at": pl.Datetime("us", "UTC"),  # the export's own time; null = take the file's
}
WORK_SCHEMA = pl.Schema(_WORK_COLUMNS)

_COMMENT_COLUMNS: dict[str, pl.DataType | type[pl.DataType]] = {
    "row": pl.Int64,
    "platform": pl.String,  # null = the table does not say it
    "work_id": pl.String,
    "comment_id": pl.String,
    "text": pl.String,
    "said_at": pl.Datetime("us", "UTC"),
    "likes": pl.Int64,
}
COMMENT_SCHEMA = pl.Schema(_COMMENT_COLUMNS)
"""One row a comment; who wrote it is never read."""

REJECT_SCHEMA = pl.Schema({"row": pl.Int64, "reason": pl.String, "values": pl.String})
"""One row a rejected record: its row, an English message template, and the template's values as a JSON object."""

NOTE_SCHEMA = pl.Schema({"row": pl.Int64, "column": pl.String, "value": pl.String})
"""One row a cell that was filled but could not be understood (a date, a count): its value is stored as unknown."""

REMARK_SCHEMA = pl.Schema({"kind": pl.String, "column": pl.String, "rows": pl.Int64})
"""One row a column that was read as something else than it says, or left out; the kinds are READ_AS and LEFT_OUT."""

READ_AS = ("milliseconds", "minutes", "spreadsheet_days", "day_first", "month_first", "id_from_link", "mended_text")
"""How a column may have been read as something else than it says."""
LEFT_OUT_AS = "left_out_"
LEFT_OUT = tuple(f"{LEFT_OUT_AS}{kind}" for kind in ("text", "counts", "names", "times"))
"""What a column that was not understood, and so left out, seems to hold."""


@dataclass(frozen=True)
class Shape:
    """What a table looks like before any row is read; readers are recognised by it.

    `format` is csv, xlsx, json, jsonl or sqlite; `table` the sheet or table name ("" where there is none);
    `columns` the header, stripped of BOM and blanks, or dotted key paths of JSON records (three levels deep).
    """

    format: str
    table: str
    columns: frozenset[str]


@dataclass(frozen=True)
class Table:
    """One table of a file: its shape, its columns in order, and its rows in batches.

    A batch is a frame of `row` (Int64) and one String column a column of the file (missing = null); values are the
    file's own text, numbers written out in full (never 1.23E+18), lists and deeper objects as JSON text.
    Records that could not be tokenised (too many cells, bad JSON on a line) come out of `rejects()` once the batches
    are consumed, as a frame of REJECT_SCHEMA. `regularity` is the share of the first records that are as wide as the
    header; text that is no table at all has little of it.
    """

    shape: Shape
    columns: tuple[str, ...]
    batches: Iterator[pl.DataFrame]
    rejected: list[tuple[int, str, dict[str, Any]]] = field(default_factory=list)
    regularity: float = 1.0

    def rejects(self) -> pl.DataFrame:
        """Return the records refused while tokenising (complete only after the batches are consumed)."""
        import json

        rows = [(row, reason, json.dumps(values, ensure_ascii=False)) for row, reason, values in self.rejected]
        return pl.DataFrame(rows, schema=REJECT_SCHEMA, orient="row")


@dataclass(frozen=True)
class Reading:
    """What a reader made of one batch: works (WORK_SCHEMA), rejected rows and cells it could not understand.

    `remarks` (REMARK_SCHEMA) says what is to be said of whole columns.
    """

    works: pl.DataFrame
    rejected: pl.DataFrame
    notes: pl.DataFrame
    remarks: pl.DataFrame


@dataclass(frozen=True)
class CommentReading:
    """What a reader made of one batch of comments: comments (COMMENT_SCHEMA) and rejected ones (REJECT_SCHEMA)."""

    comments: pl.DataFrame
    rejected: pl.DataFrame


class Reader(Protocol):
    """One exporting tool: how its tables are recognised and how a batch becomes works."""

    @property
    def name(self) -> str:
        """The name by which a command chooses it."""

    @property
    def tool(self) -> str:
        """The tool that writes these files, as its users call it."""

    def kind(self, shape: Shape) -> str | None:
        """Return "works", "comments" or "creators" where the table is one of this tool's, else None."""

    def read(self, batch: pl.DataFrame, shape: Shape) -> Reading:
        """Turn one batch of a works table into works; every row ends in `works` or in `rejected`."""

    def fields(self, shape: Shape) -> WorkFields:
        """Return which columns of a works table hold which field."""

    def read_comments(self, batch: pl.DataFrame, shape: Shape) -> CommentReading | None:
        """Return the comments in one batch of a comments table, or under the works of one; None where none can be."""
