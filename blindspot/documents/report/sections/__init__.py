"""The sections of a report, one module a kind: how each is read from a page and written again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from blindspot.documents.report.layout import Part
from blindspot.documents.report.model import Section
from blindspot.documents.report.sections.blind_spots import read_blind_spots, write_blind_spots
from blindspot.documents.report.sections.claims import read_claims, write_claims
from blindspot.documents.report.sections.closing import (
    read_closing,
    read_head,
    read_signals,
    write_closing,
    write_head,
    write_signals,
)
from blindspot.documents.report.sections.counterpoints import read_counterpoints, write_counterpoints
from blindspot.documents.report.sections.findings import read_findings, write_findings
from blindspot.documents.report.sections.proposals import read_proposals, write_proposals
from blindspot.documents.report.sections.ratings import read_ratings, write_ratings
from blindspot.documents.report.sections.relation import read_relation, read_series, write_relation, write_series
from blindspot.documents.report.sections.writing import Wording

Read = Callable[[Part], dict[str, Any]]
Write = Callable[[Section, Wording], list[str]]


def read_free(part: Part) -> dict[str, Any]:
    """Return a section that is argued freely: the core insight, and every section we do not know."""
    return {"body": part.text()}


def write_free(section: Section, wording: Wording) -> list[str]:
    """Return the blocks of a section that is argued freely."""
    return [section.body]


SECTIONS: Mapping[str | None, tuple[Read, Write]] = {
    "head": (read_head, write_head),
    "insight": (read_free, write_free),
    "claims": (read_claims, write_claims),
    "counterpoints": (read_counterpoints, write_counterpoints),
    "competitors": (read_blind_spots, write_blind_spots),
    "proposals": (read_proposals, write_proposals),
    "ratings": (read_ratings, write_ratings),
    "findings": (read_findings, write_findings),
    "relation": (read_relation, write_relation),
    "series": (read_series, write_series),
    "signals": (read_signals, write_signals),
    "closing": (read_closing, write_closing),
    None: (read_free, write_free),
}
