"""Joins works of a former version that are one: Bilibili's number, word and first part of the same video."""

from __future__ import annotations

import polars as pl

from blindspot.library.removal import remove_orphans
from blindspot.library.staging import rebuild_responses
from blindspot.readers.cells.bilibili_ids import one_id
from blindspot.store import Transaction


def join_bilibili_works(tx: Transaction) -> int:
    """Give every video on Bilibili the one id that imports give it now; return how many works had another.

    Where a video is known by several, one work takes the captures of the others; what a person said of any holds.
    """
    former = _former_ids(pl.DataFrame(tx.arrow("library/bilibili_ids")))
    if former.is_empty():
        return 0
    with tx.given(former_ids=former.to_arrow(), touched=former.select(work_key="into_key").unique().to_arrow()):
        tx.run("library/rename_works")
        tx.run("library/join_snapshots")
        tx.run("library/move_person_labels")
        tx.run("library/remove_former_person_labels")
        tx.run("library/move_comments")
        tx.run("library/restate_counts")
    remove_orphans(tx)
    rebuild_responses(tx)
    return len(former)


def _former_ids(works: pl.DataFrame) -> pl.DataFrame:
    """Return the works whose id changes: work_key, platform, former_id, work_id, into_key (the oldest of that id)."""
    named = works.with_columns(one_id(works).alias("one_id")).with_columns(
        into_key=pl.when(pl.col("work_id") == pl.col("one_id")).then("work_key").min().over("one_id")
    )
    first = pl.coalesce("into_key", pl.col("work_key").min().over("one_id"))
    return named.filter(pl.col("work_id") != pl.col("one_id")).select(
        "work_key", "platform", former_id="work_id", work_id="one_id", into_key=first
    )
