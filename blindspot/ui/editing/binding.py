"""Ties widgets to what is stored: they show it, and store what is typed or chosen while that goes on and on leaving."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from blindspot.editing import Change
from blindspot.editing.rows import read_rows
from blindspot.editing.values import as_stored
from blindspot.errors import BlindspotError, NotFound
from blindspot.ui.components.keeper import DRAFT
from blindspot.ui.desk import Desk
from blindspot.ui.editing.edits import Edits, Keep
from blindspot.ui.editing.saving import save

Tie = dict[str, Any]
"""What a widget is given: its key and its callback."""
Put = Callable[[Any], object]
"""Stores what stands in a widget."""


@dataclass(frozen=True)
class BoundRow:
    """A row as it was drawn (`values` by field, on revision `rev`), whose fields are edited in `scope`.

    `save` stores changes and returns something true where it did; its item may want more than the usual one does.
    """

    desk: Desk
    scope: str
    item: str
    item_id: str
    rev: int
    values: Mapping[str, Any]
    save: Callable[[Desk, str, Sequence[Change]], object] = save

    def text(
        self,
        name: str,
        *,
        show: Callable[[Any], str] = str,
        read: Callable[[str], Any] = str.strip,
        fields: Callable[[Any], dict[str, Any]] | None = None,
        is_required: bool = False,
        is_whole: bool = False,
    ) -> Tie:
        """Tie a text widget to a field: saved while one types, on leaving, and after a reload.

        `show` makes the words of a stored value, `read` a value of the words; what `read` raises is told. `fields` says
        what else a value changes. One that `is_required` keeps its former value where nothing stands in the widget;
        one that `is_whole` is read only once it is left: half of it means something else.
        """
        key, value = self.key(name), show(self.values[name])
        keep = self.expect(name, show=show, read=read, fields=fields, is_required=is_required)
        return tie_text(self.desk.edits, key, value, self.rev, keep, is_whole=is_whole)

    def expect(
        self,
        name: str,
        *,
        show: Callable[[Any], str] = str,
        read: Callable[[str], Any] = str.strip,
        fields: Callable[[Any], dict[str, Any]] | None = None,
        is_required: bool = False,
    ) -> Keep:
        """Let a text of this field be stored though its widget is not drawn; return what stores it."""
        key = self.key(name)

        def keep(typed: str, rev: int, was: Sequence[str]) -> str:
            try:
                value = as_stored({name: read(typed)})[name]
                now = read_rows(self.desk.store, self.item, [self.item_id]).get(self.item_id)
                if now is None:
                    raise NotFound("What you edited is not there any more.", "Reload the page.")
            except BlindspotError as error:
                self.desk.edits.refuse(error)
                return "refused"
            if is_required and not value:
                return "stored"
            base = now["rev"] if is_own(self.desk.edits, key, now[name], read, was) else rev
            change = Change(self.item, self.item_id, base, fields(value) if fields else {name: value})
            return note(self.desk, self.scope, key, value, show(value), [change], self.save)

        self.desk.edits.fields.keep[key] = keep
        return keep

    def choice(
        self,
        name: str,
        *,
        show: Callable[[Any], Any] = lambda value: value,
        fields: Callable[[Any], dict[str, Any]] | None = None,
    ) -> Tie:
        """Tie a widget that one chooses in to a field: saved at once. `fields` says what a choice changes."""

        def put(chosen: Any) -> None:
            change = Change(self.item, self.item_id, self.rev, fields(chosen) if fields else {name: chosen})
            self.save(self.desk, self.scope, [change])

        return tie_choice(self.desk.edits, self.key(name), show(self.values[name]), put)

    def key(self, name: str) -> str:
        """Return what a field of this row is called in the browser and in the session."""
        return f"{self.item}_{self.item_id}_{name}"


def tie_choice(edits: Edits, name: str, value: Any, put: Put) -> Tie:
    """Tie a widget to a value that `put` stores; the widget is called by `name`."""
    key = _follow(edits, name, value, put)
    return {"key": key, "on_change": _commit(edits, key, put)}


def tie_text(edits: Edits, name: str, value: str, rev: int, keep: Keep, *, is_whole: bool = False) -> Tie:
    """Tie a text widget to a value that `keep` stores, and let the browser send what is typed into it."""
    fields = edits.fields
    fields.keep[name] = keep

    def put(typed: str) -> None:
        keep(typed, rev, [value])
        fields.kept.pop(name, None)

    key = _follow(edits, name, value, put)
    fields.drawn[name] = {"class": class_of(key), "rev": rev, "text": value, "isWhole": is_whole}
    return {"key": key, "on_change": _commit(edits, key, put)}


def note(
    desk: Desk,
    scope: str,
    name: str,
    value: Any,
    shown: str,
    changes: Sequence[Change],
    store: Callable[[Desk, str, Sequence[Change]], object] = save,
) -> str:
    """Save changes that a text made; return what came of it: stored, waits or refused."""
    fields = desk.edits.fields
    if store(desk, scope, changes):
        fields.kept[name] = shown
        fields.typed.setdefault(name, []).append(value)
        fields.waits.pop(name, None)
        return "stored"
    waiting = [one for one in desk.edits.waiting.get(scope, ()) if one.changes[0].item_id == changes[0].item_id]
    if not waiting:
        return "refused"
    fields.waits[name] = scope, waiting[-1]
    return "waits"


def is_own(edits: Edits, name: str, now: Any, read: Callable[[str], Any], was: Sequence[str]) -> bool:
    """Return whether what stands in a field now is a former text of one's own, after the first of `was`.

    Then a text goes on top of it, though the field has changed since: there is nobody else to meet.
    """
    first, *later = _values(read, was) or [None]
    return now != first and now in [*later, *edits.fields.typed.get(name, ())]


def class_of(key: str) -> str:
    """Return the class that Streamlit gives to what has a key."""
    return "st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key.strip())


def drafted(desk: Desk, name: str, default: str = "") -> Tie:
    """Tie a text widget to nothing stored: the words of what does not exist yet, kept in the browser over a reload."""
    fields = desk.edits.fields
    key = draft_key(desk.edits, name)
    back = fields.drafts.pop(name, None)
    if key not in st.session_state or (back and st.session_state[key] in ("", default)):
        st.session_state[key] = back or default
    fields.drawn[DRAFT + name] = {"class": class_of(key), "rev": 0, "text": default, "isDraft": True}
    return {"key": key}


def draft_key(edits: Edits, name: str) -> str:
    """Return the key under which the session has the words of a draft."""
    return _widget(name, edits.fields.numbers.get(name, 0))


def forget_drafts(desk: Desk, *names: str) -> None:
    """Empty drafts that have become something stored; their widgets are new ones in the next drawing."""
    fields = desk.edits.fields
    for name in names:
        fields.gone[DRAFT + name] = str(st.session_state.get(draft_key(desk.edits, name), ""))
        fields.numbers[name] = fields.numbers.get(name, 0) + 1


def line(desk: Desk, name: str, add: Callable[[str], bool]) -> Tie:
    """Tie a line to `add`: its text is handed over once, on Enter or on leaving it, and the line is empty then.

    A run that was cut short before or after that leaves the text standing; the next one finishes the work.
    """
    edits = desk.edits
    key = draft_key(edits, name)

    def store() -> None:
        typed = str(st.session_state.get(key, "")).strip()
        with edits.one_by_one:
            if typed and key == draft_key(edits, name) and add(typed):
                forget_drafts(desk, name)

    if str(st.session_state.get(key, "")).strip() and name not in edits.fields.drafts:
        store()
        if key != draft_key(edits, name):
            st.rerun()
    return {**drafted(desk, name), "on_change": store}


def _follow(edits: Edits, name: str, value: Any, put: Put) -> str:
    """Give a widget what the database holds, so that it shows what was saved elsewhere meanwhile; return its key.

    What its callback or the browser stored is its own: nothing is put under a cursor. A text whose callback was lost is
    stored now: a run that the next edit cuts short does not call it again. A value that did not come from the widget
    gets a new widget: the browser sends what it shows with every click, and until it has drawn the new value that would
    be the former one.
    """
    fields = edits.fields
    number = fields.numbers.setdefault(name, 0)
    now = _widget(name, number)
    shown = st.session_state.get(now, value)
    if now in fields.values and shown not in (fields.values[now], value):
        put(shown)
        fields.values[now] = shown
        st.rerun()
    if fields.kept.get(name, shown) != value:
        fields.kept.pop(name, None)
        fields.numbers[name] = number + 1
        now = _widget(name, number + 1)
        shown = value
    if now not in st.session_state:
        st.session_state[now] = shown = value
    fields.values[now] = shown
    return now


def _commit(edits: Edits, key: str, put: Put) -> Callable[[], None]:
    """Return the callback of a widget that stores its value by `put`, if it is another than was drawn."""

    def store() -> None:
        values = edits.fields.values
        typed = st.session_state.get(key, values[key])
        if typed == values[key]:
            return
        put(typed)
        values[key] = typed

    return store


def _widget(name: str, number: int) -> str:
    return f"{name}.{number}" if number else name


def _values(read: Callable[[str], Any], texts: Sequence[str]) -> list[Any]:
    """Return the values of texts; what was half written may mean nothing."""
    values = []
    for text in texts:
        try:
            values.append(as_stored({"": read(text)})[""])
        except BlindspotError:
            continue
    return values
