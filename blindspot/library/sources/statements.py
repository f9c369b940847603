"""Sentences that state one number, and when two of them cannot both be right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from blindspot.documents.quantities import MARKUP, Quantity, find_quantities, find_years, plain

SENTENCE_END = re.compile(r"[。！？!?；;\n|]|\.(?=\s|$)")
DATE = re.compile(r"((?:19|20)\d\d)\s*(?:年\s*\d{1,2}\s*月|[-/.]\d{1,2}\b|年?\s*(?:发布|发表|报道|出版|刊发))")
BREAK = re.compile(r"[\d_]+|[^\w\s]+")
TOKEN = re.compile(r"[㐀-鿿]|[^\W\d_㐀-鿿]+")
HAN = re.compile(r"[㐀-鿿]")
HAN_RUN = re.compile(r"[㐀-鿿]{2,}")
NAME = re.compile(r"《[^》]+》|(?<![A-Za-z])[A-Z][A-Za-z-]{2,}(?:\s?\d+(?:\.\d+)?)?")
TO = re.compile(r"\s*[-–—~～至到]\s*")

SAME_THING = 5
"""How much two sentences must share in a row to speak of the same thing: a Chinese character is 1, a Latin word 2."""
WHOLE_CLAUSE = 8
"""How much the clause before a quantity must hold; it must be the same in both, since growth of this is not of that."""
NEAR = 40
"""Characters before and after a range that may say what it is of."""
SAME_TOPIC = 2
"""Pairs of characters that two ranges of one product must share to be of the same property of it."""
ROUNDING = 0.05
"""The share by which two values may differ and still be the same one, rounded."""


@dataclass(frozen=True)
class Statement:
    """A sentence that states one number and no other: a year, a value, or a range of them (`low` to `high`).

    `kind` is what it counts in (a range's unit included), `things` what tells that two speak of the same thing: one in
    common, and of a range also SAME_TOPIC of the pairs of characters `beside` it.
    """

    words: str
    low: float
    high: float
    kind: str
    things: frozenset[tuple[str, ...]]
    beside: frozenset[str] | None = None

    def contradicts(self, other: Statement) -> bool:
        """Return whether both speak of the same thing and name different numbers of the same kind.

        Of two ranges neither may lie within the other.
        """
        if self.kind != other.kind or self.things.isdisjoint(other.things):
            return False
        if self.beside is not None and len(self.beside & (other.beside or frozenset())) < SAME_TOPIC:
            return False
        allowed = 0 if self.kind == "year" else ROUNDING * max(self.high, other.high)
        return not (self._holds(other, allowed) or other._holds(self, allowed))

    def _holds(self, other: Statement, allowed: float) -> bool:
        return self.low - allowed <= other.low and other.high <= self.high + allowed


def read_statements(text: str) -> list[Statement]:
    """Return the sentences of a text that state one number and no other."""
    sentences = (part.strip().lstrip("-#> ") for part in SENTENCE_END.split(MARKUP.sub("", text)))
    found = (_read(words, plain(words)) for words in sentences if words)
    return [statement for statement in found if statement]


def _read(words: str, read: str) -> Statement | None:
    years = set(find_years(read)) - {int(match[1]) for match in DATE.finditer(read)}
    quantities = find_quantities(read)
    measured = [quantity for quantity in quantities if quantity.dimension]
    if len(years) == 1 and not measured:
        year = years.pop()
        return Statement(words, year, year, "year", _stretches(read))
    if years or len(measured) not in (1, 2):
        return None
    ends = _range(read, quantities, measured[-1])
    if ends and len(measured) == 1 + bool(ends[0].dimension):
        low, high = (end.number * measured[-1].size for end in ends)
        near, kind = _near(read, *ends), f"{measured[-1].dimension} {measured[-1].size}"
        return Statement(words, low, high, kind, frozenset((name,) for name in NAME.findall(near)), _pairs(near))
    if len(measured) == 1 and not measured[0].is_open:
        one = measured[0]
        return Statement(words, one.value, one.value, one.dimension, _clause(read[: one.start]))
    return None


def _range(read: str, quantities: list[Quantity], last: Quantity) -> tuple[Quantity, Quantity] | None:
    """Return the two ends of the range that a quantity closes; the first may leave the unit to the second."""
    place = quantities.index(last)
    first = quantities[place - 1] if place else None
    if first is None or not TO.fullmatch(read[first.end : last.start]) or first.unit not in ("", last.unit):
        return None
    return first, last


def _near(read: str, first: Quantity, last: Quantity) -> str:
    return read[max(first.start - NEAR, 0) : first.start] + "," + read[last.end : last.end + NEAR]


def _pairs(words: str) -> frozenset[str]:
    return frozenset(run[at : at + 2] for run in HAN_RUN.findall(words) for at in range(len(run) - 1))


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
