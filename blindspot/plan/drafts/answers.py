"""What a model may answer: the form of each kind of draft, read strictly; it rests on the claims given, no others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from blindspot.domain import Movement, Size
from blindspot.plan.drafts import faults
from blindspot.plan.drafts.plain import plain

Kind = Literal["thesis", "titles", "hook", "shots", "summary"]
KINDS: tuple[Kind, ...] = get_args(Kind)
LONGEST_TITLE, LONGEST_LINE = 200, 400
_ANYTHING = TypeAdapter(Any)
_FENCE = re.compile(r"\s*```(?:json)?\s*\n(.*)\n\s*```\s*", re.DOTALL)

Words = Annotated[
    str, StringConstraints(max_length=LONGEST_LINE), AfterValidator(lambda text: plain(text, LONGEST_LINE))
]
Said = Annotated[Words, AfterValidator(lambda text: _some(text))]
Cited = Annotated[list[int], Field(max_length=20)]


class Form(BaseModel):
    """A part of an answer; what it does not name is refused."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Line(Form):
    """A sentence, with the ids of the claims that it rests on."""

    text: Said
    claims: Cited


class TitleLine(Line):
    """A title likewise, in one line."""

    text: Annotated[Said, Field(max_length=LONGEST_TITLE), AfterValidator(lambda text: " ".join(text.split()))]


class ShotLine(Form):
    """A shot with the ids of the claims that it shows."""

    seconds: float = Field(ge=0.5, le=60, allow_inf_nan=False)
    size: Literal["", Size]
    movement: Literal["", Movement]
    picture: Said
    narration: Words
    on_screen_text: Words
    claims: Cited

    @property
    def text(self) -> str:
        """What it says in words, in which a figure must be borne out."""
        return "\n".join(part for part in (self.narration, self.on_screen_text) if part)


class Sentences(Form):
    """A text, sentence by sentence."""

    sentences: list[Line] = Field(min_length=1, max_length=12)


class FewSentences(Form):
    """A text of one or two sentences."""

    sentences: list[Line] = Field(min_length=1, max_length=2)


class Titles(Form):
    """Titles to choose from."""

    titles: list[TitleLine] = Field(min_length=1, max_length=10)


class Shots(Form):
    """A storyboard."""

    shots: list[ShotLine] = Field(min_length=1, max_length=40)


FORMS: dict[Kind, type[Form]] = {
    "thesis": FewSentences, "titles": Titles, "hook": FewSentences, "shots": Shots, "summary": Sentences,
}  # fmt: skip


def read_answer(kind: Kind, text: str, given: Iterable[int]) -> Form:
    """Return an answer in the form of its kind, one fence of Markdown around it allowed.

    Raises BlindspotError for an empty answer, another form, or a claim among its citations that was not given.
    """
    if not text.strip():
        raise faults.empty()
    fenced = _FENCE.fullmatch(text)
    try:
        answer = FORMS[kind].model_validate_json(fenced[1] if fenced else text)
    except ValidationError:
        raise faults.not_as_asked() from None
    unknown = sorted({number for line in lines_of(answer) for number in line.claims} - set(given))
    if unknown:
        raise faults.cites_unknown(unknown)
    return answer


def lines_of(answer: Any) -> Sequence[Line | ShotLine]:
    """Return the lines of an answer, whatever its form calls them."""
    [name] = type(answer).model_fields
    lines: Sequence[Line | ShotLine] = getattr(answer, name)
    return lines


def words_so_far(text: str) -> list[str]:
    """Return the words of an answer that is still coming, line by line; nothing of it has been judged yet."""
    try:
        begun = _ANYTHING.validate_json(text, experimental_allow_partial="trailing-strings")
    except ValidationError:
        return []
    listed = next(iter(begun.values()), None) if isinstance(begun, dict) else None
    lines = [line for line in listed if isinstance(line, dict)] if isinstance(listed, list) else []
    words = (line.get(name) for line in lines for name in ("text", "picture", "narration"))
    return [plain(word, LONGEST_LINE) for word in words if isinstance(word, str) and word]


def _some(text: str) -> str:
    if not text:
        raise ValueError("empty")
    return text
