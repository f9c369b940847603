"""Addresses: one article under several, and those that lead nowhere on the public web."""

from __future__ import annotations

from collections.abc import Iterator

from blindspot.errors import Message
from blindspot.explore.flags.reading import Flag, Mention, Reading
from blindspot.library.sources.addresses import is_local


def one_article_twice(reading: Reading) -> Iterator[Flag]:
    """Yield sources that a document lists as if they were several: other addresses, or two rows of its ratings."""
    groups: dict[tuple[int, int], list[Mention]] = {}
    for mention in reading.mentions:
        groups.setdefault((mention.document_id, mention.source_id), []).append(mention)
    for (_, source_id), places in groups.items():
        urls = {place.url for place in places if place.url}
        rows = sum(place.place == "rating" for place in places)
        if len(urls) > 1 or rows > 1:
            yield Flag(
                "same_article",
                Message(
                    "“{label}” is one article and counts once "
                    "(listed with {urls} addresses, {labels} names, {rows} ratings).",
                    label=reading.name_of(source_id, places[0].label),
                    urls=max(len(urls), 1),
                    labels=len({place.label for place in places}),
                    rows=rows,
                ),
                claim_id=next((place.claim_id for place in places if place.claim_id), None),
                source_id=source_id,
            )


def leads_nowhere(reading: Reading) -> Iterator[Flag]:
    """Yield cited addresses of this machine, of a local network or of no page at all."""
    seen = set()
    for mention in reading.mentions:
        if is_local(mention.url) and (mention.source_id, mention.url) not in seen:
            seen.add((mention.source_id, mention.url))
            yield Flag(
                "local_address",
                Message(
                    "The address of “{label}” is no page of the public web: {url}", label=mention.label, url=mention.url
                ),
                claim_id=mention.claim_id,
                source_id=mention.source_id,
            )
