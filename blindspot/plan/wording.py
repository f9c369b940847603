"""The wording guard: a sentence that rests on an uncertain claim, or runs into a listed risk, is offered a hedge."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from blindspot.documents.candidates import find_hedges
from blindspot.documents.quantities import find_quantities, find_years
from blindspot.documents.sentences import split_sentences
from blindspot.domain import Claim, Risk, SupportingClaim
from blindspot.explore.discovery.words import english_stop_words
from blindspot.plan.rewording import Reworded, reword
from blindspot.shipped import DATA

WORDS = DATA / "hedges.toml"
SURE_GRADES = ("high",)
OVERLAP = 0.5
"""Least share of the shorter side's terms that a sentence and a claim have in common."""
OVERLAP_WITH_FIGURE = 0.2
"""The same where a figure stands in both."""
FEWEST_SHARED = 3
READ = 4096
"""Sentences and claims whose terms are kept: the same ones are compared at every drawing of a page."""
STEM = 5
"""Letters by which English words are compared: training, trained."""

_HAN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[a-z][a-z0-9]{2,}")
_ASKS = re.compile(r"[?？][\"”’」』）)]*$")


@dataclass(frozen=True)
class Advice:
    """A sentence (characters start to end of the text) that says more than `about` bears out, and how to say less."""

    start: int
    end: int
    sentence: str
    about: Claim | SupportingClaim | Risk
    rewordings: tuple[Reworded, ...]

    def applied(self, text: str, rewording: Reworded) -> str:
        """Return the text with the sentence as reworded."""
        return text[: self.start] + rewording.sentence + text[self.end :]


def guard(text: str, claims: Iterable[Claim | SupportingClaim] = (), risks: Iterable[Risk] = ()) -> tuple[Advice, ...]:
    """Return advice on the sentences of a text that use a claim not graded high, or a risk, without a hedge.

    A sentence uses what it shares terms with (`OVERLAP`), or fewer terms and a figure. Questions and hedged sentences
    need no advice.
    """
    uncertain = [claim for claim in claims if claim.grade not in SURE_GRADES]
    grounds = [(about, [_read(words) for words in _said(about)]) for about in (*uncertain, *risks)]
    return tuple(_advise(text, grounds)) if grounds else ()


@dataclass(frozen=True)
class _Reading:
    """The terms and figures of a sentence."""

    terms: frozenset[str]
    figures: frozenset[float]


def _advise(text: str, grounds: list[tuple[Any, list[_Reading]]]) -> Iterator[Advice]:
    place = 0
    for sentence in (part for line in text.splitlines() for part in split_sentences(line)):
        start = text.index(sentence, place)
        place = start + len(sentence)
        language = "zh" if _HAN.search(sentence) else "en"
        if find_hedges(sentence) or _is_question(sentence, language):
            continue
        reading = _read(sentence)
        likeness, about = max(
            ((max(_likeness(reading, said) for said in ground), about) for about, ground in grounds),
            key=lambda pair: pair[0],
        )
        if likeness:
            context = " ".join(_said(about))
            yield Advice(start, place, sentence, about, reword(sentence, hedge_words()[language], language, context))


def _likeness(sentence: _Reading, said: _Reading) -> float:
    """Return how much of the shorter side both share, 0 where that is too little to speak of the same."""
    shared = len(sentence.terms & said.terms)
    share = shared / max(1, min(len(sentence.terms), len(said.terms)))
    least, fewest = (OVERLAP_WITH_FIGURE, 2) if sentence.figures & said.figures else (OVERLAP, FEWEST_SHARED)
    return share if share >= least and shared >= fewest else 0.0


def _said(about: Claim | SupportingClaim | Risk) -> list[str]:
    if isinstance(about, Claim):
        return [about.statement, about.body]
    known = [about.claim.statement, about.claim.body] if isinstance(about, SupportingClaim) and about.claim else []
    return [about.title, about.body, *known]


@lru_cache(maxsize=READ)
def _read(text: str) -> _Reading:
    folded = text.casefold()
    pairs = {"".join(pair) for run in _HAN.findall(folded) for pair in pairwise(run)}
    words = {word[:STEM] for word in _LATIN.findall(folded) if word not in english_stop_words()}
    figures = {quantity.number for quantity in find_quantities(text)} | {float(year) for year in find_years(text)}
    return _Reading(frozenset(pairs | words), frozenset(figures))


def _is_question(sentence: str, language: str) -> bool:
    asks = hedge_words()[language]["question"]
    return bool(_ASKS.search(sentence)) or any(re.search(form, sentence, re.IGNORECASE) for form in asks)


@cache
def hedge_words() -> dict[str, dict[str, Any]]:
    """Return the words of data/hedges.toml by language."""
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))
