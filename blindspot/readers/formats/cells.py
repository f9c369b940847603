"""How one value of a file that knows types (XLSX, JSON, SQLite) is written as text without losing a digit."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import orjson


def write_number(value: float) -> str | None:
    """Return a float in full digits ("7523130791862865000", "0.0000001"), a whole one without ".0", NaN as None."""
    if not math.isfinite(value):
        return None
    text = repr(value)
    if "e" in text:
        text = format(Decimal(text), "f")
    return text.removesuffix(".0")


def write_json(value: object) -> str:
    """Return a list or object as compact JSON text in real characters; raise RecursionError if too deep."""
    try:
        return orjson.dumps(value).decode()
    except (TypeError, orjson.JSONEncodeError):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write_span(value: dt.timedelta) -> str:
    seconds = round(value.total_seconds())
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _write_moment(value: dt.datetime) -> str:
    return (value + dt.timedelta(microseconds=500_000)).strftime("%Y-%m-%d %H:%M:%S")


def _write_bytes(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.hex()


_WRITERS: dict[type, Callable[[Any], str | None]] = {
    str: lambda value: value or None,
    int: str,
    bool: lambda value: "true" if value else "false",
    float: write_number,
    type(None): lambda value: None,
    dt.datetime: _write_moment,
    dt.date: dt.date.isoformat,
    dt.time: lambda value: value.strftime("%H:%M:%S"),
    dt.timedelta: _write_span,
    bytes: _write_bytes,
    list: write_json,
    dict: lambda value: write_json(value) if value else None,
}


def write_cell(value: object) -> str | None:
    """Return any cell value as text; missing and empty ones as None, dates as ISO, booleans as true and false."""
    return _WRITERS[type(value)](value)


def write_cells(values: tuple[object, ...]) -> list[str | None]:
    """Return one column's values as text."""
    if set(map(type, values)) == {str}:
        return [value or None for value in values]  # type: ignore[misc]
    return [_WRITERS[type(value)](value) for value in values]
