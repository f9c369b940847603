"""What becomes of imported files: counts that add up, refused rows and files with their reasons and the next step."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from blindspot.errors import Message
from blindspot.readers.events import Proposal
from blindspot.readers.shapes import LEFT_OUT, LEFT_OUT_AS, READ_AS

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
    "comments_added",
    "creators_seen",
    "points_added",
)
OUTCOMES = ("works_added", "works_updated", "works_unchanged", "duplicates_in_file", "rows_rejected")


@dataclass(frozen=True)
class Remark:
    """What is to be said of a column: a kind (shapes.READ_AS or LEFT_OUT) and in how many rows."""

    kind: str
    column: str
    rows: int


@dataclass(frozen=True)
class UnreadCell:
    """A filled cell that was not understood; its value is stored as unknown."""

    row: int
    column: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Imported:
    """One file that came in (or was known already), with what became of its rows.

    rows_read = works_added + works_updated + works_unchanged + duplicates_in_file + rows_rejected, always.
    `rejected` holds (row, reason); `cells_unread` counts cells that were filled but not understood, stored as unknown,
    of which `unread` names the first. `remarks` are what is to be said of whole columns.
    Comments are not works: comments_seen = comments_added + those known before + `rejected_comments`. `points_added`
    counts the points of an interest series.
    """

    file: str
    sha256: str
    reader: str
    import_id: int
    is_repeated: bool
    rows_read: int
    works_added: int
    works_updated: int
    works_unchanged: int
    duplicates_in_file: int
    rows_rejected: int
    snapshots_added: int
    cells_unread: int
    comments_seen: int
    comments_added: int
    creators_seen: int
    points_added: int
    rejected: tuple[tuple[int, Message], ...]
    rejected_comments: tuple[tuple[int, Message], ...] = ()
    unread: tuple[UnreadCell, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def read_as(self) -> list[Remark]:
        """Return the columns that were read as something else than they say."""
        return [remark for remark in self.remarks if remark.kind in READ_AS]

    @property
    def columns_left_out(self) -> list[Remark]:
        """Return the columns that hold text, counts, names or times and were not understood."""
        return [remark for remark in self.remarks if remark.kind in LEFT_OUT]

    def as_json(self) -> dict[str, Any]:
        """Return the stable JSON form."""
        fields = {name: value for name, value in asdict(self).items() if name != "remarks"}
        fields |= {"import_id": str(self.import_id)}
        fields["unread"] = [asdict(cell) for cell in self.unread]
        fields["read_as"] = [{"column": one.column, "as": one.kind, "rows": one.rows} for one in self.read_as]
        fields["columns_left_out"] = [
            {"column": one.column, "holds": one.kind.removeprefix(LEFT_OUT_AS), "rows": one.rows}
            for one in self.columns_left_out
        ]
        return fields | {name: _reasons(getattr(self, name)) for name in ("rejected", "rejected_comments")}


def _reasons(rejected: tuple[tuple[int, Message], ...]) -> list[dict[str, Any]]:
    return [{"row": row, "reason": str(reason)} for row, reason in rejected]


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
