"""Hot lists in the library: their entries are candidates until a person makes a topic of one, or dismisses it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import pyarrow as pa

from blindspot.documents.hot_list import HotList
from blindspot.errors import FileRefused, Message
from blindspot.labelling.folding import fold_term
from blindspot.readers import client
from blindspot.store import Store

Status = Literal["candidate", "accepted", "dismissed"]
ROWS = pa.schema(
    {
        "place": pa.int64(),
        "title": pa.string(),
        "rank": pa.int64(),
        "heat": pa.string(),
        "url": pa.string(),
        "note": pa.string(),
        "listed_on": pa.date32(),
    }
)


@dataclass(frozen=True)
class Candidate:
    """An entry of a hot list in the store; `heat` is the list's own figure; `topic_id` the topic made of it."""

    hot_topic_id: int
    title: str
    origin: str
    listed_on: date | None
    rank: int | None
    heat: str | None
    url: str | None
    note: str
    status: Status
    topic_id: int | None
    is_sample: bool


@dataclass(frozen=True)
class Listed:
    """What became of one hot list: entries that are new, and those whose title some list held before."""

    file: str
    origin: str
    listed_on: date | None
    candidates_added: int
    candidates_known: int


@dataclass(frozen=True)
class NotListed:
    """A file that is no hot list: why, and what to do."""

    file: str
    reason: Message
    hint: Message


def import_hot_lists(
    store: Store, files: Iterable[tuple[Path, str]], *, is_sample: bool = False
) -> tuple[list[Listed], list[NotListed]]:
    """Add the entries of hot lists, each a path and what the user calls it; a refused file does not stop the others."""
    listed, refused = [], []
    for path, name in files:
        try:
            if not path.is_file():
                raise FileRefused("There is no file {file}.", "Check the path.", file=name)
            listed.append(add_hot_list(store, client.read_hot_list(path, name), name, is_sample=is_sample))
        except FileRefused as error:
            refused.append(NotListed(name, error.message, error.hint))
    return listed, refused


def add_hot_list(store: Store, hot_list: HotList, file: str, *, is_sample: bool = False) -> Listed:
    """Add the entries of a hot list whose title no list held before; what was dismissed stays so."""
    with store.importing() as tx:
        known = {fold_term(row["title"]) for row in tx.rows("library/hot_topics") if row["is_sample"] == is_sample}
        fresh = [topic for topic in hot_list.topics if fold_term(topic.title) not in known]
        rows = [{"place": place, **vars(topic)} for place, topic in enumerate(fresh)]
        with tx.given(hot_rows=pa.Table.from_pylist(rows, ROWS)):
            tx.run(
                "library/add_hot_topics",
                origin=hot_list.origin,
                listed_on=hot_list.listed_on,
                is_sample=is_sample,
            )
    return Listed(file, hot_list.origin, hot_list.listed_on, len(fresh), len(hot_list.topics) - len(fresh))


def list_candidates(store: Store) -> list[Candidate]:
    """Return the entries of all hot lists, accepted and dismissed ones too, the latest list first."""
    return [Candidate(**row) for row in store.rows("library/hot_topics")]


def decide_candidate(store: Store, hot_topic_id: int, status: Status, topic_id: int | None = None) -> None:
    """Note that a topic was made of an entry, that it was dismissed, or that it is a candidate again."""
    with store.importing() as tx:
        tx.run("library/decide_hot_topic", hot_topic_id=hot_topic_id, status=status, topic_id=topic_id)
