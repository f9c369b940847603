"""A shot list as an Excel workbook: the shots, and the claims they show with their sources; nothing is a formula."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from unicodedata import east_asian_width

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from blindspot.domain import Claim, Episode
from blindspot.writers.contents import claims_of
from blindspot.writers.names import clean
from blindspot.writers.shot_rows import CHOICES, COLUMNS, Cell, shot_rows
from blindspot.writers.words import word
from blindspot.writers.writer import Options, Writer, require_shots

MOST_CHARACTERS = 32_767
"""What a cell of Excel can hold."""
PRINTED = (
    "shot", "duration_seconds", "size", "camera_angle", "movement", "transition", "picture", "narration",
    "on_screen_text", "sound", "visual", "claims",
)  # fmt: skip
"""What a set or a meeting needs on paper; the other columns stand behind them and would only make it smaller."""
SHEET_COLUMNS = (*PRINTED, *(column for column in COLUMNS if column not in PRINTED))
_CLAIM_COLUMNS = ("statement", "grade", "sources")
_WIDTHS = dict.fromkeys(("picture", "narration", "claims", "prompt"), 30) | {
    "on_screen_text": 20,
    "visual": 18,
    "sound": 14,
    "asset": 14,
    "image": 14,
    "statement": 60,
    "sources": 80,
}
_USUAL_WIDTH, _EMPTY_WIDTH = 9, 6
_LINE, _HIGHEST = 15, 409
"""Points of a line, and of the highest row that Excel has."""
A4 = 9
_MARGIN = 0.4
"""Inches around what is printed."""


def write_xlsx(episode: Episode, options: Options) -> bytes:
    """Return the workbook; seconds and frames are numbers, everything else is text."""
    require_shots(episode)
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": clean(episode.title), "created": options.now})
    shots = [{**row, **_in_words(row, options.language)} for row in shot_rows(episode, options.language)]
    _write_sheet(book, "storyboard", SHEET_COLUMNS, shots, options.language, printed=len(PRINTED))
    claims = [_claim_row(claim, options.language) for claim in claims_of(episode.proposal, episode.shots)]
    _write_sheet(book, "claims", _CLAIM_COLUMNS, claims, options.language, printed=len(_CLAIM_COLUMNS))
    book.close()
    return file.getvalue()


def _write_sheet(
    book: xlsxwriter.Workbook,
    name: str,
    columns: Sequence[str],
    rows: Sequence[Mapping[str, Cell]],
    language: str,
    *,
    printed: int,
) -> None:
    sheet = book.add_worksheet(word("headings", name, language))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_row(0, _LINE * 1.5)
    widths = {}
    for at, column in enumerate(columns):
        is_used = any(row[column] not in ("", None) for row in rows)
        widths[column] = _WIDTHS.get(column, _USUAL_WIDTH) if is_used else _EMPTY_WIDTH
        sheet.set_column(at, at, widths[column], body)
        sheet.write_string(0, at, word("columns", column, language), head)
    for number, row in enumerate(rows, 1):
        # not every program makes a row as high as its text before it prints it
        lines = max(_lines(str(row[column]), widths[column]) for column in columns[:printed])
        sheet.set_row(number, min(lines * _LINE, _HIGHEST))
        for at, column in enumerate(columns):
            value = row[column]
            # never `write`, which would guess a formula or an address from a text
            if isinstance(value, str):
                sheet.write_string(number, at, _fitting(clean(value)))
            else:
                sheet.write_number(number, at, value)
    sheet.freeze_panes(1, 1)
    _set_page(sheet, len(rows), printed)


def _set_page(sheet: Worksheet, rows: int, columns: int) -> None:
    """Let a sheet be printed one page wide, with its head on each."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, rows, columns - 1)
    sheet.repeat_rows(0)
    sheet.set_margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN + 0.2)
    sheet.set_footer("&R&P / &N")


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column of so many digits; a wide character takes two."""
    taken = (sum(1 + (east_asian_width(letter) in "WF") for letter in line) for line in text.split("\n"))
    return sum(max(1, -(-each // (width - 1))) for each in taken)


def _in_words(row: Mapping[str, Cell], language: str) -> dict[str, Cell]:
    return {name: word(group, str(row[name]), language) for name, group in CHOICES.items()}


def _claim_row(claim: Claim, language: str) -> dict[str, Cell]:
    sources = (f"{cited.label} {cited.url or ''}".rstrip() for cited in claim.sources)
    grade = word("grades", claim.grade, language)
    return {"statement": claim.statement, "grade": grade, "sources": "\n".join(sources)}


def _fitting(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


XLSX = Writer("xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx)
