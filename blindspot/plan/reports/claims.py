"""A report's claims among the claims of the library, each with its uses of sources, graded as the report rates them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict
from itertools import groupby
from typing import Any

from blindspot.documents.candidates import say_what
from blindspot.documents.report.model import Citation, Report, ReportClaim, SourceRating
from blindspot.plan.reports.parts import make, own_values
from blindspot.store import Store, Transaction

Cite = Callable[[str, str | None], int]
GRADES = ("high", "medium", "low", "unrated")


def save_claims(tx: Transaction, source_id: int, report: Report, cite: Cite) -> list[int]:
    """Store the claims as accepted ones and return their ids in the report's order.

    A claim that the report held before keeps its id, and what a person changed of it and of its uses; one that the
    report holds no longer goes into the bin.
    """
    known = defaultdict(list)
    for row in tx.rows("library/report_claims", source_id=source_id):
        known[row["stated"]].append(row)
    graded_by_person = _grades_of_changed_claims(tx, source_id)
    tx.run("library/forget_report_claim_uses", source_id=source_id)
    tx.run("library/forget_report_claim_figures", source_id=source_id)
    tx.run("library/forget_report_claims", source_id=source_id)
    ratings = _ratings(report, cite)
    claims: list[dict[str, Any]] = []
    places: list[dict[str, Any]] = []
    figures: list[dict[str, Any]] = []
    uses: list[dict[str, Any]] = []
    for number, section in enumerate(report.sections, 1):
        for position, claim in enumerate(section.claims, 1):
            is_new = not known[claim.statement]
            claim_id = tx.value("library/next_claim_id") if is_new else known[claim.statement].pop(0)["claim_id"]
            said = {"claim_id": claim_id, "position": len(places) + 1, **own_values(claim)}
            grade_words = said.pop("grade_words")
            meant = say_what(claim.statement, claim.body)
            said |= {"kind": meant.kind, "hedges": list(meant.hedges), "as_of": meant.as_of}
            for place, figure in enumerate(meant.figures, 1):
                figures.append({"claim_id": claim_id, "position": place, **asdict(figure)})
            if is_new:
                claims.append({"source_id": source_id, "said_by": None, "status": "accepted", **said})
            else:
                tx.run("library/set_report_claim", **said)
            places.append(
                {
                    "source_id": source_id,
                    "section": number,
                    "position": position,
                    "claim_id": claim_id,
                    "statement": claim.statement,
                    "grade": claim.grade,
                    "grade_words": grade_words,
                }
            )
            for place, citation in enumerate(claim.citations, 1):
                cited_id = cite(citation.label, citation.url)
                grade, reason = graded_by_person.get((claim_id, cited_id)) or _rated(ratings[cited_id], citation.url)
                used = {"claim_id": claim_id, "position": place, "source_id": cited_id, "grade_reason": reason}
                uses.append(used | own_values(citation) | {"grade": grade})
    tx.run("library/add_claims", rows=claims)
    tx.run("library/add_claim_figures", rows=figures)
    tx.run("library/add_report_claims", rows=places)
    tx.run("library/add_claim_uses", rows=uses)
    left = [row["claim_id"] for rows in known.values() for row in rows]
    tx.run("library/bin_claims", claim_ids=left)
    return [place["claim_id"] for place in places]


def load_claims(store: Store | Transaction, source_id: int) -> dict[int, list[tuple[int, ReportClaim]]]:
    """Return the claims of each section with their ids; where a person changed a grade, it stands without words."""
    citations = defaultdict(list)
    for row in store.rows("library/report_claim_uses", source_id=source_id):
        citations[row["claim_id"]].append(make(Citation, row))
    rows = [row for row in store.rows("library/report_claims", source_id=source_id) if not row["is_binned"]]
    return {
        section: [(row["claim_id"], _claim(row, tuple(citations[row["claim_id"]]))) for row in group]
        for section, group in groupby(rows, key=lambda row: row["section"])
    }


def _claim(row: dict[str, Any], citations: tuple[Citation, ...]) -> ReportClaim:
    words = row["grade_words"] if row["grade"] == row["stated_grade"] else ""
    return make(ReportClaim, row | {"grade_words": words}, citations=citations)


def _grades_of_changed_claims(tx: Transaction, source_id: int) -> dict[tuple[int, int], tuple[str, str]]:
    return {
        (row["claim_id"], row["source_id"]): (row["grade"], row["grade_reason"])
        for row in tx.rows("library/report_claim_uses", source_id=source_id)
        if row["is_changed"]
    }


def _ratings(report: Report, cite: Cite) -> dict[int, list[SourceRating]]:
    ratings = defaultdict(list)
    for section in report.sections:
        for rating in section.ratings:
            ratings[cite(rating.label, rating.url)].append(rating)
    return ratings


def _rated(ratings: list[SourceRating], url: str | None) -> tuple[str, str]:
    """Return the grade and note of the row with that very address, else of the lowest; unrated where there is none."""
    if not ratings:
        return "unrated", ""
    best = min(ratings, key=lambda rating: (rating.url != url, -GRADES.index(rating.grade)))
    return best.grade, best.note
