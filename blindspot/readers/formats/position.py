"""How far reading one file has come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class Position:
    """The share of the file that is read, from 0 to 1; `is_in_long_step`: one step of unknown length is at work."""

    share: float = 0.0
    is_in_long_step: bool = False

    @contextmanager
    def long_step(self) -> Iterator[None]:
        """Mark a step that tells nothing until it ends (a library parses a workbook): standing still is no hanging."""
        self.is_in_long_step = True
        try:
            yield
        finally:
            self.is_in_long_step = False


@dataclass(frozen=True)
class Stage:
    """The part of a position that one of several passes over a file fills."""

    position: Position
    start: float
    end: float

    def reach(self, share: float) -> None:
        """Say how much of this pass is done."""
        self.position.share = self.start + (self.end - self.start) * share
