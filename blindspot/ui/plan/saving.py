"""Saves every edit of the plan at once; an edit that met another's stays in the session until a person has decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.plan.editing import Change, Changed, Conflict, Stale, change
from blindspot.settings import read_settings
from blindspot.ui.desk import Desk

WAITING, MET, REFUSED, SAVED, MINE = "edits_waiting", "edits_met", "edit_refused", "edits_saved_at", "edits_of_mine"


@dataclass(frozen=True)
class Waiting:
    """An edit that was not stored, since others changed the same fields meanwhile; it stands here as it was meant."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


def save(desk: Desk, scope: str, changes: Sequence[Change]) -> bool:
    """Store changes as one action; return whether they are stored.

    What goes wrong is left in the session for `show_conflict` to say in the next drawing, with nothing typed lost.
    """
    based = [_on_top_of_mine(one) for one in changes]

    def act() -> Changed:
        done = change(desk.store, desk.who, scope, based)
        _note_mine(based, done)
        return done

    return attempt(scope, act, based)


def attempt(scope: str, act: Callable[[], Any], changes: Sequence[Change] = ()) -> bool:
    """Do something to the plan that may be refused (an undo, a use case); return whether it is done."""
    try:
        done = act()
    except Stale as stale:
        st.session_state.setdefault(WAITING, {}).setdefault(scope, []).append(Waiting(tuple(changes), stale.conflicts))
        return False
    except BlindspotError as error:
        st.session_state[REFUSED] = error
        return False
    st.session_state.setdefault(SAVED, {})[scope] = datetime.now(read_settings().zone)
    st.session_state.setdefault(MET, []).extend(getattr(done, "met", ()))
    return True


def say_saved(desk: Desk, scope: str) -> None:
    """Say quietly that what was done last in this session is stored; until something is done, that all is."""
    at = st.session_state.get(SAVED, {}).get(scope)
    said = desk.t("Saved at {time}", time=f"{at:%H:%M:%S}") if at else desk.t("Every change is saved at once")
    st.caption(f":material/cloud_done: {said}", width="content")


def follow(key: str, value: Any) -> str:
    """Give a widget what the database holds, so that it shows what others saved meanwhile; return its key."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return key


def _on_top_of_mine(one: Change) -> Change:
    """Return a change on the revision that this session itself has made of the one it was drawn on.

    Two edits in quick succession are both sent from the same drawing; the second must not meet the first.
    """
    mine = st.session_state.get(MINE, {})
    rev = one.rev
    while (one.item, one.item_id, rev) in mine:
        rev = mine[one.item, one.item_id, rev]
    return replace(one, rev=rev)


def _note_mine(changes: Sequence[Change], done: Changed) -> None:
    for one in changes:
        rev = done.revs.get((one.item, one.item_id))
        if one.rev is not None and rev == one.rev + 1:
            st.session_state.setdefault(MINE, {})[one.item, one.item_id, one.rev] = rev
