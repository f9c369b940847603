"""What stands in a plan file, part by part, so that a hostile file is refused by the place of its first fault."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal

from pydantic import Base64Bytes, Field, StringConstraints

from blindspot.domain import CameraAngle, Movement, Size, Transition
from blindspot.plan.plan_file.library_model import Account, Claim, Part, Source, Topic
from blindspot.plan.plan_file.values import (
    AngleName,
    Day,
    Evidence,
    Grade,
    Moment,
    Name,
    Place,
    Rev,
    Small,
    Text,
    Value,
    Whole,
)

FORMAT = "blindspot-plan"
VERSION = 1


class Point(Part):
    """A titled point."""

    title: Text
    body: Text


class SupportingClaim(Part):
    """A claim as a proposal leans on it; `claim` counts in the file's claims from 0."""

    claim: Whole | None
    title: Text
    grade: Grade
    grade_words: Text
    body: Text


class Counterpoint(Part):
    """What may be said against a proposal."""

    title: Text
    claim: Text
    answer: Text


class Risk(Part):
    """What may go wrong."""

    title: Text
    body: Text
    kind: Literal[
        "factual_uncertainty", "opponent_underestimated", "technology_shift", "legal", "platform", "reputation",
        "other",
    ]  # fmt: skip
    mitigation: Text


class Vote(Part):
    """What one of the team thinks of a proposal."""

    who: Name
    vote: Literal[-1, 1]
    voted_at: Moment


class Comment(Part):
    """What one of the team said of a proposal."""

    who: Name
    said_at: Moment
    text: Text
    binned_at: Moment | None


class Item(Part):
    """What everything that is edited has; `source` is the report that suggests it."""

    rev: Rev
    is_binned: bool
    binned_at: Moment | None


class Proposal(Item):
    """A proposal with all that stands in it."""

    proposal_id: Name
    source: Whole | None
    section: Small | None
    position: Small
    created_at: Moment
    changed_at: Moment
    topic: Name | None
    angle: AngleName | None
    account: Whole | None
    title: Text
    thesis: Text
    difference: Text
    visual_note: Text
    status: Literal["idea", "shortlisted", "approved", "in_production", "published", "dropped"]
    tags: list[Text]
    fit: Text
    evidence: Evidence | None
    refreshed_evidence: Evidence | None
    refreshed_at: Moment | None
    board_place: Place
    values: list[Point]
    claims: list[SupportingClaim]
    counterpoints: list[Counterpoint]
    risks: list[Risk]
    visuals: list[Point]
    votes: list[Vote]
    comments: list[Comment]


class Shot(Item):
    """A shot; `claims` count in the file's claims from 0."""

    shot_id: Name
    position: Place
    name: Text
    frames: Annotated[int, Field(ge=1, le=2**31 - 1)]
    size: Literal["", Size]
    camera_angle: Literal["", CameraAngle]
    movement: Literal["", Movement]
    transition: Transition
    lens: Text
    picture: Text
    narration: Text
    on_screen_text: Text
    sound: Text
    asset: Text
    prompt: Text
    visual: Text
    claims: list[Whole]
    picture_id: Name | None


class Episode(Item):
    """An episode with its storyboard."""

    uid: Name
    position: Place
    title: Text
    note: Text
    perspective: Text
    hook: Text
    owner: Text
    proposal_id: Name | None
    status: Literal[
        "planned", "scripting", "storyboard", "shooting", "editing", "scheduled", "published", "dropped"
    ]  # fmt: skip
    planned_on: Day | None
    published_on: Day | None
    width: Annotated[int, Field(ge=1, le=16_384)]
    height: Annotated[int, Field(ge=1, le=16_384)]
    fps_num: Annotated[int, Field(ge=1, le=1_000_000)]
    fps_den: Annotated[int, Field(ge=1, le=1_000_000)]
    target_seconds: Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)] | None
    platform: Text
    shots: list[Shot]


class Series(Item):
    """A series with its episodes."""

    uid: Name
    source: Whole | None
    section: Small | None
    position: Small
    created_at: Moment
    topic: Name | None
    account: Whole | None
    title: Text
    note: Text
    starts_on: Day | None
    weekdays: list[Annotated[int, Field(ge=1, le=7)]]
    slot_time: time | None
    episodes: list[Episode]


class Signal(Part):
    """Something to watch."""

    source: Whole | None
    topic: Name | None
    angle: AngleName | None
    creators_to_fire: Whole | None
    position: Small
    verb: Text
    subject: Text
    meaning: Text
    status: Literal["open", "fired", "refuted", "expired"]
    due_on: date | None
    last_checked_on: date | None
    outcome: Text
    created_at: Moment
    closed_at: Moment | None
    new_creators: Whole | None
    new_since: date | None
    rev: Rev
    binned_at: Moment | None


class Edit(Part):
    """The fields that an action changed in one row, named as in the row above."""

    item: Literal["proposal", "series", "episode", "shot"]
    item_id: Name
    rev: Rev
    before: dict[Name, Value] | None
    after: dict[Name, Value]


class Action(Part):
    """One thing that somebody did to the plan."""

    scope: Name
    kind: Literal["edit", "undo", "redo", "restore"]
    origin: Literal["person", "import", "model"]
    who: Name
    made_at: Moment
    is_undone: bool
    edits: list[Edit]


class Draft(Part):
    """What a language model wrote; `claims` count in the file's claims from 0."""

    kind: Literal["thesis", "titles", "hook", "shots", "summary"]
    item: Literal["proposal", "episode", "source"]
    item_id: Name
    model: Text
    text: Text
    claims: list[Whole]
    tokens_in: Whole | None
    tokens_out: Whole | None
    cost: Place | None
    currency: Text
    status: Literal["open", "accepted", "rejected"]
    who: Name
    made_at: Moment
    decided_at: Moment | None


class Picture(Part):
    """An uploaded picture; without `content` its file lies beside the plan file, in the folder `pictures`."""

    picture_id: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    name: Text
    media_type: Literal["image/jpeg", "image/png", "image/webp"]
    width: Annotated[int, Field(ge=1, le=16_384)]
    height: Annotated[int, Field(ge=1, le=16_384)]
    added_at: Moment
    content: Base64Bytes | None
    thumbnail: Base64Bytes | None


class PlanFile(Part):
    """A whole plan."""

    format: Literal["blindspot-plan"]
    version: Literal[1]
    made_at: Moment
    topics: list[Topic]
    accounts: list[Account]
    sources: list[Source]
    claims: list[Claim]
    proposals: list[Proposal]
    series: list[Series]
    signals: list[Signal]
    actions: list[Action]
    drafts: list[Draft]
    pictures: list[Picture]
