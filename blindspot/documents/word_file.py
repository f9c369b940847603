"""Word files (DOCX): mammoth reads them, pictures and other files are left out, and what comes is read as Markdown."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers.expat import ExpatError

import mammoth
from lxml import html
from mammoth.documents import Image

from blindspot.documents.limits import check_depth, check_table, check_text
from blindspot.errors import FileRefused

MOST_PARTS = 2_000
MOST_UNPACKED_MEGABYTES = 100
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Quote'] => blockquote > p:fresh"
_LEAF = {"p": "", **{f"h{level}": "#" * level + " " for level in range(1, 7)}}
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    ExpatError,
    EOFError,
    NotImplementedError,
    LookupError,
    ValueError,
    AttributeError,
    OSError,
)
"""What mammoth lets through of its parsers' faults at a file that Word did not write."""


def read_word_file(data: bytes, name: str) -> str:
    """Return a Word file's text as Markdown; raise FileRefused for a damaged, protected or swollen one."""
    return "\n\n".join(_blocks(read_word_page(data, name), name)) + "\n"


def read_word_page(data: bytes, name: str) -> html.HtmlElement:
    """Return a Word file's text in HTML's few tags; raise FileRefused like `read_word_file`."""
    _check_archive(data, name)
    try:
        page = mammoth.convert_to_html(
            io.BytesIO(data),
            convert_image=mammoth.images.img_element(_no_image),
            style_map=_STYLES,
            external_file_access=False,
        ).value
    except RecursionError:
        check_depth([1 << 10], name)
        raise
    except _FAULTS as error:
        raise _damaged(name) from error
    check_text(page, name)
    return html.fragment_fromstring(page, create_parent="div")


def _check_archive(data: bytes, name: str) -> None:
    """Zipfile never hands out more bytes than an entry declares, so the declared sizes are the true limit."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    size = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_PARTS or size > MOST_UNPACKED_MEGABYTES * 1_000_000:
        raise FileRefused(
            "{file} unpacks to {megabytes} MB in {parts} parts; {most} MB and {most_parts} parts are the most.",
            "Save its text alone.",
            file=name,
            megabytes=size // 1_000_000,
            parts=len(entries),
            most=MOST_UNPACKED_MEGABYTES,
            most_parts=MOST_PARTS,
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileRefused("{file} is password-protected.", "Save it without a password.", file=name)


def _no_image(_image: Image) -> dict[str, str]:
    return {}


def _blocks(parent: html.HtmlElement, name: str, depth: int = 0) -> Iterator[str]:
    """Yield Markdown blocks of mammoth's few tags."""
    check_depth([depth], name)
    for element in parent:
        if element.tag in ("ul", "ol"):
            yield "\n".join(_items(element, name, depth))
        elif element.tag == "table":
            yield _table(element, name)
        elif element.tag == "blockquote":
            quoted = "\n\n".join(_blocks(element, name, depth + 1))
            yield "\n".join(f"> {line}" for line in quoted.split("\n"))
        elif element.tag in _LEAF:
            text = _inline(element).strip()
            if text:
                yield _LEAF[element.tag] + text


def _items(listed: html.HtmlElement, name: str, depth: int) -> Iterator[str]:
    check_depth([depth], name)
    for number, item in enumerate(listed, 1):
        mark = f"{number}." if listed.tag == "ol" else "-"
        yield f"{'   ' * depth}{mark} {_inline(item).strip()}"
        for inner in item:
            if inner.tag in ("ul", "ol"):
                yield from _items(inner, name, depth + 1)


def _table(table: html.HtmlElement, name: str) -> str:
    rows = [[_inline(cell).replace("|", "\\|").strip() for cell in row.iter("td", "th")] for row in table.iter("tr")]
    columns = max(map(len, rows), default=0)
    check_table(len(rows), columns, name)
    lines = [f"| {' | '.join([*row, *[''] * (columns - len(row))])} |" for row in rows]
    return "\n".join([*lines[:1], f"|{' --- |' * columns}", *lines[1:]])


def _inline(element: html.HtmlElement) -> str:
    """Return the words of an element on one line, with bold, italics and links; inner lists are left to their own."""
    parts = [_escape(element.text)]
    for child in element:
        if child.tag not in ("ul", "ol"):
            inner = _inline(child)
            marks = {"strong": "**", "em": "*"}.get(child.tag, "") if inner.strip() else ""
            if child.tag == "a" and child.get("href") and inner.strip():
                inner = f"[{inner}](<{child.get('href')}>)"
            # CommonMark knows emphasis only without blanks inside
            parts.append(f"{marks}{inner.strip() if marks else inner}{marks}" + " " * (child.tag in ("p", "br")))
        parts.append(_escape(child.tail))
    return "".join(parts)


def _escape(text: str | None) -> str:
    return "".join(f"\\{sign}" if sign in "\\`*_[]<" else " " if sign == "\n" else sign for sign in text or "")


def _damaged(name: str) -> FileRefused:
    return FileRefused("{file} is a damaged Word file.", "Open it in Word and save it again.", file=name)
