"""How the worker answers: frames of two lengths, a JSON header and Arrow tables, on a pipe of their own."""

from __future__ import annotations

import io
import json
import struct
import threading
from typing import IO, Any

import polars as pl

_LENGTHS = struct.Struct(">IQ")
_LONGEST_HEADER = 256 << 20
_LONGEST_PAYLOAD = 2 << 30


class FrameWriter:
    """The worker's end of the pipe; safe to use from its progress thread too."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def send(self, event: str, *tables: pl.DataFrame, **values: object) -> None:
        """Send one frame; the tables travel as Arrow IPC streams one after another."""
        parts = [_encode(table) for table in tables]
        header = json.dumps({"event": event, "sizes": [len(part) for part in parts], **values}, default=str).encode()
        with self._lock:
            self._pipe.write(_LENGTHS.pack(len(header), sum(map(len, parts))))
            self._pipe.write(header)
            for part in parts:
                self._pipe.write(part)
            self._pipe.flush()


def read_frame(pipe: IO[bytes]) -> tuple[dict[str, Any], list[memoryview]] | None:
    """Return the header and the Arrow streams of the next frame, None where the pipe ends, also in mid-frame.

    Raise ValueError for what cannot be a frame.
    """
    lengths = pipe.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    header_size, payload_size = _LENGTHS.unpack(lengths)
    if header_size > _LONGEST_HEADER or payload_size > _LONGEST_PAYLOAD:
        raise ValueError("no frame")
    header = pipe.read(header_size)
    payload = pipe.read(payload_size)
    if len(header) < header_size or len(payload) < payload_size:
        return None
    values = json.loads(header)
    view, parts, at = memoryview(payload), [], 0
    for size in values.pop("sizes"):
        parts.append(view[at : at + size])
        at += size
    return values, parts


def _encode(table: pl.DataFrame) -> memoryview:
    buffer = io.BytesIO()
    # As polars holds them, without a copy; pyarrow at the other end knows string views.
    table.write_ipc_stream(buffer, compat_level=pl.CompatLevel.newest())
    return buffer.getbuffer()
