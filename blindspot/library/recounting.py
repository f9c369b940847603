"""Counts everything anew where the zone of days or the rules of matching are not those of the last time."""

from __future__ import annotations

from blindspot.labelling.matching import TERM_RULES
from blindspot.library.joined_works import join_bilibili_works
from blindspot.library.label_demand import label_demand
from blindspot.library.label_works import select_topic_works
from blindspot.store import Store


def recount(store: Store) -> bool:
    """Select and label the works of every topic anew if they were counted otherwise; say whether they were.

    A day that bounds a topic, a week and a matched word would else be of two kinds in one picture.
    """
    if store.value("library/counted_by", term_rules=TERM_RULES):
        return False
    if store.value("library/is_empty"):
        # a version more would say that somebody has begun, and the sample would stay out
        with store.planning() as tx:
            tx.run("library/note_counted_by", term_rules=TERM_RULES)
        return False
    with store.importing() as tx:
        join_bilibili_works(tx)
        for topic in tx.rows("library/topics_to_recount"):
            select_topic_works(tx, topic["topic_id"], is_sample=topic["is_sample"])
        label_demand(tx)
        tx.run("library/note_counted_by", term_rules=TERM_RULES)
    return True
