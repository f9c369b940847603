"""The names under which tables keep a field (aliases.toml), and the form in which names are compared."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from blindspot.readers.mapping.names import grade_of, may_hold, plain, says

ALIASES = Path(__file__).with_name("aliases.toml")
LATER = 100
"""What is added to the rank of a name that only the last part of a path bears."""
BY_WORDS = 200
"""What is added to the rank of a name that is none of the file's, but whose words say the field."""
OF_THE_WORK = ("title", "text", "creator_name", "creator_id")


def fold(name: str) -> str:
    """Return a column name as it is compared: without case, accents, blanks, marks or bracketed units."""
    bare = plain(name)
    without_unit = re.sub(r"\([^)]*\)$", "", bare) if not bare.startswith("(") else bare
    return re.sub(r"[\s_\-./:]", "", without_unit or bare)


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
def millisecond_tools() -> tuple[frozenset[str], ...]:
    """Return the columns that betray a tool which writes lengths in milliseconds."""
    return tuple(map(frozenset, _read()["milliseconds"]["tools"]))


@cache
def comment_names() -> dict[str, tuple[frozenset[str], ...]]:
    """Return part of a comment (said, comment_id, said_at, comment_likes) -> its folded names, rank by rank."""
    tiers = {name: names for name, names in _read()["comments"].items() if name != "columns"}
    return {name: tuple(frozenset(map(fold, names)) for names in ranked) for name, ranked in tiers.items()}


def is_known_name(column: str) -> bool:
    """Say whether a column's whole name is one under which tables keep a field."""
    return any(fold(column) in names for names in ranks().values())


@lru_cache(maxsize=100_000)
def rank_of(field: str, column: str) -> int | None:
    """Return how good a column's name is for a field; None where it is no name for it.

    Of a path (stats.playCount, authorMeta/name) the later parts count too, unless what they lie in is another thing:
    music.title is no work's title.
    """
    known = ranks().get(field, {})
    parts = re.split(r"[./]", column)
    # what a work's video is called comes after what the work itself is called
    is_of_part = len(parts) > 1 and field in OF_THE_WORK and says("work", parts[0])
    whole = None if is_of_part else known.get(fold(column))
    if whole is not None:
        return whole
    inner = [parts[at:] for at in range(1, len(parts)) if may_hold(" ".join(parts[:at]))]
    if inner and inner[-1] == parts[-1:] and (last := known.get(fold(parts[-1]))) is not None:
        return last + LATER
    for depth, rest in enumerate([parts, *inner]):
        grade = grade_of(field, ".".join(rest))
        if grade is not None:
            return grade + BY_WORDS + LATER * depth
    return None


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(ALIASES.read_text(encoding="utf-8"))
