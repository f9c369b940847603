"""Bytes to a document: its form is found by what it holds, never by its name, and nothing is ever fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePath

from blindspot.documents.byline import find_byline, read_day
from blindspot.documents.candidates import find_candidates
from blindspot.documents.content import Content
from blindspot.documents.decoding import decode
from blindspot.documents.document import Document, Form, Passage
from blindspot.documents.forms import find_form
from blindspot.documents.front_matter import pick_field
from blindspot.documents.language import find_language
from blindspot.documents.limits import check_bytes, check_text
from blindspot.documents.links import public_url
from blindspot.documents.markdown import is_markdown, parse_markdown, read_markdown
from blindspot.documents.plain_text import read_plain_text
from blindspot.documents.report.model import Report
from blindspot.documents.report.parse import parse_report

_NO_LETTER = re.compile(r"\W|_")


def read_document(data: bytes, name: str, aliases: Sequence[tuple[str, str]] = ()) -> Document:
    """Return what a report or an article holds; `aliases` are (section key, heading) pairs of the user.

    Raises FileRefused in a sentence for what is no document, damaged, protected or beyond the limits.
    """
    check_bytes(data, name)
    form, content, markdown = _read(data, name)
    report = parse_report(markdown, aliases, name=name) if markdown is not None else None
    fields = content.fields if report else _with_byline(content)
    title = _text(fields, "title") or (report and report.title) or content.title or PurePath(name).stem
    candidates = () if report else find_candidates(content.blocks, content.references)
    cited = (reference for candidate in candidates for reference in candidate.cites)
    words = "\n".join(block.text for block in content.blocks)
    return Document(
        form=form,
        title=title,
        body=content.body,
        author=_text(fields, "author"),
        publisher=_text(fields, "publisher"),
        published_on=_day(_text(fields, "published_on")),
        language=find_language(f"{title}\n{words}"),
        url=public_url(_text(fields, "url")),
        category=_text(fields, "category"),
        summary=_text(fields, "summary"),
        tags=_tags(fields),
        front_matter=content.front_matter,
        passages=tuple(_passages(content, title, report)),
        tables=content.tables,
        media=content.media,
        references=tuple(dict.fromkeys((*content.references, *cited))),
        candidates=candidates,
        report=report,
    )


def _read(data: bytes, name: str) -> tuple[Form, Content, str | None]:
    """Return the form, what it holds, and its Markdown where it may be a report.

    The readers of three forms are imported when one comes: each takes longer to load than a report takes to read.
    """
    form = find_form(data)
    if form == "pdf":
        from blindspot.documents.pdf_file import read_pdf

        return form, read_plain_text(read_pdf(data, name)), None
    if form == "docx":
        from blindspot.documents.word_file import read_word_file

        markdown = read_word_file(data, name)
        check_text(markdown, name)
        return form, read_markdown(markdown, name), markdown
    if form == "html":
        from blindspot.documents.web_page import read_web_page

        return form, read_web_page(data, name), None
    text = decode(data, name)
    check_text(text, name)
    tokens = parse_markdown(text)
    if is_markdown(tokens):
        return "markdown", read_markdown(text, name, tokens), text
    return "text", read_plain_text(text), None


def _with_byline(content: Content) -> dict[str, object]:
    """Return what a document says of itself, in its metadata or else under its title."""
    byline = find_byline(content.blocks)
    unsaid = {field: value for field, value in byline.items() if not pick_field(content.fields, field)}
    return {**content.fields, **unsaid}


def _passages(content: Content, title: str, report: Report | None) -> Iterator[Passage]:
    """Yield the passages, the title among them; those of a report carry the key of the section that they stand in."""
    sections = list(report.sections) if report else []
    part = sections[0].key if sections else None
    if all(block.text != title for block in content.blocks if block.kind == "heading"):
        yield Passage("heading", title, part)
    for block in content.blocks:
        if block.kind == "heading":
            place = next((n for n, section in enumerate(sections) if _same(section.heading, block.text)), None)
            if place is not None:
                part = sections[place].key
                del sections[: place + 1]
        yield Passage(block.kind, block.text, part)


def _same(heading: str | None, text: str) -> bool:
    return bool(heading) and _NO_LETTER.sub("", heading or "") == _NO_LETTER.sub("", text)


def _text(fields: Mapping[str, object], field: str) -> str | None:
    value = pick_field(fields, field)
    return ", ".join(value) if isinstance(value, tuple) else (value or "").strip() or None


def _tags(fields: Mapping[str, object]) -> tuple[str, ...]:
    value = pick_field(fields, "tags") or ()
    parts = re.split(r"[,，;；、]", value) if isinstance(value, str) else value
    return tuple(dict.fromkeys(tag.strip(" #") for tag in parts if tag.strip(" #")))


def _day(written: str | None) -> date | None:
    day = read_day(written)
    return date.fromisoformat(day) if day else None
