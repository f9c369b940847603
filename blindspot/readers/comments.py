"""Where an export keeps each part of a comment, and how a batch of its text cells becomes comments and rejects.

Who wrote a comment is personal and says nothing about demand, so no field of it is ever read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from blindspot.errors import Message
from blindspot.readers.cells.bilibili_ids import one_id
from blindspot.readers.cells.columns import with_missing
from blindspot.readers.cells.counts import to_counts
from blindspot.readers.cells.ids import are_error_cells, are_rounded, plain_ids
from blindspot.readers.cells.times import to_times
from blindspot.readers.fields import NOTHING
from blindspot.readers.shapes import COMMENT_SCHEMA, REJECT_SCHEMA, CommentReading
from blindspot.settings import read_settings

NO_WORK = Message("The comment does not say under which work it stands.")
NO_TEXT = Message("The comment has no text.")
LOST_WORK = Message("The work's id {value} has lost its digits in a spreadsheet. Export again with ids as text.")


@dataclass(frozen=True, eq=False)
class CommentFields:
    """Expressions over a table's text columns, one a field; `unfold` first turns a batch into one row a comment."""

    platform: pl.Expr
    work_id: pl.Expr
    text: pl.Expr
    comment_id: pl.Expr = NOTHING
    said_at: pl.Expr = NOTHING
    likes: pl.Expr = NOTHING
    unfold: Callable[[pl.DataFrame], pl.DataFrame] | None = None


def read_comments(batch: pl.DataFrame, fields: CommentFields) -> CommentReading:
    """Turn a batch of text cells into comments; every row ends in `comments` or in `rejected`, once."""
    rows = fields.unfold(batch) if fields.unfold else batch
    said = {name: value for name, value in vars(fields).items() if isinstance(value, pl.Expr)}
    raw = with_missing(rows, list(said.values())).select("row", **said)
    raw = raw.with_columns(plain_ids(raw["work_id"]), plain_ids(raw["comment_id"]))
    raw = raw.with_columns(one_id(raw.select("platform", "work_id", url=pl.lit(""))))
    is_lost = are_rounded(raw["work_id"]) | are_error_cells(raw["work_id"])
    # an id that lost its digits is another comment's too
    raw = raw.with_columns(comment_id=raw["comment_id"].set(are_rounded(raw["comment_id"]), None))
    reasons = raw.select(
        "row",
        reason=pl.when(pl.col("work_id").is_null())
        .then(pl.lit(NO_WORK.template))
        .when(is_lost)
        .then(pl.lit(LOST_WORK.template))
        .when(pl.col("text").is_null())
        .then(pl.lit(NO_TEXT.template)),
        values=pl.struct(value="work_id").struct.json_encode().cast(pl.String),
    )
    is_refused = reasons["reason"].is_not_null()
    kept = raw.filter(~is_refused)
    comments = kept.with_columns(
        to_times(kept["said_at"], read_settings().zone).alias("said_at"), to_counts(kept["likes"]).alias("likes")
    )
    return CommentReading(
        comments.select(COMMENT_SCHEMA.names()).cast(COMMENT_SCHEMA),
        reasons.filter(is_refused).cast(REJECT_SCHEMA),
    )
