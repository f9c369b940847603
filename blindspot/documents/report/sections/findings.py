"""Findings: titled points, as a list or under a heading each."""

from __future__ import annotations

from typing import Any

from blindspot.documents.report.layout import Part, by_heading, heading, items, point, until_list
from blindspot.documents.report.model import Point, Section
from blindspot.documents.report.sections.writing import Wording


def read_findings(part: Part) -> dict[str, Any]:
    """Return the findings of a section and the text before the first."""
    lead, parts = by_heading(part)
    points = []
    if parts:
        for n, each in enumerate(parts, 1):
            pattern, title = heading(each, n)
            part.met("finding", pattern)
            points.append(Point(title, each.within(each.start + 1, each.end).text()))
        return {"body": lead.text(), "findings": tuple(points)}
    lead, rest = until_list(part)
    for item in items(rest)[0]:
        pattern, title, _, body = point(item)
        part.met("finding", pattern)
        points.append(Point(title, body))
    return {"body": lead.text(), "findings": tuple(points)}


def write_findings(section: Section, wording: Wording) -> list[str]:
    """Return the blocks of a section of findings."""
    return [section.body, wording.points("finding", section.findings)]
