"""What a column's name says, word by word: "author_profile.displayName" is a creator's name, "music.title" no title.

The words and what they stand for are data (words.toml). A name stands for a field only where every word of it does.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

WORDS = Path(__file__).with_name("words.toml")
PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_a-zA-Z]+|\d+")
LATIN = re.compile(r"[a-z]+")
LEAST_PART = 2
MOST_TOGETHER = 3
LONGEST_NAME = 200

# field -> grades of (one of these must be there, these may stand beside it); a better grade comes first
COUNTED = ("work", "count", "filler")
_GRADES: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "work_id": [(("id",), ("work", "filler"))],
    "url": [(("link",), ("work", "filler"))],
    "title": [(("title",), ("work", "filler", "name"))],
    "text": [(("text",), ("work", "title", "filler"))],
    "hashtags": [(("hashtags",), ("work", "name", "filler", "text"))],
    "transcript": [(("transcript",), ("text", "work", "filler", "title"))],
    "keyword": [(("keyword",), ("filler", "name", "text"))],
    "duration": [(("duration",), ("work", "ms", "s", "min", "filler", "count", "time"))],
    "plays": [(("plays",), COUNTED)],
    "likes": [(("likes",), COUNTED)],
    "comments": [(("comments",), COUNTED)],
    "shares": [(("shares",), COUNTED)],
    "collects": [(("collects",), COUNTED)],
    "captured_at": [(("captured",), ("time", "work", "filler"))],
    "published_at": [(("published",), ("time", "work", "filler")), (("time",), ("work", "filler"))],
}
GRAMMAR: dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]] = {
    field: tuple((frozenset(needed), frozenset((*needed, *beside))) for needed, beside in grades)
    for field, grades in _GRADES.items()
}
CREATOR = frozenset({"creator", "work", "filler", "published"})
OWN = frozenset({"work", "filler", "count", "plays"})
"""What the object may be called in which a work's own field lies: video, statistics, play_info."""


@cache
def roles() -> dict[str, frozenset[str]]:
    """Return folded word (or words, parted by blanks) -> what it may stand for."""
    found: dict[str, set[str]] = {}
    for role, words in tomllib.loads(WORDS.read_text(encoding="utf-8")).items():
        for word in words:
            found.setdefault(" ".join(_pieces(word)), set()).add(role)
            found.setdefault(plain(word), set()).add(role)
    return {word: frozenset(said) for word, said in found.items()}


def plain(text: str) -> str:
    """Return a text as names are compared: NFKC, lower case, no accents, in simplified characters."""
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    bare = unicodedata.normalize("NFC", "".join(sign for sign in bare if unicodedata.category(sign) != "Mn"))
    return _simplified(bare) if re.search(r"[\u4e00-\u9fff]", bare) else bare


@cache
def words_of(column: str) -> tuple[frozenset[str], ...]:
    """Return what each word of a name may stand for; an unknown word stands for nothing."""
    pieces = [part for piece in _pieces(column[:LONGEST_NAME]) for part in _parts(piece)]
    found, at = [], 0
    while at < len(pieces):
        for together in range(min(MOST_TOGETHER, len(pieces) - at), 0, -1):
            said = roles().get(" ".join(pieces[at : at + together]), frozenset())
            if said or together == 1:
                found.append(said)
                at += together
                break
    return tuple(found)


def grade_of(field: str, column: str) -> int | None:
    """Return how well a name says a field (0 is best); None where a word of it stands for something else."""
    said = words_of(column)
    if not said:
        return None
    if field in ("creator_name", "creator_id"):
        return _grade_of_creator(field, said)
    for grade, (needed, allowed) in enumerate(GRAMMAR.get(field, ())):
        if all(word & allowed for word in said) and any(word & needed for word in said):
            return grade
    return None


def may_hold(column: str) -> bool:
    """Say whether an object of this name may hold a work's own fields: it is a video's, or its name is not known."""
    return all(not word or word & OWN for word in words_of(column))


def is_of_another(column: str) -> bool:
    """Say whether a name is that of another thing: music, a cover, a comment's parent, the creator's own figures."""
    return any("other" in word and not word & CREATOR for word in words_of(column)) or _is_of_creator(column)


def is_understood(column: str) -> bool:
    """Say whether a name says that the column holds nothing that a work has here."""
    said = words_of(column)
    return is_of_another(column) or any(word and word <= {"aside", "other"} for word in said)


def says(role: str, column: str) -> bool:
    """Say whether a word of a name stands for the role."""
    return any(role in word for word in words_of(column))


def _grade_of_creator(field: str, said: tuple[frozenset[str], ...]) -> int | None:
    """Names: author name, author, author username. Ids: author id, author handle, author link, author."""
    if not any(word & {"creator", "creator_id", "handle"} for word in said):
        return None
    kinds = _NAMES if field == "creator_name" else _IDS
    for grade, kind in enumerate(kinds):
        has_kind = not kind or any(word & kind for word in said)
        if has_kind and all(word & (CREATOR | kind) for word in said):
            return grade
    return None


_NAMES: tuple[frozenset[str], ...] = (frozenset({"name", "title"}), frozenset(), frozenset({"handle"}))
_IDS = (frozenset({"id", "creator_id"}), frozenset({"handle", "id"}), frozenset({"link"}))


def _is_of_creator(column: str) -> bool:
    """Say whether a dotted name lies in a creator's object and is no name, id or link of theirs."""
    said = words_of(column)
    is_theirs = any("creator" in word and not word & {"work", "published"} for word in said[:-1])
    return is_theirs and grade_of("creator_name", column) is None and grade_of("creator_id", column) is None


def _pieces(name: str) -> list[str]:
    composed = unicodedata.normalize("NFC", "".join(
        sign for sign in unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name))
        if unicodedata.category(sign) != "Mn"
    ))  # fmt: skip
    return [plain(piece) for piece in PIECE.findall(composed)]


def _parts(piece: str) -> list[str]:
    """Return a run of signs as known words where it is made of such, else as it is."""
    known = roles()
    if piece in known:
        return [piece]
    if LATIN.fullmatch(piece):
        for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
            if piece.endswith(ending) and piece.removesuffix(ending) + instead in known:
                return [piece.removesuffix(ending) + instead]
    return _split(piece) or [piece]


def _split(piece: str) -> list[str] | None:
    """Return the fewest known words that a run consists of; None where something would be left over."""
    known, least = roles(), 3 if LATIN.fullmatch(piece) else 1
    best: list[list[str] | None] = [[]] + [None] * len(piece)
    for end in range(1, len(piece) + 1):
        for start in range(max(0, end - 24), end):
            before, word = best[start], piece[start:end]
            if before is None or (word not in known and word.removesuffix("s") not in known):
                continue
            is_short = len(word) < least and word not in ("id", "nr", "at", "ms")
            if not is_short and (best[end] is None or len(before) + 1 < len(best[end] or [])):
                best[end] = [*before, word if word in known else word.removesuffix("s")]
    return best[-1]


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")


def _simplified(text: str) -> str:
    return str(_converter().convert(text))
