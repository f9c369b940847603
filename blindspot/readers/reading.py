"""What the worker does with the tables of a file: each goes through the reader that knows it, or through a mapping."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import polars as pl

from blindspot.errors import FileRefused
from blindspot.readers.cells.columns import unguarded
from blindspot.readers.frames import FrameWriter
from blindspot.readers.mapping.left_out import left_out_by, left_out_rows
from blindspot.readers.proposing import describe_best, judge_table, require_table
from blindspot.readers.shapes import (
    COMMENT_SCHEMA,
    NOTE_SCHEMA,
    REJECT_SCHEMA,
    REMARK_SCHEMA,
    WORK_SCHEMA,
    Reader,
    Table,
)

if TYPE_CHECKING:
    from blindspot.readers.mapping import Mapping

GENERIC = "table"
"""The name of the reader that works by a mapping of columns."""
COMMENTS = "comments"
"""The name by which a table that no tool's reader knows is taken for one of comments."""

Knows = Callable[[Table], tuple[Reader, str] | None]


@dataclass(frozen=True)
class Assignment:
    """A table, the reader that takes it (None: it is left alone) and what it holds."""

    table: Table
    reader: Reader | None = None
    kind: str = "other"


def send_works(
    tables: list[Table], name: str, reader: str | None, mapping: dict[str, Any] | None, frames: FrameWriter
) -> None:
    """Send `opened`, then a `works` or `comments` frame a batch and an `other` frame for what is only counted.

    Where no reader knows a table and no mapping is certain, one `unmapped` frame is all that is sent.
    """
    tables = _unguarded(tables)
    assignments = _assign(tables, name, _choose_readers(reader, mapping))
    is_known = any(entry.reader for entry in assignments)
    if not is_known and reader == COMMENTS:
        raise FileRefused(
            "{file} has no table of comments: one column must hold the id or link of each work, and one the text.",
            "Name these columns work_id and text.",
            file=name,
        )
    if not is_known and (mapping is not None or reader not in (None, GENERIC)):
        raise FileRefused(
            "No table of {file} has the columns that the reader {reader} needs.",
            "Choose another reader, or let the columns be mapped again.",
            file=name,
            reader=reader or GENERIC,
        )
    if not is_known:
        candidates = [judge_table(table) for table in tables]
        if not any(candidate.mapping.is_certain for candidate in candidates):
            require_table(candidates, name)
            frames.send("unmapped", proposal=describe_best(candidates, tables))
            return
        assignments = [_assign_mapped(candidate.table, candidate.mapping) for candidate in candidates]
    _send_all(assignments, frames)


def send_proposal(tables: list[Table], name: str, table: str | None, frames: FrameWriter) -> None:
    """Send one `unmapped` frame for the named table, else for the one whose mapping goes furthest."""
    wanted = [entry for entry in tables if table is None or entry.shape.table == table]
    if not wanted:
        raise FileRefused("{file} has no table called {table}.", "Choose one of its tables.", file=name, table=table)
    candidates = [judge_table(entry) for entry in _unguarded(wanted)]
    require_table(candidates, name)
    frames.send("unmapped", proposal=describe_best(candidates, tables))


def send_cells(tables: list[Table], name: str, most_rows: int, frames: FrameWriter) -> None:
    """Send one `cells` frame a table: its rows as text, whatever they mean; FileRefused where they are too many."""
    room = most_rows
    for table in tables:
        batches = []
        for batch in table.batches:
            room -= batch.height
            if room < 0:
                raise FileRefused(
                    "{file} has more than {most} rows.", "Cut it into smaller files.", file=name, most=most_rows
                )
            batches.append(batch)
        if batches:
            frames.send("cells", pl.concat(batches).select("row", *table.columns))


def _unguarded(tables: list[Table]) -> list[Table]:
    return [replace(table, batches=map(unguarded, table.batches)) for table in tables]


def _choose_readers(reader: str | None, mapping: dict[str, Any] | None) -> Knows:
    """Return what says who reads a table: the mapping, the named reader, or whichever recognises it."""
    from blindspot import readers

    if mapping is not None:
        from blindspot.readers.mapping import MappedReader, Mapping

        return _only(MappedReader(Mapping.from_dict(mapping)))
    if reader == GENERIC:
        return lambda table: None
    if reader not in (None, COMMENTS):
        return _only(readers.by_name(reader))
    from blindspot.readers.comment_tables import CommentTable

    any_comments = _only(CommentTable(is_expected=reader == COMMENTS))
    return lambda table: readers.kind_of(table.shape) or any_comments(table)


def _only(reader: Reader) -> Knows:
    return lambda table: (reader, kind) if (kind := reader.kind(table.shape)) else None


def _assign(tables: list[Table], name: str, knows: Knows) -> list[Assignment]:
    assignments = [Assignment(table, *(knows(table) or ())) for table in tables]
    tools = {entry.reader.name for entry in assignments if entry.reader and entry.kind == "works"}
    if len(tools) > 1:
        raise FileRefused(
            "{file} holds tables of several tools ({tools}).",
            "Say which one to read by choosing its reader.",
            file=name,
            tools=", ".join(sorted(tools)),
        )
    return assignments


def _assign_mapped(table: Table, mapping: Mapping) -> Assignment:
    from blindspot.readers.mapping import MappedReader

    return Assignment(table, MappedReader(mapping), "works") if mapping.is_certain else Assignment(table)


def _send_all(assignments: list[Assignment], frames: FrameWriter) -> None:
    known = [(entry, entry.reader) for entry in assignments if entry.reader]
    first, tool = next((one for one in known if one[0].kind == "works"), known[0])
    listed = [(entry.table.shape.table, entry.kind, None) for entry in assignments]
    frames.send("opened", reader=tool.name, format=first.table.shape.format, tables=listed)
    for entry, by in known:
        if entry.kind == "works":
            _send_batches(entry.table, by, frames)
        elif entry.kind == "comments":
            _send_comments(entry.table, by, frames)
        else:
            _send_count(entry.table, entry.kind, frames)


def _send_batches(table: Table, reader: Reader, frames: FrameWriter) -> None:
    unused: dict[str, str] | None = None
    for batch in table.batches:
        reading = reader.read(batch, table.shape)
        if reading.works.height + reading.rejected.height != batch.height:
            raise ValueError(f"{reader.name} must account for every row")
        if unused is None:
            unused = left_out_by(reader.fields(table.shape), table.columns, batch)
        remarks = pl.concat([reading.remarks, left_out_rows(unused, batch)])
        rejected = pl.concat([reading.rejected.select(REJECT_SCHEMA.names()), _take_rejects(table)])
        rows_read = reading.works.height + rejected.height
        frames.send("works", reading.works, rejected, reading.notes, remarks, rows_read=rows_read)
        if (said := reader.read_comments(batch, table.shape)) and said.comments.height + said.rejected.height:
            frames.send("comments", said.comments, said.rejected)
    if table.rejected:
        late = _take_rejects(table)
        rest = pl.DataFrame(schema=NOTE_SCHEMA), pl.DataFrame(schema=REMARK_SCHEMA)
        frames.send("works", pl.DataFrame(schema=WORK_SCHEMA), late, *rest, rows_read=late.height)


def _send_comments(table: Table, reader: Reader, frames: FrameWriter) -> None:
    for batch in table.batches:
        said = reader.read_comments(batch, table.shape)
        if said is None:
            frames.send("other", kind="comments", rows=batch.height)
        else:
            rejected = pl.concat([said.rejected.select(REJECT_SCHEMA.names()), _take_rejects(table)])
            frames.send("comments", said.comments, rejected)
    if table.rejected:
        frames.send("comments", pl.DataFrame(schema=COMMENT_SCHEMA), _take_rejects(table))


def _send_count(table: Table, kind: str, frames: FrameWriter) -> None:
    rows = sum(batch.height for batch in table.batches) + len(table.rejected)
    frames.send("other", kind=kind, rows=rows)


def _take_rejects(table: Table) -> pl.DataFrame:
    """Return the records refused while tokenising since the last call, and forget them."""
    rejected = table.rejects()
    table.rejected.clear()
    return rejected
