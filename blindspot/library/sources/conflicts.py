"""Conflicts: a claim and another claim, or the title of a source of its own, that cannot both be right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from blindspot.errors import NotFound
from blindspot.library.sources.statements import Statement, read_statements
from blindspot.store import Store, Transaction

Pair = tuple[int, int | None, int | None, str, str]
Thing = tuple[str, tuple[str, ...]]
"""What is counted and the words that tell what of, as statements that may contradict each other share it."""
Index = dict[Thing, list[tuple[int, Statement]]]

MOST_ALIKE = 50
"""Statements of one document about one thing; where there are more they are rows of a table, not contradictions."""
MOST_CONFLICTS = 500
"""Conflicts that one document is searched for: more than a person settles, and few enough to store and show."""


def find_conflicts(tx: Transaction, source_id: int) -> int:
    """Note what the claims of a document contradict that is not noted yet; return how many conflicts are new.

    Each claim is held against the titles of its own sources and against the claims that speak of the same thing, up
    to MOST_CONFLICTS. What a person has settled, or found, stays as it is.
    """
    claims = tx.rows("library/claims_to_compare", source_id=source_id)
    stated = {row["claim_id"]: read_statements(row["text"]) for row in claims}
    index = _index((row["source_id"], row["claim_id"], stated[row["claim_id"]]) for row in claims)
    titles = defaultdict(list)
    for title in tx.rows("library/titles_of_uses", source_id=source_id):
        titles[title["claim_id"]].append(title)
    own = [row["claim_id"] for row in claims if row["source_id"] == source_id]
    pairs = (
        pair
        for claim_id in own
        for pair in (
            *_against_titles(claim_id, stated[claim_id], titles[claim_id]),
            *_against_claims(claim_id, stated[claim_id], index),
        )
    )
    known = {_unordered(*row.values()) for row in tx.rows("library/known_conflicts")}
    new = {_unordered(*pair): pair for pair in islice(pairs, MOST_CONFLICTS) if _unordered(*pair) not in known}
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


def _index(stated: Iterable[tuple[int, int, list[Statement]]]) -> Index:
    """Return the statements by each thing that they are about, without the things that fill a table of a document."""
    index: dict[Thing, list[tuple[int, int, Statement]]] = defaultdict(list)
    for source_id, claim_id, statements in stated:
        for statement in statements:
            for thing in statement.things:
                index[statement.kind, thing].append((source_id, claim_id, statement))
    kept: Index = {}
    for about, entries in index.items():
        alike = Counter(source_id for source_id, _, _ in entries)
        kept[about] = [(claim_id, one) for source_id, claim_id, one in entries if alike[source_id] <= MOST_ALIKE]
    return kept


def _against_titles(claim_id: int, mine: list[Statement], titles: list[dict[str, Any]]) -> Iterator[Pair]:
    """Yield what contradicts the titles of a claim's sources, the words of a title once."""
    for title in titles if mine else ():
        for other in read_statements(title["text"]):
            one = next((statement for statement in mine if statement.contradicts(other)), None)
            if one is not None:
                yield claim_id, None, title["source_id"], one.words, other.words


def _against_claims(claim_id: int, mine: list[Statement], index: Index) -> Iterator[Pair]:
    """Yield what contradicts other claims, the words of the other side once."""
    found: dict[tuple[int, str], str] = {}
    for one in mine:
        for thing in one.things:
            for other_id, other in index[one.kind, thing]:
                if other_id != claim_id and (other_id, other.words) not in found and one.contradicts(other):
                    found[other_id, other.words] = one.words
    for (other_id, other_words), words in sorted(found.items()):
        yield claim_id, other_id, None, words, other_words


def _unordered(
    claim_id: int, other_claim_id: int | None, other_source_id: int | None, words: str, other_words: str
) -> tuple[frozenset[tuple[int | None, str]], int | None]:
    sides = frozenset(((claim_id, words), (other_claim_id, other_words)))
    return (sides, other_source_id)


def _set_status(store: Store, conflict_id: int, status: str, settlement: str) -> None:
    with store.importing() as tx:
        if not tx.rows("library/conflict_exists", conflict_id=conflict_id):
            raise NotFound("There is no conflict {conflict_id}.", "Reload the page.", conflict_id=conflict_id)
        tx.run("library/set_conflict", conflict_id=conflict_id, status=status, settlement=settlement)
