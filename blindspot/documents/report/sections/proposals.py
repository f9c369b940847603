"""Proposals: a title each, then under labels the thesis, why it is worth it, its claims, risks and visuals."""

from __future__ import annotations

import re
from typing import Any

from blindspot.documents.report.layout import Part, aside, by_heading, by_label, fill, items, labelled, point, titled
from blindspot.documents.report.model import Point, ProposalDraft, Risk, Section, SupportingClaim
from blindspot.documents.report.sections.writing import Wording, below, beside, listed
from blindspot.documents.report.words import kind_of, label_keys, read_grade, title_kinds, words

_SENTENCES = re.compile(r"(?<=[。！？!?])|(?<=\.)\s+")
_PARTS = ("thesis", "values", "claims", "risks", "visuals")


def read_proposals(part: Part) -> dict[str, Any]:
    """Return the proposals of a section and the text before the first."""
    lead, parts = by_heading(part)
    if not parts:
        lead, found = by_label(part, {name: kind for name, kind in title_kinds().items() if kind == "proposal"})
        parts = [each for _, _, each in found]
    orders: list[list[str]] = []
    proposals = tuple(_read(each, n, orders) for n, each in enumerate(parts, 1))
    part.met_in_order(orders, _PARTS)
    return {"body": lead.text(), "proposals": proposals}


def write_proposals(section: Section, wording: Wording) -> list[str]:
    """Return the blocks of a section of proposals."""
    blocks = [section.body]
    for n, each in enumerate(section.proposals, 1):
        blocks.append(wording.item("proposal", n, title=each.title, body=""))
        visuals = fill(wording["visuals"], note=wording.aside("visual_note", each.visual_note))
        parts = {
            "thesis": beside(wording["thesis"], each.thesis) if each.thesis else "",
            "values": below(wording["values"], wording.points("values_item", each.values)),
            "claims": below(wording["claims"], listed(_claims(each.claims, wording))),
            "risks": below(wording["risks"], wording.points("risks_item", each.risks)),
            "visuals": below(visuals, wording.points("visuals_item", each.visuals)),
        }
        blocks += wording.in_order(parts, _PARTS)
    return blocks


def _claims(claims: tuple[SupportingClaim, ...], wording: Wording) -> list[str]:
    items = []
    for n, each in enumerate(claims, 1):
        grade = wording.aside("claims_grade", wording.grade(each.grade, each.grade_words))
        items.append(wording.item("claims_item", n, title=each.title, body=each.body, claims_grade=grade))
    return items


def _read(part: Part, n: int, orders: list[list[str]]) -> ProposalDraft:
    pattern, _, title = titled(part, n)
    part.met("proposal", pattern)
    _, found = by_label(part.within(part.start + 1, part.end), label_keys("proposals"))
    orders.append([key for key, _, _ in found])
    read: dict[str, Any] = {}
    for key, label, each in found:
        if key == "thesis":
            part.met(key, label)
            read[key] = labelled(each, label)
        elif key == "visuals":
            read["visual_note"] = _met_visuals(part, label)
            read[key] = _points(each, key)
        else:
            part.met(key, label)
            read[key] = _points(each, key)
    return ProposalDraft(title, **read)


def _met_visuals(part: Part, label: str) -> str:
    name, note, pattern = aside(label.rstrip()[:-1], "visual_note")
    part.met("visuals", f"{name}{{note}}{label.rstrip()[-1]}")
    if note:
        part.met("visual_note", pattern)
    return note


def _points(part: Part, key: str) -> tuple[Any, ...]:
    points: list[SupportingClaim | Risk | Point] = []
    for item in items(part.within(part.start + 1, part.end))[0]:
        pattern, title, beside, body = point(item, "claims_grade" if key == "claims" else "")
        part.met(f"{key}_item", pattern)
        if key == "claims":
            _, grade, brackets = aside(beside, "claims_grade")
            if grade:
                part.met("claims_grade", brackets)
            points.append(SupportingClaim(title, read_grade(grade), grade, body))
        elif key == "risks":
            kind = kind_of("risks", title, kind_of("risks", body, "other"))
            points.append(Risk(title, body, kind, _mitigation(body)))
        else:
            points.append(Point(title, body))
    return tuple(points)


def _mitigation(body: str) -> str:
    """Return a risk's body from the first sentence that says what to do."""
    sentences = _SENTENCES.split(body.strip())
    for at, sentence in enumerate(sentences):
        if sentence.startswith(words("mitigation")):
            return "".join(sentences[at:]) if "。" in body else " ".join(sentences[at:])
    return ""
