"""Conflicts: a claim and another claim, or the title of a source of its own, that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from blindspot.errors import NotFound
from blindspot.library.sources.statements import Statement, read_statements
from blindspot.store import Store, Transaction

Pair = tuple[int, int | None, int | None, str, str]


def find_conflicts(tx: Transaction, source_id: int) -> int:
    """Note what the claims of a document contradict that is not noted yet; return how many conflicts are new.

    Each claim is held against the titles of its own sources and against all other claims. What a person has settled,
    or found, stays as it is.
    """
    claims = tx.rows("library/claims_to_compare", source_id=source_id, of_all=False)
    others = [
        (row["claim_id"], read_statements(row["text"]))
        for row in tx.rows("library/claims_to_compare", source_id=source_id, of_all=True)
    ]
    titles = tx.rows("library/titles_of_uses", source_id=source_id)
    found: list[Pair] = []
    for claim in claims:
        claim_id, mine = claim["claim_id"], read_statements(claim["text"])
        for title in titles:
            if title["claim_id"] == claim_id:
                found += _pairs(claim_id, mine, None, title["source_id"], read_statements(title["text"]))
        for other_id, theirs in others:
            if other_id != claim_id:
                found += _pairs(claim_id, mine, other_id, None, theirs)
    known = {_unordered(*row.values()) for row in tx.rows("library/known_conflicts")}
    new = {_unordered(*pair): pair for pair in found if _unordered(*pair) not in known}
    for claim_id, other_claim_id, other_source_id, words, other_words in new.values():
        tx.run(
            "library/add_conflict",
            claim_id=claim_id,
            other_claim_id=other_claim_id,
            other_source_id=other_source_id,
            words=words,
            other_words=other_words,
        )
    return len(new)


def settle_conflict(store: Store, conflict_id: int, settlement: str) -> None:
    """Keep what a person decided about a conflict; raises NotFound where there is none of that number."""
    _set_status(store, conflict_id, "settled", settlement.strip())


def reopen_conflict(store: Store, conflict_id: int) -> None:
    """Take a settlement back; raises NotFound where there is no such conflict."""
    _set_status(store, conflict_id, "open", "")


def _pairs(
    claim_id: int,
    mine: list[Statement],
    other_claim_id: int | None,
    other_source_id: int | None,
    theirs: list[Statement],
) -> Iterator[Pair]:
    """Yield what contradicts each other, the words of the other side once."""
    for other in theirs:
        one = next((statement for statement in mine if statement.contradicts(other)), None)
        if one is not None:
            yield claim_id, other_claim_id, other_source_id, one.words, other.words


def _unordered(
    claim_id: int, other_claim_id: int | None, other_source_id: int | None, words: str, other_words: str
) -> tuple:
    sides = frozenset(((claim_id, words), (other_claim_id, other_words)))
    return (sides, other_source_id)


def _set_status(store: Store, conflict_id: int, status: str, settlement: str) -> None:
    with store.importing() as tx:
        if not tx.rows("library/conflict_exists", conflict_id=conflict_id):
            raise NotFound("There is no conflict {conflict_id}.", "Reload the page.", conflict_id=conflict_id)
        tx.run("library/set_conflict", conflict_id=conflict_id, status=status, settlement=settlement)
