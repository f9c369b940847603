"""Claims that contradict something, or that time has overtaken."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from blindspot.documents.quantities import find_years, plain
from blindspot.documents.sentences import split_sentences
from blindspot.errors import Message
from blindspot.explore.flags.ratings import named_institutes
from blindspot.explore.flags.reading import Flag, Reading
from blindspot.explore.sources import Claim

MOST_BESIDE = 20
"""Dated sentences that are shown with a conflict; a table of years has thousands, which nobody reads."""


def contradicted(reading: Reading) -> Iterator[Flag]:
    """Yield the unsettled conflicts, each once, with where else the document dates what the claim leans on."""
    seen, dated = set(), _dated_sentences(reading)
    for claim in reading.claims:
        for conflict in claim.open_conflicts:
            if conflict.conflict_id not in seen:
                seen.add(conflict.conflict_id)
                yield Flag(
                    "conflict",
                    Message(
                        "“{words}” and “{other}” cannot both be right.",
                        words=conflict.words,
                        other=conflict.other_words,
                    ),
                    claim_id=conflict.claim_id,
                    source_id=conflict.other_source_id,
                    conflict_id=conflict.conflict_id,
                    words=" ".join(islice(_dated_beside(dated[claim.source_id], claim), MOST_BESIDE)),
                )


def _dated_sentences(reading: Reading) -> dict[int, list[tuple[str, str]]]:
    """Return the sentences that name a year, as they stand and plain, of each document with an open conflict."""
    dated: dict[int, list[tuple[str, str]]] = {claim.source_id: [] for claim in reading.claims if claim.open_conflicts}
    for passage in reading.passages:
        if passage.source_id in dated:
            for sentence in split_sentences(passage.text):
                read = plain(sentence)
                if find_years(read):
                    dated[passage.source_id].append((sentence, read))
    return dated


def _dated_beside(dated: list[tuple[str, str]], claim: Claim) -> Iterator[str]:
    """Yield the dated sentences of a claim's document, outside the claim, that name one of its institutes."""
    said = plain(f"{claim.statement}\n{claim.body}")
    names = named_institutes("\n".join([said, *(use.label for use in claim.uses)]))
    for sentence, read in dated if names else ():
        if read not in said and any(name in read for name in names):
            yield sentence


def gone_stale(reading: Reading) -> Iterator[Flag]:
    """Yield accepted claims whose day has passed."""
    for claim in reading.claims:
        day = claim.good_until or claim.as_of
        if day and claim.status == "accepted" and claim.is_stale(reading.today):
            yield Flag(
                "stale",
                Message(
                    "“{claim}” was good until {day}: look again.",
                    claim=claim.statement,
                    day=day.isoformat(),
                ),
                claim_id=claim.claim_id,
            )
