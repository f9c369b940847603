"""Which storyboards there are: every episode, with how much of it stands."""

from __future__ import annotations

from dataclasses import dataclass

from blindspot.store import Store


@dataclass(frozen=True)
class StoryboardEntry:
    """One episode in a list, with its number in its series and the length of its shots in seconds."""

    episode_id: int
    series_id: int
    series: str
    number: int
    title: str
    status: str
    is_sample: bool
    shots: int
    seconds: float


def list_storyboards(store: Store) -> list[StoryboardEntry]:
    """Return the episodes by series in their order, the newest series first and the sample's last."""
    return [StoryboardEntry(**row) for row in store.rows("plan/storyboards")]
