"""What a plan file holds of the library: the topics, accounts, sources and claims that the plan leans on."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from blindspot.plan.plan_file.values import Grade, Name, Place, Small, Text, Whole


class Part(BaseModel):
    """A part of the file: nothing but its fields, nothing that is not of their type."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Topic(Part):
    """A topic that the plan refers to by name, with its codebook (TOML), should it not be there."""

    name: Name
    codebook: Text


class Account(Part):
    """An account that the plan is made for."""

    handle: Name
    platform: Text | None
    positioning: Text
    audience: Text
    tone: Text
    formats: Text


class Source(Part):
    """A source that claims are drawn from, without what was read of it."""

    name: Name
    kind: Literal[
        "official", "regulator", "research", "media", "vendor", "community", "social", "dataset", "own_report",
        "named_only", "unknown",
    ]  # fmt: skip
    origin: Name
    reports_on: Text | None
    publisher: Text | None
    author: Text | None
    published_on: date | None
    language: Text | None
    urls: list[Text]


class Use(Part):
    """A source as a claim uses it; `source` counts in the file's sources from 0."""

    source: Whole
    placement: Literal["list", "inline"]
    label: Text
    url: Text | None
    note: Text
    grade: Grade
    grade_reason: Text


class Figure(Part):
    """A number that a claim states."""

    value: Place
    unit: Text
    words: Text


class Claim(Part):
    """A claim that the plan leans on; `source` counts in the file's sources from 0."""

    source: Whole
    position: Small
    statement: Text
    body: Text
    kind: Literal[
        "statement", "measurement", "estimate", "forecast", "official_act", "opinion", "definition", "legal"
    ]  # fmt: skip
    grade: Grade
    grade_reason: Text
    said_by: Text | None
    hedges: list[Text]
    as_of: date | None
    good_until: date | None
    status: Literal["candidate", "accepted", "rejected"]
    is_binned: bool
    figures: list[Figure]
    uses: list[Use]
