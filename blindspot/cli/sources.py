"""`source`: articles and reports in, and which sources there are."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from blindspot.cli.comments import NamedFile, files_argument
from blindspot.cli.root import as_json_option, main, opened, print_json, say
from blindspot.documents.document import Document
from blindspot.explore.sources import GRADES, list_claims, list_sources
from blindspot.library.codebooks import find_topic
from blindspot.library.file_names import name_of
from blindspot.library.sources.topics import topics_of_source
from blindspot.plan.reports.import_reports import ImportedReport
from blindspot.plan.reports.intake import bring_in
from blindspot.store import Store


@main.group("source")
def source_group() -> None:
    """Bring in what was read, and list it."""


@source_group.command("import")
@files_argument
@click.option("--topic", help="A topic that the sources join in any case.")
@as_json_option
@click.pass_context
def import_command(context: click.Context, files: tuple[Path, ...], topic: str | None, is_json: bool) -> None:
    """Import articles (Markdown, text, saved web pages, PDF, DOCX); a research report goes the way of reports."""
    with opened(context) as store:
        topic_id = find_topic(store, topic).topic_id if topic else None
        result, reports = bring_in(store, [NamedFile(file) for file in files], topic_id=topic_id)
        documents = [found.document for found in result.reports]
        imported = [_describe_report(store, *pair) for pair in zip(reports, documents, strict=True)]
        imported += [asdict(one) for one in result.sources]
    given = [name_of(file) for file in files]
    imported.sort(key=lambda one: given.index(one["file"]))
    refused = [{"file": one.file, "reason": f"{one.reason} {one.hint}".strip()} for one in result.refused]
    if is_json:
        rows = [{"id": str(one.pop("source_id")), **one} for one in imported]
        print_json({"sources": rows, "refused": refused})
    else:
        for one in imported:
            repeated = " (known, nothing changed)" if one["is_repeated"] else ""
            counts = f"{one['claims']} claims, {one['references']} references"
            say(f"{one['file']}: {one['title']}: {counts}{repeated}")
        for entry in refused:
            say(entry["reason"], is_refusal=True)
    sys.exit(1 if refused else 0)


@source_group.command("list")
@as_json_option
@click.pass_context
def list_command(context: click.Context, is_json: bool) -> None:
    """List every source that was read, cited or named."""
    with opened(context) as store:
        sources = list_sources(store, is_sample=False)
        accepted = [claim for claim in list_claims(store, is_sample=False) if claim.status == "accepted"]
    uses = [use for claim in accepted for use in claim.uses]
    bearing = Counter(
        source_id for claim in accepted for source_id in {claim.source_id, *(use.source_id for use in claim.uses)}
    )
    found = [
        {
            "id": str(source.source_id),
            "name": source.name,
            "kind": source.kind,
            "origin": source.origin,
            "urls": list(source.urls),
            "published_on": source.published_on,
            "claims": bearing[source.source_id],
            "candidates": source.candidates,
            "grades": _count_grades([use.grade for use in uses if use.source_id == source.source_id]),
        }
        for source in sources
    ]
    if is_json:
        print_json({"sources": found})
        return
    for one in found:
        say(f"{one['id']:>4}  {one['kind']:<11} {one['claims']:>3} claims  {one['name']}")


def _count_grades(grades: list[str]) -> dict[str, int]:
    """Return how often a source is graded so where a claim uses it."""
    return {grade: grades.count(grade) for grade in GRADES if grade in grades}


def _describe_report(store: Store, report: ImportedReport, document: Document) -> dict[str, Any]:
    """Return of a report what is told of an article."""
    source = next(one for one in list_sources(store) if one.source_id == report.source_id)
    claims = list_claims(store, source_id=report.source_id)
    return {
        "file": report.file,
        "source_id": report.source_id,
        "title": source.name,
        "kind": source.kind,
        "origin": source.origin,
        "published_on": source.published_on,
        "topics": topics_of_source(store, report.source_id),
        "claims": len(claims),
        "references": len({use.source_id for claim in claims for use in claim.uses}),
        "tables": len(document.tables),
        "language": document.language,
        "is_repeated": report.outcome == "unchanged",
    }
