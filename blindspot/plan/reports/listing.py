"""The reports of the store with what each holds and lacks, and a report as Markdown again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from blindspot.documents.report.render import render_report
from blindspot.documents.report.words import PARTS
from blindspot.errors import NotFound
from blindspot.plan.reports.contents import load_report
from blindspot.store import Store


@dataclass(frozen=True)
class ReportEntry:
    """One report in numbers; `sources` are those it cites or rates, `missing` the keys of sections that it lacks."""

    source_id: int
    title: str
    file: str
    researched_on: date | None
    topic_id: int | None
    topic: str | None
    account: str | None
    is_sample: bool
    claims: int
    sources: int
    origins: int
    proposals: int
    series: int
    episodes: int
    signals: int
    missing: tuple[str, ...]


def list_reports(store: Store, *, is_binned: bool = False) -> list[ReportEntry]:
    """Return the reports, the newest first and the sample's last; or those in the bin."""
    return [
        ReportEntry(missing=_missing(row.pop("section_keys"), row), **row)
        for row in store.rows("plan/reports", is_binned=is_binned)
    ]


def find_report(store: Store, source_id: int) -> ReportEntry:
    """Return one report that is not in the bin; raises NotFound."""
    found = next((entry for entry in list_reports(store) if entry.source_id == source_id), None)
    if found is None:
        raise NotFound("There is no report {report_id}.", "`report list` names them.", report_id=source_id)
    return found


def export_report(store: Store, source_id: int) -> str:
    """Return a report as Markdown, written from the tables alone; raises NotFound."""
    find_report(store, source_id)
    return render_report(load_report(store, source_id))


def _missing(keys: Sequence[str], counts: Mapping[str, int]) -> tuple[str, ...]:
    present = {*keys, *(part for part in ("series", "signals") if counts[part])}
    return tuple(part for part in PARTS if part not in present)
