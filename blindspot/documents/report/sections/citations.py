"""Sources as a report cites them: a list under a label, links in the text, and numbers of its list of sources."""

from __future__ import annotations

import re

from blindspot.documents.links import public_url
from blindspot.documents.numbered_references import numbers_in
from blindspot.documents.report.layout import Item, Part, aside
from blindspot.documents.report.model import Citation
from blindspot.documents.report.sections.writing import Wording

_LINK = re.compile(r"\[(?P<label>[^\[\]]+)\]\((?P<url>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)\)")


def read_citation(part: Part, item: Item) -> Citation:
    """Return a listed source; without an address of the public web its url is None."""
    part.met("citation", f"{item.marker}{{body}}")
    match = _LINK.match(item.text)
    rest = item.text[match.end() :] if match else item.text
    before, note, pattern = aside(rest, "cited")
    if note:
        part.met("cited", pattern)
    if match:
        return Citation(match["label"], public_url(match["url"]), note)
    return Citation(before, public_url(before), note)


def write_citation(wording: Wording, citation: Citation, n: int) -> str:
    """Return a listed source as a list item."""
    is_named = citation.url in (None, citation.label)
    name = citation.label if is_named else f"[{citation.label}]({citation.url})"
    return wording.item("citation", n, body=name + wording.aside("cited", citation.note))


def inline_citations(part: Part) -> tuple[Citation, ...]:
    """Return what a text cites: links that lead to the public web, then numbers and footnotes that the report lists."""
    # a footnote of an address alone is a link to Markdown
    links = [
        (link.label, public_url(link.url))
        for link in part.page.links_within(part.start, part.end)
        if link.label not in part.page.references
    ]
    linked = [Citation(label, url, placement="inline") for label, url in links if url]
    return (*linked, *numbered_citations(part))


def numbered_citations(part: Part) -> tuple[Citation, ...]:
    """Return the sources that a text cites by their numbers, each once; a number that stands for nothing is none."""
    keys = [key for line in part.page.lines[part.start : part.end] for key in numbers_in(line)]
    found = (part.page.references[key] for key in dict.fromkeys(keys) if key in part.page.references)
    return tuple(dict.fromkeys(Citation(one.label, one.url, placement="inline") for one in found))
