"""Web pages saved by a browser: main text and metadata by trafilatura, without the page's furniture or any request."""

from __future__ import annotations

import re
from dataclasses import replace
from email import policy
from email.parser import BytesParser

from lxml import etree, html
from trafilatura import extract
from trafilatura.metadata import extract_metadata
from trafilatura.utils import load_html

from blindspot.documents.content import Content
from blindspot.documents.decoding import decode
from blindspot.documents.forms import HEAD, MHTML
from blindspot.documents.furniture import without_furniture
from blindspot.documents.limits import check_depth, check_text
from blindspot.documents.links import public_url
from blindspot.documents.markdown import read_markdown
from blindspot.documents.page_identity import read_identity
from blindspot.errors import FileRefused

TAGS_PER_LEVEL = 5
"""Page layouts wrap what a text has in one level in several."""
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")


def read_web_page(data: bytes, name: str) -> Content:
    """Return the main text of a saved page; raise FileRefused where it has none."""
    page, saved_from = _page(data, name)
    tree = _tree(page, name)
    # trafilatura prunes the tree that it is given, so the metadata come first
    said = read_identity(tree)
    found = extract_metadata(tree, date_config={"extensive_search": False, "original_date": True})
    text = extract(
        page,
        output_format="markdown",
        include_comments=False,
        include_tables=True,
        include_links=True,
        include_images=True,
    )
    if not text or not text.strip():
        raise _refusal(name)
    check_text(text, name)
    written = _SAVED_FROM.search(page)
    fields = {
        "title": said.get("title") or found.title,
        "date": said.get("published_on") or found.date,
        "author": said.get("author") or found.author or next(iter(tree.xpath("//meta[@name='author']/@content")), None),
        "publisher": said.get("publisher") or found.sitename,
        "url": public_url(found.url) or public_url(saved_from or (written and written[1])),
        "summary": found.description,
        "category": next(iter(found.categories or ()), None),
        "tags": tuple(found.tags or ()),
    }
    content = read_markdown("\n".join(without_furniture(text.split("\n"))), name)
    return replace(content, title=said.get("title") or found.title or content.title, fields=fields)


def read_page(data: bytes, name: str) -> html.HtmlElement:
    """Return a saved page as it is, its furniture too; raise FileRefused for one without tags or nested too deep."""
    return _tree(_page(data, name)[0], name)


def _tree(page: str, name: str) -> html.HtmlElement:
    tree = load_html(page)
    if tree is None:
        raise _refusal(name)
    _check_nesting(tree, name)
    return tree


def _page(data: bytes, name: str) -> tuple[str, str | None]:
    """Return the page's markup and where an archive of it says that it is from."""
    if not MHTML.match(data[:HEAD]):
        return decode(data, name), None
    message = BytesParser(policy=policy.default).parsebytes(data)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise _refusal(name)
    payload = page.get_payload(decode=True)
    return decode(payload if isinstance(payload, bytes) else b"", name), message.get("Snapshot-Content-Location")


def _check_nesting(tree: html.HtmlElement, name: str) -> None:
    """Raise FileRefused for tags that stand hundreds deep, which extractors follow by recursion."""
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    check_depth([deepest // TAGS_PER_LEVEL], name)


def _refusal(name: str) -> FileRefused:
    return FileRefused(
        "{file} is a web page without an article in it.",
        "Open the article itself and save that page, or copy its text into a text file.",
        file=name,
    )
