"""What an import tells: how far it is, and what became of each file."""

from __future__ import annotations

from dataclasses import dataclass, field

from blindspot.errors import Message
from blindspot.readers.events import Proposal

COUNTED = (
    "rows_read",
    "works_added",
    "works_updated",
    "works_unchanged",
    "duplicates_in_file",
    "rows_rejected",
    "snapshots_added",
    "cells_unread",
    "comments_seen",
    "creators_seen",
)


@dataclass(frozen=True)
class Imported:
    """One file that came in (or was known already), with what became of its rows.

    rows_read = works_added + works_updated + works_unchanged + duplicates_in_file + rows_rejected, always.
    """

    file: str
    sha256: str
    reader: str
    import_id: int
    is_repeated: bool
    rows_read: int = 0
    works_added: int = 0
    works_updated: int = 0
    works_unchanged: int = 0
    duplicates_in_file: int = 0
    rows_rejected: int = 0
    snapshots_added: int = 0
    cells_unread: int = 0
    comments_seen: int = 0
    creators_seen: int = 0
    rejected: tuple[tuple[int, Message], ...] = ()


@dataclass(frozen=True)
class Refused:
    """One file of which nothing came in; `proposal` stands where a corrected mapping would let it in."""

    file: str
    reason: Message
    hint: Message
    tried: tuple[str, ...] = ()
    proposal: Proposal | None = None


@dataclass(frozen=True)
class Result:
    """What became of each file, in order."""

    imports: list[Imported] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


@dataclass(frozen=True)
class Progress:
    """How far an import is: bytes of the file read, rows so far, and the step in the user's words."""

    file: str
    done_bytes: int
    total_bytes: int
    rows: int
    is_storing: bool
