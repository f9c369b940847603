"""Grades that are missing, that a source does not earn, or that rest on one voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from blindspot.errors import Message
from blindspot.explore.flags.reading import Flag, Mention, Reading
from blindspot.explore.sources import FIRST_HAND, Source
from blindspot.library.sources.addresses import host_of, institutes, owners_of_host

AS_OFFICIAL = re.compile(r"官方|官宣|\bofficial\b", re.IGNORECASE)
NOT_OFFICIAL = re.compile(r"非官方|未[^，。；]{0,12}官方|不是官方|\b(?:un|not |non-)official", re.IGNORECASE)
AS_RESEARCH = re.compile(r"研究机构|研究院|研究所|学术研究|\binstitute\b|\bacademic\b|\bpeer.reviewed\b", re.IGNORECASE)
AS_HOUSE = re.compile(r"研究机构|研究院|研究所|\binstitute\b", re.IGNORECASE)
HOUSE = re.compile(r"([一-鿿A-Za-z]{2,10}?(?:研究院|研究所|研究中心|大学|实验室|统计局))")
FINDS = r"研究|报告|数据|调查|[Ss]tud(?:y|ies)|[Rr]eport|[Rr]esearch|[Ii]nstitute"
NAME = re.compile(rf"([A-Z][\w&-]*(?: [A-Z][\w&-]*)*?)\s*的?\s*(?:{FINDS})")


def never_rated(reading: Reading) -> Iterator[Flag]:
    """Yield sources that a report rests on but does not rate, where it rates others."""
    rating = {mention.document_id for mention in reading.mentions if mention.grade != "unrated"}
    seen = set()
    for claim in reading.claims:
        for use in claim.uses:
            if claim.document_kind == "own_report" and claim.source_id in rating and use.grade == "unrated":
                if (claim.claim_id, use.source_id) not in seen:
                    yield Flag(
                        "unrated",
                        Message("“{label}” is cited but never rated.", label=use.label),
                        claim_id=claim.claim_id,
                        source_id=use.source_id,
                    )
                seen.add((claim.claim_id, use.source_id))


def graded_above_itself(reading: Reading) -> Iterator[Flag]:
    """Yield sources that pass on what others found, graded high as if they were those others."""
    mentions: dict[int, list[Mention]] = {}
    for mention in reading.mentions:
        mentions.setdefault(mention.source_id, []).append(mention)
    for source_id, places in mentions.items():
        source = reading.sources.get(source_id)
        if source is None or source.kind in FIRST_HAND or source.reports_on or not _is_high(places):
            continue
        words = " · ".join(dict.fromkeys(f"{place.label} {place.note}" for place in places))
        found = _foreign_institute(words, source)
        if found is None and not AS_OFFICIAL.search(NOT_OFFICIAL.sub("", words)) and not AS_RESEARCH.search(words):
            continue
        host = next((host for url in source.urls if (host := host_of(url))), source.name)
        sentence = (
            Message(
                "“{label}” is graded high as the word of {institute}, but {host} only passes it on.",
                label=source.name,
                institute=found,
                host=host,
            )
            if found
            else Message(
                "“{label}” is graded high as a first-hand source, but {host} only passes it on.",
                label=source.name,
                host=host,
            )
        )
        claim_id = next((place.claim_id for place in places if place.claim_id), None)
        yield Flag("secondary", sentence, claim_id=claim_id, source_id=source_id, suggests=found)


def one_origin(reading: Reading) -> Iterator[Flag]:
    """Yield claims that are graded high although all they rest on is one voice, or nothing."""
    passed_on = {flag.source_id: flag.suggests for flag in graded_above_itself(reading) if flag.suggests}
    for claim in reading.claims:
        voices = {passed_on.get(use.source_id, use.origin) for use in claim.uses}
        if claim.grade != "high" or len(voices) > 1:
            continue
        if len(claim.origins) > 1:
            sentence = Message(
                "“{claim}” is graded high, but all that it rests on passes on {institute}.",
                claim=claim.statement,
                institute=voices.pop(),
            )
        elif claim.origins:
            sentence = Message("“{claim}” is graded high but rests on one origin.", claim=claim.statement)
        else:
            sentence = Message("“{claim}” is graded high but names no source.", claim=claim.statement)
        yield Flag("one_origin", sentence, claim_id=claim.claim_id)


def named_institutes(words: str) -> list[str]:
    """Return the institutes that words name, known ones first, then what is called one."""
    known = [name for name in institutes() if re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", words)]
    return known + HOUSE.findall(words)


def _is_high(places: list[Mention]) -> bool:
    return any(place.grade == "high" for place in places)


def _foreign_institute(words: str, source: Source) -> str | None:
    """Return who is named as having found it, where that is not who publishes there."""
    own = set().union(*(owners_of_host(url) for url in source.urls))
    named = [name for name in institutes() if re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", words)]
    if named:
        return next((name for name in named if name not in own), None)
    guesses = HOUSE.findall(words) + (NAME.findall(words) if AS_HOUSE.search(words) else [])
    squeezed = "".join(_squeeze(host_of(url) or "") for url in source.urls) + _squeeze(source.publisher or "")
    return next((name for name in guesses if _squeeze(name) not in squeezed), None)


def _squeeze(name: str) -> str:
    return re.sub(r"[\W_]", "", normalize("NFKC", name).casefold())
