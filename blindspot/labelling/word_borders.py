"""Says whether a Chinese term that stands in a text is said there, or only spelled by parts of other words.

Chinese has no blanks between words: 成本 stands in 生成本地 (生成 | 本地) and 客户 in 客户端. A term is said where it
begins and ends between words, or where a longer word is a compound of it (成本 in 低成本, 广告 in 广告公司).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from math import log

import numpy as np
import polars as pl
from rjieba import Jieba

from blindspot.labelling.characters import HAN
from blindspot.shipped import DATA

ENDINGS = DATA / "word_endings.toml"
IDEOGRAPH = "".join(f"{chr(codes.start)}-{chr(codes.stop - 1)}" for codes in HAN if codes.stop <= 0x10000)
"""Those of three bytes; rarer ones stand in no word of the dictionary."""

FIRST_RUN, LAST_RUN = re.compile(f"[{IDEOGRAPH}]+"), re.compile(f"[{IDEOGRAPH}]+$")
RUN_BEFORE = re.compile(f"[{IDEOGRAPH}]*$")

REACH = 4
"""Characters on each side that are looked at: more never changed an answer on 3,235 hits in real titles."""

WORDS_COUNTED = 60_101_967
"""Sum of the frequencies in jieba's dictionary, which makes probabilities of them."""

LEAST_FREQUENCY = 30
"""What a person looks for is a word, also where the dictionary lacks it (即梦) or hardly knows it (电商)."""

TOLERANCE = {1: 1.0, 2: 1.0, 3: 2.5}
TOLERANCE_OF_LONG_TERMS = 5.0
"""By how much (natural logarithm) the reading with the term may be less likely than the likeliest, by the term's
length: each further character makes it less likely that it stands there by chance."""

FUSED = 8.0
"""From here on (logarithm of how much more often a word occurs than its parts would meet) it is a name or an idiom."""


@lru_cache(maxsize=20_000)
def open_ends(term: str) -> tuple[bool, bool]:
    """Say whether parts of other words can spell a folded term's start and end: two ideographs or more stand there.

    A single one is a part of nearly every word that it is meant in: 是 in 就是, 猫 in 猫咪.
    """
    first, last = FIRST_RUN.match(term), LAST_RUN.search(term)
    return bool(first and len(first[0]) > 1), bool(last and len(last[0]) > 1)


def touching(before: str, term: str, after: str) -> tuple[str, str]:
    """Return the ideographs that touch a folded term's open ends: REACH characters of either side at most."""
    begins_open, ends_open = open_ends(term)
    left = RUN_BEFORE.search(before[-REACH:]) if begins_open else None
    right = FIRST_RUN.match(after[:REACH]) if ends_open else None
    return left[0] if left else "", right[0] if right else ""


def next_said(text: str, term: str, start: int = 0) -> int:
    """Return where a folded term is said in a folded text, from a character on; -1 where it is not."""
    start = text.find(term, start)
    while start >= 0 and any(open_ends(term)):
        end = start + len(term)
        left, right = touching(text[max(start - REACH, 0) : start], term, text[end : end + REACH])
        if is_said(left, term, right):
            break
        start = text.find(term, start + 1)
    return start


def are_said(hits: pl.DataFrame) -> pl.Series:
    """Say of each hit (left: ideographs before it, folded: the term, right: those after it) whether it is said there.

    As `is_said` does one by one; most stand between words, which one cut of all texts together finds out.
    """
    texts = hits.select(pl.concat_str("left", "folded", "right", pl.lit("\n")).alias("text"))["text"]
    ends = np.cumsum(np.fromiter(map(len, _cut("".join(texts))), np.int64))
    sizes = hits.select(pl.col("left", "folded").str.len_chars(), text=texts.str.len_chars()).to_dict()
    first = np.cumsum(sizes["text"].to_numpy(), dtype=np.int64) - sizes["text"].to_numpy()
    start = first + sizes["left"].to_numpy()
    is_border = np.zeros(int(ends[-1]) + 1 if len(ends) else 1, bool)
    is_border[ends] = is_border[first] = True
    between = is_border[start] & is_border[start + sizes["folded"].to_numpy()]
    goes_on = hits["right"].str.head(1).is_in(list(_endings("makes_another")))
    open_cases = np.flatnonzero(~between | goes_on.to_numpy())
    said = np.ones(len(hits), bool)
    said[open_cases] = [is_said(*hit) for hit in hits[open_cases].select("left", "folded", "right").iter_rows()]
    return pl.Series(said)


@lru_cache(maxsize=100_000)
def is_said(left: str, term: str, right: str) -> bool:
    """Say whether a folded term is said between the ideographs that touch it."""
    begins_open, ends_open = open_ends(term)
    start, end = len(left), len(left) + len(term)
    words = _cut(left + term + right)
    borders = [0, *accumulate(map(len, words))]
    inside_start, inside_end = begins_open and start not in borders, ends_open and end not in borders
    makes_another = ends_open and right[:1] in _endings("makes_another")
    if not inside_start and not inside_end:
        return not makes_another or words[borders.index(end)] != right[:1]
    is_part = all(
        _opens(word, max(low, start) - low, min(high, end) - low)
        for word, (low, high) in zip(words, pairwise(borders), strict=True)
        if (inside_start and low < start < high) or (inside_end and low < end < high)
    )
    return is_part or (not makes_another and _is_nearly_as_likely(left, term, right, words))


def _is_nearly_as_likely(left: str, term: str, right: str, words: list[str]) -> bool:
    """Say whether the reading in which the term is a word is nearly as likely as the likeliest, `words`."""
    known = max(log(max(_frequency(term), LEAST_FREQUENCY) / WORDS_COUNTED), _likelihood(_cut(term)))
    with_term = _likelihood(_cut(left)) + known + _likelihood(_cut(right))
    return _likelihood(words) - with_term <= _tolerance(term)


@lru_cache(maxsize=100_000)
def _opens(word: str, start: int, end: int) -> bool:
    """Say whether a stretch of a word is a part of it whose meaning the word keeps."""
    if end - start == len(word):
        return True
    if end - start < 2:
        return False
    parts = _parts(word)
    borders = [0, *accumulate(map(len, parts))]
    if start in borders and end in borders:
        return end == len(word) or _keeps_meaning(word, parts, word[end:])
    return any(
        low <= start and end <= high and _opens(word[low:high], start - low, end - low)
        for low, high in pairwise(borders)
    )


def _keeps_meaning(word: str, parts: tuple[str, ...], rest: str) -> bool:
    if rest in _endings("makes_another"):
        return False
    return rest in _endings("keeps_meaning") or _likelihood([word]) - _likelihood(parts) < FUSED


@lru_cache(maxsize=20_000)
def _tolerance(term: str) -> float:
    return TOLERANCE.get(len(re.findall(f"[{IDEOGRAPH}]", term)), TOLERANCE_OF_LONG_TERMS)


def _likelihood(words: Iterable[str]) -> float:
    return sum(map(_weight, words))


@lru_cache(maxsize=100_000)
def _weight(word: str) -> float:
    return log(max(_frequency(word), 1) / WORDS_COUNTED)


@lru_cache(maxsize=100_000)
def _parts(word: str) -> tuple[str, ...]:
    """Return the likeliest shorter words that make up a word."""
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(word) + 1):
        best.append(
            max(
                (best[start][0] + _likelihood([part]), (*best[start][1], part))
                for start in range(end)
                if (part := word[start:end]) != word and (len(part) == 1 or _dictionary().has_word(part))
            )
        )
    return best[-1][1]


def _frequency(word: str) -> int:
    # of a word that it knows, jieba suggests one more than it has
    return _dictionary().suggest_freq(word) - 1 if _dictionary().has_word(word) else 0


def _cut(text: str) -> list[str]:
    return _dictionary().cut(text, hmm=False) if text else []


@cache
def _dictionary() -> Jieba:
    return Jieba()


@cache
def _endings(kind: str) -> frozenset[str]:
    return frozenset(tomllib.loads(ENDINGS.read_text(encoding="utf-8"))[kind])
