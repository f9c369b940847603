"""The claims that a shot list names, found again among those of the library by their words or their numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from blindspot.domain import Episode
from blindspot.errors import Message
from blindspot.plan.storyboards.tables import ShotTable
from blindspot.store import Store
from blindspot.writers.markers import claim_numbers

_BESIDE = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
"""What a shot list of ours puts behind a claim: its grade and its sources."""
_NUMBER = re.compile(r"F\d{1,4}", re.IGNORECASE | re.ASCII)
_NUMBERS = re.compile(rf"(?:{_NUMBER.pattern}[\s,，、+]*)+", re.IGNORECASE | re.ASCII)
"""F1 F2: claims by the numbers that a hand-over gives them."""


def find_claims(store: Store, table: ShotTable, episode: Episode) -> ShotTable:
    """Return the table with the accepted claims that its rows name; words that no claim has become notes.

    A claim is named by its statement, or by its number in this episode: F2 is the second claim of the proposal.
    """
    if not any(words for _, words in table.claims):
        return table
    known = {f"F{number}": claim_id for claim_id, number in claim_numbers(episode).items()}
    for row in store.rows("plan/pickable_claims", topic_id=None, angle_id=None):
        known.setdefault(row["statement"].strip(), row["claim_id"])
    shots, notes = [], []
    for shot, (number, named) in zip(table.shots, table.claims, strict=True):
        words = [each for line in named for each in _each(line)]
        found = [known.get(line) or known.get(_BESIDE.sub("", line)) for line in words]
        notes += [
            (number, Message("No accepted claim reads “{words}”.", words=line[:80]))
            for line, claim_id in zip(words, found, strict=True)
            if claim_id is None
        ]
        claim_ids = list(dict.fromkeys(claim_id for claim_id in found if claim_id is not None))
        shots.append({**shot, "claim_ids": claim_ids} if claim_ids else shot)
    return replace(table, shots=tuple(shots), notes=(*table.notes, *notes))


def _each(line: str) -> list[str]:
    return [number.upper() for number in _NUMBER.findall(line)] if _NUMBERS.fullmatch(line.strip()) else [line]
