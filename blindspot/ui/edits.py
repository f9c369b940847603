"""What one session noted of its edits: which wait for a decision, what was refused, what they made of a row."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from threading import RLock

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.plan.editing import Change, Conflict

EDITS = "edits"


@dataclass(frozen=True)
class Waiting:
    """An edit that was not stored, since others changed the same fields meanwhile; it stands here as it was meant."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


@dataclass
class Edits:
    """A plain object, fetched before anything is done: Streamlit may cut a run short at any touch of the session's
    state, and what was stored must be noted whole.

    `waiting` and `saved_at` are by scope; `mine` leads from a row's revision to the one that this session made of it;
    `one_by_one` is held while something is stored: a run that was cut short may be at it while the next has begun.
    """

    waiting: dict[str, list[Waiting]] = field(default_factory=dict)
    met: list[Conflict] = field(default_factory=list)
    refused: list[BlindspotError] = field(default_factory=list)
    saved_at: dict[str, datetime] = field(default_factory=dict)
    mine: dict[tuple[str, str, int], int] = field(default_factory=dict)
    one_by_one: RLock = field(default_factory=RLock)

    def refuse(self, error: BlindspotError) -> None:
        """Keep a refusal, for `show_conflict` to say in the next drawing."""
        self.refused.append(error)

    def settle(self) -> None:
        """Wait until what a former run is still storing is stored; for the beginning of a run, before it reads rows."""
        with self.one_by_one:
            pass


def session_edits() -> Edits:
    """Return those of this session."""
    return st.session_state.setdefault(EDITS, Edits())
