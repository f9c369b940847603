"""What reading a file tells the app: what was opened, batches of works, progress, and what could not be mapped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from blindspot.errors import FileRefused, Message


class ReadingStopped(FileRefused):
    """The user stopped the reading; what came before it must not be kept."""


@dataclass(frozen=True)
class OpenedTable:
    """A table of the file: its sheet, table or list ("" where there is none) and what it holds.

    `kind` is works, comments, creators or other; `rows` is None where only reading to the end would tell.
    """

    table: str
    kind: str
    rows: int | None


@dataclass(frozen=True)
class Opened:
    """Comes before all but Progress: the reader ("table" for a mapped file), the format and the tables."""

    reader: str
    format: str
    tables: list[OpenedTable]


@dataclass(frozen=True)
class WorksBatch:
    """Some 50,000 rows: works (WORK_SCHEMA), rejected rows (REJECT_SCHEMA) and cells stored as unknown (NOTE_SCHEMA).

    `remarks` (REMARK_SCHEMA) says which columns were read as something else than they say, or left out.
    `rows_read` counts this batch alone and equals the rows of `works` and `rejected` together.
    """

    works: pa.Table
    rejected: pa.Table
    notes: pa.Table
    remarks: pa.Table
    rows_read: int


@dataclass(frozen=True)
class CommentsBatch:
    """Some 50,000 comments (COMMENT_SCHEMA) and rejected ones (REJECT_SCHEMA); they are no rows of works."""

    comments: pa.Table
    rejected: pa.Table


@dataclass(frozen=True)
class Progress:
    """How many of the file's bytes are read; for XLSX and SQLite the share of rows, stated in bytes."""

    done_bytes: int
    total_bytes: int


@dataclass(frozen=True)
class OtherRows:
    """Rows that are neither works nor comments that can be read: `kind` is comments or creators."""

    kind: str
    rows: int


@dataclass(frozen=True)
class Proposal:
    """How an unknown table could be read: its mapping as a dictionary, and what speaks against it.

    `tables` names all tables of the file, `preview` holds the first 20 rows as text in the order of `columns`.
    """

    format: str
    table: str
    tables: tuple[str, ...]
    columns: tuple[str, ...]
    preview: tuple[tuple[str | None, ...], ...]
    mapping: dict[str, Any]
    is_certain: bool
    doubts: tuple[Message, ...]


@dataclass(frozen=True)
class Unmapped:
    """The last event of a file that no reader knows: nothing was read, and this is how it could be."""

    proposal: Proposal


@dataclass(frozen=True)
class DecodedPicture:
    """A picture as the worker wrote it anew, in JPEG, with a thumbnail of at most 270 pixels' height."""

    width: int
    height: int
    content: bytes
    thumbnail: bytes


Event = Opened | WorksBatch | CommentsBatch | Progress | OtherRows | Unmapped
