"""JSON text decoded value by value from a stream that may break off.

The standard library decodes everywhere here: orjson rounds whole numbers above 64 bits and refuses the NaN that Python
tools write, and guarding against both costs more than it saves.
"""

from __future__ import annotations

import json
import re
from typing import Any, TextIO

_BLOCK = 1 << 20
_LONGEST_VALUE = 16 << 20
_BLANK = re.compile(r"[ \t\r\n\ufeff\x00\x1a]*")
_DECODER = json.JSONDecoder()


class BrokenJsonError(ValueError):
    """The text is no JSON from `line` on."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class JsonStream:
    """A cursor over JSON text of any length that decodes one value at a time."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._buffer = ""
        self._at = 0
        self._lines_before = 1
        self._is_read = False

    @property
    def line(self) -> int:
        """The line of the cursor, from 1."""
        return self._lines_before + self._buffer.count("\n", 0, self._at)

    def peek(self) -> str:
        """Skip blanks and return the character at the cursor, "" at the end."""
        while True:
            match = _BLANK.match(self._buffer, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._read_on():
                return ""

    def take(self, wanted: str) -> bool:
        """Step over the wanted character where the cursor stands on it."""
        if self.peek() != wanted:
            return False
        self._at += 1
        return True

    def expect(self, wanted: str) -> None:
        """Step over the wanted character; raise BrokenJsonError where another one stands."""
        if not self.take(wanted):
            raise BrokenJsonError(self.line)

    def value(self) -> Any:
        """Decode the value at the cursor and step over it; raise BrokenJsonError where there is none."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._buffer, self._at)
            except RecursionError as error:
                raise BrokenJsonError(self.line) from error
            except ValueError as error:
                if len(self._buffer) - self._at > _LONGEST_VALUE or not self._read_on():
                    raise BrokenJsonError(self.line) from error
                continue
            # A number at the end of the buffer may go on in the next block.
            if end == len(self._buffer) and self._read_on():
                continue
            self._at = end
            return value

    def _read_on(self) -> bool:
        block = "" if self._is_read else self._text.read(_BLOCK)
        self._is_read = not block
        if block:
            self._lines_before += self._buffer.count("\n", 0, self._at)
            self._buffer = self._buffer[self._at :] + block
            self._at = 0
        return bool(block)
