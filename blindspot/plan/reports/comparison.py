"""Two reports on one topic side by side: what each says, on what, and what only one of them has."""

from __future__ import annotations

from dataclasses import dataclass

from blindspot.documents.report.model import Report, ReportClaim
from blindspot.explore.own_coverage import angles_of_report
from blindspot.plan.reports.contents import load_report
from blindspot.plan.reports.listing import ReportEntry, find_report
from blindspot.store import Store


@dataclass(frozen=True)
class CitedSource:
    """A source that a report cites or rates, with the lowest grade of the report's own table."""

    source_id: int
    name: str
    kind: str
    origin: str
    grade: str


@dataclass(frozen=True)
class Side:
    """One report: `angles` has the places in which it speaks of each angle, by the angle's key."""

    entry: ReportEntry
    report: Report
    sources: tuple[CitedSource, ...]
    angles: dict[str, int]

    @property
    def claims(self) -> tuple[ReportClaim, ...]:
        """Return its claims."""
        return self.report.claims

    @property
    def perspective(self) -> tuple[tuple[str, str], ...]:
        """Return what the report says of its own point of view, as (respect, words) pairs."""
        relations = (relation for section in self.report.sections for relation in section.relations)
        return tuple(
            (facet.label, facet.text) for relation in relations for facet in relation.facets if facet.side == "this"
        )

    @property
    def insight(self) -> str:
        """Return its core insight as Markdown; "" where it has none."""
        return next((section.body for section in self.report.sections if section.key == "insight"), "").strip()


@dataclass(frozen=True)
class Comparison:
    """Two sides; `shared` are the origins that both rest on, `angles` the keys that either speaks of."""

    sides: tuple[Side, Side]
    shared: frozenset[str]
    angles: tuple[str, ...]


def compare_reports(store: Store, topic_id: int, first_id: int, second_id: int) -> Comparison:
    """Lay two reports side by side, by the codebook of a topic; raises NotFound."""
    first, second = (read_side(store, topic_id, source_id) for source_id in (first_id, second_id))
    shared = {source.origin for source in first.sources} & {source.origin for source in second.sources}
    return Comparison((first, second), frozenset(shared), tuple({**first.angles, **second.angles}))


def read_side(store: Store, topic_id: int, source_id: int) -> Side:
    """Return one report with its sources and the angles that it speaks of; raises NotFound."""
    rows = store.rows("plan/report_sources", source_id=source_id)
    return Side(
        find_report(store, source_id),
        load_report(store, source_id),
        tuple(CitedSource(**row) for row in rows),
        angles_of_report(store, topic_id, source_id),
    )
