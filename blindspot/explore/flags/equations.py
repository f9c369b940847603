"""Equations that stand in a text and do not come out: conversions, products, sums, shares. Nothing is rewritten."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from blindspot.documents.quantities import Quantity, find_quantities, plain

TOLERANCE = 0.05
EQUAL = re.compile(r"\s*(?:[≈=]|约等于|约合|折合|相当于|也就是|即|i\.e\.)\s*(?:约|about|some)?\s*")
BRACKET = re.compile(r"\s*\(\s*(?:约|即|[≈=]|about)?\s*")
OPERATOR = re.compile(r"\s*(?P<sign>[×*+−÷]|x(?=\s)|-(?=\s)|乘以|加上?|plus|times)\s*")
ENDS_IN_OPERATOR = re.compile(f"(?:{OPERATOR.pattern}|/)$")
SIGNS = {"*": "×", "x": "×", "乘以": "×", "times": "×", "加": "+", "加上": "+", "plus": "+", "-": "−"}
EACH = re.compile(
    r"(?:每一?(?P<zh>[条个人部次家项篇段集件名位])|each (?P<en>[a-z]+))[^\d,，。;；]{0,12}$", re.IGNORECASE
)
RESULT = re.compile(r"(?:[≈=]|即|共计?|合计|总计|总共|相当于|that is|in total|totals?)\s*(?:约|about)?\s*$")
IN_TOTAL = re.compile(r"(?:合计|总计|共计|一共|加起来|相加|in total|total(?:ling|s)?)[^\d。;；]{0,6}$", re.IGNORECASE)
NOT_PARTS = re.compile(r"其中|增长|同比|环比|下降|提高|grew|rose|fell|of which|up to", re.IGNORECASE)
OUT_OF = re.compile(r"(?P<whole>\d+)\s*[条个人部次家项篇]\S{0,4}?中[，,]?有?\s*(?P<part>\d+)\s*[条个人部次家项篇]")
OUT_OF_EN = re.compile(r"(?P<part>\d+) (?:out )?of (?:the )?(?P<whole>\d+)[a-z ]{0,20}", re.IGNORECASE)
SHARE = re.compile(r"\s*[(,，]?\s*(?:即|占|about|or)?\s*(?:约)?\s*(?P<share>\d+(?:\.\d+)?)\s*%\)?")


LEAD = 80
"""Characters before a quantity that may hold a sign or the words that make it a result, blanks included."""


@dataclass(frozen=True)
class WrongEquation:
    """An equation as it stands (`words`), what its left side comes to, and what the text says instead."""

    words: str
    right: str
    said: str


def find_wrong_equations(text: str, before: str = "") -> list[WrongEquation]:
    """Return the equations of a passage that do not come out; `before` may hold a number that it multiplies.

    A difference within 5 % or the rounding of the stated number is none; bounds and ranges (20+, 15-60) are left alone.
    """
    text = plain(text)
    quantities = find_quantities(text)
    found = [*_conversions(text, quantities), *_operations(text, quantities)]
    found += [*_products(text, quantities, plain(before)), *_sums_of_shares(text, quantities), *_shares(text)]
    return list(dict.fromkeys(found))


def _conversions(text: str, quantities: Sequence[Quantity]) -> Iterator[WrongEquation]:
    for left, right in pairwise(quantities):
        between = text[left.end : right.start]
        if ENDS_IN_OPERATOR.search(_lead(text, left)):
            continue
        in_brackets = BRACKET.fullmatch(between) and text[right.end : right.end + 1] == ")"
        is_unit_change = left.dimension == right.dimension in ("time", "bytes") and left.size != right.size
        if (
            is_unit_change
            and (EQUAL.fullmatch(between) or in_brackets)
            and _differ(left.value, right, left, at=between)
        ):
            yield _wrong(text[left.start : right.end + bool(in_brackets)], left.value, right)


def _operations(text: str, quantities: Sequence[Quantity]) -> Iterator[WrongEquation]:
    for place, first in enumerate(quantities):
        if place and ENDS_IN_OPERATOR.search(_lead(text, first)):
            continue
        operands, signs, at = [first], set(), place
        while at + 1 < len(quantities):
            sign = OPERATOR.fullmatch(text[operands[-1].end : quantities[at + 1].start])
            if sign is None:
                break
            signs.add(SIGNS.get(sign["sign"].lower(), sign["sign"]))
            at += 1
            operands.append(quantities[at])
        if len(signs) != 1 or at + 1 >= len(quantities):
            continue
        result = quantities[at + 1]
        value = _apply(signs.pop(), operands, result)
        is_stated = EQUAL.fullmatch(text[operands[-1].end : result.start])
        if value is not None and is_stated and _differ(value, result, *operands, at=is_stated[0]):
            yield _wrong(text[first.start : result.end], value, result)


def _apply(sign: str, operands: Sequence[Quantity], result: Quantity) -> float | None:
    """Return what the left side comes to in the result's dimension; None where the units do not fit together."""
    measured = [quantity.dimension for quantity in operands if quantity.dimension not in ("", "count")]
    if sign in "+−":
        if {quantity.dimension for quantity in operands} - {result.dimension, ""}:
            return None
        values = [quantity.value for quantity in operands]
        return sum(values) if sign == "+" else values[0] - sum(values[1:])
    if len(measured) > 1 or (measured and measured[0] != result.dimension) or "percent" in measured:
        return None
    if not measured and result.dimension not in ("", "count"):
        return None
    value = operands[0].value
    for quantity in operands[1:]:
        if sign == "÷" and not quantity.value:
            return None
        value = value * quantity.value if sign == "×" else value / quantity.value
    return value


def _products(text: str, quantities: Sequence[Quantity], before: str) -> Iterator[WrongEquation]:
    """So many of a thing, each of them so long: what stands after ≈ or "in total" is their product."""
    counts = [*find_quantities(before), *quantities]
    for place, per in enumerate(quantities):
        each = None if per.dimension in ("", "percent", "count") else EACH.search(_lead(text, per))
        if each is None:
            continue
        word = (each["zh"] or each["en"]).lower()
        known = [q for q in counts[: len(counts) - len(quantities) + place] if q.unit.lower().rstrip("s") == word]
        result = next((q for q in quantities[place + 1 :] if q.dimension == per.dimension), None)
        if not known or result is None or not RESULT.search(_lead(text, result)):
            continue
        value = known[-1].value * per.value
        if not known[-1].is_open and _differ(value, result, per):
            yield _wrong(f"{known[-1].words} × {per.words} ≈ {result.words}", value, result)


def _sums_of_shares(text: str, quantities: Sequence[Quantity]) -> Iterator[WrongEquation]:
    for total in quantities:
        if total.dimension != "percent" or not IN_TOTAL.search(_lead(text, total)):
            continue
        sentence = re.split(r"[。;；!?！？]", text[: total.start])[-1]
        start = total.start - len(sentence)
        parts = [q for q in quantities if start <= q.start < total.start and q.dimension == "percent"]
        if len(parts) < 2 or NOT_PARTS.search(sentence):
            continue
        value = sum(part.value for part in parts)
        if IN_TOTAL.search(sentence) and abs(value - total.value) > 0.5 * (len(parts) + 1):
            yield WrongEquation(" + ".join(part.words for part in parts), f"{value:g}%", total.words)


def _lead(text: str, quantity: Quantity) -> str:
    return text[max(quantity.start - LEAD, 0) : quantity.start]


def _shares(text: str) -> Iterator[WrongEquation]:
    for pattern in (OUT_OF, OUT_OF_EN):
        for match in pattern.finditer(text):
            share = SHARE.match(text, match.end())
            part, whole = int(match["part"]), int(match["whole"])
            if share is None or not whole or part > whole:
                continue
            value = 100 * part / whole
            if abs(value - float(share["share"])) > 1:
                yield WrongEquation(text[match.start() : share.end()].strip(), f"{value:.3g}%", f"{share['share']}%")


def _differ(value: float, stated: Quantity, *others: Quantity, at: str = "≈") -> bool:
    """Return whether a value is not what is stated `at` this sign: "=" allows for rounding only, ≈ for 5 % too."""
    if stated.is_open or any(quantity.is_open for quantity in others):
        return False
    allowed = stated.rounding if "=" in at else max(TOLERANCE * abs(value), stated.coarse_rounding)
    return abs(value - stated.value) > allowed * (1 + 1e-9)


def _wrong(words: str, value: float, stated: Quantity) -> WrongEquation:
    return WrongEquation(words.strip(), _write(value / stated.size, stated.unit), stated.words)


def _write(value: float, unit: str) -> str:
    number = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return f"{number} {unit}".strip()
