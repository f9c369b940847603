"""Finds every term in every search text at once (Aho-Corasick in polars), and decides labels by rule."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import polars as pl

ROWS_PER_CHUNK = 50_000
HIT_SCHEMA = pl.Schema({"work_key": pl.Int64, "term_id": pl.Int32, "start_at": pl.UInt32})
"""One row per work and term that occurs in it; `start_at` is the byte where its first occurrence starts."""

LABEL_SCHEMA = pl.Schema({"work_key": pl.Int64, "angle_id": pl.Int64})


def match_terms(search_text: pl.Series, work_keys: pl.Series, terms: pl.DataFrame) -> pl.DataFrame:
    """Return which terms occur in which works, and where first (HIT_SCHEMA), in the order of the works.

    `search_text` (String, from fold_frame) and `work_keys` (Int64) run in parallel, one entry a work. `terms` has
    term_id and folded (from fold_term), one row a term; terms may overlap or be equal. A null text or an empty folded
    term matches nothing. Works in chunks, so that memory stays small beside the texts.
    """
    wanted = terms.select(pl.col("term_id").cast(pl.Int32), pl.col("folded").cast(pl.String)).filter(
        pl.col("folded") != ""
    )
    if wanted.is_empty() or search_text.is_empty():
        return HIT_SCHEMA.to_frame()
    patterns = wanted["folded"].unique(maintain_order=True).implode()
    works = pl.DataFrame({"work_key": work_keys.cast(pl.Int64), "search_text": search_text.cast(pl.String)})

    def match(chunk: pl.DataFrame) -> pl.DataFrame:
        text = pl.col("search_text").str
        return (
            chunk.select(
                "work_key",
                folded=text.extract_many(pl.lit(patterns), overlapping=True),
                start_at=text.find_many(pl.lit(patterns), overlapping=True),
            )
            .filter(pl.col("folded").list.len() > 0)
            .explode("folded", "start_at")
            .unique(["work_key", "folded"], keep="first", maintain_order=True)
            .join(wanted, on="folded", maintain_order="left")
            .select(pl.col(name).cast(dtype) for name, dtype in HIT_SCHEMA.items())
        )

    with ThreadPoolExecutor(pl.thread_pool_size()) as threads:
        return pl.concat(threads.map(match, works.iter_slices(ROWS_PER_CHUNK)))


def rule_labels(hits: pl.DataFrame, angle_terms: pl.DataFrame) -> pl.DataFrame:
    """Return which works carry which angles (LABEL_SCHEMA): one of the angle's terms occurs, none of its exclusions.

    `hits` as from match_terms; `angle_terms` has term_id, angle_id, is_exclusion, where a term may serve many angles.
    """
    return (
        hits.join(angle_terms.with_columns(pl.col("term_id").cast(pl.Int32)), on="term_id")
        .group_by("work_key", "angle_id")
        .agg(is_excluded=pl.col("is_exclusion").any())
        .filter(~pl.col("is_excluded"))
        .sort("work_key", "angle_id")
        .select(pl.col(name).cast(dtype) for name, dtype in LABEL_SCHEMA.items())
    )
