"""Says a sentence with a hedge in it: proposals by simple rules, for a person to take, change or leave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import rjieba

_OPENING = re.compile(r"^[\s“\"‘'《「『（(【]*")
_VERB = re.compile(
    r"\b(?P<verb>will not|won't|will|is not|isn't|are not|aren't|is|are|has|have|cannot|can't|can)\b", re.I
)
_REST = {"is": "be", "are": "be", "has": "have", "have": "have"}
_FIRST_WORD = re.compile(r"[A-Z][a-z]*\b")
_FUNCTION_WORDS = {
    "The",
    "A",
    "An",
    "This",
    "That",
    "These",
    "Those",
    "We",
    "Our",
    "It",
    "They",
    "Their",
    "In",
    "By",
    "Most",
}


@dataclass(frozen=True)
class Reworded:
    """A hedge and the sentence with it."""

    hedge: str
    sentence: str


def reword(sentence: str, words: dict[str, Any], language: str, context: str) -> tuple[Reworded, ...]:
    """Return the sentence once with each hedge offered in its language.

    `words` are those of data/hedges.toml; `context` is what the claim says, by which names are told from words.
    """
    sure = re.compile("|".join(f"(?:{word})" for word in words["sure"]), re.IGNORECASE)
    make = _chinese if language == "zh" else _english
    made = (Reworded(offer["word"], make(sentence, offer, sure, context)) for offer in words["offered"])
    return tuple(made)


def _chinese(sentence: str, offer: dict[str, str], sure: re.Pattern[str], context: str) -> str:
    found = sure.search(sentence)
    is_front = offer["place"] == "front"
    if found:
        will = found[0][-1] if found[0][-1] in "会将" else ""
        sentence = sentence[: found.start()] + ("" if is_front else offer["word"]) + will + sentence[found.end() :]
        if not is_front:
            return sentence
    at = None if is_front else _predicate(sentence)
    if at is None:
        opening = _OPENING.match(sentence)
        at = opening.end() if opening else 0
    blank = " " if sentence[at : at + 1].isascii() and sentence[at : at + 1].isalnum() else ""
    return sentence[:at] + offer["word"] + blank + sentence[at:]


def _predicate(sentence: str) -> int | None:
    """Return where the first verb, adverb or 自己 after a noun stands, None where none is found."""
    place, has_subject = 0, False
    words = list(_tagged(sentence))
    for (word, tag), (after, _) in zip(words, [*words[1:], ("", "")], strict=True):
        states = tag[0] in "dv" and tag != "vn" and after != "的"
        if has_subject and (states or word == "自己"):
            return place
        has_subject = has_subject or tag[0] in "nr" or tag in ("vn", "eng")
        place += len(word)
    return None


def _tagged(sentence: str) -> Iterator[tuple[str, str]]:
    yield from ((word, tag or "x") for word, tag in rjieba.tag(sentence))


def _english(sentence: str, offer: dict[str, str], sure: re.Pattern[str], context: str) -> str:
    bare = re.sub(r"\s{2,}", " ", sure.sub("", sentence)).strip()
    found = _VERB.search(bare)
    if found is None:
        return f"{offer['front']} {_lowered(bare, context)}"
    verb = found["verb"].lower().replace("n't", " not").replace("wo not", "will not").replace("ca not", "can not")
    verb, is_not = verb.removesuffix("not").strip(), verb.endswith("not")
    hedge = offer["plural"] if verb in ("are", "have") or _is_plural(bare[: found.start()], verb) else offer["word"]
    rest = _REST.get(verb, "")
    return (
        " ".join(part for part in (bare[: found.start()].rstrip(), _denied(hedge) if is_not else hedge, rest) if part)
        + bare[found.end() :]
    )


def _denied(hedge: str) -> str:
    """Return "may not", "is not expected to"."""
    first, _, rest = hedge.partition(" ")
    return f"{first} not {rest}".strip()


def _is_plural(subject: str, verb: str) -> bool:
    """Return whether the word before will or can looks like a plural."""
    last = subject.split()[-1].lower() if subject.split() else ""
    return verb not in ("is", "has") and bool(re.search(r"[^su]s$|^(?:we|they|people)$", last))


def _lowered(sentence: str, context: str) -> str:
    """Return the sentence to stand after others; a name keeps its capital."""
    found = _FIRST_WORD.match(sentence)
    if not found:
        return sentence
    is_word = found[0] in _FUNCTION_WORDS or re.search(rf"(?<![.!?] )\b{found[0].lower()}\b", context)
    return sentence[0].lower() + sentence[1:] if is_word else sentence
