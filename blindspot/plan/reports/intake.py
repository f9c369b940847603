"""Documents that are handed in together: reports first, since an article may join a topic that a report makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from blindspot.library.sources.import_sources import DocumentsResult, File, FoundDocument, import_documents
from blindspot.plan.reports.import_reports import ImportedReport, import_read_report
from blindspot.store import Store


def bring_in(
    store: Store,
    files: Sequence[File],
    *,
    topic_id: int | None = None,
    is_sample: bool = False,
    tell: Callable[[File], None] | None = None,
) -> tuple[DocumentsResult, list[ImportedReport]]:
    """Import reports and articles, and return what became of the articles and refused files, and of the reports."""
    reports: list[ImportedReport] = []

    def take(found: FoundDocument) -> None:
        name = found.file.name
        reports.append(
            import_read_report(store, found.document, found.sha256, name, topic_id=topic_id, is_sample=is_sample)
        )

    result = import_documents(store, files, topic_id=topic_id, is_sample=is_sample, take_report=take, tell=tell)
    return result, reports
