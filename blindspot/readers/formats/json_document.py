"""JSON documents: an array, an API answer with a list in it, or one record; a broken end costs only what it broke."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

from blindspot.errors import FileRefused, Message
from blindspot.readers.formats.columns import Rejects, gather
from blindspot.readers.formats.encodings import Encoding
from blindspot.readers.formats.json_cells import Keys, collect_keys, slice_records
from blindspot.readers.formats.json_lists import expand_playlists, find_lists
from blindspot.readers.formats.json_stream import stream_records
from blindspot.readers.formats.json_values import BrokenJsonError, JsonStream
from blindspot.readers.formats.position import Position, Stage
from blindspot.readers.shapes import Shape, Table

HELD_BYTES = 32 << 20
"""Up to this size a document is decoded at once; its objects take some ten times as much memory."""


def open_document(path: Path, name: str, encoding: Encoding, position: Position) -> list[Table]:
    """Return one table a list of records; rows are item numbers from 1."""
    if path.stat().st_size > HELD_BYTES:
        return [_open_stream(path, name, encoding, position)]
    with encoding.open(path) as text:
        content = text.read().strip("\x00\x1a \t\r\n")
    try:
        lists = find_lists(json.loads(content))
    except (ValueError, RecursionError):
        documents = _decode_several(path, encoding)
        if not documents:
            return [_open_stream(path, name, encoding, position)]
        lists = [("", [record for one in documents for _, records in find_lists(one) for record in records])]
    tables = [
        _open_list(place, list(expand_playlists(records)), name, position, encoding.misfit_reason)
        for place, records in lists
    ]
    filled = [table for table in tables if table is not None]
    if not filled:
        raise FileRefused("{file} holds no records.", "Export it again once the tool has found works.", file=name)
    return filled


def _decode_several(path: Path, encoding: Encoding) -> list[Any]:
    """Return the objects of a text that holds several one after another (jq writes such files), else nothing."""
    documents = []
    with encoding.open(path) as text:
        stream = JsonStream(text)
        try:
            while stream.peek() == "{":
                documents.append(stream.value())
        except BrokenJsonError:
            return []
        return [] if stream.peek() else documents


def _open_list(place: str, records: list[Any], name: str, position: Position, misfit: Message | None) -> Table | None:
    keys = collect_keys(records, name)
    if not keys.keys:
        return None
    rejects = Rejects()

    def slices() -> Iterator[pl.DataFrame]:
        for piece in slice_records(enumerate(records, start=1), keys, rejects, misfit):
            yield piece
            position.share = min(1.0, position.share + piece.height / len(records))

    return Table(_shape(place, keys), keys.columns, gather(slices()), rejects.rows)


def _open_stream(path: Path, name: str, encoding: Encoding, position: Position) -> Table:
    """Return the table of a document read twice from the file: once for its keys, once for its records."""
    first_break: list[int] = []

    def all_records(stage: Stage) -> Iterator[tuple[int, Any]]:
        with encoding.open(path) as text:
            row = 0
            try:
                for row, record in enumerate(stream_records(JsonStream(text)), start=1):
                    stage.reach(text.buffer.tell() / path.stat().st_size)
                    yield row, record
            except BrokenJsonError as error:
                first_break[:] = [row + 1, error.line]

    keys = collect_keys((record for _, record in all_records(Stage(position, 0.0, 0.4))), name)
    if not keys.keys:
        raise _refusal(name, first_break)
    rejects = Rejects()

    def slices() -> Iterator[pl.DataFrame]:
        first_break.clear()
        yield from slice_records(all_records(Stage(position, 0.4, 1.0)), keys, rejects, encoding.misfit_reason)
        if first_break:
            row, line = first_break
            rejects.add(row, Message("The file breaks off or is no longer valid JSON in line {line}.", line=line))

    return Table(_shape("", keys), keys.columns, gather(slices()), rejects.rows)


def _refusal(name: str, first_break: list[int]) -> FileRefused:
    if not first_break:
        return FileRefused("{file} holds no records.", "Export it again once the tool has found works.", file=name)
    return FileRefused(
        "{file} is not valid JSON: it breaks off in line {line} before its first whole record.",
        "Export it again; the tool may have stopped while it wrote the file.",
        file=name,
        line=first_break[1],
    )


def _shape(place: str, keys: Keys) -> Shape:
    return Shape("json", place, frozenset(keys.columns))
