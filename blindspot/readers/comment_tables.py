"""Any table of comments that no tool's reader knows: which work, and what was said, by the names of its columns."""

from __future__ import annotations

import re

import polars as pl

from blindspot.readers.cells.columns import first, wording
from blindspot.readers.cells.ids import id_in_link, platform_of_id, platform_of_link
from blindspot.readers.comments import CommentFields, read_comments
from blindspot.readers.fields import NOTHING, WorkFields
from blindspot.readers.mapping.aliases import comment_names, fold, rank_of, ranks
from blindspot.readers.mapping.names import grade_of, says, words_of
from blindspot.readers.platforms import platform_names
from blindspot.readers.shapes import CommentReading, Reading, Shape


class CommentTable:
    """The reader called "comments": it needs a column of work ids or links and one of what was said.

    Unless `is_expected`, what was said must stand in a column that only comments have, such as comment_text.
    """

    name = "comments"
    tool = "any table of comments"

    def __init__(self, *, is_expected: bool) -> None:
        self._is_expected = is_expected

    def kind(self, shape: Shape) -> str | None:
        """Return "comments" where the table has the columns that are needed."""
        return "comments" if comment_columns(shape, is_expected=self._is_expected) else None

    def read(self, batch: pl.DataFrame, shape: Shape) -> Reading:
        """Raise ValueError: there are no works in such a table."""
        raise ValueError("a table of comments holds no works")

    def fields(self, shape: Shape) -> WorkFields:
        """Raise ValueError: there are no works in such a table."""
        raise ValueError("a table of comments holds no works")

    def read_comments(self, batch: pl.DataFrame, shape: Shape) -> CommentReading | None:
        """Return the comments in one batch."""
        columns = comment_columns(shape, is_expected=self._is_expected)
        return read_comments(batch, _fields(columns)) if columns else None


def comment_columns(shape: Shape, *, is_expected: bool) -> dict[str, str] | None:
    """Return which column holds which part; None where what was said or its work stands nowhere.

    Where nobody said that comments come, a column must be one that only comments have; if it is none of the known ones,
    then in a table that has no title, no plays and no length, since works may hold a comment of theirs.
    """
    columns = {fold(column): column for column in sorted(shape.columns, reverse=True)}
    found = {part: _find(columns, ranked) for part, ranked in comment_names().items()}
    found["said"] = next(filter(is_said, sorted(shape.columns)), None) or found["said"]
    found["said"] = found["said"] or next(filter(is_text, sorted(shape.columns)), None)
    found["comment_id"] = found["comment_id"] or next(filter(is_comment_id, sorted(shape.columns)), None)
    own = {name: column for name, column in columns.items() if not re.search(r"[./]", column)}
    is_surely_said = _find(own, comment_names()["said"][:1]) is not None
    is_likely = bool(is_said(found["said"] or "") or found["comment_id"]) and not _is_of_works(shape)
    if not (is_expected or is_surely_said or is_likely):
        return None
    for part in ("work_id", "url", "platform"):
        # a bare "id" is the comment's own
        names = (name for name in ranks()[part] if name in columns and name != "id")
        found[part] = columns.get(min(names, key=ranks()[part].__getitem__, default=""))
    free = [column for column in sorted(shape.columns) if column not in found.values() and says("work", column)]
    for part in ("work_id", "url"):
        found[part] = found[part] or next((column for column in free if grade_of(part, column) is not None), None)
    given = {part: column for part, column in found.items() if column}
    return given if "said" in given and given.keys() & {"work_id", "url"} else None


def is_said(column: str) -> bool:
    """Say whether a name is that of what was commented: comment_text, 评论内容."""
    said = words_of(column)
    is_named = any("comments" in word for word in said) and any(word & {"text", "title"} for word in said)
    whole = all(word & {"comments", "text", "title", "filler", "work"} for word in said)
    return fold(column) in comment_names()["said"][0] or (is_named and whole)


def is_text(column: str) -> bool:
    """Say whether a name is that of a text and of nothing else: textDisplay, 正文."""
    said = words_of(column)
    return any("text" in word for word in said) and all(word & {"text", "filler", "name", "comments"} for word in said)


def is_comment_id(column: str) -> bool:
    """Say whether a name is that of a comment's own id."""
    said = words_of(column)
    return len(said) > 1 and "comments" in said[0] and all(word & {"id", "filler"} for word in said[1:])


def _is_of_works(shape: Shape) -> bool:
    return any(
        rank_of(field, column) is not None for field in ("plays", "duration") for column in shape.columns
    ) or any(fold(column) in ranks()["title"] and ranks()["title"][fold(column)] == 0 for column in shape.columns)


def _find(columns: dict[str, str], ranked: tuple[frozenset[str], ...]) -> str | None:
    return next((columns[name] for names in ranked for name in sorted(names) if name in columns), None)


def _fields(columns: dict[str, str]) -> CommentFields:
    parts = {part: first(column) for part, column in columns.items()}
    link = parts.get("url", NOTHING)
    work_id = pl.coalesce(parts.get("work_id", NOTHING), id_in_link(link))
    said_platform = parts.get("platform", NOTHING).str.to_lowercase()
    return CommentFields(
        platform=pl.coalesce(
            said_platform.replace_strict(platform_names(), default=None),
            platform_of_link(link),
            platform_of_id(work_id),
        ),
        work_id=work_id,
        comment_id=parts.get("comment_id", NOTHING),
        text=wording(columns["said"]),
        said_at=parts.get("said_at", NOTHING),
        likes=parts.get("comment_likes", NOTHING),
    )
