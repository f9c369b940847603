"""Puts both sides beside each other: the phrases that sources and viewers say and works do not, and their themes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import polars as pl

from blindspot.explore.discovery.contrast import chance_of_silence, count_words, expected_in_works
from blindspot.explore.discovery.findings import CommonTerm, Discovery, Term, Theme
from blindspot.explore.discovery.names import is_name
from blindspot.explore.discovery.phrases import find_phrases
from blindspot.explore.discovery.ranking import Common, Ranked, rank_phrases
from blindspot.explore.discovery.said import Said, count_voices, quote, usual_writing
from blindspot.explore.discovery.themes import group_phrases

GROUPED = 80
NAMED = 0.5
"""A theme has an angle already where that angle's terms make up this share of its score."""


@dataclass(frozen=True)
class Known:
    """What needs no discovery, folded: the topic's terms, its angles' terms by key, names, phrases that were hidden."""

    topic: Sequence[str] = ()
    angles: Mapping[str, Sequence[str]] = field(default_factory=dict)
    names: Sequence[str] = ()
    hidden: Sequence[str] = ()


def compare(said: Sequence[Said], works: pl.Series, work_keys: Sequence[int], known: Known) -> Discovery:
    """Return the phrases and themes that `said` has and the folded texts of the works have not, best first.

    `work_keys` run in parallel with `works`. Nothing is put forward where one of the sides is silent.
    """
    sources, questions = count_voices(said)
    found = Discovery(sources, questions, len(said), len(works), hidden=len(known.hidden))
    if not said or works.is_empty():
        return found
    folded = [each.folded for each in said]
    own = [term for terms in known.angles.values() for term in terms]
    left_out = {*known.topic, *known.hidden}
    phrases = [phrase for phrase in find_phrases(folded, own, known.topic) if phrase.folded not in left_out]
    if not phrases:
        return found
    words = count_words(pl.Series(folded)), count_words(works)
    voices = [count_voices(said[place] for place in phrase.places)[0] for phrase in phrases]
    ranking = rank_phrases(phrases, voices, works, words)

    def near(some: Sequence[Ranked]) -> tuple[int, ...]:
        silent = frozenset().union(*(each.works for each in some))
        return tuple(work_keys[place] for place in ranking.likeness.nearest([each.row for each in some], silent))

    holding = {each.row: [said[place] for place in sorted(each.phrase.places)] for each in ranking.silent}
    ranked = [each for each in ranking.silent if not is_name(each.phrase.folded, holding[each.row], known.names)]
    terms = {each.row: _term(each, holding[each.row], near([each])) for each in ranked}
    best = ranked[:GROUPED]
    named = [_angles_of(each.phrase.folded, known.angles) for each in best]
    among = ranking.likeness.among([each.row for each in best])
    groups = group_phrases([each.phrase for each in best], among, named)
    themes = [
        _theme([best[place] for place in group], terms, said, words, known, near([best[place] for place in group]))
        for group in groups
    ]
    return replace(
        found,
        terms=tuple(terms[each.row] for each in ranked),
        themes=tuple(sorted(themes, key=lambda theme: -theme.score)),
        common=tuple(_common(each, said) for each in ranking.common),
    )


def _term(ranked: Ranked, holding: Sequence[Said], nearest: tuple[int, ...]) -> Term:
    sources, questions = count_voices(holding)
    return Term(
        term=usual_writing(ranked.phrase.folded, holding),
        folded=ranked.phrase.folded,
        passages=len(holding),
        in_sources=sources,
        in_questions=questions,
        in_works=len(ranked.works),
        z=ranked.z,
        coverage=ranked.coverage,
        score=ranked.score,
        quotes=quote(holding),
        nearest=nearest,
    )


def _common(common: Common, said: Sequence[Said]) -> CommonTerm:
    holding = [said[place] for place in sorted(common.phrase.places)]
    return CommonTerm(usual_writing(common.phrase.folded, holding), len(holding), common.in_works, common.z)


def _theme(
    group: Sequence[Ranked],
    terms: Mapping[int, Term],
    said: Sequence[Said],
    words: tuple[float, float],
    known: Known,
    nearest: tuple[int, ...],
) -> Theme:
    held = [place for each in group for place in each.phrase.places]
    # the passages that say most of it first
    holding = [said[place] for place in sorted(set(held), key=lambda place: (-held.count(place), place))]
    sources, questions = count_voices(holding)
    works = len(frozenset().union(*(each.works for each in group)))
    expected = expected_in_works(len(holding), *words)
    own = tuple(terms[each.row] for each in group)
    return Theme(
        name=own[0].term,
        terms=own,
        score=sum(term.score for term in own),
        passages=len(holding),
        sources=sources,
        questions=questions,
        works=works,
        expected_works=expected,
        p=chance_of_silence(works, expected),
        angle=_angle_of(own, known.angles),
        quotes=quote(holding),
        nearest=nearest,
    )


def _angles_of(folded: str, angles: Mapping[str, Sequence[str]]) -> frozenset[str]:
    return frozenset(key for key, terms in angles.items() if any(term in folded or folded in term for term in terms))


def _angle_of(terms: Sequence[Term], angles: Mapping[str, Sequence[str]]) -> str | None:
    """Return the angle whose terms make up half of the theme's score or more."""
    named: dict[str, float] = defaultdict(float)
    for term in terms:
        for key in _angles_of(term.folded, angles):
            named[key] += term.score
    best = max(named, key=named.__getitem__, default=None)
    return best if best and named[best] >= NAMED * sum(term.score for term in terms) else None
