"""What a document holds once it is read: words and where they stand, nothing judged. No logic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from blindspot.documents.report.model import Report

Form = Literal["markdown", "text", "html", "pdf", "docx"]
PassageKind = Literal["heading", "paragraph", "item", "quote", "cell"]


@dataclass(frozen=True)
class Passage:
    """One stretch of text without markup, in the order of the document; `part` is the key of its report section."""

    kind: PassageKind
    text: str
    part: str | None = None


@dataclass(frozen=True)
class Table:
    """A table with more than layout in it; the first row is the head; every row has the same length."""

    cells: tuple[tuple[str, ...], ...]
    caption: str | None = None
    footnote: str | None = None


@dataclass(frozen=True)
class Media:
    """A picture or film as it is linked; never fetched."""

    url: str
    alt: str | None = None
    caption: str | None = None


@dataclass(frozen=True)
class Reference:
    """A source that the document names: a link, or (url None) a party named without one."""

    label: str
    url: str | None = None


@dataclass(frozen=True)
class Figure:
    """A number as the sentence has it: its value in the unit's base (1.5 billion = 1.5e9), the unit, the words."""

    value: float
    unit: str
    words: str


@dataclass(frozen=True)
class Candidate:
    """A sentence that a person may accept as a claim; `kind` is one of the claim kinds; never graded.

    `cites` are the sources that the sentence leans on, by link, number, title or the party's name; `as_of` is the last
    day that a forecast speaks of.
    """

    statement: str
    kind: str
    said_by: str | None = None
    figures: tuple[Figure, ...] = ()
    hedges: tuple[str, ...] = ()
    as_of: date | None = None
    cites: tuple[Reference, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Document:
    """A report or an article. Unknown is None; `body` is Markdown; `report` is None where it is an article."""

    form: Form
    title: str
    body: str
    author: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    language: str | None = None
    url: str | None = None
    category: str | None = None
    summary: str | None = None
    tags: tuple[str, ...] = ()
    front_matter: str | None = None
    passages: tuple[Passage, ...] = ()
    tables: tuple[Table, ...] = ()
    media: tuple[Media, ...] = ()
    references: tuple[Reference, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    report: Report | None = None
