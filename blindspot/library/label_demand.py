"""What asks for an angle: sources, claims and viewers' questions, by the codebook's terms; a person's word wins."""

from __future__ import annotations

from typing import Literal

import pandas as pd
import polars as pl

from blindspot.errors import NotFound
from blindspot.labelling.folding import fold_frame
from blindspot.library.label_works import find_terms
from blindspot.store import Store, Transaction

Item = Literal["source", "claim", "question"]


def label_demand(tx: Transaction, topic_ids: list[int] | None = None) -> None:
    """Decide anew what asks for the angles of these topics (None: of all), after terms, sources or questions changed.

    A source asks where a passage of it holds a term of the angle and no exclusion beside it; `places` counts those.
    """
    for topic_id in [row["topic_id"] for row in tx.rows("library/topics")] if topic_ids is None else topic_ids:
        angle_ids = tx.frame("library/angle_ids_of_topics", topic_ids=[topic_id])["angle_id"].tolist()
        terms = tx.frame("library/angle_patterns", angle_ids=angle_ids)
        with tx.given(asking=_find_asking(_read_texts(tx, topic_id), terms).to_arrow()):
            tx.run("library/forget_demand", topic_id=topic_id)
            tx.run("library/decide_demand", topic_id=topic_id)


def set_demand_label(store: Store, topic_id: int, angle_key: str, item: Item, item_id: int, asks: bool | None) -> None:
    """Say that an item asks for an angle (True), does not (False), or leave it to the rule again (None)."""
    set_demand_labels(store, topic_id, angle_key, item, [item_id], asks)


def set_demand_labels(
    store: Store, topic_id: int, angle_key: str, item: Item, item_ids: list[int], asks: bool | None
) -> None:
    """Say the same of many items of one kind; raises NotFound where the topic has no such angle."""
    with store.importing() as tx:
        found = tx.rows("library/angle_id", topic_id=topic_id, key=angle_key)
        if not found:
            raise NotFound("There is no angle “{name}” in this topic.", "Choose one of its codebook.", name=angle_key)
        said = {"angle_id": found[0]["angle_id"], "item": item, "item_ids": item_ids}
        if asks is None:
            tx.run("library/clear_person_demand_label", **said)
        else:
            tx.run("library/set_person_demand_label", **said, asks=asks)
        label_demand(tx, [topic_id])


def _read_texts(tx: Transaction, topic_id: int) -> pl.DataFrame:
    """Return what may ask: item, item_id, search_text."""
    texts = pl.DataFrame(tx.arrow("library/demand_texts", topic_id=topic_id))
    claims = pl.DataFrame(tx.arrow("library/demand_claims", topic_id=topic_id))
    if claims.is_empty():
        return texts
    folded = fold_frame(claims.with_columns(hashtags=pl.lit(None, dtype=pl.List(pl.String))))
    said = claims.select(item=pl.lit("claim"), item_id="claim_id").with_columns(search_text=folded)
    return pl.concat([texts, said])


def _find_asking(texts: pl.DataFrame, terms: pd.DataFrame) -> pl.DataFrame:
    """Return angle_id, item, item_id and in how many places its terms stand without an exclusion."""
    places = texts.with_row_index("work_key").with_columns(pl.col("work_key").cast(pl.Int64))
    hits = find_terms(places.select("work_key", "search_text").to_arrow(), terms)
    return (
        hits.group_by("angle_id", "work_key")
        .agg(pl.col("is_exclusion").any())
        .filter(~pl.col("is_exclusion"))
        .join(places, on="work_key")
        .group_by("angle_id", "item", "item_id")
        .agg(places=pl.len().cast(pl.Int64))
        .select("angle_id", "item", "item_id", "places")
    )
