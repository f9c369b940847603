"""The numbers of a sentence that say how much: shares, money, lengths, counts; dates, versions and ranks are none."""

from __future__ import annotations

import re

from blindspot.documents.document import Figure
from blindspot.documents.quantities import Quantity, find_quantities

_COMMON = frozenset("个种项款部次台块页层步")
"""Counters so common in running text that only a large number makes them a figure."""
_FEWEST_COUNTED = 10
_PART_OF_A_NAME = re.compile(r"(?:[-/]|第\s?)$")
_CURRENCY = re.compile("[A-Z]{3}")
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def find_figures(sentence: str) -> tuple[Figure, ...]:
    """Return the figures of a sentence in order; a money unit is its currency code, any other as it is written."""
    narrow = sentence.translate(_WIDE_DIGITS)
    return tuple(
        Figure(quantity.number, _unit(quantity), quantity.words)
        for quantity in find_quantities(narrow)
        if _says_how_much(quantity) and not _PART_OF_A_NAME.search(narrow[max(quantity.start - 2, 0) : quantity.start])
    )


def _says_how_much(quantity: Quantity) -> bool:
    if not quantity.dimension:
        return quantity.scale > 1
    return quantity.unit not in _COMMON or quantity.number >= _FEWEST_COUNTED


def _unit(quantity: Quantity) -> str:
    if _CURRENCY.fullmatch(quantity.dimension):
        return quantity.dimension
    return "%" if quantity.dimension == "percent" else quantity.unit.lower()
