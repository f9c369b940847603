"""Puts works into topics and labels them by the codebooks' terms; a person's label wins over every rule."""

from __future__ import annotations

import pandas as pd
import polars as pl
import pyarrow as pa

from blindspot.labelling.folding import fold_term
from blindspot.labelling.matching import match_terms
from blindspot.store import Transaction

MOST_STALE = 0.2
"""Share of the library's works up to which their facts are rewritten one by one."""


def label_new_words(tx: Transaction, works: pa.Table, *, is_sample: bool, stale: pa.Table | None = None) -> None:
    """Select and label works whose words are new or changed, for every topic they may belong to.

    `works` has one row a work: work_key, search_text. `stale` (work_key) names all works whose facts may have changed,
    those among them; None: any may.
    """
    topic_ids = tx.frame("library/topics_to_label", is_sample=is_sample)["topic_id"].tolist()
    if topic_ids and works.num_rows:
        _select_works(tx, works, topic_ids)
        angle_ids = tx.frame("library/angle_ids_of_topics", topic_ids=topic_ids)["angle_id"].tolist()
        _label(tx, works, angle_ids)
    if stale is None:
        rebuild_facts(tx, topic_ids)
    elif topic_ids and stale.num_rows:
        _refresh_facts(tx, topic_ids, stale)


def select_topic_works(tx: Transaction, topic_id: int, *, is_sample: bool) -> None:
    """Select a topic's works anew from the whole library, after its terms or dates changed, and label them all."""
    works = tx.arrow("library/search_texts_of_library", is_sample=is_sample)
    _select_works(tx, works, [topic_id])
    angle_ids = tx.frame("library/angle_ids_of_topics", topic_ids=[topic_id])["angle_id"].tolist()
    _label(tx, works, angle_ids)
    rebuild_facts(tx, [topic_id])


def label_angles(tx: Transaction, topic_id: int, angle_ids: list[int]) -> None:
    """Label a topic's works anew for the angles whose terms changed, and for no other."""
    if not angle_ids:
        rebuild_facts(tx, [topic_id])
        return
    _label(tx, tx.arrow("library/search_texts_of_topic", topic_id=topic_id), angle_ids)
    tx.run("library/forget_retired_facts", topic_id=topic_id)
    tx.run("library/forget_angle_facts", angle_ids=angle_ids)
    tx.run("library/build_angle_facts", angle_ids=angle_ids)
    tx.run("library/mark_labelled", topic_id=topic_id)


def rebuild_facts(tx: Transaction, topic_ids: list[int]) -> None:
    """Rebuild what coverage is counted from, for some topics."""
    tx.run("library/forget_facts", topic_ids=topic_ids)
    tx.run("library/build_facts", topic_ids=topic_ids)
    tx.run("library/forget_scope", topic_ids=topic_ids)
    tx.run("library/build_scope", topic_ids=topic_ids)


def _refresh_facts(tx: Transaction, topic_ids: list[int], stale: pa.Table) -> None:
    """Rewrite the facts of some works, or all where they are many: many single rows would undo their order."""
    if stale.num_rows > MOST_STALE * tx.value("library/count_library"):
        rebuild_facts(tx, topic_ids)
        return
    with tx.given(stale=stale):
        tx.run("library/forget_stale_facts", topic_ids=topic_ids)
        tx.run("library/build_stale_facts", topic_ids=topic_ids)
        tx.run("library/forget_stale_scope", topic_ids=topic_ids)
        tx.run("library/build_stale_scope", topic_ids=topic_ids)


def find_terms(works: pa.Table, terms: pd.DataFrame) -> pl.DataFrame:
    """Return every work × term in which the term occurs.

    `works`: work_key, search_text. `terms`: term plus columns of the caller, which the answer keeps.
    The answer has those columns and work_key, start_at (byte offset of the first occurrence in the search text).
    """
    wanted = pl.from_pandas(terms).with_columns(
        folded=pl.Series([fold_term(term) for term in terms["term"]], dtype=pl.String)
    )
    patterns = wanted.select("folded").unique(maintain_order=True).with_row_index("term_id")
    patterns = patterns.with_columns(pl.col("term_id").cast(pl.Int32))
    frame = pl.DataFrame(works)
    hits = match_terms(frame["search_text"], frame["work_key"], patterns)
    found = hits.join(patterns, on="term_id").drop("term_id")
    return found.join(wanted, on="folded").drop("folded")


def _select_works(tx: Transaction, works: pa.Table, topic_ids: list[int]) -> None:
    terms = tx.frame("library/topic_patterns", topic_ids=topic_ids)
    hits = find_terms(works, terms).select("topic_id", "work_key").to_arrow()
    with tx.given(touched=works.select(["work_key"]), topic_hits=hits):
        tx.run("library/forget_topic_works", topic_ids=topic_ids)
        tx.run("library/select_topic_works", topic_ids=topic_ids)


def _label(tx: Transaction, works: pa.Table, angle_ids: list[int]) -> None:
    terms = tx.frame("library/angle_patterns", angle_ids=angle_ids)
    hits = find_terms(works, terms).select("angle_id", "work_key", "term_id", "start_at").to_arrow()
    with tx.given(touched=works.select(["work_key"]), hits=hits):
        tx.run("library/forget_label_words", angle_ids=angle_ids)
        tx.run("library/add_label_words")
        tx.run("library/forget_labels", angle_ids=angle_ids)
        tx.run("library/decide_labels", angle_ids=angle_ids)
