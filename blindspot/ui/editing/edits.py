"""What one session noted of its edits: which wait for a decision, what was refused, what they made of a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from threading import RLock
from typing import Any
from uuid import uuid4

import streamlit as st

from blindspot.editing import Change, Conflict
from blindspot.errors import BlindspotError

EDITS = "edits"
_LEFT: dict[str, Edits] = {}
"""Visits in which something waited for a decision, by name, the latest last: a page that is opened anew asks for it."""
MOST_LEFT = 1000
NOTHING = -1
"""How much a drawing shows that has not come to its end."""


@dataclass(frozen=True)
class Waiting:
    """An edit that was not stored, since others changed the same fields meanwhile; it stands here as it was meant."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def places(self) -> set[tuple[str, str, str]]:
        """The fields in conflict, by item, id and name."""
        return {(met.item, met.item_id, name) for met in self.conflicts for name in met.yours}


Keep = Callable[[str, int, Sequence[str]], str]
"""Stores what was typed into a field on a revision and on texts that one has seen there; returns what came of it."""


@dataclass
class Fields:
    """The texts of a session's pages as the browser keeps them, by the name of a field.

    `keep` stores each of them; `drawn` is what the browser has not been told yet; `values` holds what each widget was
    drawn with, `numbers` how often a field got a new widget, `kept` what the browser had stored while one was typing,
    `typed` what this session has stored; `waits` where an edit waits for a decision.
    `drafts` are texts of what does not exist yet that came back after a reload, `gone` those that went into something.
    """

    keep: dict[str, Keep] = field(default_factory=dict)
    drawn: dict[str, dict[str, Any]] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, list[Any]] = field(default_factory=dict)
    waits: dict[str, tuple[str, Waiting]] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    gone: dict[str, str] = field(default_factory=dict)
    is_to_draw: bool = False


@dataclass
class Edits:
    """A plain object, fetched before anything is done: Streamlit may cut a run short at any touch of the session's
    state, and what was stored must be noted whole.

    A visit is a page from when it is opened until it is closed or opened anew: `visit` is its name, which nobody can
    guess, `former` that of the one before, where it was asked for, `who` the person.

    `waiting` and `saved_at` are by scope; `mine` leads from a row's revision to the one that this session made of it;
    `is_told` says whether the person was told of the latest that waits. `done` counts what was done on the page,
    `drawn` how much of that a drawing that came to its end shows; `one_by_one` is held while something is stored:
    a run that was cut short may be at it while the next has begun.
    """

    waiting: dict[str, list[Waiting]] = field(default_factory=dict)
    met: list[Conflict] = field(default_factory=list)
    refused: list[BlindspotError] = field(default_factory=list)
    is_told: bool = True
    done: int = 0
    drawn: int = 0
    saved_at: dict[str, datetime] = field(default_factory=dict)
    mine: dict[tuple[str, str, int], int] = field(default_factory=dict)
    one_by_one: RLock = field(default_factory=RLock)
    fields: Fields = field(default_factory=Fields)
    visit: str = field(default_factory=lambda: uuid4().hex)
    former: str = ""
    who: str = ""

    @property
    def is_drawn(self) -> bool:
        """Whether the page shows all that was done on it."""
        return self.drawn == self.done

    def refuse(self, error: BlindspotError) -> None:
        """Keep a refusal, for `show_conflict` to say in the next drawing."""
        if str(error) not in map(str, self.refused):
            self.refused.append(error)

    def wait(self, scope: str, waiting: Waiting) -> None:
        """Keep an edit until somebody decides, for `show_conflict` to ask; a page opened anew finds it again.

        What was typed on into the same fields takes the place of what waited before.
        """
        if waiting in self.waiting.setdefault(scope, []):
            return
        self.waiting[scope] = [one for one in self.waiting[scope] if not waiting.places or one.places != waiting.places]
        self.waiting[scope].append(waiting)
        self.is_told = False
        _LEFT.pop(self.visit, None)
        _LEFT[self.visit] = self
        while len(_LEFT) > MOST_LEFT:
            del _LEFT[next(iter(_LEFT))]

    def take_over(self, former: str) -> None:
        """Let what waits in another visit of the same person, by its name, wait in this one."""
        self.former = former
        left = _LEFT.get(former)
        if left is None or left.who != self.who:
            return
        for scope, waiting in list(left.waiting.items()):
            for one in list(waiting):
                self.wait(scope, one)

    def settle(self) -> None:
        """Wait until what a former run is still storing is stored; for the beginning of a run, before it reads rows."""
        with self.one_by_one:
            pass


def session_edits() -> Edits:
    """Return those of this session."""
    edits: Edits = st.session_state.setdefault(EDITS, Edits())
    return edits
