"""Keeps viewers' comments: each once, without who wrote it, and says which of them ask something."""

from __future__ import annotations

import hashlib

import polars as pl
import pyarrow as pa

from blindspot.labelling.folding import fold_frame
from blindspot.labelling.questions import are_questions
from blindspot.readers.events import CommentsBatch
from blindspot.store import Transaction


def begin_comments(tx: Transaction) -> None:
    """Make the place where the comments of one file wait."""
    tx.run("library/create_staged_comments")


def stage_comments(tx: Transaction, batch: CommentsBatch, *, is_sample: bool) -> None:
    """Put one batch aside, with the key of each comment and what is searched of questions."""
    comments = pl.DataFrame(batch.comments)
    asks = are_questions(comments["text"])
    staged = comments.with_columns(
        comment_key=_keys(comments, is_sample=is_sample), is_question=asks, search_text=_fold_questions(comments, asks)
    )
    with tx.given(comment_batch=_as_arrow(staged)):
        tx.run("library/stage_comments", is_sample=is_sample)


def store_comments(tx: Transaction, import_id: int, *, is_sample: bool) -> int:
    """Store the comments put aside, and return how many of them were not known."""
    added = int(tx.value("library/count_new_comments"))
    tx.run("library/add_comments", is_sample=is_sample)
    tx.run("library/add_comment_sightings", import_id=import_id)
    tx.run("library/restate_comment_likes", import_id=import_id)
    return added


def place_comments(tx: Transaction) -> None:
    """Give comments whose table named no platform that of the work with their id, once it is known."""
    tx.run("library/place_comments")


def undo_comments(tx: Transaction, import_id: int) -> None:
    """Forget the comments that no other import brought, and the likes that this one knew."""
    touched = tx.arrow("library/comments_of_import", import_id=import_id)
    tx.run("library/undo_comment_sightings", import_id=import_id)
    with tx.given(touched_comments=touched):
        tx.run("library/remove_unseen_comments")
        tx.run("library/restate_comment_likes_without")


def _keys(comments: pl.DataFrame, *, is_sample: bool) -> pl.Series:
    """Return the same number for the same comment in every file: of platform and id, else of its work and words."""
    named = pl.concat_str(pl.col("platform").fill_null(""), pl.col("comment_id"), separator="\x1f")
    worded = pl.concat_str(pl.lit(""), "work_id", "text", separator="\x1f")
    names = comments.select(pl.coalesce(named, worded))
    prefix = "sample" if is_sample else ""
    return names.to_series().map_elements(lambda name: _number(prefix + name), return_dtype=pl.Int64)


def _number(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=8).digest(), signed=True)


def _fold_questions(comments: pl.DataFrame, asks: pl.Series) -> pl.Series:
    index = asks.arg_true()
    empty = pl.lit(None, dtype=pl.String)
    works = (
        comments["text"]
        .gather(index)
        .to_frame("title")
        .with_columns(text=empty, transcript=empty, hashtags=pl.lit(None, dtype=pl.List(pl.String)))
    )
    return pl.repeat(None, comments.height, dtype=pl.String, eager=True).scatter(index, fold_frame(works))


def _as_arrow(staged: pl.DataFrame) -> pa.Table:
    return staged.select(
        "row", "comment_key", "platform", "work_id", "text", "search_text", "said_at", "likes", "is_question"
    ).to_arrow()
