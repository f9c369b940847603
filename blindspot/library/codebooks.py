"""Codebooks in the store: load, show and save them whole; every difference is an edit with its history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from blindspot.editing.actions import apply
from blindspot.editing.changes import Change, Origin
from blindspot.editing.rows import read_rows
from blindspot.errors import NotFound
from blindspot.labelling.codebook import Codebook, Topic, parse
from blindspot.library.codebook_rows import angle_of, changes_to, new_angle, new_topic
from blindspot.library.codebook_settling import keep_version
from blindspot.store import Store, Transaction


@dataclass(frozen=True)
class TopicEntry:
    """One topic of the store; `terms` select its works, dates are days (None: unbounded)."""

    topic_id: int
    name: str
    is_sample: bool
    version: int
    topic: Topic


@dataclass(frozen=True)
class Replaced:
    """Words that somebody wrote into a topic or an angle, called `name`, and that a file has replaced."""

    name: str
    who: str
    at: datetime


@dataclass(frozen=True)
class Loaded(TopicEntry):
    """A topic as a file left it, and whose words the file replaced."""

    replaced: tuple[Replaced, ...] = ()


def list_topics(store: Store | Transaction) -> list[TopicEntry]:
    """Return the topics, the user's newest first and the sample last."""
    return [_entry(row) for row in store.rows("library/topics")]


def find_topic(store: Store, name: str) -> TopicEntry:
    """Return the topic with that id or name (case ignored; the user's before the sample); raises NotFound."""
    topics = list_topics(store)
    wanted = name.strip().casefold()
    for topic in topics:
        if wanted in (str(topic.topic_id), topic.name.casefold()):
            return topic
    if any(wanted in (str(row["topic_id"]), row["name"].casefold()) for row in store.rows("library/binned_topics")):
        raise NotFound("The topic “{name}” is in the bin.", "Bring it back on the Topics page of the app.", name=name)
    known = ", ".join(f"“{topic.name}”" for topic in topics)
    if not known:
        raise NotFound("There is no topic “{name}”.", "Load one first: `codebook load FILE.toml`.", name=name)
    raise NotFound("There is no topic “{name}”.", "Known topics: {known}.", name=name, known=known)


def show_codebook(store: Store | Transaction, topic_id: int) -> Codebook:
    """Return a topic's codebook as it stands now."""
    entry = next((topic for topic in list_topics(store) if topic.topic_id == topic_id), None)
    if entry is None:
        raise NotFound("There is no topic “{name}”.", "Choose another topic.", name=topic_id)
    return Codebook(entry.topic, tuple(angle_of(row) for row in store.rows("library/topic_angles", topic_id=topic_id)))


def load_codebook(store: Store, who: str, text: str, *, file: str = "", is_sample: bool = False) -> Loaded:
    """Load a codebook file as `who`: a new topic, or an update of the one with that name by the angles' keys.

    Angles that the file does not name stay as they are. What others wrote and the file says otherwise is named in the
    answer; their words are in the history, and one undo in "codebook:ID" takes the whole load back. Raises
    CodebookError where the file cannot be used.
    """
    codebook = parse(text, file=file)
    same_name = (
        topic
        for topic in list_topics(store)
        if topic.name.casefold() == codebook.topic.name.casefold() and topic.is_sample == is_sample
    )
    known = next(same_name, None)
    if known:
        named = {angle.key: angle for angle in codebook.angles}
        kept = show_codebook(store, known.topic_id).angles
        merged = [named.pop(angle.key, angle) for angle in kept] + list(named.values())
        codebook = Codebook(codebook.topic, tuple(merged))
    with store.importing() as tx:
        topic_id, replaced = write_codebook(
            tx, who, known.topic_id if known else None, codebook, is_sample=is_sample, origin="import"
        )
    entry = next(topic for topic in list_topics(store) if topic.topic_id == topic_id)
    return Loaded(**vars(entry), replaced=replaced)


def save_codebook(store: Store, who: str, topic_id: int | None, codebook: Codebook, *, is_sample: bool = False) -> int:
    """Save a whole codebook as one edit of `who`; return the topic's id. Angles that it lacks go to the bin.

    Nothing is labelled anew where neither the topic's terms and dates nor an angle's terms changed.
    """
    with store.importing() as tx:
        return write_codebook(tx, who, topic_id, codebook, is_sample=is_sample)[0]


def write_codebook(
    tx: Transaction,
    who: str,
    topic_id: int | None,
    codebook: Codebook,
    *,
    is_sample: bool = False,
    origin: Origin = "person",
) -> tuple[int, tuple[Replaced, ...]]:
    """Do what save_codebook does as a part of a larger change; return also whose words it replaced."""
    if topic_id is None:
        added = new_topic(tx, codebook.topic, is_sample=is_sample)
        topic_id = int(added.item_id)
        changes = [added, *(new_angle(tx, topic_id, angle, at) for at, angle in enumerate(codebook.angles))]
    else:
        changes = changes_to(tx, topic_id, codebook)
        if changes:
            keep_version(tx, topic_id, is_new=True)
    replaced = tuple(_replaced(tx, who, changes))
    if changes:
        apply(tx, who, scope_of(topic_id), changes, origin=origin)
        tx.run("library/close_codebook_version", topic_id=topic_id)
    return topic_id, replaced


def scope_of(topic_id: int) -> str:
    """Return where the edits of a topic and its angles are undone."""
    return f"codebook:{topic_id}"


def remove_topic(store: Store, topic_id: int) -> None:
    """Forget a topic with its angles, labels and codebook versions; its works stay in the library."""
    with store.importing() as tx:
        for table in ("label_words", "labels", "person_labels", "demand_labels", "person_demand_labels", "angle_terms"):
            tx.run(f"library/remove_topic_angles_from_{table}", topic_id=topic_id)
        for table in (
            "angles",
            "topics",
            "topic_terms",
            "codebook_versions",
            "topic_works",
            "topic_sources",
            "hidden_phrases",
            "scope_facts",
            "label_facts",
        ):
            tx.run(f"library/remove_topic_from_{table}", topic_id=topic_id)
        tx.run("library/forget_history_of_gone")
        tx.run("editing/forget_empty_actions")


def _replaced(tx: Transaction, who: str, changes: list[Change]) -> Iterator[Replaced]:
    """Yield whose words the changes replace, a row once: those of others, as far as history knows."""
    for one in changes:
        edits = tx.rows("editing/edits_of_item", item=one.item, item_id=one.item_id)
        for edit in edits:
            if edit["who"] != who and edit["origin"] == "person" and one.fields.keys() & orjson.loads(edit["after"]):
                [row] = read_rows(tx, one.item, [one.item_id]).values()
                name = row["name"] if one.item == "topic" else row["name_zh"] or row["name_en"]
                yield Replaced(name, edit["who"], edit["made_at"])
                break


def _entry(row: dict[str, Any]) -> TopicEntry:
    topic = Topic(row["name"], tuple(row["terms"]), row["date_from"], row["date_to"])
    return TopicEntry(row["topic_id"], row["name"], row["is_sample"], row["version"], topic)
