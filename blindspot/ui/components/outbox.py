"""Takes what a component keeps in its outbox, each change once and in order, however fast one follows another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar

import streamlit as st
from pydantic import TypeAdapter, ValidationError

from blindspot.errors import BlindspotError

Shape = TypeVar("Shape")
Refuse = Callable[[BlindspotError], None]


def receive(key: str, shape: type[Shape], refuse: Refuse) -> Iterator[Shape]:
    """Yield the changes that the component `key` sent and nobody has taken yet, oldest first, as values of `shape`.

    One counts as taken when it is handed out. Any touch of the session's state may end this run in favour of a newer
    one, which then goes on with what was not handed out: between the hand-out and the store nobody may touch it, so
    that no change is lost or made twice. What is none of that shape is refused in a sentence: a browser may send
    anything.
    """
    sent = st.session_state.get(key, {}).get("sent")
    last = st.session_state.setdefault(_name(key), {})
    if not _is_message(sent):
        return
    for change in sent["changes"]:
        if last.get("token") != sent["token"] or change["number"] > last["number"]:
            last.update(token=sent["token"], number=change["number"])
            try:
                read = _reader(shape).validate_python({name: change[name] for name in change if name != "number"})
            except ValidationError:
                refuse(not_understood())
            else:
                yield read


def received(key: str) -> dict[str, Any] | None:
    """Return what was taken last, for the component's data: it stops sending that."""
    return dict(st.session_state.get(_name(key), {})) or None


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


def _name(key: str) -> str:
    return f"{key}_received"
