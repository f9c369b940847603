"""Claims: a heading each with sources, grade and text, or a list of them with the grades in brackets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from blindspot.documents.numbered_references import is_only_numbers
from blindspot.documents.report.layout import (
    MARKER,
    Item,
    Part,
    aside,
    by_heading,
    by_label,
    heading,
    items,
    labelled,
    point,
    until_list,
)
from blindspot.documents.report.model import Citation, ReportClaim, Section
from blindspot.documents.report.sections.citations import (
    inline_citations,
    numbered_citations,
    read_citation,
    write_citation,
)
from blindspot.documents.report.sections.writing import Wording, listed
from blindspot.documents.report.words import label_keys, read_grade

_PARTS = ("sources", "grade", "body")


def read_claims(part: Part) -> dict[str, Any]:
    """Return the claims of a section and the text before the first."""
    lead, parts = by_heading(part)
    if not parts:
        lead, rest = until_list(part)
        return {"body": lead.text(), "claims": tuple(_read_listed(part, item) for item in items(rest)[0])}
    orders: list[list[str]] = []
    claims = tuple(_read_claim(each, n, orders) for n, each in enumerate(parts, 1))
    part.met_in_order(orders, _PARTS)
    return {"body": lead.text(), "claims": claims}


def write_claims(section: Section, wording: Wording) -> list[str]:
    """Return the blocks of a section of claims."""
    blocks = [section.body]
    if not wording["claim"].startswith("#"):
        return [*blocks, listed([_write_listed(claim, n, wording) for n, claim in enumerate(section.claims, 1)])]
    for n, claim in enumerate(section.claims, 1):
        blocks.append(wording.item("claim", n, title=claim.statement, body=""))
        parts = {"sources": _sources(claim, wording), "grade": _grade(claim, wording), "body": claim.body}
        blocks += wording.in_order(parts, _PARTS)
    return blocks


def _read_claim(part: Part, n: int, orders: list[list[str]]) -> ReportClaim:
    pattern, title = heading(part, n)
    part.met("claim", pattern)
    lead, found = by_label(part.within(part.start + 1, part.end), label_keys("claims"), in_lists=True)
    claim = ReportClaim(title)
    body = lead
    order = ["body"] if lead.text() else []
    for key, label, each in found:
        part.met(key, label)
        value = labelled(each, label).split("\n")[0]
        rest = each.within(each.start + 1, each.end)
        if key == "grade":
            claim = replace(claim, **_read_grade(part, value))
        else:
            citations, rest = _read_sources(each, value, rest)
            claim = replace(claim, citations=(*claim.citations, *citations))
        order.append(key)
        if rest.text():
            order.append("body")
            body = rest
    orders.append(order)
    in_text = (*inline_citations(body), *numbered_citations(part.within(part.start, part.start + 1)))
    named = {(each.label, each.url) for each in claim.citations}
    numbers = {(each.label, each.url) for each in part.page.references.values()}
    further = [each for each in in_text if (each.label, each.url) not in named & numbers]
    return replace(claim, body=body.text(), citations=(*claim.citations, *dict.fromkeys(further)))


def _read_sources(part: Part, value: str, rest: Part) -> tuple[list[Citation], Part]:
    """Return the sources under a label, listed below it or named beside it, and what follows them."""
    is_item = part.page.kinds[part.start] == "item"
    cited, rest = (_inner_items(rest), rest.within(rest.end, rest.end)) if is_item else items(rest)
    found: list[Citation] = []
    for item in cited:
        numbered = numbered_citations(part.within(*item.lines)) if is_only_numbers(item.text) else ()
        found += [replace(each, placement="list") for each in numbered] or [read_citation(part, item)]
    if not found:
        beside = inline_citations(part.within(part.start, rest.start))
        found = [replace(each, placement="list") for each in beside]
    named = value.strip()
    if not found and named and not is_only_numbers(named):
        found = [Citation(named)]
    return found, rest


def _inner_items(part: Part) -> list[Item]:
    """Return the items of the list below an item, which the layout does not write again."""
    markers = {at: MARKER.match(line.lstrip()) for at, _, line in part.lines()}
    return [
        Item("- ", part.page.lines[at].lstrip()[marker.end() :].rstrip(), (at, at + 1))
        for at, marker in markers.items()
        if marker
    ]


def _read_listed(part: Part, item: Item) -> ReportClaim:
    pattern, title, beside, body = point(item, "listed_grade")
    part.met("claim", pattern)
    _, words, brackets = aside(beside, "listed_grade")
    if words:
        part.met("listed_grade", brackets)
    return ReportClaim(title, read_grade(words), words, "", inline_citations(part.within(*item.lines)), body)


def _write_listed(claim: ReportClaim, n: int, wording: Wording) -> str:
    words = wording.grade(claim.grade, claim.grade_words)
    return wording.item(
        "claim", n, title=claim.statement, body=claim.body, listed_grade=wording.aside("listed_grade", words)
    )


def _read_grade(part: Part, value: str) -> dict[str, Any]:
    words, reason, pattern = aside(value, "reason")
    if reason:
        part.met("reason", pattern)
    return {"grade": read_grade(words), "grade_words": words, "grade_reason": reason}


def _grade(claim: ReportClaim, wording: Wording) -> str:
    if claim.grade == "unrated" and not claim.grade_words:
        return ""
    words = wording.grade(claim.grade, claim.grade_words)
    return wording["grade"] + words + wording.aside("reason", claim.grade_reason)


def _sources(claim: ReportClaim, wording: Wording) -> str:
    cited = [each for each in claim.citations if each.placement == "list"]
    lines = [write_citation(wording, each, n) for n, each in enumerate(cited, 1)]
    return "\n".join([wording["sources"].rstrip(), *lines]) if lines else ""
