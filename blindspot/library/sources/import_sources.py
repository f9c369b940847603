"""Imports articles as sources, each in one transaction; what turns out to be a report is handed on before them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from blindspot.documents.document import Document
from blindspot.errors import BlindspotError, CodebookError, FileRefused, Message
from blindspot.library.file_names import name_of
from blindspot.library.heading_aliases import list_aliases
from blindspot.library.label_demand import label_demand
from blindspot.library.sources.conflicts import find_conflicts
from blindspot.library.sources.documents import store_document
from blindspot.library.sources.topics import join_topics
from blindspot.readers import client
from blindspot.readers.events import ReadingStopped
from blindspot.store import Store, Transaction


class File(Protocol):
    """A file and what the user calls it."""

    @property
    def path(self) -> Path:
        """Return where its bytes are."""

    @property
    def name(self) -> str:
        """Return the user's name for it, to be shown and never to be opened."""


@dataclass(frozen=True)
class ImportedSource:
    """What became of one article; `claims` are candidates, `topics` names; a repeated file changed nothing."""

    file: str
    source_id: int
    title: str
    kind: str
    origin: str
    published_on: date | None
    topics: tuple[str, ...]
    claims: int
    references: int
    tables: int
    language: str | None
    is_repeated: bool


@dataclass(frozen=True)
class RefusedDocument:
    """A file of which nothing was stored, and why."""

    file: str
    reason: Message
    hint: Message


@dataclass(frozen=True)
class FoundDocument:
    """A file and what was read in it; nothing of it is stored."""

    file: File
    sha256: str
    document: Document


@dataclass
class DocumentsResult:
    """What became of each file."""

    sources: list[ImportedSource] = field(default_factory=list)
    reports: list[FoundDocument] = field(default_factory=list)
    refused: list[RefusedDocument] = field(default_factory=list)

    def refuse(self, file: str, error: BlindspotError) -> None:
        """Note that nothing of a file was stored, and why."""
        self.refused.append(RefusedDocument(file, error.message, error.hint))


def import_documents(
    store: Store,
    files: Sequence[File],
    *,
    topic_id: int | None = None,
    is_sample: bool = False,
    take_report: Callable[[FoundDocument], None] | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> DocumentsResult:
    """Import articles; a refused file does not stop the others. `topic_id`: a topic that they join in any case.

    Reports go to `take_report` first, since an article may join a topic that a report makes; without it they are only
    handed back. A true `should_stop()` ends the reading of a file and raises ReadingStopped; nothing of it is stored.
    """
    result = DocumentsResult()
    articles: list[FoundDocument] = []
    for file in files:
        try:
            found = _read(store, file, should_stop)
            if not found.document.report:
                articles.append(found)
                continue
            if take_report:
                take_report(found)
            result.reports.append(found)
        except ReadingStopped:
            raise
        except (FileRefused, CodebookError) as error:
            result.refuse(file.name, error)
    result.sources += [_import_article(store, found, topic_id, is_sample, should_stop) for found in articles]
    return result


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file's bytes; raise FileRefused where there is no such file."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise FileRefused("There is no file {file}.", "Check the path.", file=name_of(path)) from error


def _read(store: Store, file: File, should_stop: Callable[[], bool]) -> FoundDocument:
    sha256 = file_sha256(file.path)
    aliases = list_aliases(store)
    return FoundDocument(
        file, sha256, client.read_document(file.path, file.name, aliases=aliases, should_stop=should_stop)
    )


def _import_article(
    store: Store, found: FoundDocument, topic_id: int | None, is_sample: bool, should_stop: Callable[[], bool]
) -> ImportedSource:
    file, sha256, document = found.file, found.sha256, found.document
    with store.importing() as tx:
        known = tx.rows("library/document_of_file", sha256=sha256, is_sample=is_sample)
        if known:
            source_id = known[0]["source_id"]
            if known[0]["is_binned"]:
                tx.run("library/take_source_from_bin", source_id=source_id)
        else:
            source_id = store_document(tx, document, sha256=sha256, file=file.name, is_sample=is_sample)
            find_conflicts(tx, source_id)
        if should_stop():
            raise ReadingStopped("Reading {file} was stopped.", "Nothing of it was kept.", file=file.name)
        label_demand(tx, join_topics(tx, [source_id], is_sample=is_sample, topic_id=topic_id))
        return _outcome(tx, file, document, source_id, is_repeated=bool(known) and not known[0]["is_binned"])


def _outcome(tx: Transaction, file: File, document: Document, source_id: int, *, is_repeated: bool) -> ImportedSource:
    identity = tx.rows("library/source_identity", source_id=source_id)[0]
    return ImportedSource(
        file=file.name,
        source_id=source_id,
        title=document.title,
        kind=identity["kind"],
        origin=identity["origin"],
        published_on=document.published_on,
        topics=tuple(row["name"] for row in tx.rows("library/topics_of_source", source_id=source_id)),
        claims=len(document.candidates),
        references=len(document.references),
        tables=len(document.tables),
        language=document.language,
        is_repeated=is_repeated,
    )
