"""Which topics a source is in: those whose terms it uses, and those that a person put it into."""

from __future__ import annotations

from blindspot.library.label_works import find_terms
from blindspot.store import Store, Transaction


def select_topic_sources(tx: Transaction, topic_id: int) -> None:
    """Select a topic's sources anew from all, after its terms changed; a person's word stays."""
    _select(tx, [topic_id], None)


def join_topics(tx: Transaction, source_ids: list[int], *, is_sample: bool, topic_id: int | None = None) -> list[int]:
    """Put new sources into the topics whose terms they use, and into `topic_id` by a person's word.

    Return the ids of all topics that any of them is in now.
    """
    topic_ids = tx.frame("library/topics_to_label", is_sample=is_sample)["topic_id"].tolist()
    _select(tx, topic_ids, source_ids)
    for source_id in source_ids if topic_id is not None else ():
        tx.run("library/put_topic_source", topic_id=topic_id, source_id=source_id)
    rows = [row for source_id in source_ids for row in tx.rows("library/topics_of_source", source_id=source_id)]
    return sorted({row["topic_id"] for row in rows})


def topics_of_source(store: Store, source_id: int) -> list[str]:
    """Return the names of the topics that a source is in."""
    return [row["name"] for row in store.rows("library/topics_of_source", source_id=source_id)]


def _select(tx: Transaction, topic_ids: list[int], source_ids: list[int] | None) -> None:
    passages = tx.arrow("library/passages_to_search", source_ids=source_ids)
    terms = tx.frame("library/topic_patterns", topic_ids=topic_ids)
    hits = find_terms(passages, terms).select("topic_id", "work_key").unique().to_arrow()
    with tx.given(topic_hits=hits):
        tx.run("library/forget_topic_sources", topic_ids=topic_ids, source_ids=source_ids)
        tx.run("library/select_topic_sources", topic_ids=topic_ids, source_ids=source_ids)
