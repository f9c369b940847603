"""The use case: what a topic's sources and viewers say and its works do not."""

from __future__ import annotations

import re

import polars as pl

from blindspot.explore.discovery.comparing import Known, compare
from blindspot.explore.discovery.findings import Discovery
from blindspot.explore.discovery.said import Said
from blindspot.explore.filters import Filters
from blindspot.labelling.folding import fold_term
from blindspot.store import Store

ABOUT_THE_RESEARCH = ("head", "competitors", "ratings", "relation", "series", "closing")
"""Parts of a report that speak of the report, of its sources, of competitors' works or of earlier reports."""

ALIAS = re.compile("[()（）]")
"""What parts a party's name from its short one: 国家互联网信息办公室（CAC）."""


def discover(store: Store, topic_id: int, filters: Filters | None = None) -> Discovery:
    """Return the phrases and themes of a topic's sources and questions that the works in scope do not say, best first.

    Works are the competitors' unless `filters` say otherwise; every one of them is counted.
    """
    table = store.arrow("explore/search_texts_in_scope", **(filters or Filters()).params(topic_id))
    angles = {
        row["key"]: [folded for folded in map(fold_term, row["terms"]) if folded]
        for row in store.rows("library/topic_angles", topic_id=topic_id)
    }
    topic = [fold_term(row["term"]) for row in store.rows("library/topic_patterns", topic_ids=[topic_id])]
    heard = (row["name"] for row in store.rows("explore/discovery_names", topic_id=topic_id))
    names = [folded for name in heard for part in ALIAS.split(name) if (folded := fold_term(part))]
    hidden = [row["phrase"] for row in store.rows("explore/hidden_phrases", topic_id=topic_id)]
    return compare(
        _said(store, topic_id),
        pl.Series(pl.from_arrow(table["search_text"]), dtype=pl.String),
        table["work_key"].to_pylist(),
        Known(topic, angles, names, hidden),
    )


def _said(store: Store, topic_id: int) -> list[Said]:
    passages = store.rows("explore/discovery_passages", topic_id=topic_id, skipped_parts=list(ABOUT_THE_RESEARCH))
    said = [Said(row["text"], row["search_text"], row["source"], row["source_id"], row["origin"]) for row in passages]
    questions = store.rows("explore/discovery_questions", topic_id=topic_id)
    said += [Said(row["text"], row["search_text"]) for row in questions]
    # a title that stands again in the text was said once
    return list({(each.origin, each.folded): each for each in reversed(said)}.values())[::-1]
