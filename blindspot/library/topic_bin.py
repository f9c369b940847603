"""Topics in the bin: all that belongs to one stays with it, and comes back with it; emptying is a step of its own."""

from __future__ import annotations

from dataclasses import dataclass

from blindspot.editing import Change, change
from blindspot.errors import BlindspotError, NotFound
from blindspot.library.codebooks import list_topics, remove_topic, scope_of
from blindspot.store import Store


@dataclass(frozen=True)
class HeldTopic:
    """A topic with the number of its angles, of its labels set by hand, and of the proposals that rest on it."""

    topic_id: int
    name: str
    is_sample: bool
    rev: int
    angles: int
    hand_labels: int
    proposals: int


def look_at_topic(store: Store, topic_id: int) -> HeldTopic:
    """Return what a topic holds, in the bin or not; raises NotFound."""
    rows = store.rows("library/held_by_topic", topic_id=topic_id)
    if not rows:
        raise NotFound("There is no topic “{name}”.", "Choose another topic.", name=topic_id)
    return HeldTopic(**rows[0])


def list_binned_topics(store: Store) -> list[HeldTopic]:
    """Return the topics in the bin, the newest first."""
    return [HeldTopic(**row) for row in store.rows("library/binned_topics")]


def bin_topic(store: Store, who: str, topic_id: int) -> None:
    """Put a topic into the bin with its angles, labels and versions; raises NotFound."""
    _set_binned(store, who, look_at_topic(store, topic_id), is_binned=True)


def bring_topic_back(store: Store, who: str, topic_id: int) -> None:
    """Take a topic out of the bin as it was; raises NotFound, BlindspotError where another has its name by now."""
    topic = look_at_topic(store, topic_id)
    taken = {other.name.casefold() for other in list_topics(store) if other.is_sample == topic.is_sample}
    if topic.name.casefold() in taken:
        raise BlindspotError(
            "There is a topic “{name}” already.", "Rename it, then bring the other one back.", name=topic.name
        )
    _set_binned(store, who, topic, is_binned=False)


def empty_topic(store: Store, topic_id: int) -> None:
    """Forget a topic of the bin for good, with its labels set by hand; its works stay. Raises NotFound."""
    if topic_id not in {topic.topic_id for topic in list_binned_topics(store)}:
        raise NotFound("There is no topic “{name}” in the bin.", "Look at the bin again.", name=topic_id)
    remove_topic(store, topic_id)


def _set_binned(store: Store, who: str, topic: HeldTopic, *, is_binned: bool) -> None:
    one = Change("topic", str(topic.topic_id), topic.rev, {"is_binned": is_binned})
    change(store, who, scope_of(topic.topic_id), [one])
