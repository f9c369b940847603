"""The values that stand in a plan file, each with its type and bounds."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints

from blindspot.editing.values import CONTROL, LONGEST_TEXT
from blindspot.plan.proposals.evidence import thaw


def _without_control(text: str) -> str:
    if found := CONTROL.search(text):
        raise ValueError(f"a control character, U+{ord(found[0]):04X}")
    return text


def _evidence(text: str) -> str:
    try:
        thaw(text)
    except ValueError as error:
        raise ValueError("it is no evidence of a gap") from error
    return text


Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT), AfterValidator(_without_control)]
Evidence = Annotated[Text, AfterValidator(_evidence)]
Name = Annotated[Text, StringConstraints(min_length=1, max_length=2_000)]
Grade = Literal["high", "medium", "low", "unrated"]
Whole = Annotated[int, Field(ge=0, le=2**53)]
Small = Annotated[int, Field(ge=0, le=2**31 - 1)]
Place = Annotated[float, Field(ge=-1e15, le=1e15, allow_inf_nan=False)]
Rev = Annotated[int, Field(ge=1, le=2**53)]
Moment = AwareDatetime
Day = Annotated[date, Field(ge=date(1970, 1, 1), le=date(2199, 12, 31))]
"""A day in a calendar, which has days before and after it."""
Scalar = Text | bool | Annotated[int, Field(ge=-(2**53), le=2**53)] | Place | None
Value = Scalar | list[Scalar | dict[Name, Scalar]]
AngleName = Annotated[list[Name], Field(min_length=2, max_length=2)]
"""The angle's topic and key."""
