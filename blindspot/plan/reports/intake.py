"""Documents that are handed in together: reports first, since an article may join a topic that a report makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from blindspot.library.sources.import_sources import (
    DocumentsResult,
    File,
    FoundDocument,
    ImportedSource,
    RefusedDocument,
    import_documents,
)
from blindspot.plan.reports.import_reports import ImportedReport, import_read_report
from blindspot.store import Store


@dataclass(frozen=True)
class Intake:
    """What became of documents that came in one after the other."""

    sources: list[ImportedSource] = field(default_factory=list)
    reports: list[ImportedReport] = field(default_factory=list)
    refused: list[RefusedDocument] = field(default_factory=list)


def bring_in(
    store: Store,
    files: Sequence[File],
    *,
    topic_id: int | None = None,
    is_sample: bool = False,
    should_stop: Callable[[], bool] = lambda: False,
) -> tuple[DocumentsResult, list[ImportedReport]]:
    """Import reports and articles, and return what became of the articles and refused files, and of the reports.

    Raises ReadingStopped after a true `should_stop()`.
    """
    reports: list[ImportedReport] = []

    def take(found: FoundDocument) -> None:
        name = found.file.name
        reports.append(
            import_read_report(store, found.document, found.sha256, name, topic_id=topic_id, is_sample=is_sample)
        )

    result = import_documents(
        store, files, topic_id=topic_id, is_sample=is_sample, take_report=take, should_stop=should_stop
    )
    return result, reports


def bring_in_one(store: Store, file: File, intake: Intake, should_stop: Callable[[], bool]) -> None:
    """Import one document and add what became of it to `intake`; raises ReadingStopped.

    A report that makes a topic finds the articles that came in before it, so their order is free here too.
    """
    result, reports = bring_in(store, [file], should_stop=should_stop)
    intake.sources.extend(result.sources)
    intake.reports.extend(reports)
    intake.refused.extend(result.refused)
