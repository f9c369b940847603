"""The names under which tables keep a field (aliases.toml), and the form in which names are compared."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

ALIASES = Path(__file__).with_name("aliases.toml")
LATER = 100
"""What is added to the rank of a name that only the last part of a path bears."""


def fold(name: str) -> str:
    """Return a column name as it is compared: NFKC, lower case, no blanks, marks or bracketed units."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    without_unit = re.sub(r"\([^)]*\)$", "", plain) if not plain.startswith("(") else plain
    return re.sub(r"[\s_\-./:]", "", without_unit or plain)


@cache
def ranks() -> dict[str, dict[str, int]]:
    """Return field -> folded name -> rank (0 is best)."""
    return {
        field: {fold(name): rank for rank, names in reversed(list(enumerate(tiers))) for name in names}
        for field, tiers in _read()["fields"].items()
    }


@cache
def comment_columns() -> frozenset[str]:
    """Return the folded names of columns that only tables of comments have."""
    return frozenset(fold(name) for name in _read()["comments"]["columns"])


@cache
def comment_names() -> dict[str, tuple[frozenset[str], ...]]:
    """Return part of a comment (said, comment_id, said_at, comment_likes) -> its folded names, rank by rank."""
    tiers = {name: names for name, names in _read()["comments"].items() if name != "columns"}
    return {name: tuple(frozenset(map(fold, names)) for names in ranked) for name, ranked in tiers.items()}


@cache
def platform_names() -> dict[str, str]:
    """Return what a platform column may say (lower case) -> our name of the platform."""
    return {name: platform for platform, names in _read()["platforms"].items() for name in names}


def is_known_name(column: str) -> bool:
    """Say whether a column's whole name is one under which tables keep a field."""
    return any(fold(column) in names for names in ranks().values())


def rank_of(field: str, column: str) -> int | None:
    """Return how good a column's name is for a field; None where it is no name for it."""
    known = ranks()[field]
    whole = known.get(fold(column))
    if whole is not None:
        return whole
    parts = re.split(r"[./]", column)
    last = known.get(fold(parts[-1])) if len(parts) > 1 else None
    return None if last is None else last + LATER


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(ALIASES.read_text(encoding="utf-8"))
