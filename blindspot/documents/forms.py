"""Which form a document has, by its first bytes and never by its name."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

WORD_PART = "word/document.xml"
MHTML = re.compile(rb"(?:From: <Saved by|MIME-Version:).{0,4000}multipart/related", re.IGNORECASE | re.DOTALL)
"""How the single-file archive of a web page begins."""
HEAD = 4_000
_PDF_HEAD = 1_024
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def find_form(data: bytes) -> Literal["pdf", "docx", "html", "words"]:
    """Return what reads a document; "words" is text, with Markdown or without."""
    if b"%PDF-" in data[:_PDF_HEAD]:
        return "pdf"
    if _is_word_file(data):
        return "docx"
    head = data[:HEAD].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    return "html" if _HTML.match(head) or MHTML.match(head) else "words"


def _is_word_file(data: bytes) -> bool:
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return WORD_PART in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return False
