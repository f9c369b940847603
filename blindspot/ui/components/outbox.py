"""Takes what a component keeps in its outbox, each change once and in order, however fast one follows another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import streamlit as st


def receive(key: str) -> Iterator[dict[str, Any]]:
    """Yield the changes that the component `key` sent and nobody has taken yet, oldest first.

    One counts as taken when it is handed out, not before: any look into the session may end this run in favour of a
    newer one, which then goes on with what was not handed out.
    """
    sent = st.session_state.get(key, {}).get("sent")
    last = received(key)
    for change in sent["changes"] if sent else ():
        if last is None or last["token"] != sent["token"] or change["number"] > last["number"]:
            last = {"token": sent["token"], "number": change["number"]}
            st.session_state[_name(key)] = last
            yield change


def received(key: str) -> dict[str, Any] | None:
    """Return what was taken last, for the component's data: it stops sending that."""
    return st.session_state.get(_name(key))


def _name(key: str) -> str:
    return f"{key}_received"
