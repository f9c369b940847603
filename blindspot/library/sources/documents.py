"""A document into the tables: its source, passages, tables, pictures, and the candidates that a person may accept."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import polars as pl

from blindspot.documents.document import Candidate, Document, Reference
from blindspot.labelling.folding import fold_frame
from blindspot.library.sources.origins import (
    add_address,
    canonical_url,
    file_origin,
    find_or_add_source,
    find_source,
    kind_of_host,
)
from blindspot.store import Transaction

PARTS = ("passages", "tables", "media", "references")
FORGOTTEN_WITH_CANDIDATES = ("conflicts", "claim_uses", "claim_figures", "claims")


def store_document(
    tx: Transaction, document: Document, *, sha256: str, file: str, is_sample: bool, source_id: int | None = None
) -> int:
    """Keep a document as a source and return its id: `source_id`, else the one cited by its address, else a new one.

    Another version of a known document takes the place of its words; claims that a person has decided on stay. What a
    report claims and cites is not kept here.
    """
    if source_id is None and document.url and not document.report:
        source_id = find_source(tx, document.title, document.url, is_sample=is_sample)
    if source_id is None:
        source_id = tx.value("library/next_source_id")
    tx.run("library/put_document", source_id=source_id, **_identity(document, sha256), file=file, is_sample=is_sample)
    add_address(tx, source_id, document.url)
    cited = {
        reference: find_or_add_source(tx, reference.label, reference.url, is_sample=is_sample)
        for reference in (() if document.report else document.references)
    }
    for part in PARTS:
        tx.run(f"library/forget_document_{part}", source_id=source_id)
        rows: list[Any] = list(cited) if part == "references" else list(getattr(document, part))
        numbered = [{"source_id": source_id, "position": place, **asdict(row)} for place, row in enumerate(rows, 1)]
        if part == "references":
            numbered = [row | {"cited_id": cited[reference]} for row, reference in zip(numbered, rows, strict=True)]
        if part == "passages":
            folded = _fold([row.text for row in rows])
            numbered = [row | {"search_text": text} for row, text in zip(numbered, folded, strict=True)]
        tx.run(f"library/add_document_{part}", rows=numbered)
    if not document.report:
        _store_candidates(tx, source_id, document, cited)
    return source_id


def _identity(document: Document, sha256: str) -> dict[str, object]:
    canonical = canonical_url(document.url)
    kind = "own_report" if document.report else kind_of_host(document.url) if canonical else "unknown"
    return {
        "name": document.title,
        "kind": kind,
        "origin": canonical if canonical and not document.report else file_origin(sha256),
        "publisher": document.publisher,
        "author": document.author,
        "published_on": document.published_on,
        "language": document.language,
        "category": document.category,
        "summary": document.summary,
        "tags": list(document.tags),
        "front_matter": document.front_matter,
        "body": document.body,
        "sha256": sha256,
    }


def _store_candidates(tx: Transaction, source_id: int, document: Document, cited: dict[Reference, int]) -> None:
    """Keep the candidates that are not decided on yet, each with its figures and the sources that it leans on.

    One of a former version in whose conflict a person had a say stays, in the bin where the document says it no longer.
    """
    untouched = tx.rows("library/untouched_candidates", source_id=source_id)
    stale = [row["claim_id"] for row in untouched if not row["has_settlement"]]
    for table in FORGOTTEN_WITH_CANDIDATES:
        tx.run(f"library/forget_candidates_from_{table}", claim_ids=stale)
    said = {candidate.statement for candidate in document.candidates}
    unsaid = [row["claim_id"] for row in untouched if row["has_settlement"] and row["statement"] not in said]
    tx.run("library/bin_claims", claim_ids=unsaid)
    decided = {row["statement"] for row in tx.rows("library/claims_of_document", source_id=source_id)}
    itself = Reference(document.title, document.url)
    claims, figures, uses = [], [], []
    open_ones = [(place, one) for place, one in enumerate(document.candidates, 1) if one.statement not in decided]
    claim_ids = [row["claim_id"] for row in tx.rows("library/next_claim_ids", claims=len(open_ones))]
    for claim_id, (position, candidate) in zip(claim_ids, open_ones, strict=True):
        claims.append(_claim(candidate, claim_id, source_id, position))
        for place, figure in enumerate(candidate.figures, 1):
            figures.append({"claim_id": claim_id, "position": place, **asdict(figure)})
        for place, reference in enumerate(candidate.cites or (itself,), 1):
            uses.append(_use(claim_id, place, cited.get(reference, source_id), reference))
    tx.run("library/add_claims", rows=claims)
    tx.run("library/add_claim_figures", rows=figures)
    tx.run("library/add_claim_uses", rows=uses)


def _claim(candidate: Candidate, claim_id: int, source_id: int, position: int) -> dict[str, object]:
    return {
        "claim_id": claim_id,
        "source_id": source_id,
        "position": position,
        "statement": candidate.statement,
        "kind": candidate.kind,
        "said_by": candidate.said_by,
        "hedges": list(candidate.hedges),
        "as_of": candidate.as_of,
        "body": "",
        "grade": "unrated",
        "grade_reason": "",
        "status": "candidate",
    }


def _use(claim_id: int, position: int, source_id: int, reference: Reference) -> dict[str, object]:
    said = {"placement": "inline", "label": reference.label, "url": reference.url, "note": ""}
    graded = {"grade": "unrated", "grade_reason": ""}
    return {"claim_id": claim_id, "position": position, "source_id": source_id, **said, **graded}


def _fold(texts: list[str]) -> list[str]:
    """Return the search text of each passage, folded as works are."""
    nothing = pl.lit(None, dtype=pl.String)
    frame = pl.DataFrame({"text": texts}, schema={"text": pl.String}).with_columns(
        title=nothing, transcript=nothing, hashtags=pl.lit(None, dtype=pl.List(pl.String))
    )
    return fold_frame(frame).to_list()
