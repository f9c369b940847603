"""A codebook as rows that people edit: what a topic and an angle are in them, and which changes lead to another."""

from __future__ import annotations

from datetime import date

from blindspot.editing import Change
from blindspot.editing.items import Row
from blindspot.editing.rows import read_rows
from blindspot.labelling.codebook import Angle, Codebook, Topic
from blindspot.store import Transaction

LANGUAGES = ("zh", "en")


def topic_fields(topic: Topic) -> Row:
    """Return what a topic's row holds of it."""
    days = {"date_from": topic.date_from, "date_to": topic.date_to}
    return {
        "name": topic.name,
        "terms": list(topic.terms),
        **{name: day.isoformat() if day else None for name, day in days.items()},
    }


def topic_of(row: Row) -> Topic:
    """Return the topic that a row holds; its days are ISO text there."""
    days = (date.fromisoformat(row[name]) if row[name] else None for name in ("date_from", "date_to"))
    return Topic(row["name"], tuple(row["terms"]), *days)


def angle_fields(angle: Angle) -> Row:
    """Return what an angle's row holds of it."""
    return {
        "key": angle.key,
        "angle_group": angle.group,
        **{f"name_{language}": angle.name.get(language, "") for language in LANGUAGES},
        **{f"definition_{language}": angle.definition.get(language, "") for language in LANGUAGES},
        "terms": list(angle.terms),
        "exclude": list(angle.exclude),
        "examples": list(angle.examples),
    }


def angle_of(row: Row) -> Angle:
    """Return the angle that a row holds."""
    return Angle(
        key=row["key"],
        group=row["angle_group"] or "",
        name={language: row[f"name_{language}"] for language in LANGUAGES if row[f"name_{language}"]},
        definition={language: row[f"definition_{language}"] for language in LANGUAGES if row[f"definition_{language}"]},
        terms=tuple(row["terms"]),
        exclude=tuple(row["exclude"]),
        examples=tuple(row["examples"]),
    )


def angle_ids(tx: Transaction, topic_id: int) -> dict[str, str]:
    """Return the ids of a topic's angles by key, those in the bin as well, in the codebook's order."""
    return {row["key"]: row["item_id"] for row in tx.rows("library/angles_of_topic", topic_id=topic_id)}


def new_topic(tx: Transaction, topic: Topic, *, is_sample: bool) -> Change:
    """Return the change that adds a topic."""
    topic_id = str(tx.value("library/next_topic_id"))
    return Change("topic", topic_id, None, topic_fields(topic) | {"is_sample": is_sample, "is_binned": False})


def new_angle(tx: Transaction, topic_id: int, angle: Angle, position: int) -> Change:
    """Return the change that adds an angle."""
    fields = angle_fields(angle) | {"topic_id": topic_id, "position": position, "is_binned": False}
    return Change("angle", str(tx.value("library/next_angle_id")), None, fields)


def changes_to(tx: Transaction, topic_id: int, codebook: Codebook) -> list[Change]:
    """Return what makes a topic's codebook the given one; angles that it lacks go to the bin."""
    [topic] = read_rows(tx, "topic", [str(topic_id)]).values()
    ids = angle_ids(tx, topic_id)
    rows = read_rows(tx, "angle", ids.values())
    changes = [Change("topic", str(topic_id), topic["rev"], _differing(topic, topic_fields(codebook.topic)))]
    for position, angle in enumerate(codebook.angles):
        item_id = ids.pop(angle.key, None)
        if item_id is None:
            changes.append(new_angle(tx, topic_id, angle, position))
        else:
            wanted = angle_fields(angle) | {"position": position, "is_binned": False}
            changes.append(_change(item_id, rows[item_id], wanted))
    changes += [_change(item_id, rows[item_id], {"is_binned": True}) for item_id in ids.values()]
    return [change for change in changes if change.fields]


def _change(item_id: str, row: Row, wanted: Row) -> Change:
    return Change("angle", item_id, row["rev"], _differing(row, wanted))


def _differing(row: Row, wanted: Row) -> Row:
    return {name: value for name, value in wanted.items() if row[name] != value}
