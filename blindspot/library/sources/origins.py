"""Origins: every source is known by its address or its name, and sources of one origin speak with one voice."""

from __future__ import annotations

from unicodedata import normalize

from blindspot.library.sources.addresses import canonical_url, institute_named, kind_of_host
from blindspot.store import Transaction

__all__ = [
    "add_address",
    "canonical_url",
    "file_origin",
    "find_or_add_source",
    "find_source",
    "kind_of_host",
    "named_origin",
]


def named_origin(name: str) -> str:
    """Return the origin of whoever is only named; a known institute is the same one by each of its names."""
    known = institute_named(name) or name
    return f"named:{' '.join(normalize('NFKC', known).casefold().split())}"


def file_origin(sha256: str) -> str:
    """Return the origin of a document that says nothing of where it is from."""
    return f"file:{sha256}"


def find_or_add_source(tx: Transaction, label: str, url: str | None, *, is_sample: bool) -> int:
    """Return the source that a document cites by this label and address, added where it is not known yet.

    The same page is the same source under every address; a label without a page of the public web is a source of its
    name.
    """
    known = find_source(tx, label, url, is_sample=is_sample)
    if known is None:
        canonical = canonical_url(url)
        known = tx.value("library/next_source_id")
        tx.run(
            "library/add_cited_source",
            source_id=known,
            name=label.strip() or canonical or "?",
            kind=kind_of_host(url),
            origin=canonical or named_origin(label),
            is_sample=is_sample,
        )
    add_address(tx, known, url)
    return known


def find_source(tx: Transaction, label: str, url: str | None, *, is_sample: bool) -> int | None:
    """Return the source that is known by this address or, without one, by this name; None where there is none."""
    canonical = canonical_url(url)
    if canonical is not None:
        found = tx.rows("library/source_at_address", canonical=canonical, is_sample=is_sample)
    else:
        found = tx.rows("library/source_by_name", name=label, origin=named_origin(label), is_sample=is_sample)
    return found[0]["source_id"] if found else None


def add_address(tx: Transaction, source_id: int, url: str | None) -> None:
    """Note an address, as it is written, under which a source was met; what is no page of the public web is not."""
    canonical = canonical_url(url)
    if canonical is not None:
        tx.run("library/add_source_url", source_id=source_id, url=(url or "").strip(), canonical=canonical)
