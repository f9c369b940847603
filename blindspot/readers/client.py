"""Reading files from the app's side: a worker process parses them, here only its Arrow tables arrive."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as pa

from blindspot.documents.document import Document
from blindspot.documents.hot_list import AS_JSON, HotList
from blindspot.documents.limits import check_size
from blindspot.documents.passing import from_json
from blindspot.errors import Message
from blindspot.readers.archive import Member
from blindspot.readers.events import (
    CommentsBatch,
    DecodedPicture,
    Event,
    Opened,
    OpenedTable,
    OtherRows,
    Progress,
    Proposal,
    Unmapped,
    WorksBatch,
)
from blindspot.readers.own_files import answer


def _never() -> bool:
    return False


def read_file(
    path: Path,
    name: str,
    *,
    reader: str | None = None,
    mapping: dict[str, Any] | None = None,
    should_stop: Callable[[], bool] = _never,
) -> Generator[Event, None, None]:
    """Yield what a worker reads from a file that the user calls `name`, by the reader that knows it.

    `reader` names one instead; `mapping` (a `Mapping.to_dict()`) reads a table that no reader knows. The stream
    ends with Unmapped, before any works, where neither was given nor can be had without doubt. Raises FileRefused in
    one or two sentences at any point, also after batches, so keep them only once the stream has ended; ReadingStopped
    is one too.
    """
    request = {"task": "read", "path": str(path.resolve()), "name": name, "reader": reader, "mapping": mapping}
    with closing(answer(request, should_stop)) as frames:
        for header, tables in frames:
            yield _EVENTS[header["event"]](header, tables)


def propose(path: Path, name: str, table: str | None = None) -> Proposal:
    """Return how the named table of a file (else the one that fits best) could be mapped; raise FileRefused."""
    request = {"task": "propose", "path": str(path.resolve()), "name": name, "table": table}
    found = [header for header in _ask(request) if header["event"] == "unmapped"]
    return _proposal(found[0], []).proposal


def read_cells(path: Path, name: str, most_rows: int) -> list[pa.Table]:
    """Return the tables of a small file as they stand: `row` and a column of text for each of theirs, in order."""
    request = {"task": "cells", "path": str(path.resolve()), "name": name, "most_rows": most_rows}
    with closing(answer(request, _never)) as frames:
        return [pa.ipc.open_stream(tables[0]).read_all() for header, tables in frames if header["event"] == "cells"]


def read_document(
    path: Path,
    name: str,
    *,
    aliases: Sequence[tuple[str, str]] = (),
    should_stop: Callable[[], bool] = _never,
) -> Document:
    """Return a report or an article that the user calls `name`, read in the worker; raise FileRefused.

    `aliases` are (section key, heading) pairs by which a report's headings are known besides ours. A true
    `should_stop()` ends the worker and raises ReadingStopped.
    """
    check_size(path.stat().st_size, name)
    request = {"task": "document", "path": str(path.resolve()), "name": name, "aliases": list(aliases)}
    return from_json(_ask(request, should_stop)[0]["document"])


def read_tables(path: Path, name: str) -> list[list[list[str]]]:
    """Return the cells of each table of a document (Markdown, DOCX, HTML), lines and blanks kept; raise FileRefused."""
    check_size(path.stat().st_size, name)
    cells: list[list[list[str]]] = _ask({"task": "tables", "path": str(path.resolve()), "name": name})[0]["tables"]
    return cells


def read_hot_list(path: Path, name: str) -> HotList:
    """Return a hot list in Markdown or in a table that the user calls `name`, read in the worker; raise FileRefused."""
    check_size(path.stat().st_size, name)
    answers = _ask({"task": "hot_list", "path": str(path.resolve()), "name": name})
    return next(AS_JSON.validate_python(answer["hot_list"]) for answer in answers if answer["event"] == "hot_list")


def read_picture(path: Path, name: str) -> DecodedPicture:
    """Return a picture that the user calls `name`, written anew by the worker; raise FileRefused."""
    request = {"task": "picture", "path": str(path.resolve()), "name": name}
    with closing(answer(request, _never)) as frames:
        [(header, tables)] = list(frames)
        row = pa.ipc.open_stream(tables[0]).read_all().to_pylist()[0]
    return DecodedPicture(header["width"], header["height"], row["content"], row["thumbnail"])


def check_pictures(pictures: Sequence[tuple[Path, str]]) -> None:
    """Let one worker decode pictures that the user calls so; raise FileRefused for the first that is none."""
    if pictures:
        files = [(str(path.resolve()), name) for path, name in pictures]
        _ask({"task": "check_pictures", "pictures": files, "name": pictures[0][1]})


def list_members(path: Path, name: str) -> list[Member] | None:
    """Return the files in a ZIP archive, None where the file is no archive; raise FileRefused for a bad one."""
    found = _ask({"task": "members", "path": str(path.resolve()), "name": name})[0]["members"]
    return None if found is None else [Member(*member) for member in found]


def extract_member(path: Path, member: Member, target: Path, name: str) -> None:
    """Unpack one member of a ZIP archive to `target`, a path of ours; raise FileRefused."""
    place = (member.place, member.name, member.size)
    _ask(
        {"task": "extract", "path": str(path.resolve()), "name": name, "member": place, "target": str(target.resolve())}
    )


def _ask(request: dict[str, Any], should_stop: Callable[[], bool] = _never) -> list[dict[str, Any]]:
    with closing(answer(request, should_stop)) as frames:
        return [header for header, _ in frames]


def _opened(header: dict[str, Any], tables: list[memoryview]) -> Opened:
    return Opened(header["reader"], header["format"], [OpenedTable(*table) for table in header["tables"]])


def _works(header: dict[str, Any], tables: list[memoryview]) -> WorksBatch:
    works, rejected, notes, remarks = (pa.ipc.open_stream(table).read_all() for table in tables)
    return WorksBatch(works, rejected, notes, remarks, header["rows_read"])


def _comments(header: dict[str, Any], tables: list[memoryview]) -> CommentsBatch:
    return CommentsBatch(*(pa.ipc.open_stream(table).read_all() for table in tables))


def _progress(header: dict[str, Any], tables: list[memoryview]) -> Progress:
    return Progress(header["done"], header["total"])


def _other(header: dict[str, Any], tables: list[memoryview]) -> OtherRows:
    return OtherRows(header["kind"], header["rows"])


def _proposal(header: dict[str, Any], tables: list[memoryview]) -> Unmapped:
    found = header["proposal"]
    return Unmapped(
        Proposal(
            format=found["format"],
            table=found["table"],
            tables=tuple(found["tables"]),
            columns=tuple(found["columns"]),
            preview=tuple(tuple(row) for row in found["preview"]),
            mapping=found["mapping"],
            is_certain=found["is_certain"],
            doubts=tuple(Message(doubt["template"], **doubt["values"]) for doubt in found["doubts"]),
        )
    )


_EVENTS: dict[str, Callable[[dict[str, Any], list[memoryview]], Event]] = {
    "opened": _opened,
    "works": _works,
    "comments": _comments,
    "progress": _progress,
    "other": _other,
    "unmapped": _proposal,
}
