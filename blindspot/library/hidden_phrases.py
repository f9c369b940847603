"""Phrases that discovery put forward and a person does not want to see again."""

from __future__ import annotations

from collections.abc import Sequence

from blindspot.store import Store


def hide_phrases(store: Store, topic_id: int, phrases: Sequence[str]) -> None:
    """Leave out phrases (folded) of what discovery puts forward for a topic."""
    with store.importing() as tx:
        tx.run("library/hide_phrases", topic_id=topic_id, phrases=list(phrases))


def show_hidden_phrases(store: Store, topic_id: int) -> None:
    """Put all hidden phrases of a topic forward again."""
    with store.importing() as tx:
        tx.run("library/show_hidden_phrases", topic_id=topic_id)
