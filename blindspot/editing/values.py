"""What people wrote, as it is stored: values that JSON has, in texts that every file format can carry on."""

from __future__ import annotations

import re
from typing import Any

import orjson

from blindspot.errors import BlindspotError

LONGEST_TEXT = 200_000
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""The control characters but tab and line ends: no editor, spreadsheet or XML takes them."""


def as_stored(fields: dict[str, Any]) -> dict[str, Any]:
    """Return fields as JSON values, dates as ISO text; raises BlindspotError for a text that is too long."""
    stored: dict[str, Any] = orjson.loads(orjson.dumps(_mended(fields), default=str))
    return stored


def _mended(value: Any) -> Any:
    match value:
        case str():
            return _mended_text(value)
        case dict():
            return {name: _mended(one) for name, one in value.items()}
        case list() | tuple():
            return [_mended(one) for one in value]
    return value


def _mended_text(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise BlindspotError(
            "A text may have {most} characters; this one has {count}.",
            "Shorten it.",
            most=LONGEST_TEXT,
            count=len(text),
        )
    # half of a pair of surrogates is what a browser leaves of a sign that was cut in two
    return CONTROL.sub("", text.encode("utf-8", "replace").decode())
