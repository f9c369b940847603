"""PDF files: the text layer by pdfium, its lines joined to paragraphs, what every page repeats dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import quantiles

import pypdfium2 as pdfium

from blindspot.documents.joining import join_lines
from blindspot.documents.limits import MOST_PAGES, check_length
from blindspot.errors import FileRefused

_FEWEST_PAGES = 3
_EDGE_LINES = 2
"""How many lines at the top and at the foot of a page may be its header or footer."""
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = tuple('。.！!？?：:；;”"）)')
_BULLET = re.compile(r"^(?:[•●▪◦‣·\-–]\s|\d{1,3}[.)、]\s?\D|[（(]?[一二三四五六七八九十]+[)）、.])")
_FULL = 0.75
"""Share of a usual line's length from which a line runs on into the next."""


def read_pdf(data: bytes, name: str) -> str:
    """Return the paragraphs of a PDF with blank lines between; raise FileRefused where there is no text to read."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refusal(str(error), name) from error
    try:
        if len(document) > MOST_PAGES:
            raise FileRefused(
                "{file} has {pages} pages; {most} are the most.",
                "Save the pages that you need as a file of their own.",
                file=name,
                pages=len(document),
                most=MOST_PAGES,
            )
        pages, size = [], 0
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage().get_text_range()
            page.close()
            pages.append(_lines(text))
            size += len(text)
            check_length(size, name)
    except pdfium.PdfiumError as error:
        raise _refusal(str(error), name) from error
    finally:
        document.close()
    if not any(pages):
        raise FileRefused(
            "{file} has no text layer: its pages are pictures.", "Run text recognition (OCR) on it first.", file=name
        )
    return "\n\n".join(_paragraphs(_without_repeats(pages)))


def _lines(text: str) -> list[str]:
    # pdfium writes a hyphen at a line's end as U+FFFE or U+0002
    joined = re.sub(r"[\ufffe\x02]\s*", "", text.replace("\r\n", "\n").replace("\r", "\n"))
    return [line.strip() for line in joined.split("\n") if line.strip()]


def _without_repeats(pages: Sequence[list[str]]) -> list[str]:
    """Return all lines but headers and footers: what stands at the edge of half the pages, numbers aside."""
    edges = [{_key(line) for line in (*page[:_EDGE_LINES], *page[-_EDGE_LINES:])} for page in pages]
    counts = Counter(key for page in edges for key in page)
    repeated = {key for key, count in counts.items() if count >= max(_FEWEST_PAGES, len(pages) / 2)}
    return [
        line
        for page in pages
        for place, line in enumerate(page)
        if _key(line) not in repeated or _EDGE_LINES <= place < len(page) - _EDGE_LINES
    ]


def _key(line: str) -> str:
    return _DIGITS.sub("#", line).casefold()


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """Return paragraphs: a line that is nearly full, or ends within a sentence, runs on into the next."""
    widths = [_width(line) for line in lines]
    usual = quantiles(widths, n=10)[8] if len(widths) > 1 else float(widths[0])
    found: list[list[str]] = [[]]
    for line, width in zip(lines, widths, strict=True):
        if found[-1] and _BULLET.match(line):
            found.append([])
        found[-1].append(line)
        if width < _FULL * usual and (line.endswith(_SENTENCE_END) or width < usual / 2):
            found.append([])
    return [join_lines(paragraph) for paragraph in found if paragraph]


def _width(line: str) -> int:
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in line)


def _refusal(problem: str, name: str) -> FileRefused:
    if "password" in problem.lower():
        return FileRefused("{file} is password-protected.", "Save it without a password.", file=name)
    return FileRefused("{file} is a damaged PDF file.", "Download it or save it again.", file=name)
