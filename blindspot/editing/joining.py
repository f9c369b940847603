"""Joins what two people made of the same text or list, part by part, as a proposal for a person to look at."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

import orjson

from blindspot.documents.sentences import split_sentences


def join_texts(before: str, yours: str, theirs: str) -> str:
    """Return both versions of a text in one: sentences that only one of you touched as that one left them.

    Where both touched the same sentence, theirs stands first and yours after it; where both wrote on behind the whole,
    it stands once.
    """
    if before and yours != theirs and yours.startswith(before) and theirs.startswith(before):
        return theirs + yours[len(before) :]
    joined: list[str] = []
    for part in join_lists(_sentences(before), _sentences(yours), _sentences(theirs)):
        blank = " " if joined and part.strip() and joined[-1].strip() and part[0].isascii() else ""
        joined.append(blank + part)
    return "".join(joined)


def join_lists(before: Sequence[Any], yours: Sequence[Any], theirs: Sequence[Any]) -> list[Any]:
    """Return both versions of a list of JSON values in one: what either added, without what either took out."""
    mine, other = _kept(before, yours), _kept(before, theirs)
    joined: list[Any] = []
    done, y, t = 0, 0, 0
    for place in [*sorted(mine.keys() & other.keys()), len(before)]:
        y_end, t_end = mine.get(place, len(yours)), other.get(place, len(theirs))
        joined += _settled(before[done:place], yours[y:y_end], theirs[t:t_end])
        joined += before[place : place + 1]
        done, y, t = place + 1, y_end + 1, t_end + 1
    return joined


def _settled(before: Sequence[Any], yours: Sequence[Any], theirs: Sequence[Any]) -> list[Any]:
    if list(yours) == list(before):
        return list(theirs)
    if list(theirs) == list(before):
        return list(yours)
    if len(before) == len(yours) == len(theirs) > 1:
        settled = (_settled([old], [own], [other]) for old, own, other in zip(before, yours, theirs, strict=True))
        return [part for parts in settled for part in parts]
    kept = [one for one in theirs if one in yours or one not in before]
    return [*kept, *(one for one in yours if one not in theirs and one not in before)]


def _kept(before: Sequence[Any], after: Sequence[Any]) -> dict[int, int]:
    """Return where each part that was kept stands now, by its place before."""
    old, new = ([orjson.dumps(part) for part in parts] for parts in (before, after))
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _sentences(text: str) -> list[str]:
    """Return the sentences of a text, each end of a line as a part of its own."""
    parts: list[str] = []
    for line in text.splitlines(keepends=True):
        parts += split_sentences(line)
        parts += ["\n"] if line.endswith("\n") else []
    return parts
