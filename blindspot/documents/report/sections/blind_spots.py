"""Blind spots: what peers and earlier reports leave unsaid, a heading each, with titles of works as examples."""

from __future__ import annotations

import re
from typing import Any

from blindspot.documents.report.layout import Part, by_heading, by_label, heading, items, labelled
from blindspot.documents.report.model import BlindSpot, BlindSpotKind, Example, Section
from blindspot.documents.report.sections.writing import Wording, beside
from blindspot.documents.report.words import label_keys, words

_EXAMPLE = re.compile(r"\**([^：:*]{1,40})\**[：:]\s*[\"“「『《](.+)[\"”」』》][。.]?\s*")


def read_blind_spots(part: Part) -> dict[str, Any]:
    """Return the blind spots of a section and the text before the first."""
    lead, parts = by_heading(part)
    return {"body": lead.text(), "blind_spots": tuple(_read(each, n) for n, each in enumerate(parts, 1))}


def write_blind_spots(section: Section, wording: Wording) -> list[str]:
    """Return the blocks of a section of blind spots."""
    blocks = [section.body]
    for n, each in enumerate(section.blind_spots, 1):
        blocks.append(wording.item("blind_spot", n, title=each.title, body=each.body))
        blocks.append(beside(wording["opportunity"], each.opportunity) if each.opportunity else "")
    return blocks


def _read(part: Part, n: int) -> BlindSpot:
    pattern, title = heading(part, n)
    part.met("blind_spot", pattern)
    body, found = by_label(part.within(part.start + 1, part.end), label_keys("competitors"))
    opportunity = ""
    for key, label, each in found[:1]:
        part.met(key, label)
        opportunity = labelled(each, label)
    is_earlier = any(word in title.casefold() for word in words("earlier_report"))
    kind: BlindSpotKind = "prior_work_blind_spot" if is_earlier else "unsaid_by_peers"
    return BlindSpot(kind, title, body.text(), opportunity, tuple(_examples(body)))


def _examples(part: Part) -> list[Example]:
    lines = [items(part.within(at, at + 1))[0][0].text for at, kind, _ in part.lines() if kind == "item"]
    return [Example(match[1], match[2]) for match in map(_EXAMPLE.fullmatch, lines) if match]
