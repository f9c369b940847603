"""What is compared with the works: passages of sources and questions of viewers, and how they are quoted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from blindspot.explore.discovery.findings import Quote
from blindspot.labelling.folding import mark_spans

QUOTES = 3
LOOKED_AT = 8
"""Passages in which a phrase's usual writing is looked up."""


@dataclass(frozen=True)
class Said:
    """A passage or question as written and folded; `source` and `origin` are None where a viewer asks."""

    text: str
    folded: str
    source: str | None = None
    source_id: int | None = None
    origin: str | None = None


def count_voices(said: Iterable[Said]) -> tuple[int, int]:
    """Return how many sources (one origin is one) and how many questions there are."""
    origins = [each.origin for each in said]
    return len(set(origins) - {None}), origins.count(None)


def quote(said: Sequence[Said]) -> tuple[Quote, ...]:
    """Return the first words of each source (questions are one), then more of the same, three in all."""
    seen: Counter[str | None] = Counter()
    rounds: list[tuple[int, int, Said]] = []
    for each in said:
        rounds.append((seen[each.origin], len(rounds), each))
        seen[each.origin] += 1
    first = [each for _, _, each in sorted(rounds, key=lambda turn: turn[:2])[:QUOTES]]
    return tuple(Quote(each.source, each.source_id, each.text) for each in first)


def usual_writing(folded: str, said: Sequence[Said]) -> str:
    """Return how a folded phrase is mostly written in texts that hold it."""
    written = writings(folded, said)
    return max(written, key=written.__getitem__) if written else folded


def writings(folded: str, said: Sequence[Said]) -> Counter[str]:
    """Return how often each way of writing a folded phrase stands in the first texts that hold it."""
    return Counter(
        " ".join(each.text[start:end].split())
        for each in said[:LOOKED_AT]
        for start, end in mark_spans(each.text, [folded])
    )
