"""Does what was done on the contact sheet: every deed is a use case, and what is refused is said on the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import streamlit as st

from blindspot.domain import Episode
from blindspot.editing import Change, Changed, redo, undo
from blindspot.plan.storyboards.lengths import read_frames
from blindspot.plan.storyboards.shots import (
    add_shot,
    bin_shots,
    duplicate_shot,
    edit_shot,
    move_shot,
    scope_of,
    split_shot,
)
from blindspot.ui.components.contact_sheet import Deed, Made, Saved
from blindspot.ui.components.outbox import not_understood
from blindspot.ui.confirmation import ask
from blindspot.ui.desk import Desk
from blindspot.ui.editing.saving import attempt

Done = TypeVar("Done")

FOCUS = "storyboard_focus"
"""The shot that the sheet scrolls to when it is drawn next: one that has just been made."""


def act(desk: Desk, episode: Episode, deed: Deed) -> Saved | Made | None:
    """Do one deed on an episode's storyboard as the user saw it; return how an edit was saved and what was added."""
    if deed.kind == "edit":
        return _edit(desk, episode, deed)
    if deed.kind == "add":
        return _add(desk, episode.episode_id, deed)
    if deed.kind in ("open", "claim"):
        ask(f"storyboard_{deed.kind}", deed.claim if deed.kind == "claim" else deed.shot)
        return None
    store, who, episode_id = desk.store, desk.who, episode.episode_id
    scope, shot = scope_of(episode_id), deed.shot or ""
    acts: dict[str, Callable[[], Any]] = {
        "move": lambda: move_shot(store, who, episode_id, shot, deed.before),
        "duplicate": lambda: _focus(duplicate_shot(store, who, episode_id, shot)),
        "split": lambda: _halve(desk, episode, shot),
        "bin": lambda: bin_shots(store, who, episode_id, [shot]),
        "undo": lambda: undo(store, who, scope),
        "redo": lambda: redo(store, who, scope),
    }
    attempt(desk, scope, acts[deed.kind])
    return None


def save_shot(desk: Desk, episode_id: int, shot_id: str, rev: int, fields: dict[str, Any]) -> Changed | None:
    """Save fields of a shot; None where that was refused or met another's edit, which the page then shows."""
    return _attempt(
        desk,
        episode_id,
        lambda: edit_shot(desk.store, desk.who, episode_id, shot_id, rev, fields),
        [Change("shot", shot_id, rev, fields)],
    )


def save_duration(desk: Desk, episode: Episode, shot_id: str, rev: int, words: str) -> Changed | None:
    """Save a shot's length as somebody wrote it, "5" or "00:00:05:12"."""
    frames = _attempt(desk, episode.episode_id, lambda: read_frames(words, episode.fps))
    return None if frames is None else save_shot(desk, episode.episode_id, shot_id, rev, {"frames": frames})


def _add(desk: Desk, episode_id: int, deed: Deed) -> Made | None:
    added = _attempt(desk, episode_id, lambda: add_shot(desk.store, desk.who, episode_id, before_id=deed.before))
    return Made(added, coming=deed.shot or "") if added else None


def _edit(desk: Desk, episode: Episode, deed: Deed) -> Saved | None:
    shot = deed.shot or ""
    if deed.field == "duration":
        changed = save_duration(desk, episode, shot, deed.rev, deed.value)
    elif deed.field:
        changed = save_shot(desk, episode.episode_id, shot, deed.rev, {deed.field: deed.value})
    else:
        desk.edits.refuse(not_understood())
        return None
    if changed is None:
        return None
    return Saved(shot, deed.field, base=deed.rev, to=changed.revs.get(("shot", shot), deed.rev))


def _halve(desk: Desk, episode: Episode, shot_id: str) -> None:
    frames = next((shot.frames for shot in episode.shots if shot.shot_id == shot_id), 0)
    split_shot(desk.store, desk.who, episode.episode_id, shot_id, (-(-frames // 2), frames // 2))


def _focus(shot_id: str) -> None:
    st.session_state[FOCUS] = shot_id


def _attempt(desk: Desk, episode_id: int, act: Callable[[], Done], changes: Sequence[Change] = ()) -> Done | None:
    """Return what `act` returns, None where it was refused."""
    done: list[Done] = []

    def keep() -> Done:
        done.append(act())
        return done[0]

    return done[0] if attempt(desk, scope_of(episode_id), keep, changes) else None
