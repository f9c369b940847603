"""Takes what a component keeps in its outbox, each change once and in order, however fast one follows another."""

from __future__ import annotations

from typing import Any

import streamlit as st


def receive(key: str) -> list[dict[str, Any]]:
    """Return the changes that the component `key` sent and nobody has taken yet, oldest first."""
    sent = st.session_state[key]["sent"]
    if not sent:
        return []
    last = received(key)
    done = last["number"] if last and last["token"] == sent["token"] else 0
    fresh = [change for change in sent["changes"] if change["number"] > done]
    if fresh:
        st.session_state[_name(key)] = {"token": sent["token"], "number": fresh[-1]["number"]}
    return fresh


def received(key: str) -> dict[str, Any] | None:
    """Return what was taken last, for the component's data: it stops sending that."""
    return st.session_state.get(_name(key))


def _name(key: str) -> str:
    return f"{key}_received"
