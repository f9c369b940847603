"""How a document goes from the process that reads it to the app: as JSON values, checked again on arrival."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from blindspot.documents.document import Document


def as_json(document: Document) -> dict[str, Any]:
    """Return a document as JSON values."""
    values: dict[str, Any] = _adapter().dump_python(document, mode="json")
    return values


def from_json(values: dict[str, Any]) -> Document:
    """Return the document that `as_json` made the values of; raises pydantic's ValidationError for anything else."""
    return _adapter().validate_python(values)


@cache
def _adapter() -> TypeAdapter[Document]:
    """Made at the first document, as it takes longer than most pages."""
    return TypeAdapter(Document)
