"""Mappings that the user confirmed: remembered by the table's header, so that its next export asks nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from blindspot.editing import Change
from blindspot.editing.actions import apply
from blindspot.editing.rows import read_rows
from blindspot.store import Transaction

SCOPE = "mappings"
"""Where their edits are undone."""


def header_hash(columns: Iterable[str]) -> str:
    """Return what a header is known by: the SHA-256 of its column names, whatever their order."""
    return hashlib.sha256(json.dumps(sorted(columns), ensure_ascii=False).encode()).hexdigest()


def as_text(mapping: dict[str, Any] | None) -> str | None:
    """Return a mapping as it is stored; equal mappings give equal texts."""
    return json.dumps(mapping, ensure_ascii=False, sort_keys=True) if mapping else None


def known_mapping(
    tx: Transaction, columns: Iterable[str], confirmed: dict[str, Any] | None = None
) -> dict[str, Any] | None:
    """Return how the user said that tables with these columns are to be read, now (`confirmed`) or earlier."""
    known_as = header_hash(columns)
    if confirmed and header_hash(confirmed["header"]) == known_as:
        return confirmed
    found = tx.rows("library/header_mapping", header_hash=known_as)
    return json.loads(found[0]["mapping"]) if found else None


def remember_mapping(tx: Transaction, who: str, mapping: dict[str, Any]) -> None:
    """Keep a mapping for the header that it names, as `who` confirmed it; the one before stays in the history."""
    known_as = header_hash(mapping["header"])
    row = read_rows(tx, "mapping", [known_as]).get(known_as)
    said = {"mapping": as_text(mapping), "is_binned": False}
    apply(tx, who, SCOPE, [Change("mapping", known_as, row["rev"] if row else None, said)])
