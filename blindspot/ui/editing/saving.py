"""Saves every edit of the plan at once; an edit that met another's stays in the session until a person has decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import streamlit as st

from blindspot.editing import Change, Changed, Stale, change
from blindspot.errors import BlindspotError
from blindspot.settings import read_settings
from blindspot.ui.desk import Desk
from blindspot.ui.editing.edits import Waiting, session_edits

DRAWN, WIDGETS, TAKEN = "values_drawn", "widgets_of_fields", "lines_taken"


def save(desk: Desk, scope: str, changes: Sequence[Change]) -> bool:
    """Store changes as one action; return whether they are stored.

    What goes wrong is left in the session for `show_conflict` to say in the next drawing, with nothing typed lost.
    """
    edits = desk.edits
    based: list[Change] = []

    def act() -> Changed:
        based.extend(_on_top_of_mine(one, edits.mine) for one in changes)
        done = change(desk.store, desk.who, scope, based)
        for one in based:
            rev = done.revs.get((one.item, one.item_id))
            if one.rev is not None and rev == one.rev + 1:
                edits.mine[one.item, one.item_id, one.rev] = rev
        return done

    return attempt(desk, scope, act, based)


def attempt(desk: Desk, scope: str, act: Callable[[], Any], changes: Sequence[Change] = ()) -> bool:
    """Do something to the plan that may be refused (an undo, a use case); return whether it is done."""
    edits = desk.edits
    try:
        with edits.one_by_one:
            done = act()
    except Stale as stale:
        edits.wait(scope, Waiting(tuple(changes), stale.conflicts))
        return False
    except BlindspotError as error:
        edits.refuse(error)
        return False
    edits.saved_at[scope] = datetime.now(read_settings().zone)
    edits.met.extend(getattr(done, "met", ()))
    return True


def say_saved(desk: Desk, scope: str) -> None:
    """Say quietly that what was done last in this session is stored; until something is done, that all is."""
    at = desk.edits.saved_at.get(scope)
    said = desk.t("Saved at {time}", time=f"{at:%H:%M:%S}") if at else desk.t("Every change is saved at once")
    st.caption(f":material/cloud_done: {said}", width="content")


def follow(key: str, value: Any, put: Callable[[Any], object]) -> str:
    """Give a widget what the database holds, so that it shows what was saved elsewhere meanwhile; return its key.

    With `commit(key, put)` as the widget's callback, a text whose callback was lost is stored now: a run that the next
    edit cuts short does not call it again. A value that did not come from the widget gets a new widget: the browser
    sends what it shows with every click, and until it has drawn the new value that would be the former one.
    """
    drawn, widgets = st.session_state.setdefault(DRAWN, {}), st.session_state.setdefault(WIDGETS, {})
    number = widgets.setdefault(key, 0)
    now = _widget(key, number)
    shown = st.session_state.get(now, value)
    if now in drawn and shown not in (drawn[now], value):
        put(shown)
        drawn[now] = shown
        st.rerun()
    if shown != value:
        widgets[key] = number + 1
        now = _widget(key, number + 1)
    if now not in st.session_state:
        st.session_state[now] = value
    drawn[now] = value
    return now


def _widget(key: str, number: int) -> str:
    return f"{key}.{number}" if number else key


def commit(key: str, put: Callable[[Any], object]) -> Callable[[], None]:
    """Return the callback of a widget that stores its value by `put`, if it is another than was drawn."""

    def store() -> None:
        drawn = st.session_state.setdefault(DRAWN, {})
        typed = st.session_state.get(key, drawn[key])
        if typed == drawn[key]:
            return
        put(typed)
        drawn[key] = typed

    return store


def take(key: str, add: Callable[[str], bool]) -> dict[str, Any]:
    """Return what ties a line to `add`: its text is handed over once, and the line is empty then.

    A run that was cut short before or after that leaves the text standing; the next one finishes the work.
    """
    taken, one_by_one = st.session_state.setdefault(TAKEN, {}), session_edits().one_by_one

    def store() -> None:
        typed = st.session_state[key].strip()
        with one_by_one:
            if not typed or (taken.get(key) != typed and not add(typed)):
                return
            taken[key] = typed
        st.session_state[key] = ""

    if st.session_state.get(key, "").strip():
        store()
        if not st.session_state[key]:
            st.rerun()
    else:
        taken.pop(key, None)
    return {"key": key, "on_change": store}


def _on_top_of_mine(one: Change, mine: dict[tuple[str, str, int], int]) -> Change:
    """Return a change on the revision that this session itself has made of the one it was drawn on.

    Two edits in quick succession are both sent from the same drawing; the second must not meet the first.
    """
    rev = one.rev
    while rev is not None and (one.item, one.item_id, rev) in mine:
        rev = mine[one.item, one.item_id, rev]
    return replace(one, rev=rev)
