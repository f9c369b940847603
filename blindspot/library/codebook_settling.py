"""What follows from an edit of a codebook, in the same transaction: works are labelled anew, a version is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from blindspot.editing.items import Row, Written
from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError
from blindspot.labelling.codebook import Codebook, dump, parse
from blindspot.library.codebook_rows import angle_of, topic_of
from blindspot.library.label_demand import label_demand
from blindspot.library.label_works import label_angles, rebuild_facts, select_topic_works
from blindspot.library.sources.topics import select_topic_sources
from blindspot.store import Transaction

MINUTES_APART = 10
"""Edits that are not further apart than this are in one version; history has each of them."""


def settle_topics(tx: Transaction, written: Sequence[Written]) -> None:
    """Select the works of topics whose terms or dates changed; raises CodebookError for one that has no name."""
    for one in written:
        topic_id = int(one.item_id)
        if one.before is not None and one.changed("name"):
            _refuse_taken(tx, topic_id, one.row)
        if one.changed("name", "terms", "date_from", "date_to"):
            keep_version(tx, topic_id)
        if one.changed("terms", "date_from", "date_to"):
            select_topic_works(tx, topic_id, is_sample=one.row["is_sample"])
            select_topic_sources(tx, topic_id)
            label_demand(tx, [topic_id])


def _refuse_taken(tx: Transaction, topic_id: int, row: Row) -> None:
    for other in tx.rows("library/topics"):
        is_alike = other["name"].casefold() == row["name"].casefold() and other["is_sample"] == row["is_sample"]
        if is_alike and other["topic_id"] != topic_id:
            raise BlindspotError("There is a topic “{name}” already.", "Choose another name.", name=row["name"])


def settle_angles(tx: Transaction, written: Sequence[Written]) -> None:
    """Label the works for the angles whose terms changed, and for no other; one in the bin counts nowhere.

    A person's labels stay. Raises CodebookError for an angle that could not be loaded from a file.
    """
    by_topic: dict[int, list[Written]] = defaultdict(list)
    for one in written:
        by_topic[one.row["topic_id"]].append(one)
    for topic_id, of_topic in by_topic.items():
        keep_version(tx, topic_id)
        touched = [one for one in of_topic if one.changed("terms", "exclude", "is_binned")]
        used = [int(one.item_id) for one in touched if not one.row["is_binned"]]
        if len(used) < len(touched):
            tx.run("library/forget_retired_words", topic_id=topic_id)
            tx.run("library/forget_retired_labels", topic_id=topic_id)
        if used:
            label_angles(tx, topic_id, used)
            label_demand(tx, [topic_id])
        elif touched:
            rebuild_facts(tx, [topic_id])


def codebook_in(tx: Transaction, topic_id: int) -> Codebook:
    """Return a topic's codebook as it stands in a transaction."""
    [topic] = read_rows(tx, "topic", [str(topic_id)]).values()
    return Codebook(topic_of(topic), tuple(angle_of(one) for one in tx.rows("library/topic_angles", topic_id=topic_id)))


def keep_version(tx: Transaction, topic_id: int, *, is_new: bool = False) -> None:
    """Keep the codebook as it stands, as a version of its own (`is_new`) or with the edits just before."""
    codebook = codebook_in(tx, topic_id)
    toml = dump(codebook)
    # the text that is stored must be one that can be loaded again
    parse(toml, file=codebook.topic.name)
    tx.run("library/raise_codebook_version", topic_id=topic_id, is_new=is_new, minutes=MINUTES_APART)
    tx.run("library/save_codebook_version", topic_id=topic_id, toml=toml)
