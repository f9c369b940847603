"""Codebooks in the store: load, show, save and version them; a changed term re-labels only its own angle."""

from __future__ import annotations

from dataclasses import dataclass

from blindspot.errors import NotFound
from blindspot.labelling.codebook import Angle, Codebook, Topic, dump, parse
from blindspot.library.label_demand import label_demand
from blindspot.library.label_works import label_angles, rebuild_facts, select_topic_works
from blindspot.library.sources.topics import select_topic_sources
from blindspot.store import Store, Transaction


@dataclass(frozen=True)
class TopicEntry:
    """One topic of the store; `terms` select its works, dates are days (None: unbounded)."""

    topic_id: int
    name: str
    is_sample: bool
    version: int
    topic: Topic


def list_topics(store: Store) -> list[TopicEntry]:
    """Return the topics, the user's newest first and the sample last."""
    return [_entry(row) for row in store.rows("library/topics")]


def find_topic(store: Store, name: str) -> TopicEntry:
    """Return the topic with that id or name (case ignored; the user's before the sample); raises NotFound."""
    topics = list_topics(store)
    wanted = name.strip().casefold()
    for topic in topics:
        if wanted in (str(topic.topic_id), topic.name.casefold()):
            return topic
    known = ", ".join(f"“{topic.name}”" for topic in topics)
    if not known:
        raise NotFound("There is no topic “{name}”.", "Load one first: `codebook load FILE.toml`.", name=name)
    raise NotFound("There is no topic “{name}”.", "Known topics: {known}.", name=name, known=known)


def show_codebook(store: Store, topic_id: int) -> Codebook:
    """Return a topic's codebook as it stands now."""
    entry = next((topic for topic in list_topics(store) if topic.topic_id == topic_id), None)
    if entry is None:
        raise NotFound("There is no topic “{name}”.", "Choose another topic.", name=topic_id)
    return Codebook(entry.topic, tuple(_angle(row) for row in store.rows("library/topic_angles", topic_id=topic_id)))


def load_codebook(store: Store, text: str, *, file: str = "", is_sample: bool = False) -> TopicEntry:
    """Load a codebook file: a new topic, or an update of the one with that name by the angles' keys.

    Angles that the file does not name stay as they are. Raises CodebookError where the file cannot be used.
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
    topic_id = save_codebook(store, known.topic_id if known else None, codebook, is_sample=is_sample)
    return next(topic for topic in list_topics(store) if topic.topic_id == topic_id)


def save_codebook(store: Store, topic_id: int | None, codebook: Codebook, *, is_sample: bool = False) -> int:
    """Save a whole codebook (angles it lacks are retired) and label what it touches; return the topic's id.

    Nothing is labelled anew where neither the topic's terms and dates nor an angle's terms changed.
    """
    former = show_codebook(store, topic_id) if topic_id is not None else None
    with store.importing() as tx:
        return write_codebook(tx, topic_id, codebook, former, is_sample=is_sample)


def write_codebook(
    tx: Transaction,
    topic_id: int | None,
    codebook: Codebook,
    former: Codebook | None = None,
    *,
    is_sample: bool = False,
) -> int:
    """Do what save_codebook does as a part of a larger change; `former` is the topic's codebook so far."""
    toml = dump(codebook)
    # The text that is stored must be one that can be loaded again.
    parse(toml, file=codebook.topic.name)
    if topic_id is None:
        topic_id = tx.value("library/next_topic_id")
        tx.run("library/add_topic", topic_id=topic_id, name=codebook.topic.name, is_sample=is_sample)
    _write_topic(tx, topic_id, codebook.topic)
    touched = _write_angles(tx, topic_id, codebook, former)
    tx.run("library/save_codebook_version", topic_id=topic_id, toml=toml)
    selection = (codebook.topic.terms, codebook.topic.date_from, codebook.topic.date_to)
    if former is None or selection != (former.topic.terms, former.topic.date_from, former.topic.date_to):
        select_topic_works(tx, topic_id, is_sample=is_sample or _is_sample(tx, topic_id))
        select_topic_sources(tx, topic_id)
        label_demand(tx, [topic_id])
    elif touched:
        label_angles(tx, topic_id, touched)
        label_demand(tx, [topic_id])
    elif {angle.key for angle in former.angles} != {angle.key for angle in codebook.angles}:
        rebuild_facts(tx, [topic_id])
    return topic_id


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


def _is_sample(tx: Transaction, topic_id: int) -> bool:
    return any(row["is_sample"] for row in tx.rows("library/topics") if row["topic_id"] == topic_id)


def _write_topic(tx: Transaction, topic_id: int, topic: Topic) -> None:
    tx.run("library/set_topic", topic_id=topic_id, name=topic.name, date_from=topic.date_from, date_to=topic.date_to)
    tx.run("library/clear_topic_terms", topic_id=topic_id)
    tx.run("library/add_topic_terms", topic_id=topic_id, terms=list(topic.terms))


def _write_angles(tx: Transaction, topic_id: int, codebook: Codebook, former: Codebook | None) -> list[int]:
    before = {angle.key: angle for angle in former.angles} if former else {}
    touched = []
    for position, angle in enumerate(codebook.angles):
        tx.run(
            "library/put_angle",
            topic_id=topic_id,
            key=angle.key,
            position=position,
            angle_group=angle.group,
            name_zh=angle.name.get("zh"),
            name_en=angle.name.get("en"),
            definition_zh=angle.definition.get("zh"),
            definition_en=angle.definition.get("en"),
            examples=list(angle.examples),
        )
        same = before.get(angle.key)
        if same is None or (same.terms, same.exclude) != (angle.terms, angle.exclude):
            angle_id = tx.value("library/angle_id", topic_id=topic_id, key=angle.key)
            touched.append(angle_id)
            tx.run("library/clear_angle_terms", angle_id=angle_id)
            tx.run("library/add_angle_terms", angle_id=angle_id, terms=list(angle.terms), is_exclusion=False)
            tx.run("library/add_angle_terms", angle_id=angle_id, terms=list(angle.exclude), is_exclusion=True)
    tx.run("library/retire_angles", topic_id=topic_id, keys=[angle.key for angle in codebook.angles])
    tx.run("library/forget_retired_words", topic_id=topic_id)
    tx.run("library/forget_retired_labels", topic_id=topic_id)
    return touched


def _entry(row: dict) -> TopicEntry:
    topic = Topic(row["name"], tuple(row["terms"]), row["date_from"], row["date_to"])
    return TopicEntry(row["topic_id"], row["name"], row["is_sample"], row["version"], topic)


def _angle(row: dict) -> Angle:
    return Angle(
        key=row["key"],
        group=row["angle_group"] or "",
        name={language: row[f"name_{language}"] for language in ("zh", "en") if row[f"name_{language}"]},
        definition={
            language: row[f"definition_{language}"] for language in ("zh", "en") if row[f"definition_{language}"]
        },
        terms=tuple(row["terms"]),
        exclude=tuple(row["exclude"]),
        examples=tuple(row["examples"]),
    )
