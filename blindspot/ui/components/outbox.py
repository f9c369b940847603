"""Takes what a component keeps in its outbox, each change once and in order, however fast one follows another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

import streamlit as st
from pydantic import TypeAdapter, ValidationError

from blindspot.errors import BlindspotError
from blindspot.ui.editing.edits import session_edits

Shape = TypeVar("Shape")
Refuse = Callable[[BlindspotError], None]


@dataclass
class Taken:
    """What was taken of a component's outbox: `numbers` has the last change of each of its tokens (one a drawing in a
    browser), `token` the latest of these, `done` what came of the last batch.
    """

    token: str = ""
    numbers: dict[str, int] = field(default_factory=dict)
    done: list[Any] = field(default_factory=list)

    @property
    def receipt(self) -> dict[str, Any]:
        """What the component is told, so that it stops sending that."""
        return {"token": self.token, "number": self.numbers.get(self.token, 0)}


def receive(key: str, shape: type[Shape], refuse: Refuse, act: Callable[[Shape], Any]) -> int:
    """Do what the component `key` sent and nobody has done yet, oldest first, as values of `shape`; return how many.

    Streamlit begins the next run while the one before may still be at this, and ends the former at its next touch of
    the session's state. So one run at a time takes changes, each is marked as taken before it is done, and from the
    mark to the store nobody may touch that state: no change is lost, made twice or made out of order. What is none of
    that shape is refused in a sentence: a browser may send anything.
    """
    sent = st.session_state.get(key, {}).get("sent")
    outbox, edits = taken(key), session_edits()
    if not _is_message(sent):
        return 0
    # the class is the key, whatever its instances' own hash is
    reader: TypeAdapter[Shape] = _reader(shape)  # type: ignore[arg-type]
    with edits.one_by_one:
        new = [change for change in sent["changes"] if change["number"] > outbox.numbers.get(sent["token"], 0)]
        if new:
            outbox.token, outbox.done = sent["token"], []
        for change in new:
            outbox.numbers[sent["token"]] = change["number"]
            try:
                read = reader.validate_python({name: change[name] for name in change if name != "number"})
            except ValidationError:
                refuse(not_understood())
            else:
                outbox.done.append(act(read))
    return len(new)


def taken(key: str) -> Taken:
    """Return what was taken of a component's outbox; made when it is first drawn, so before it can send anything."""
    outbox: Taken = st.session_state.setdefault(f"{key}_taken", Taken())
    return outbox


def not_understood() -> BlindspotError:
    """Return the refusal of what no page of ours sends."""
    return BlindspotError(
        "The browser sent what this page does not understand; nothing was changed.", "Reload the page."
    )


@cache
def _reader(shape: type[Shape]) -> TypeAdapter[Shape]:
    return TypeAdapter(shape)


def _is_message(sent: Any) -> bool:
    match sent:
        case {"token": str(), "changes": list() as changes}:
            return all(isinstance(one, dict) and isinstance(one.get("number"), int) for one in changes)
    return False
