"""Imports research reports, each in one transaction: its document, its claims, what it plans, the topics it joins."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from blindspot.documents.document import Document
from blindspot.documents.report.model import Report
from blindspot.documents.report.render import render_report
from blindspot.errors import FileRefused
from blindspot.labelling.codebook import Codebook, Topic
from blindspot.labelling.folding import fold_term
from blindspot.library.codebooks import write_codebook
from blindspot.library.heading_aliases import list_aliases
from blindspot.library.label_demand import label_demand
from blindspot.library.sources.conflicts import find_conflicts
from blindspot.library.sources.documents import store_document
from blindspot.library.sources.import_sources import file_sha256
from blindspot.library.sources.topics import join_topics
from blindspot.library.topic_terms import sure_terms
from blindspot.plan.reports.bin import take_from_bin
from blindspot.plan.reports.contents import load_report, save_report
from blindspot.plan.reports.merging import Kept
from blindspot.plan.reports.plans import link_angles
from blindspot.readers import client
from blindspot.store import Store, Transaction

Outcome = Literal["added", "changed", "unchanged", "restored"]


@dataclass(frozen=True)
class ImportedReport:
    """What became of one report; `kept` is where a person's words stand against what it says now."""

    source_id: int
    file: str
    outcome: Outcome
    kept: tuple[Kept, ...] = ()


def import_report(
    store: Store, path: Path, name: str, *, topic_id: int | None = None, is_sample: bool = False
) -> ImportedReport:
    """Read and store the report in a file that the user calls `name`; raises FileRefused where it is none.

    A report that is known by its bytes or its content changes nothing; another version of one (same title, and same
    file name or day) takes its place. `topic_id`: the topic that it is about; else one whose terms it uses, or a new
    one of its title.
    """
    sha256 = file_sha256(path)
    document = client.read_document(path, name, aliases=list_aliases(store))
    return import_read_report(store, document, sha256, name, topic_id=topic_id, is_sample=is_sample)


def import_read_report(
    store: Store, document: Document, sha256: str, name: str, *, topic_id: int | None = None, is_sample: bool = False
) -> ImportedReport:
    """Store a report that was read before; the same as import_report in everything else."""
    report = _report_in(document, name)
    with store.changing() as tx:
        known = _find_known(tx, report, sha256, name, is_sample)
        if known and known["is_binned"]:
            take_from_bin(tx, known["source_id"])
        if known and (known["is_same_file"] or load_report(tx, known["source_id"]) == report):
            if topic_id is not None and topic_id != known["topic_id"]:
                _move(tx, known["source_id"], topic_id, is_sample)
            return ImportedReport(known["source_id"], name, "restored" if known["is_binned"] else "unchanged")
        source_id = known["source_id"] if known else None
        source_id = store_document(tx, document, sha256=sha256, file=name, is_sample=is_sample, source_id=source_id)
        if topic_id is None:
            topic_id = known["topic_id"] if known else _find_topic(tx, source_id, report.title, is_sample)
        kept = _store(tx, source_id, topic_id, report, is_sample)
    return ImportedReport(source_id, name, "changed" if known else "added", kept)


def reread_report(store: Store, source_id: int) -> None:
    """Read a report again by the headings that are known now, from its own export."""
    known = store.rows("library/report_file", source_id=source_id)[0]
    with tempfile.TemporaryDirectory(prefix="blindspot_") as folder:
        path = Path(folder) / "report.md"
        path.write_text(render_report(load_report(store, source_id)), encoding="utf-8")
        document = client.read_document(path, known["file"], aliases=list_aliases(store))
    report = _report_in(document, known["file"])
    source = {"sha256": known["sha256"], "file": known["file"], "is_sample": known["is_sample"]}
    with store.changing() as tx:
        store_document(tx, document, source_id=source_id, **source)
        _store(tx, source_id, known["topic_id"], report, known["is_sample"])


def _report_in(document: Document, name: str) -> Report:
    """Return the report that a document holds; raises FileRefused for an article."""
    if document.report is None:
        raise FileRefused(
            "{file} has none of the sections of a research report.",
            "Import it as an article (`source import`), or give its sections headings such as “Key facts”.",
            file=name,
        )
    return document.report


def _find_known(tx: Transaction, report: Report, sha256: str, name: str, is_sample: bool) -> dict[str, Any] | None:
    for row in tx.rows("library/find_reports", sha256=sha256, title=report.title, is_sample=is_sample):
        is_same_day = report.researched_on is not None and row["researched_on"] == report.researched_on
        if row["is_same_file"] or is_same_day or row["file"] == name:
            return row
    return None


def _find_topic(tx: Transaction, source_id: int, title: str, is_sample: bool) -> int:
    """Return the topic that a report is about: one with a term in its title, else any it joins, else a new one."""
    joined = join_topics(tx, [source_id], is_sample=is_sample)
    folded = fold_term(title)
    topics = [row for row in tx.rows("library/topics") if row["topic_id"] in joined]
    named: list[int] = [row["topic_id"] for row in topics if any(fold_term(term) in folded for term in row["terms"])]
    # a topic in the bin would hide it
    used = named or [row["topic_id"] for row in topics]
    if used:
        return used[0]
    codebook = Codebook(Topic(title, sure_terms(title)))
    return write_codebook(tx, title, None, codebook, is_sample=is_sample, origin="import")[0]


def _store(tx: Transaction, source_id: int, topic_id: int, report: Report, is_sample: bool) -> tuple[Kept, ...]:
    kept = save_report(tx, source_id, topic_id, report, is_sample=is_sample)
    find_conflicts(tx, source_id)
    label_demand(tx, join_topics(tx, [source_id], is_sample=is_sample, topic_id=topic_id))
    return kept


def _move(tx: Transaction, source_id: int, topic_id: int, is_sample: bool) -> None:
    """Let a known report be about another topic by a person's word."""
    label_demand(tx, join_topics(tx, [source_id], is_sample=is_sample, topic_id=topic_id))
    tx.run("library/set_report_topic", source_id=source_id, topic_id=topic_id)
    for table in ("proposals", "series", "signals"):
        tx.run(f"plan/move_{table}", source_id=source_id, topic_id=topic_id)
    link_angles(tx, source_id, topic_id, tx.rows("library/report_title", source_id=source_id)[0]["title"])
