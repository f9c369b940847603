"""JSONL (NDJSON): one record a line; a line that is no JSON is refused with its number, the others come in."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from blindspot.errors import FileRefused, Message
from blindspot.readers.formats.columns import Rejects, gather
from blindspot.readers.formats.encodings import Encoding
from blindspot.readers.formats.json_cells import collect_keys, slice_records
from blindspot.readers.formats.json_lists import expand_playlists, find_lists, is_plain_record
from blindspot.readers.formats.misfits import MISFIT
from blindspot.readers.formats.position import Position, Stage
from blindspot.readers.shapes import Shape, Table

_LONGEST_LINE = 16 << 20
_FILLING = "\x00\x1a \t\r\n\ufeff"


def is_json_lines(text: io.TextIOWrapper) -> bool:
    """Tell whether the text has an object a line: the first two filled lines each open one, the first closes it."""
    first = _next_line(text)
    if not (first.startswith("{") and first.endswith("}")):
        return False
    return _next_line(text).startswith("{")


def open_json_lines(path: Path, name: str, encoding: Encoding, position: Position) -> list[Table]:
    """Return the one table of a JSONL file, read twice: once for its keys, once for its records; rows are lines."""
    first_pass = _read_records(path, encoding, Rejects(), Stage(position, 0.0, 0.4))
    keys = collect_keys((record for _, record in first_pass), name)
    if not keys.keys:
        raise FileRefused("{file} holds no records.", "Export it again once the tool has found works.", file=name)
    rejects = Rejects()
    second_pass = _read_records(path, encoding, rejects, Stage(position, 0.4, 1.0))
    slices = slice_records(second_pass, keys, rejects, encoding.misfit_reason)
    return [Table(Shape("jsonl", "", frozenset(keys.columns)), keys.columns, gather(slices), rejects.rows)]


def _read_records(path: Path, encoding: Encoding, rejects: Rejects, stage: Stage) -> Iterator[tuple[int, Any]]:
    size = path.stat().st_size
    with encoding.open(path) as text:
        for row, line in enumerate(text, start=1):
            content = line.strip(_FILLING)
            if not content:
                continue
            try:
                value = json.loads(content)
            except RecursionError:
                rejects.add(row, Message("Its values are nested too deeply."))
                continue
            except ValueError:
                misfit = encoding.misfit_reason if MISFIT in content else None
                rejects.add(row, misfit or Message("The line is not valid JSON."))
                continue
            stage.reach(text.buffer.tell() / size)
            for record in _records_of(value):
                yield row, record


def _records_of(value: Any) -> Iterator[Any]:
    """Yield the record of a line, or those that it wraps where each line is an API answer or a playlist."""
    if not isinstance(value, dict) or is_plain_record(value):
        yield value
        return
    for _, records in find_lists(value):
        yield from expand_playlists(records)


def _next_line(text: io.TextIOWrapper) -> str:
    while line := text.readline(_LONGEST_LINE):
        if content := line.strip(_FILLING):
            return content
    return ""
