"""What kinds of rows ask of their fields: no blanks around words, one of the known words, something at all."""

from __future__ import annotations

from collections.abc import Collection

from blindspot.editing.items import Row
from blindspot.errors import BlindspotError, NotFound


def stripped(fields: Row) -> Row:
    """Return fields with no blanks around any text, nor around those in lists of texts."""
    return {name: _stripped(value) for name, value in fields.items()}


def need(fields: Row, name: str, error: BlindspotError) -> None:
    """Raise the error where the field is among these and says nothing."""
    if name in fields and not str(fields[name] or "").strip():
        raise error


def one_of(known: Collection[str], word: str) -> None:
    """Raise NotFound for another word than the known ones."""
    if word not in known:
        raise NotFound("There is no “{word}” here.", "Use one of: {known}.", word=word, known=", ".join(known))


def _stripped(value: object) -> object:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return [one.strip() if isinstance(one, str) else one for one in value]
    return value
