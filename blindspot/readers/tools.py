"""A reader declared by its tables: which columns betray each kind of table, and where the works' fields stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

import polars as pl

from blindspot.readers.cells.columns import wording
from blindspot.readers.comments import CommentFields, read_comments
from blindspot.readers.fields import WorkFields, read_works
from blindspot.readers.mapping.aliases import rank_of
from blindspot.readers.shapes import CommentReading, Reading, Shape

NO_WORDS = r"^\s*(?:[\[{]|(?i:https?:)?//|[^\p{L}]*$)"
"""What tools keep beside the words that were said: lists of subtitle files, links to them, sample rates (asr)."""


@dataclass(frozen=True, eq=False)
class TableKind:
    """One kind of table that a tool writes: it has all columns of one of the signatures (forks add columns).

    `kind` is works, comments or creators. `comments` says where comments stand, which a table of works may hold too;
    a comments table without it is only counted.
    """

    kind: str
    signatures: tuple[frozenset[str], ...]
    fields: WorkFields | None = None
    comments: CommentFields | None = None

    def fits(self, shape: Shape) -> bool:
        """Say whether a table of this shape is of this kind."""
        return any(signature <= shape.columns for signature in self.signatures)


@dataclass(frozen=True, eq=False)
class ToolReader:
    """One exporting tool; the first kind that fits a table counts, so the more particular kinds come first."""

    name: str
    tool: str
    kinds: tuple[TableKind, ...]

    def kind(self, shape: Shape) -> str | None:
        """Return "works", "comments" or "creators" where the table is one of this tool's, else None."""
        found = self._find(shape)
        return found.kind if found else None

    def read(self, batch: pl.DataFrame, shape: Shape) -> Reading:
        """Turn one batch of a works table into works."""
        return read_works(batch, self.fields(shape))

    def fields(self, shape: Shape) -> WorkFields:
        """Return where the tool keeps each field; a transcript may stand in a column that somebody added."""
        found = self._find(shape)
        if found is None or found.fields is None:
            raise ValueError(f"{self.name} holds no works in a table of these columns: {sorted(shape.columns)}")
        if found.fields.transcript.meta.root_names():
            return found.fields
        ranked = {column: rank_of("transcript", column) for column in sorted(shape.columns)}
        named = [column for column, rank in ranked.items() if rank is not None]
        added = min(named, key=lambda column: ranked[column] or 0, default=None)
        if added is None:
            return found.fields
        words = wording(added)
        return replace(found.fields, transcript=pl.when(~words.str.contains(NO_WORDS)).then(words))

    def read_comments(self, batch: pl.DataFrame, shape: Shape) -> CommentReading | None:
        """Return the comments in one batch, None where tables of this kind hold none that can be read."""
        found = self._find(shape)
        return read_comments(batch, found.comments) if found and found.comments else None

    def _find(self, shape: Shape) -> TableKind | None:
        return next((kind for kind in self.kinds if kind.fits(shape)), None)


def works(*signatures: str, fields: WorkFields, comments: CommentFields | None = None) -> TableKind:
    """Declare a works table; each signature is a string of column names parted by blanks."""
    return TableKind("works", _parse(signatures), fields, comments)


def comments(*signatures: str, fields: CommentFields | None = None) -> TableKind:
    """Declare a table of comments."""
    return TableKind("comments", _parse(signatures), comments=fields)


def creators(*signatures: str) -> TableKind:
    """Declare a table of creators."""
    return TableKind("creators", _parse(signatures))


def _parse(signatures: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(signature.split()) for signature in signatures)
