"""A reading put into the tables row by row: documents, claims with what they rest on, ratings, passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from database_rows import execute

from blindspot.library.sources.origins import find_or_add_source
from blindspot.store import Store


@dataclass(frozen=True)
class Cited:
    """A source as a claim or a rating cites it."""

    label: str
    url: str | None
    grade: str = "unrated"
    note: str = ""


def add_document(store: Store, name: str, *, kind: str = "own_report", topic_id: int | None = None) -> int:
    """Add a document that has been read; return its source id."""
    source_id = execute(store, "select nextval('library.source_ids')")[0][0]
    execute(
        store,
        "insert into library.sources (source_id, name, kind, origin, tags, body, imported_at, is_sample) "
        "values (?, ?, ?, ?, [], ?, now(), false)",
        source_id,
        name,
        kind,
        f"file:{source_id}",
        name,
    )
    if topic_id is not None:
        execute(store, "insert into library.topic_sources values (?, ?, 'person')", topic_id, source_id)
    return source_id


def add_claim(
    store: Store,
    document: int,
    statement: str,
    uses: Sequence[Cited] = (),
    *,
    body: str = "",
    kind: str = "statement",
    grade: str = "unrated",
    status: str = "accepted",
    good_until: date | None = None,
    as_of: date | None = None,
) -> int:
    """Add a claim of a document with the sources that it rests on; return its id."""
    claim_id = execute(store, "select nextval('library.claim_ids')")[0][0]
    execute(
        store,
        "insert into library.claims (claim_id, source_id, position, statement, body, kind, grade, grade_reason, "
        "hedges, as_of, good_until, status) values (?, ?, ?, ?, ?, ?, ?, '', [], ?, ?, ?)",
        *(claim_id, document, claim_id, statement, body, kind, grade, as_of, good_until, status),
    )
    for position, cited in enumerate(uses, 1):
        execute(
            store,
            "insert into library.claim_uses values (?, ?, ?, 'list', ?, ?, ?, ?, '')",
            *(claim_id, position, cite(store, cited), cited.label, cited.url, cited.note, cited.grade),
        )
    return claim_id


def add_rating(store: Store, document: int, cited: Cited) -> None:
    """Add a row to a report's table of rated sources."""
    execute(
        store,
        "insert into library.report_ratings values (?, 1, 1, ?, ?, ?, ?, '', ?)",
        *(document, cite(store, cited), cited.label, cited.url, cited.grade, cited.note),
    )


def add_passages(store: Store, document: int, *texts: str) -> None:
    """Add passages to a document, in order."""
    for position, text in enumerate(texts, 1):
        execute(
            store,
            "insert into library.passages values (nextval('library.passage_ids'), ?, ?, null, 'item', ?, '')",
            *(document, position, text),
        )


def cite(store: Store, cited: Cited) -> int:
    """Return the source that is cited, added where it is not known yet."""
    with store.importing() as tx:
        return find_or_add_source(tx, cited.label, cited.url, is_sample=False)
