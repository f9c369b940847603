"""Cuts folded text into clauses and those into words with their parts of speech; Latin words keep their marks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rjieba import Jieba

from blindspot.labelling.characters import HAN, WORD_END, WORD_START
from blindspot.labelling.folding import fold_term
from blindspot.shipped import DATA

WORDS_FILE = DATA / "discovery_words.toml"

IDEOGRAPHS = "".join(f"{chr(codes.start)}-{chr(codes.stop - 1)}" for codes in HAN)
LATIN_WORD = f"{WORD_START}[^{WORD_END}]*{WORD_END}"
# "well-resourced" is one word, and "resourced" none
PIECE = f"{LATIN_WORD}(?:-{LATIN_WORD})*|[{IDEOGRAPHS}]+"
PIECES = re.compile(PIECE)
HAN_WORD = re.compile(f"[{IDEOGRAPHS}]+")
CLAUSES = re.compile(f"(?:{PIECE})+")
ADDRESS = re.compile(f"{WORD_START}(?:https?|www){WORD_END}\\S*")

LATIN, NUMBER, OWN = "eng", "m", "own"


@dataclass(frozen=True)
class Word:
    """One word as it stands in folded text; `tag` is jieba's part of speech, LATIN, NUMBER, or OWN (a codebook's)."""

    text: str
    tag: str


class Cutter:
    """Cuts clauses; of `own_words` (folded) those that the dictionary lacks are kept whole, tagged OWN."""

    def __init__(self, own_words: Iterable[str] = ()) -> None:
        self._jieba = Jieba()
        self.keep_whole(own_words)

    def keep_whole(self, words: Iterable[str]) -> None:
        """Keep more words whole from now on."""
        for word in words:
            if len(word) > 1 and HAN_WORD.fullmatch(word) and not self._jieba.has_word(word):
                self._jieba.add_word(word, None, OWN)

    def clauses(self, text: str) -> Iterable[list[Word]]:
        """Yield the words of each clause of a folded text; addresses are left out."""
        for clause in CLAUSES.findall(ADDRESS.sub(" ", text)):
            yield [word for piece in PIECES.findall(clause) for word in self._words(piece)]

    def _words(self, piece: str) -> list[Word]:
        if piece.startswith(WORD_START):
            return [Word(piece, NUMBER if piece[1].isdecimal() else LATIN)]
        return [Word(text, tag) for text, tag in self._jieba.tag(piece)]


@cache
def plain_cutter() -> Cutter:
    """Return the cutter that knows the dictionary's words alone."""
    return Cutter()


@cache
def listed_words(kind: str) -> frozenset[str]:
    """Return a list of data/discovery_words.toml, folded: "function", "research" or "frame"."""
    words = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))[kind]
    return frozenset(map(fold_term, words))


@cache
def english_stop_words() -> frozenset[str]:
    """Return English words that carry no subject, folded."""
    # importing scikit-learn costs a fifth of a second, and most page runs discover nothing
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    return frozenset(map(fold_term, ENGLISH_STOP_WORDS))
