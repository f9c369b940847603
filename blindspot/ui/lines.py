"""Lists that are typed one entry a line."""

from __future__ import annotations

from collections.abc import Iterable


def read_lines(text: str | None) -> tuple[str, ...]:
    """Return the lines that hold something, without blanks around them and each only once, in order."""
    lines = (line.strip() for line in (text or "").splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def write_lines(entries: Iterable[str]) -> str:
    """Return entries as a text to edit."""
    return "\n".join(entries)
