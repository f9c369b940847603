"""Phrases of two or three words that several passages share, without fragments and without talk of the research."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import polars as pl

from blindspot.explore.discovery.fragments import is_fragment
from blindspot.explore.discovery.occurrences import find_in, places
from blindspot.explore.discovery.words import LATIN, OWN, Cutter, Word, english_stop_words, listed_words, plain_cutter

LONGEST = 3
FEWEST_PASSAGES = 2
FEWEST_TO_KEEP_WHOLE = 3
"""A phrase that so many passages share is a word of its own in the second reading."""
MOST = 3_000
"""Of more phrases, those are compared that most passages share."""
SWALLOWED = 0.6
"""A phrase goes where a longer one stands in at least this share of its passages."""

SUBJECTS = ("n", "vn", "an", "j", "l", "i", LATIN, OWN)
CARRIERS = (*SUBJECTS, "v", "a", "b", "z")
NO_CARRIERS = ("vd", "ad", "zg")
SUFFIXES = frozenset("率量权度力荒")
"""Characters that make a noun of the word before: 留存率."""


@dataclass(frozen=True)
class Phrase:
    """A phrase as folded text, the dictionary's words in it, and the places of the passages in which it stands."""

    folded: str
    words: tuple[str, ...]
    places: frozenset[int]


def find_phrases(passages: Sequence[str], own_words: Iterable[str] = (), skipped: Iterable[str] = ()) -> list[Phrase]:
    """Return the phrases that stand in two passages or more, in the order in which they are met.

    `passages` are folded texts. `own_words` (a codebook's terms, folded) are kept whole and count as phrases alone;
    no phrase holds one of the words of `skipped` (the topic's own terms). The passages are read twice: what many share
    on the first reading is kept whole on the second, so that 数据飞轮设计 counts for 数据飞轮 and not for 飞轮设计.
    """
    left_out = frozenset(skipped)
    cutter = Cutter([*own_words, *left_out])
    first = _read(passages, cutter, left_out)
    cutter.keep_whole(phrase.folded for phrase in first if len(phrase.places) >= FEWEST_TO_KEEP_WHOLE)
    return [
        replace(phrase, words=tuple(word.text for clause in plain_cutter().clauses(phrase.folded) for word in clause))
        for phrase in _read(passages, cutter, left_out)
    ]


def _read(passages: Sequence[str], cutter: Cutter, left_out: frozenset[str]) -> list[Phrase]:
    made_of: dict[str, tuple[str, ...]] = {}
    seen: dict[str, set[int]] = {}
    for place, passage in enumerate(passages):
        for clause in cutter.clauses(passage):
            for words in _phrases_of(clause, left_out):
                folded = "".join(words)
                made_of.setdefault(folded, words)
                seen.setdefault(folded, set()).add(place)
    often = sorted((folded for folded, at in seen.items() if len(at) >= FEWEST_PASSAGES), key=lambda f: -len(seen[f]))
    shared = often[:MOST]
    held = places(find_in(shared, pl.Series(passages, dtype=pl.String)), len(shared))
    found = [
        Phrase(folded, made_of[folded], where)
        for folded, where in zip(shared, held, strict=True)
        if not is_fragment(folded, [passages[place] for place in where])
    ]
    return _without_swallowed(found)


def _phrases_of(clause: list[Word], left_out: frozenset[str]) -> Iterable[tuple[str, ...]]:
    usable = [_carries(word) and word.text not in left_out for word in clause]
    for start in range(len(clause)):
        for size in range(1, LONGEST + 1):
            stretch = clause[start : start + size]
            if len(stretch) < size or not usable[start + size - 1]:
                break
            if _is_phrase(stretch):
                yield tuple(word.text for word in stretch)


def _carries(word: Word) -> bool:
    if word.text in listed_words("function"):
        return False
    if word.tag == LATIN:
        return word.text not in english_stop_words() and len(word.text) > len("\x02a\x03")
    return word.tag.startswith(CARRIERS) and word.tag not in NO_CARRIERS


def _is_phrase(words: list[Word]) -> bool:
    texts = [word.text for word in words]
    research, frame = listed_words("research"), listed_words("frame")
    if any(text in research for text in (*texts, "".join(texts))) or all(text in frame for text in texts):
        return False
    if len(words) == 1:
        return words[0].tag == OWN
    if len(texts[0]) == 1:
        return False
    return texts[-1] in SUFFIXES or any(word.tag.startswith(SUBJECTS) for word in words)


def _without_swallowed(phrases: list[Phrase]) -> list[Phrase]:
    written = [phrase.folded for phrase in phrases]
    inside = find_in(written, pl.Series(written, dtype=pl.String))
    swallowed = {
        short
        for short, long in inside.iter_rows()
        if short != long and len(phrases[long].places) >= SWALLOWED * len(phrases[short].places)
    }
    return [phrase for place, phrase in enumerate(phrases) if place not in swallowed]
