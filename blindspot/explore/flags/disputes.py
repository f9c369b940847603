"""Claims that contradict something, or that time has overtaken."""

from __future__ import annotations

from collections.abc import Iterator

from blindspot.errors import Message
from blindspot.explore.flags.reading import Flag, Reading


def contradicted(reading: Reading) -> Iterator[Flag]:
    """Yield the conflicts that nobody has settled, each once."""
    seen = set()
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
                )


def gone_stale(reading: Reading) -> Iterator[Flag]:
    """Yield accepted claims whose day has passed."""
    for claim in reading.claims:
        if claim.status == "accepted" and claim.is_stale(reading.today):
            yield Flag(
                "stale",
                Message(
                    "“{claim}” was good until {day}: look again.",
                    claim=claim.statement,
                    day=(claim.good_until or claim.as_of).isoformat(),
                ),
                claim_id=claim.claim_id,
            )
