"""Invented articles in each form, and a guard that forbids every connection."""

from __future__ import annotations

import io
import socket
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Fail the test for which something tries to connect or to look a host up; nothing a document names is fetched."""
    tried: list[object] = []

    def refuse(*args: object, **_: object) -> None:
        tried.append(args)
        raise OSError("a document must not reach the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield tried
    assert tried == []


@pytest.fixture
def word_file() -> bytes:
    """A Word article with a title, headings, emphasis, a list, a table and a quote."""
    import docx

    document = docx.Document()
    document.add_heading("素材从哪里来", 0)
    document.add_heading("一、来源", 1)
    document.add_paragraph("据远山研究所报道，公开视频中只有 15% 适合训练。")
    words = document.add_paragraph("这里有")
    words.add_run("加粗").bold = True
    words.add_run(" 与 *星号* 和 [方括号]。")
    for item in ("纪录片", "用户视频"):
        document.add_paragraph(item, style="List Bullet")
    table = document.add_table(2, 2)
    for row, cells in enumerate((("来源", "单价"), ("纪录片", "3|元"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    document.add_paragraph("素材是新的石油。", style="Quote")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.fixture
def chinese_pdf() -> bytes:
    """A Chinese PDF of several pages, each with a header and a page number."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    body = ParagraphStyle("body", fontName="STSong-Light", fontSize=11, leading=16, wordWrap="CJK", spaceAfter=10)
    head = ParagraphStyle("head", parent=body, fontSize=16, leading=22)

    def edge(canvas: object, page: object) -> None:
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(60, 810, "远山研究所 内部简报")
        canvas.drawString(280, 20, f"第 {page.page} 页")

    story = [Paragraph("素材还够用多久", head)]
    for number in range(24):
        words = f"编号{number}的公开视频并不是取之不尽的，画质太低或者没有授权的都不能用，"
        story.append(Paragraph(words * 3 + "只好去买。", body))
    story.append(Paragraph("据远山研究所报道，其中只有 15% 适合训练。", body))
    file = io.BytesIO()
    SimpleDocTemplate(file).build(story, onFirstPage=edge, onLaterPages=edge)
    return file.getvalue()


def drawn_pdf(*, password: str | None = None, pages: int = 1, words: str = "Footage is running out.") -> bytes:
    """Return a PDF with one line a page, "" for a page without text."""
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, encrypt=password)
    for _ in range(pages):
        if words:
            canvas.drawString(100, 700, words)
        else:
            canvas.rect(100, 700, 50, 50, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
