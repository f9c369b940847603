"""Citations that no one can follow: numbers without an entry, entries that nothing cites, and stand-ins for links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blindspot.documents.links import BARE
from blindspot.documents.numbered_references import LINK, cited_numbers, numbered_references
from blindspot.errors import Message
from blindspot.explore.flags.reading import Flag, Reading
from blindspot.explore.sources import Claim

STAND_IN = re.compile(
    r"^(?:\W*|url|link|链接|网址|javascript:.*|about:blank|https?:/*|todo|tbd)$"
    r"|^(?:https?:)?//(?:www\.)?(?:example\.(?:com|org|net|cn)|(?:domain|website|placeholder|dummy|abcxyz)\.[a-z.]+)(?:[/:?#]|$)"
    r"|(?:^|[/=.])x{3,}(?:[/?&.#=]|$)|x{4,}|\.\.\.|…|[{}]"
    r"|待补充|待添加|待填写|\bplaceholder\b|\byour[-_]?(?:domain|site|url|link|name|id)",
    re.IGNORECASE,
)
"""What stands where an address should: nothing, "#", a domain reserved for examples, a row of x, "待补充"."""

HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.*)$")


def unfollowable(reading: Reading) -> Iterator[Flag]:
    """Yield what the texts in view cite without a way to it, in the order of each text."""
    for document_id, body in reading.bodies.items():
        lines = body.splitlines()
        claims = _claims_by_line(lines, [claim for claim in reading.claims if claim.source_id == document_id])
        yield from _stand_ins(document_id, lines, claims)
        if numbered_references(lines) or _is_report(reading, document_id):
            yield from _numbers(document_id, lines, claims)


def _is_report(reading: Reading, document_id: int) -> bool:
    # a saved article may have lost the list that its numbers stand for
    return document_id in reading.sources and reading.sources[document_id].kind == "own_report"


def is_stand_in(url: str) -> bool:
    """Return whether an address only stands for one that nobody filled in."""
    return bool(STAND_IN.search(url.strip()))


def _stand_ins(document_id: int, lines: list[str], claims: list[Claim | None]) -> Iterator[Flag]:
    seen = set()
    for line, claim in zip(lines, claims, strict=True):
        links = [(found[1], found[2]) for found in LINK.finditer(line)]
        links += [(url, url) for url in BARE.findall(LINK.sub("", line))]
        for label, url in links:
            key = (label, url, claim and claim.claim_id)
            if not is_stand_in(url) or key in seen:
                continue
            seen.add(key)
            graded = claim if claim and claim.grade == "high" else None
            sentence = (
                Message(
                    "“{claim}” is graded high, but the address of “{label}” is a placeholder: {url}",
                    claim=graded.statement,
                    label=label,
                    url=url,
                )
                if graded
                else Message("The address of “{label}” is a placeholder: {url}", label=label, url=url)
            )
            yield Flag("placeholder", sentence, claim_id=claim.claim_id if claim else None, source_id=document_id)


def _numbers(document_id: int, lines: list[str], claims: list[Claim | None]) -> Iterator[Flag]:
    entries = numbered_references(lines)
    cited: dict[str, int] = {}
    for line, key in cited_numbers(lines):
        cited.setdefault(key, line)
    for key, line in cited.items():
        if key not in entries:
            claim = claims[line]
            sentence = Message("[{number}] leads nowhere: the text lists no such source.", number=key)
            yield Flag("dangling", sentence, claim_id=claim.claim_id if claim else None, source_id=document_id)
    for key, entry in entries.items():
        # a list whose numbers nothing in the text uses is a list of reading, not of citations
        if key not in cited and any(other.startswith("^") == key.startswith("^") for other in cited):
            sentence = Message("Source [{number}] “{label}” is listed but never cited.", number=key, label=entry.label)
            yield Flag("uncited", sentence, source_id=document_id)


def _claims_by_line(lines: list[str], claims: list[Claim]) -> list[Claim | None]:
    """Return for each line the claim of the heading above it, or that the line itself states."""
    current: Claim | None = None
    found = []
    for line in lines:
        heading = HEADING.match(line)
        if heading:
            current = _stated_in(heading[1], claims)
        found.append(current or _stated_in(line, claims))
    return found


def _stated_in(text: str, claims: list[Claim]) -> Claim | None:
    return next((claim for claim in claims if claim.statement and claim.statement in text), None)
