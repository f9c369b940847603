"""What discovery puts forward: phrases and themes with their counts on both sides and the words they come from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Quote:
    """A passage of a source, or a viewer's question where `source` is None."""

    source: str | None
    source_id: int | None
    text: str


@dataclass(frozen=True)
class Term:
    """A phrase as the sources write it; `folded` is how it is matched.

    It stands in `passages` of all passages and questions, in `in_sources` sources (by origin) and `in_questions`
    questions, and in `in_works` works. `z` is its log-odds over their deviation; `coverage` (0..1) is how near the
    works come to it in other words; `score` ranks. `nearest` are keys of works that come near without saying it.
    """

    term: str
    folded: str
    passages: int
    in_sources: int
    in_questions: int
    in_works: int
    z: float
    coverage: float
    score: float
    quotes: tuple[Quote, ...]
    nearest: tuple[int, ...]


@dataclass(frozen=True)
class CommonTerm:
    """A phrase that both sides say, for the picture."""

    term: str
    passages: int
    in_works: int
    z: float


@dataclass(frozen=True)
class Theme:
    """Phrases that belong together, counted together; `angle` is the key of the angle that names them already, if any.

    If works spoke like the sources, `expected_works` would say one of them; `p` is the chance that only `works` do.
    """

    name: str
    terms: tuple[Term, ...]
    score: float
    passages: int
    sources: int
    questions: int
    works: int
    expected_works: float
    p: float
    angle: str | None
    quotes: tuple[Quote, ...]
    nearest: tuple[int, ...]


@dataclass(frozen=True)
class Discovery:
    """What was compared and what came of it, the best first; `hidden` phrases were left out at a person's wish."""

    sources: int
    questions: int
    passages: int
    works: int
    terms: tuple[Term, ...] = ()
    themes: tuple[Theme, ...] = ()
    common: tuple[CommonTerm, ...] = ()
    hidden: int = 0
