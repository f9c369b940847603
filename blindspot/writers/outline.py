"""A brief as parts for people to read, the same in a Word file and a PDF: a heading each, texts, points or a table.

The bodies of claims stay in the Markdown brief and the JSON file; here a claim has its grade and its sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from blindspot.domain import Claim, Counterpoint, Episode, Proposal, Risk
from blindspot.writers.contents import claims_of, gap_line
from blindspot.writers.names import clean
from blindspot.writers.plain import plain_text
from blindspot.writers.words import word

ORDER = ("thesis", "difference", "values", "gap", "claims", "counterpoints", "risks", "visuals")


@dataclass(frozen=True)
class Part:
    """A heading with paragraphs, titled points as (title, body) and the rows of a table, its head first."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[tuple[str, str], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def outline(proposal: Proposal | None, episode: Episode | None, language: str) -> list[Part]:
    """Return the parts of a brief in order, without those that have nothing to say; the shots are not among them."""
    claims = claims_of(proposal, episode.shots if episode else ())
    said = dict(_argument(proposal, language)) if proposal else {}
    said["claims"] = {"rows": _claim_rows(proposal, claims, language)}
    parts = [Part(word("headings", key, language), **said[key]) for key in ORDER if key in said]
    return [part for part in parts if any(part.paragraphs) or part.points or len(part.rows) > 1]


def _argument(proposal: Proposal, language: str) -> Iterator[tuple[str, dict[str, tuple[Any, ...]]]]:
    texts = {"gap": gap_line(proposal, language), "thesis": proposal.thesis, "difference": proposal.difference}
    for key, text in texts.items():
        yield key, {"paragraphs": (plain_text(text),)}
    yield "values", {"points": tuple(_point(each.title, each.body) for each in proposal.values)}
    yield "counterpoints", {"points": tuple(_counterpoint(each, language) for each in proposal.counterpoints)}
    yield "risks", {"points": tuple(_risk(each, language) for each in proposal.risks)}
    visuals = tuple(_point(each.title, each.body) for each in proposal.visuals)
    yield "visuals", {"paragraphs": (plain_text(proposal.visual_note),), "points": visuals}


def _claim_rows(proposal: Proposal | None, claims: list[Claim], language: str) -> tuple[tuple[str, ...], ...]:
    """Return the claims with the numbers that markers name, grades and sources; last what only the proposal states."""
    head = tuple(word("columns", name, language) for name in ("statement", "grade", "sources"))
    rows = [
        (f"F{number} {each.statement}", _grade(each.grade, each.grade_reason, language), _sources(each))
        for number, each in enumerate(claims, 1)
    ]
    if proposal:
        rows += [(each.title, _grade(each.grade, "", language), "") for each in proposal.claims if not each.claim]
    return (head, *(tuple(map(clean, row)) for row in rows))


def _grade(grade: str, reason: str, language: str) -> str:
    name = word("grades", grade, language)
    return f"{name}\n{reason}" if reason else name


def _sources(claim: Claim) -> str:
    return "\n".join(f"{cited.label} {cited.url or ''}".rstrip() for cited in claim.sources)


def _counterpoint(counterpoint: Counterpoint, language: str) -> tuple[str, str]:
    return _point(counterpoint.title, counterpoint.claim, _named("response", counterpoint.answer, language))


def _risk(risk: Risk, language: str) -> tuple[str, str]:
    is_said = risk.mitigation in risk.body
    return _point(risk.title, risk.body, "" if is_said else _named("mitigation", risk.mitigation, language))


def _named(heading: str, text: str, language: str) -> str:
    said = plain_text(text)
    between = "\n" if "\n" in said else " "
    return f"{word('headings', heading, language)}:{between}{said}" if said else ""


def _point(title: str, body: str, answer: str = "") -> tuple[str, str]:
    return clean(title), "\n".join(filter(None, [plain_text(body), answer]))
