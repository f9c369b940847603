"""Counterpoints: a heading each, what may be said against the report, and the answer."""

from __future__ import annotations

from typing import Any

from blindspot.documents.report.layout import Part, by_heading, by_label, labelled, titled
from blindspot.documents.report.model import Counterpoint, CounterpointKind, Section
from blindspot.documents.report.sections.citations import inline_citations
from blindspot.documents.report.sections.writing import Wording, beside
from blindspot.documents.report.words import label_keys


def read_counterpoints(part: Part) -> dict[str, Any]:
    """Return the counterpoints of a section and the text before the first."""
    lead, parts = by_heading(part)
    return {"body": lead.text(), "counterpoints": tuple(_read(each, n) for n, each in enumerate(parts, 1))}


def write_counterpoints(section: Section, wording: Wording) -> list[str]:
    """Return the blocks of a section of counterpoints."""
    blocks = [section.body]
    for n, each in enumerate(section.counterpoints, 1):
        blocks.append(wording.item(f"{each.kind}_title", n, title=each.title, body=""))
        blocks.append(beside(wording[each.kind], each.claim) if each.claim else "")
        blocks.append(beside(wording["response"], each.response) if each.response else "")
    return blocks


def _read(part: Part, n: int) -> Counterpoint:
    pattern, word, title = titled(part, n)
    lead, found = by_label(part.within(part.start + 1, part.end), label_keys("counterpoints"))
    said = {key: (label, labelled(each, label)) for key, label, each in found}
    kind: CounterpointKind = "dispute" if "dispute" in (word, *said) else "rebuttal"
    part.met(f"{kind}_title", pattern)
    label, claim = said.get(kind) or ("", lead.text())
    part.met(kind, label)
    answer, response = said.get("response") or ("", "")
    if answer:
        part.met("response", answer)
    return Counterpoint(kind, title, claim, response, inline_citations(part))
