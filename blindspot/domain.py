"""The plan's nouns as values: what the pages show, the writers write and the plan file holds. Unknown is None."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction
from typing import Literal, get_args

Grade = Literal["high", "medium", "low", "unrated"]
GRADES: tuple[Grade, ...] = ("high", "medium", "low", "unrated")
Size = Literal["EWS", "WS", "FS", "MS", "MCU", "CU", "ECU", "insert", "screen"]
CameraAngle = Literal["eye", "high", "low", "overhead", "dutch", "pov"]
Movement = Literal[
    "static", "pan", "tilt", "push_in", "pull_out", "track", "crane", "handheld", "orbit", "zoom", "drone",
]  # fmt: skip
Transition = Literal["cut", "dissolve", "fade", "wipe", "match", "whip"]
SIZES: tuple[Size, ...] = get_args(Size)
CAMERA_ANGLES: tuple[CameraAngle, ...] = get_args(CameraAngle)
MOVEMENTS: tuple[Movement, ...] = get_args(Movement)
TRANSITIONS: tuple[Transition, ...] = get_args(Transition)
PROPOSAL_STATUSES = ("idea", "shortlisted", "approved", "in_production", "published", "dropped")
EPISODE_STATUSES = (
    "planned", "scripting", "storyboard", "shooting", "editing", "scheduled", "published", "dropped",
)  # fmt: skip
RATIOS = {"9:16": (1080, 1920), "16:9": (1920, 1080), "1:1": (1080, 1080), "4:5": (1080, 1350)}
"""The picture's width and height in pixels, upright first."""


@dataclass(frozen=True)
class Cited:
    """A source as a claim uses it; the grade is that of this use."""

    label: str
    url: str | None = None
    grade: Grade = "unrated"


@dataclass(frozen=True)
class Claim:
    """A claim of the library with the sources that it is drawn from."""

    claim_id: int
    statement: str
    grade: Grade = "unrated"
    grade_reason: str = ""
    body: str = ""
    sources: tuple[Cited, ...] = ()


@dataclass(frozen=True)
class SupportingClaim:
    """A claim as a proposal leans on it, graded as stated there; `claim` is None for what the library does not hold."""

    title: str
    grade: Grade = "unrated"
    body: str = ""
    claim: Claim | None = None


@dataclass(frozen=True)
class Point:
    """A titled point: why a proposal is worth it, a picture for it."""

    title: str
    body: str = ""


@dataclass(frozen=True)
class Counterpoint:
    """What may be said against a proposal, and the answer."""

    title: str
    claim: str = ""
    answer: str = ""


@dataclass(frozen=True)
class Risk:
    """What may go wrong with a proposal and what to do about it."""

    title: str
    body: str = ""
    kind: str = "other"
    mitigation: str = ""


@dataclass(frozen=True)
class Proposal:
    """An angle as somebody proposes to treat it; `gap` is the sentence of its evidence as of `gap_on`, `gap_kind` and
    `gap_evidence` are what kind of gap that was and how well it was borne out. `angle_names` are by language."""

    proposal_id: str
    title: str
    thesis: str = ""
    difference: str = ""
    status: str = "idea"
    topic: str | None = None
    angle: str | None = None
    angle_names: tuple[tuple[str, str], ...] = ()
    gap: str | None = None
    gap_on: date | None = None
    gap_kind: str | None = None
    gap_evidence: str | None = None
    account: str | None = None
    fit: str = ""
    tags: tuple[str, ...] = ()
    values: tuple[Point, ...] = ()
    claims: tuple[SupportingClaim, ...] = ()
    counterpoints: tuple[Counterpoint, ...] = ()
    risks: tuple[Risk, ...] = ()
    visuals: tuple[Point, ...] = ()
    visual_note: str = ""


@dataclass(frozen=True)
class Picture:
    """An uploaded picture, re-encoded by us."""

    picture_id: str
    name: str
    media_type: str
    width: int
    height: int
    content: bytes


@dataclass(frozen=True)
class Shot:
    """One shot: how long, what one sees, hears and reads, how it is filmed, and the claims that it shows."""

    shot_id: str
    name: str
    frames: int
    size: str = ""
    camera_angle: str = ""
    movement: str = ""
    transition: str = "cut"
    lens: str = ""
    picture: str = ""
    narration: str = ""
    on_screen_text: str = ""
    sound: str = ""
    asset: str = ""
    prompt: str = ""
    visual: str = ""
    claims: tuple[Claim, ...] = ()
    image: Picture | None = None
    position: float = 0.0
    rev: int = 1


@dataclass(frozen=True)
class Episode:
    """An episode with its storyboard; frames count at `fps`, the picture is width × height pixels."""

    episode_id: int
    uid: str
    number: int
    title: str
    note: str = ""
    perspective: str = ""
    hook: str = ""
    owner: str = ""
    status: str = "planned"
    planned_on: date | None = None
    published_on: date | None = None
    width: int = 1080
    height: int = 1920
    fps_num: int = 30
    fps_den: int = 1
    target_seconds: float | None = None
    platform: str = ""
    series: str = ""
    proposal: Proposal | None = None
    shots: tuple[Shot, ...] = ()
    rev: int = 1

    @property
    def fps(self) -> Fraction:
        """Frames a second."""
        return Fraction(self.fps_num, self.fps_den)

    @property
    def frames(self) -> int:
        """The length in frames."""
        return sum(shot.frames for shot in self.shots)

    @property
    def seconds(self) -> float:
        """The length in seconds, for display; everything that must be exact counts frames."""
        return float(self.frames / self.fps)


@dataclass(frozen=True)
class Series:
    """A series with its episodes in order; `weekdays` are the days on which one is due, Monday = 1."""

    series_id: int
    uid: str
    title: str
    note: str = ""
    topic: str | None = None
    account: str | None = None
    starts_on: date | None = None
    weekdays: tuple[int, ...] = ()
    slot_time: time | None = None
    episodes: tuple[Episode, ...] = ()
    rev: int = 1
