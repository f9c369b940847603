"""What has been read: claims with what they rest on, sources with what rests on them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from blindspot.store import Store

GRADES = ("high", "medium", "low", "unrated")
FIRST_HAND = ("official", "regulator", "research", "vendor", "dataset", "own_report")
"""Kinds of source that speak for themselves; all others pass on what someone else found."""


@dataclass(frozen=True)
class Use:
    """One source as a claim rests on it, in the words of that place; `origin` is whose word it is."""

    claim_id: int
    position: int
    source_id: int
    placement: str
    label: str
    url: str | None
    note: str
    grade: str
    grade_reason: str
    name: str
    kind: str
    origin: str
    reports_on: str | None
    publisher: str | None
    published_on: date | None


@dataclass(frozen=True)
class Conflict:
    """Two sides that cannot both be right, each in its own words; the other is a claim or the title of a source."""

    conflict_id: int
    claim_id: int
    other_claim_id: int | None
    other_source_id: int | None
    other_name: str | None
    words: str
    other_words: str
    found_by: str
    status: str
    settlement: str


@dataclass(frozen=True)
class Claim:
    """One claim or candidate of a document; `figures` are as the text has them."""

    claim_id: int
    source_id: int
    document: str
    document_kind: str
    position: int
    statement: str
    body: str
    kind: str
    grade: str
    grade_reason: str
    said_by: str | None
    hedges: tuple[str, ...]
    as_of: date | None
    good_until: date | None
    status: str
    uses: tuple[Use, ...] = ()
    figures: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = field(default=(), compare=False)

    @property
    def origins(self) -> tuple[str, ...]:
        """Return whose word the claim rests on, each origin once: addresses do not count."""
        return tuple(dict.fromkeys(use.origin for use in self.uses))

    @property
    def newest(self) -> date | None:
        """Return when the newest of its sources was published, None where no date is known."""
        return max((use.published_on for use in self.uses if use.published_on), default=None)

    @property
    def open_conflicts(self) -> tuple[Conflict, ...]:
        """Return the conflicts that nobody has settled."""
        return tuple(conflict for conflict in self.conflicts if conflict.status == "open")

    def is_stale(self, today: date) -> bool:
        """Return whether its "good until" day has passed, or a forecast's own day."""
        passed = self.as_of if self.kind == "forecast" else None
        return any(day is not None and day < today for day in (self.good_until, passed))


@dataclass(frozen=True)
class Source:
    """A source with its addresses, and how many claims were drawn from it (claims, candidates) or rest on it (uses)."""

    source_id: int
    name: str
    kind: str
    origin: str
    reports_on: str | None
    publisher: str | None
    author: str | None
    published_on: date | None
    has_text: bool
    urls: tuple[str, ...]
    claims: int
    candidates: int
    uses: int


@dataclass(frozen=True)
class ListedReference:
    """A source as a document lists it, and as it is known; `uses` counts the document's claims that rest on it."""

    source_id: int
    label: str
    url: str | None
    name: str
    kind: str
    origin: str
    uses: int


def list_claims(
    store: Store, *, topic_id: int | None = None, source_id: int | None = None, is_sample: bool | None = None
) -> list[Claim]:
    """Return the claims, candidates and rejected ones of a topic, of one document, or of all."""
    rows = store.rows("explore/claims", topic_id=topic_id, source_id=source_id, is_sample=is_sample)
    ids = [row["claim_id"] for row in rows]
    uses, figures, conflicts = defaultdict(list), defaultdict(list), defaultdict(list)
    for row in store.rows("explore/claim_uses", claim_ids=ids):
        uses[row["claim_id"]].append(Use(**row))
    for row in store.rows("explore/claim_figures", claim_ids=ids):
        figures[row["claim_id"]].append(row["words"])
    for row in store.rows("explore/conflicts_of_claims", claim_ids=ids):
        for side in {row["claim_id"], row["other_claim_id"]}:
            conflicts[side].append(Conflict(**row))
    return [
        Claim(
            **row | {"hedges": tuple(row["hedges"])},
            uses=tuple(uses[row["claim_id"]]),
            figures=tuple(figures[row["claim_id"]]),
            conflicts=tuple(conflicts[row["claim_id"]]),
        )
        for row in rows
    ]


def list_sources(store: Store, *, topic_id: int | None = None, is_sample: bool | None = None) -> list[Source]:
    """Return the sources of a topic, or all; those on which most claims rest come first."""
    rows = store.rows("explore/sources", topic_id=topic_id, is_sample=is_sample)
    return [Source(**row | {"urls": tuple(row["urls"])}) for row in rows]


def list_references(store: Store, source_id: int) -> list[ListedReference]:
    """Return what an article lists as its sources, in its order; a report rates its own."""
    return [ListedReference(**row) for row in store.rows("explore/references", source_id=source_id)]
