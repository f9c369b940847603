"""A narration as subtitles: short lines that end where a sentence, a clause or a word does, at most two a cue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import rjieba

CHINESE_LINE, OTHER_LINE = 16, 42
"""Characters of a line that holds Chinese, Japanese or Korean, and of any other."""
MOST_LINES = 2
SENTENCE, CLAUSE, SPACE, WORD, WITHIN = range(5)
"""What a line may end at, from the best to the worst."""
_LINE_COST = 10.0
_SLACK_COST = 4.0
_LINE_ENDS = {SENTENCE: 0.0, CLAUSE: 2.0, SPACE: 9.0, WORD: 25.0, WITHIN: 60.0}
"""What a line costs by its end: a line more is worth an end at a comma, but no end at a comma is worth two lines."""
_CUE_ENDS = {SENTENCE: 0.0, CLAUSE: 1.0, SPACE: 3.0, WORD: 6.0, WITHIN: 6.0}
_CUE_COST = 4.0

_WIDE = (
    r"\u1100-\u11ff\u2e80-\u303f\u3040-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    r"\U00020000-\U0003ffff"
)
_OPENING = "（《〈「『【〔［｛“‘([{<"
_CLOSING = "，。！？；：、…—～·）》〉」』】〕］｝”’,.!?;:)]}>%％‰°℃"
_NARROW = rf"[^\s{_WIDE}{re.escape(_OPENING + _CLOSING)}]"
_JOINT = r"[.,:;/@'’&+%…·-]"
# a number keeps the measure behind it and the 第 before it, a Latin word all that it is written with
_ATOM = re.compile(
    rf"\s*[{re.escape(_OPENING)}]*"
    rf"(?:第?\d+(?:{_JOINT}+\d+)*[%％‰°℃]?(?:(?=[{_WIDE}])[^\W\d_])?|{_NARROW}+(?:{_JOINT}+{_NARROW}+)*|\S)"
    rf"[{re.escape(_CLOSING)}]*"
)
_IS_WIDE = re.compile(rf"[{_WIDE}]")
_NARROW_FIRST = re.compile(_NARROW)
_SENTENCE = re.compile(r"[。！？!?…][”’」』）)\"']*$|\.[”’\"')]+$")
_CLAUSE = re.compile(r"[，；：、,;:—～][”’」』）)\"']*$")


@dataclass(frozen=True)
class Cue:
    """What stands on the screen at once, and how much of it there is to say, in Chinese characters."""

    text: str
    weight: float


@dataclass(frozen=True)
class _Piece:
    """A text that stays whole, with the white space before it, and what ends behind it."""

    text: str
    end: int


def cues_of(narration: str, most: int) -> list[Cue]:
    """Return the cues of a narration, at most `most`: where there is no time for more, a cue has more lines."""
    lines = [_joined(atoms) for atoms in _divide(_atoms(narration), OTHER_LINE, _line_cost)]
    groups = _divide(lines, MOST_LINES, _cue_cost)
    if len(groups) > most:
        bounds = [round(len(lines) * place / most) for place in range(most + 1)]
        groups = [lines[start:end] for start, end in pairwise(bounds)]
    return [Cue("\n".join(line.text for line in group), _weight(group)) for group in groups]


def share_frames(cues: Sequence[Cue], frames: int) -> list[tuple[int, int]]:
    """Return the first frame of each cue and the one after its last, by their weights; each has one frame at least."""
    said = list(accumulate(cue.weight for cue in cues))
    ends: list[int] = []
    for place, weight in enumerate(said):
        least, left = (ends[-1] if ends else 0) + 1, len(said) - 1 - place
        ends.append(min(max(round(frames * weight / said[-1]), least), frames - left))
    return list(pairwise([0, *ends]))


def _atoms(narration: str) -> list[_Piece]:
    return [atom for line in narration.split("\n") for atom in _atoms_of_line(line.strip())]


def _atoms_of_line(line: str) -> Iterator[_Piece]:
    words = set(accumulate(map(len, rjieba.cut(line))))
    for match in _ATOM.finditer(line):
        rest = line[match.end() :]
        *parts, last = (match[0][start : start + OTHER_LINE] for start in range(0, len(match[0]), OTHER_LINE))
        yield from (_Piece(part, WITHIN) for part in parts)
        yield _Piece(last, _end(match[0], rest, is_word=match.end() in words))


def _end(text: str, rest: str, *, is_word: bool) -> int:
    """Return what ends behind a text that `rest` follows; a line of the narration ends like a sentence."""
    if not rest or _SENTENCE.search(text) or (text.endswith(".") and not _NARROW_FIRST.match(rest)):
        return SENTENCE
    if _CLAUSE.search(text):
        return CLAUSE
    return SPACE if rest[0].isspace() else WORD if is_word else WITHIN


def _divide(
    pieces: Sequence[_Piece], most: int, cost_of: Callable[[Sequence[_Piece]], float | None]
) -> list[Sequence[_Piece]]:
    """Return the pieces in groups of at most `most` whose costs add up to the least; None is no group."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(pieces) + 1):
        choices = []
        for start in range(end - 1, max(end - 1 - most, -1), -1):
            cost = cost_of(pieces[start:end])
            if cost is None:
                break
            choices.append((best[start][0] + cost, start))
        best.append(min(choices))
    bounds = [len(pieces)]
    while bounds[-1]:
        bounds.append(best[bounds[-1]][1])
    return [pieces[start:end] for start, end in pairwise(reversed(bounds))]


def _joined(atoms: Sequence[_Piece]) -> _Piece:
    return _Piece("".join(atom.text for atom in atoms).strip(), atoms[-1].end)


def _line_cost(atoms: Sequence[_Piece]) -> float | None:
    text = _joined(atoms).text
    share = len(text) / (CHINESE_LINE if _IS_WIDE.search(text) else OTHER_LINE)
    if share > 1 and len(atoms) > 1:
        return None
    return _LINE_COST + _SLACK_COST * (1 - share) ** 2 + _LINE_ENDS[atoms[-1].end]


def _cue_cost(lines: Sequence[_Piece]) -> float:
    # of two ways with the same ends the one whose cues are alike in length
    return _CUE_COST + _CUE_ENDS[lines[-1].end] + (_weight(lines) / (MOST_LINES * CHINESE_LINE)) ** 2


def _weight(lines: Sequence[_Piece]) -> float:
    letters = "".join(line.text for line in lines)
    wide = len(_IS_WIDE.findall(letters))
    return wide + (len(letters) - wide) * CHINESE_LINE / OTHER_LINE
