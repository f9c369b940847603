"""A shot list as an Excel workbook: the shots, and the claims they show with their sources; nothing is a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence

import xlsxwriter

from blindspot.domain import Claim, Episode
from blindspot.writers.contents import claims_of
from blindspot.writers.names import clean
from blindspot.writers.shot_rows import CHOICES, COLUMNS, Cell, shot_rows
from blindspot.writers.words import word
from blindspot.writers.writer import Options, Writer, require_shots

MOST_CHARACTERS = 32_767
"""What a cell of Excel can hold."""
_CLAIM_COLUMNS = ("statement", "grade", "sources")
_WIDTHS = dict.fromkeys(("picture", "narration", "on_screen_text", "sound", "claims", "prompt"), 36) | {
    "statement": 60,
    "sources": 80,
}
_USUAL_WIDTH = 12


def write_xlsx(episode: Episode, options: Options) -> bytes:
    """Return the workbook; seconds and frames are numbers, everything else is text."""
    require_shots(episode)
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": clean(episode.title), "created": options.now})
    shots = ({**row, **_in_words(row, options.language)} for row in shot_rows(episode, options.language))
    _write_sheet(book, "storyboard", COLUMNS, shots, options.language)
    claims = (_claim_row(claim, options.language) for claim in claims_of(episode.proposal, episode.shots))
    _write_sheet(book, "claims", _CLAIM_COLUMNS, claims, options.language)
    book.close()
    return file.getvalue()


def _write_sheet(
    book: xlsxwriter.Workbook, name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Cell]], language: str
) -> None:
    sheet = book.add_worksheet(word("headings", name, language))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _WIDTHS.get(column, _USUAL_WIDTH), body)
        sheet.write_string(0, at, word("columns", column, language), head)
    for number, row in enumerate(rows, 1):
        for at, column in enumerate(columns):
            value = row[column]
            # never `write`, which would guess a formula or an address from a text
            if isinstance(value, str):
                sheet.write_string(number, at, _fitting(clean(value)))
            else:
                sheet.write_number(number, at, value)
    sheet.freeze_panes(1, 1)


def _in_words(row: Mapping[str, Cell], language: str) -> dict[str, Cell]:
    return {name: word(group, str(row[name]), language) for name, group in CHOICES.items()}


def _claim_row(claim: Claim, language: str) -> dict[str, Cell]:
    sources = (f"{cited.label} {cited.url or ''}".rstrip() for cited in claim.sources)
    grade = word("grades", claim.grade, language)
    return {"statement": claim.statement, "grade": grade, "sources": "\n".join(sources)}


def _fitting(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


XLSX = Writer("xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx)
