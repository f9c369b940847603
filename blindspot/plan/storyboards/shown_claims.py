"""The claims that a shot list names, found again among those of the library by their words."""

from __future__ import annotations

import re
from dataclasses import replace

from blindspot.errors import Message
from blindspot.plan.storyboards.tables import ShotTable
from blindspot.store import Store

_BESIDE = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
"""What a shot list of ours puts behind a claim: its grade and its sources."""


def find_claims(store: Store, table: ShotTable) -> ShotTable:
    """Return the table with the accepted claims that its rows name; words that no claim has become notes."""
    if not any(words for _, words in table.claims):
        return table
    known: dict[str, int] = {}
    for row in store.rows("plan/pickable_claims", topic_id=None, angle_id=None):
        known.setdefault(row["statement"].strip(), row["claim_id"])
    shots, notes = [], []
    for shot, (number, words) in zip(table.shots, table.claims, strict=True):
        found = [known.get(line) or known.get(_BESIDE.sub("", line)) for line in words]
        notes += [
            (number, Message("No accepted claim reads “{words}”.", words=line[:80]))
            for line, claim_id in zip(words, found, strict=True)
            if claim_id is None
        ]
        claim_ids = list(dict.fromkeys(claim_id for claim_id in found if claim_id is not None))
        shots.append({**shot, "claim_ids": claim_ids} if claim_ids else shot)
    return replace(table, shots=tuple(shots), notes=(*table.notes, *notes))
