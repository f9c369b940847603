"""Conflicts: a claim and another claim, or the title of a source of its own, that cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from blindspot.errors import NotFound
from blindspot.library.sources.quantities import MARKUP, find_quantities, find_years, plain
from blindspot.store import Store, Transaction

SENTENCE_END = re.compile(r"[。！？!?；;\n|]|\.(?=\s|$)")
DATE = re.compile(r"((?:19|20)\d\d)\s*(?:年\s*\d{1,2}\s*月|[-/.]\d{1,2}\b|年?\s*(?:发布|发表|报道|出版|刊发))")
BREAK = re.compile(r"[\d_]+|[^\w\s]+")
TOKEN = re.compile(r"[㐀-鿿]|[^\W\d_㐀-鿿]+")
HAN = re.compile(r"[㐀-鿿]")

Pair = tuple[int, int | None, int | None, str, str]
SAME_THING = 5
"""How much two sentences must share in a row to speak of the same thing: a Chinese character is 1, a Latin word 2."""
WHOLE_CLAUSE = 8
"""How much the clause before a quantity must hold; it must be the same in both, since growth of this is not of that."""


@dataclass(frozen=True)
class Sentence:
    """A sentence that states one number and no other: a year, or a value in the base of its dimension."""

    words: str
    number: float
    dimension: str
    stretches: frozenset[tuple[str, ...]]

    def contradicts(self, other: Sentence) -> bool:
        """Return whether both speak of the same thing and name different numbers of the same kind."""
        if self.dimension != other.dimension or self.stretches.isdisjoint(other.stretches):
            return False
        allowed = 0 if self.dimension == "year" else 0.05 * max(self.number, other.number)
        return abs(self.number - other.number) > allowed


def find_conflicts(tx: Transaction, source_id: int) -> int:
    """Note what the claims of a document contradict that is not noted yet; return how many conflicts are new.

    Each claim is held against the titles of its own sources and against all other claims. What a person has settled,
    or found, stays as it is.
    """
    claims = tx.rows("library/claims_to_compare", source_id=source_id)
    others = [
        (row["claim_id"], read_sentences(row["text"])) for row in tx.rows("library/claims_to_compare", source_id=None)
    ]
    titles = tx.rows("library/titles_of_uses", source_id=source_id)
    found: list[Pair] = []
    for claim in claims:
        claim_id, mine = claim["claim_id"], read_sentences(claim["text"])
        for title in titles:
            if title["claim_id"] == claim_id:
                found += _pairs(claim_id, mine, None, title["source_id"], read_sentences(title["text"]))
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


def read_sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text that state one number and no other."""
    found = []
    for words in filter(None, (part.strip().lstrip("-#> ") for part in SENTENCE_END.split(MARKUP.sub("", text)))):
        read = plain(words)
        years = set(find_years(read)) - {int(match[1]) for match in DATE.finditer(read)}
        quantities = [quantity for quantity in find_quantities(read) if quantity.dimension]
        if len(years) == 1 and not quantities:
            found.append(Sentence(words, years.pop(), "year", _stretches(read)))
        elif len(quantities) == 1 and not years and not quantities[0].is_open:
            one = quantities[0]
            found.append(Sentence(words, one.value, one.dimension, _clause(read[: one.start])))
    return found


def _pairs(
    claim_id: int, mine: list[Sentence], other_claim_id: int | None, other_source_id: int | None, theirs: list[Sentence]
) -> Iterator[Pair]:
    """Yield what contradicts each other, the words of the other side once."""
    for other in theirs:
        one = next((sentence for sentence in mine if sentence.contradicts(other)), None)
        if one is not None:
            yield claim_id, other_claim_id, other_source_id, one.words, other.words


def _stretches(words: str) -> frozenset[tuple[str, ...]]:
    """Return the shortest stretches of words that weigh enough; numbers and marks end a stretch."""
    found = set()
    for run in _runs(words):
        for start in range(len(run)):
            end = next((end for end in range(start, len(run)) if _weight(run[start : end + 1]) >= SAME_THING), None)
            if end is not None:
                found.add(run[start : end + 1])
    return frozenset(found)


def _clause(words: str) -> frozenset[tuple[str, ...]]:
    """Return the clause that leads up to a quantity, where it says enough to know what is measured."""
    run = _runs(words)[-1]
    return frozenset({run} if _weight(run) >= WHOLE_CLAUSE else ())


def _runs(words: str) -> list[tuple[str, ...]]:
    return [tuple(TOKEN.findall(part)) for part in BREAK.split(words.casefold())]


def _weight(tokens: tuple[str, ...]) -> int:
    return sum(1 if HAN.match(token) else 2 for token in tokens)


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
