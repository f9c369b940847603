"""Claims as a person decides on them: accepted or not, in whose words, how good, and for how long."""

from __future__ import annotations

from datetime import date
from typing import Any

from blindspot.errors import BlindspotError, NotFound
from blindspot.library.label_demand import label_demand
from blindspot.store import Store, Transaction

GRADES = ("high", "medium", "low", "unrated")
STATUSES = ("candidate", "accepted", "rejected")


class EmptyStatement(BlindspotError):
    """A claim that would say nothing."""


def decide_claim(
    store: Store, claim_id: int, status: str, *, statement: str | None = None, said_by: str | None = None
) -> None:
    """Accept a claim, reject it, or make it a candidate again, in other words where given; the grade stays as it is.

    Raises NotFound for a claim or status that does not exist, EmptyStatement for words that say nothing.
    """
    _one_of(STATUSES, status)
    if statement is not None and not statement.strip():
        raise EmptyStatement("A claim needs words.", "Write what it says, or reject it.")
    with store.importing() as tx:
        known = _find(tx, claim_id)
        words = known["statement"] if statement is None else " ".join(statement.split())
        speaker = known["said_by"] if said_by is None else said_by.strip() or None
        tx.run("library/decide_claim", claim_id=claim_id, status=status, statement=words, said_by=speaker)
        if (words, speaker) != (known["statement"], known["said_by"]):
            label_demand(tx, [row["topic_id"] for row in tx.rows("library/topics_of_claim", claim_id=claim_id)])


def grade_claim(store: Store, claim_id: int, grade: str, reason: str) -> None:
    """Say how far a claim can be relied on, and why."""
    _one_of(GRADES, grade)
    _change(store, claim_id, "library/grade_claim", grade=grade, grade_reason=reason.strip())


def grade_use(store: Store, claim_id: int, position: int, grade: str, reason: str) -> None:
    """Say what a source is worth for one claim, and why; its worth for other claims stays as it is."""
    _one_of(GRADES, grade)
    _change(store, claim_id, "library/grade_use", position=position, grade=grade, grade_reason=reason.strip())


def set_good_until(store: Store, claim_id: int, day: date | None) -> None:
    """Say until when a claim may be used without looking again; None: for good."""
    _change(store, claim_id, "library/set_good_until", good_until=day)


def _change(store: Store, claim_id: int, query: str, **params: Any) -> None:
    with store.importing() as tx:
        _find(tx, claim_id)
        tx.run(query, claim_id=claim_id, **params)
        tx.run("library/raise_claim_rev", claim_id=claim_id)


def _find(tx: Transaction, claim_id: int) -> dict[str, Any]:
    found = tx.rows("library/claim", claim_id=claim_id)
    if not found:
        raise NotFound("There is no claim {claim_id}.", "Reload the page.", claim_id=claim_id)
    return found[0]


def _one_of(known: tuple[str, ...], word: str) -> None:
    if word not in known:
        raise NotFound("There is no “{word}” here.", "Use one of: {known}.", word=word, known=", ".join(known))
