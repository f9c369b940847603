"""The table that grades the sources: a row each, columns in any order."""

from __future__ import annotations

from typing import Any

from blindspot.documents.links import public_url
from blindspot.documents.report.layout import Part
from blindspot.documents.report.model import Section, SourceRating
from blindspot.documents.report.sections.writing import Wording
from blindspot.documents.report.words import fold, label_keys, read_grade


def read_ratings(part: Part) -> dict[str, Any]:
    """Return the rows of the first table of a section and the text before it."""
    at = next((at for at, kind, _ in part.lines() if kind == "table"), None)
    if at is None:
        return {"body": part.text()}
    part.met("table_head", part.page.lines[at])
    part.met("table_rule", part.page.lines[at + 1])
    head, *rows = part.page.tables[at]
    columns = _columns(head)
    ratings = tuple(_read({key: cell for key, cell in zip(columns, row, strict=False) if key}) for row in rows)
    return {"body": part.within(part.start, at).text(), "ratings": ratings}


def write_ratings(section: Section, wording: Wording) -> list[str]:
    """Return the blocks of a section of source ratings."""
    if not section.ratings:
        return [section.body]
    columns = _columns(wording["table_head"].strip().strip("|").split("|"))
    rows = [_cells(each, wording) for each in section.ratings]
    lines = [f"| {' | '.join(row.get(key, '') for key in columns)} |" for row in rows]
    return [section.body, "\n".join([wording["table_head"], wording["table_rule"], *lines])]


def _cells(rating: SourceRating, wording: Wording) -> dict[str, str]:
    grade = wording.grade(rating.grade, rating.grade_words)
    cells = {"label": rating.label, "url": rating.url or "", "grade": grade, "note": rating.note}
    return {key: cell.replace("|", "\\|") for key, cell in cells.items()}


def _columns(head: tuple[str, ...] | list[str]) -> list[str]:
    return [label_keys("columns").get(fold(cell), "") for cell in head]


def _read(cells: dict[str, str]) -> SourceRating:
    words = cells.get("grade", "")
    return SourceRating(
        cells.get("label", ""), public_url(cells.get("url")), read_grade(words), words, cells.get("note", "")
    )
