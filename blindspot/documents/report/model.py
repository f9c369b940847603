"""What a research report says, part by part, with the words of its layout, so that it can be written out again.

Free text (`body`, `claim`, `response`, `opportunity`, `thesis`) is Markdown as it stands after its label; it may begin
with line breaks where it stands below the label: strip it to show it. Positions in a report count from 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Literal

from blindspot.documents.report.words import read_date
from blindspot.domain import Grade

Placement = Literal["list", "inline"]
CounterpointKind = Literal["rebuttal", "dispute"]
BlindSpotKind = Literal["unsaid_by_peers", "prior_work_blind_spot"]
RiskKind = Literal[
    "factual_uncertainty", "opponent_underestimated", "technology_shift", "legal", "platform", "reputation", "other"
]
RelationKind = Literal["complements", "supersedes", "contradicts", "extends"]
Side = Literal["other", "this"]


@dataclass(frozen=True)
class Citation:
    """A source where it is used: in the list under a claim, or as a link in the text (url None: named only)."""

    label: str
    url: str | None = None
    note: str = ""
    placement: Placement = "list"


@dataclass(frozen=True)
class Field:
    """A line such as "**调研日期**：2026-02-11"; `label` is as written, up to the value; `key` None is not known."""

    key: str | None
    label: str
    value: str


@dataclass(frozen=True)
class ReportClaim:
    """A claim with its grade in the report's words; citations are the listed ones, then those in the body."""

    statement: str
    grade: Grade = "unrated"
    grade_words: str = ""
    grade_reason: str = ""
    citations: tuple[Citation, ...] = ()
    body: str = ""


@dataclass(frozen=True)
class Counterpoint:
    """What may be said against the report, and its answer; citations are the links in both."""

    kind: CounterpointKind
    title: str
    claim: str = ""
    response: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Example:
    """A work's title quoted as an example, with what it is an example of; it stands in the body of its blind spot."""

    label: str
    quoted_title: str


@dataclass(frozen=True)
class BlindSpot:
    """What others leave unsaid, as the report argues it."""

    kind: BlindSpotKind
    title: str
    body: str = ""
    opportunity: str = ""
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True)
class Point:
    """A titled point of a list: why a proposal is worth it, a picture for it, a finding."""

    title: str
    body: str = ""


@dataclass(frozen=True)
class SupportingClaim:
    """A claim as a proposal leans on it; `claim` is the position of the report's claim that it means, if any."""

    title: str
    grade: Grade = "unrated"
    grade_words: str = ""
    body: str = ""
    claim: int | None = None


@dataclass(frozen=True)
class Risk:
    """What may go wrong with a proposal; `mitigation` is the part of the body that says what to do about it."""

    title: str
    body: str = ""
    kind: RiskKind = "other"
    mitigation: str = ""


@dataclass(frozen=True)
class ProposalDraft:
    """A suggested way to treat the topic."""

    title: str
    thesis: str = ""
    values: tuple[Point, ...] = ()
    claims: tuple[SupportingClaim, ...] = ()
    risks: tuple[Risk, ...] = ()
    visuals: tuple[Point, ...] = ()
    visual_note: str = ""


@dataclass(frozen=True)
class SourceRating:
    """A row of the table that grades the sources, in the words of that row."""

    label: str
    url: str | None = None
    grade: Grade = "unrated"
    grade_words: str = ""
    note: str = ""


@dataclass(frozen=True)
class Facet:
    """One respect in which this report or the other one is described."""

    side: Side
    label: str
    text: str


@dataclass(frozen=True)
class Relation:
    """How a report stands to an earlier one, `reference` as it is called there; `body` is the complementing part."""

    reference: str
    kind: RelationKind = "complements"
    facets: tuple[Facet, ...] = ()
    body: str = ""


@dataclass(frozen=True)
class EpisodeDraft:
    """A suggested episode; `proposal` is the position of the report's proposal that it is, if any."""

    title: str
    note: str = ""
    proposal: int | None = None


@dataclass(frozen=True)
class SeriesDraft:
    """A suggested series; `title` is the sentence that suggests it."""

    title: str
    episodes: tuple[EpisodeDraft, ...] = ()


@dataclass(frozen=True)
class SignalDraft:
    """What to watch and what it would mean; `verb` as written, "" where none is known."""

    verb: str
    subject: str
    meaning: str = ""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A section in its place: key None is unknown to us, heading None stands under a rule without a heading.

    `labels` are the layout's words, as (what, as written) pairs. Where the layout cannot be written out again line for
    line, `verbatim` is the whole section as it stood and the items are what could be read of it.
    """

    key: str | None
    heading: str | None
    level: int
    has_rule: bool = False
    verbatim: str | None = None
    labels: tuple[tuple[str, str], ...] = ()
    fields: tuple[Field, ...] = ()
    body: str = ""
    claims: tuple[ReportClaim, ...] = ()
    counterpoints: tuple[Counterpoint, ...] = ()
    blind_spots: tuple[BlindSpot, ...] = ()
    proposals: tuple[ProposalDraft, ...] = ()
    ratings: tuple[SourceRating, ...] = ()
    findings: tuple[Point, ...] = ()
    relations: tuple[Relation, ...] = ()
    series: tuple[SeriesDraft, ...] = ()
    signals: tuple[SignalDraft, ...] = ()


@dataclass(frozen=True)
class Report:
    """A report: its title and its sections in order, the first of which (key "head") holds title and head lines."""

    title: str
    sections: tuple[Section, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return the head and foot lines."""
        return tuple(chain.from_iterable(section.fields for section in self.sections))

    @property
    def claims(self) -> tuple[ReportClaim, ...]:
        """Return the claims of all sections; a SupportingClaim's `claim` counts in them from 1."""
        return tuple(chain.from_iterable(section.claims for section in self.sections))

    @property
    def proposals(self) -> tuple[ProposalDraft, ...]:
        """Return the proposals of all sections; an EpisodeDraft's `proposal` counts in them from 1."""
        return tuple(chain.from_iterable(section.proposals for section in self.sections))

    def value(self, key: str) -> str | None:
        """Return a head or foot line's value by its key (those under labels.fields in data/report_headings.toml)."""
        return next((field.value for field in self.fields if field.key == key and field.value), None)

    @property
    def researched_on(self) -> date | None:
        """Return the day of the research; None where no line says it as a date."""
        return read_date(self.value("researched_on") or "")
