"""Records of a JSON document read one by one: for documents too large to hold, and for those that break off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from blindspot.readers.formats.json_lists import expand_playlists, may_hold_records
from blindspot.readers.formats.json_values import BrokenJsonError, JsonStream

_LEVELS = 3


def stream_records(stream: JsonStream) -> Iterator[Any]:
    """Yield the items of every list of records in order; raise BrokenJsonError where the text breaks off."""
    opening = stream.peek()
    if opening == "[":
        yield from _stream_list(stream)
    elif opening == "{":
        yield from _stream_object(stream, _LEVELS)
    if stream.peek():
        raise BrokenJsonError(stream.line)


def _stream_list(stream: JsonStream) -> Iterator[Any]:
    stream.expect("[")
    if stream.take("]"):
        return
    while True:
        yield from expand_playlists([stream.value()])
        if stream.take("]"):
            return
        stream.expect(",")


def _stream_object(stream: JsonStream, levels: int) -> Iterator[Any]:
    stream.expect("{")
    if stream.take("}"):
        return
    keys: set[str] = set()
    while True:
        key = stream.value()
        if not isinstance(key, str):
            raise BrokenJsonError(stream.line)
        keys.add(key)
        stream.expect(":")
        opening = stream.peek()
        if may_hold_records(key, keys) and opening == "[":
            yield from _stream_list(stream)
        elif may_hold_records(key, keys) and opening == "{" and levels > 1:
            yield from _stream_object(stream, levels - 1)
        else:
            stream.value()
        if stream.take("}"):
            return
        stream.expect(",")
