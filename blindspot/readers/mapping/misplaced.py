"""Tells tables of works and of comments from other tables, so that none comes in as what it is not."""

from __future__ import annotations

from collections.abc import Iterable

from blindspot.errors import FileRefused
from blindspot.readers.mapping.aliases import comment_columns, fold, rank_of


def refuse_works(columns: Iterable[str], name: str) -> None:
    """Raise FileRefused where a column is one that only tables of works or of comments have."""
    names = list(columns)
    if any(fold(column) in comment_columns() for column in names):
        raise FileRefused(
            "{file} is a table of comments.", "Import it with `comments import`, or on Import.", file=name
        )
    if any(rank_of("work_id", column) == 0 for column in names):
        raise FileRefused("{file} is a table of works.", "Import it with `import`, or on Import.", file=name)
