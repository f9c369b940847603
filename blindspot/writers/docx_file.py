"""A brief as a Word file: the argument, the claims with grades and sources, the shots with their pictures."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as Opened
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from PIL import Image

from blindspot.domain import Episode, Picture, Proposal
from blindspot.writers.contents import episode_name, facts_of
from blindspot.writers.names import clean
from blindspot.writers.outline import Part, outline
from blindspot.writers.shot_rows import shot_cards
from blindspot.writers.words import word
from blindspot.writers.writer import Options, Writer

LATIN, EAST_ASIAN = "Arial", "Microsoft YaHei"
_COLUMNS = {
    "shot": 2.5, "duration": 2.7, "camera": 2.2, "picture": 4.6, "narration": 4.8, "on_screen_text": 3.2, "sound": 2.3,
    "others": 4.5,
}  # fmt: skip
"""The columns of the shot table with their widths in cm; together the width of a page on its side.

`shots import` reads them again, so a cell holds what one column of a shot list does; `others` has a line a field.
"""
_MARGIN = Cm(1.5)
_PICTURE_BOX = (2.2, 3.2)
"""The largest width and height in cm of a picture in the table."""


def write_docx(episode: Episode, options: Options) -> bytes:
    """Return the brief of an episode with its shots."""
    title = episode.title or episode_name(episode, options.language)
    document = _begin(title, episode.proposal, episode, options)
    if episode.shots:
        _turn(document)
        document.add_heading(word("headings", "storyboard", options.language), 1)
        _add_shots(document, episode, options.language)
    return _bytes(document)


def write_proposal_docx(proposal: Proposal, options: Options) -> bytes:
    """Return the brief of a proposal."""
    return _bytes(_begin(proposal.title, proposal, None, options))


def _begin(title: str, proposal: Proposal | None, episode: Episode | None, options: Options) -> Opened:
    document = Document()
    _set_fonts(document)
    document.core_properties.title = clean(title)[:255]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = options.now
    document.add_heading(clean(title), 0)
    facts = facts_of(proposal, episode, options.language)
    for name, said in facts:
        line = document.add_paragraph()
        line.paragraph_format.space_after = Pt(2)
        line.add_run(f"{name}: ").bold = True
        line.add_run(said)
    for part in outline(proposal, episode, options.language):
        _add_part(document, part)
    return document


def _add_part(document: Opened, part: Part) -> None:
    document.add_heading(part.heading, 1)
    for text in filter(None, part.paragraphs):
        document.add_paragraph(text)
    for title, body in part.points:
        line = document.add_paragraph(style="List Bullet")
        line.add_run(title).bold = True
        if body:
            line.add_run(f"\n{body}")
    if len(part.rows) > 1:
        table = _table(document, len(part.rows), (8.0, 3.0, 7.0))
        for row, texts in zip(table.rows, part.rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text


def _add_shots(document: Opened, episode: Episode, language: str) -> None:
    table = _table(document, len(episode.shots) + 1, tuple(_COLUMNS.values()))
    head, *rows = table.rows
    for cell, name in zip(head.cells, _COLUMNS, strict=True):
        cell.text = word("columns", name, language)
    for row, (shot, texts) in zip(rows, shot_cards(episode, language), strict=True):
        for cell, name in zip(row.cells, _COLUMNS, strict=True):
            cell.text = texts[name]
            if name == "shot":
                _add_picture(cell, shot.image)


def _add_picture(cell: _Cell, picture: Picture | None) -> None:
    if picture and picture.content:
        wide, high = _PICTURE_BOX
        scale = min(wide / picture.width, high / picture.height)
        run = cell.add_paragraph().add_run()
        run.add_picture(_for_word(picture), Cm(picture.width * scale), Cm(picture.height * scale))


def _for_word(picture: Picture) -> io.BytesIO:
    """Return a picture's bytes; Word knows no WebP, which a plan from elsewhere may bring."""
    if picture.media_type in ("image/jpeg", "image/png"):
        return io.BytesIO(picture.content)
    file = io.BytesIO()
    Image.open(io.BytesIO(picture.content)).convert("RGB").save(file, "JPEG")
    return file


def _table(document: Opened, rows: int, widths: tuple[float, ...]) -> Table:
    """Return a table with a head that is repeated on each page and rows that stay whole."""
    table: Table = document.add_table(rows, len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for at, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if at == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
    return table


def _turn(document: Opened) -> None:
    """Go on in a page on its side."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN


def _set_fonts(document: Opened) -> None:
    for section in document.sections:
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        # a theme's font would win over one that is named
        fonts.attrib.clear()
        for script, font in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", EAST_ASIAN)):
            fonts.set(qn(f"w:{script}"), font)
    document.styles["Normal"].font.size = Pt(10)


def _bytes(document: Opened) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


DOCX = Writer("docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", write_docx)
