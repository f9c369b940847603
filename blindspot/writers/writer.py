"""What a writer is: a format by its name, its file's suffix and media type, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from blindspot.domain import Episode
from blindspot.errors import BlindspotError


@dataclass(frozen=True)
class Options:
    """How a file is written: its language ("zh" or "en"), the folder of the media, the zone and time of writing.

    `is_raw` leaves texts of a CSV file that a spreadsheet could run as a formula as they are.
    """

    language: str = "zh"
    media_root: str | None = None
    timezone: str = "Asia/Shanghai"
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    is_raw: bool = False


@dataclass(frozen=True)
class Writer:
    """A format of an episode; `write` returns the whole file, or raises BlindspotError for what it cannot hold."""

    format: str
    suffix: str
    media_type: str
    write: Callable[[Episode, Options], bytes]


def require_shots(episode: Episode) -> None:
    """Raise BlindspotError for an episode whose storyboard is empty."""
    if not episode.shots:
        raise BlindspotError(
            "{episode} has no shots yet; there is nothing to hand over.",
            "Add shots to its storyboard first.",
            episode=episode.title or episode.uid,
        )
