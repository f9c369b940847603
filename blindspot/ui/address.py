"""Keeps what a view shows in the page's address, in words that do not change with the language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

PREFIX = "view_"
LANDING = "landing_address"
NEXT = "next_address"


def key_of(name: str) -> str:
    """Return the widget key whose value stands in the address as `name`."""
    return PREFIX + name


def restore(name: str, default: Any, read: Callable[[list[str]], Any]) -> str:
    """Give the widget `name` its value from the address on the first run of a session; return its key.

    `read` turns the address's words into the value; it returns None for words that mean nothing, and the default holds.
    """
    key = key_of(name)
    waiting = st.session_state.get(NEXT, {})
    if name in waiting:
        st.session_state[key] = waiting.pop(name)
    if key not in st.session_state:
        words = landing_words(name)
        value = read(words) if words else None
        st.session_state[key] = default if value is None else value
    return key


def landing_words(name: str) -> list[str]:
    """Return what the address said of `name` when the session began; a change of page empties the address itself."""
    if LANDING not in st.session_state:
        st.session_state[LANDING] = {name: st.query_params.get_all(name) for name in st.query_params}
    landed: dict[str, list[str]] = st.session_state[LANDING]
    return landed.get(name, [])


def keep(name: str, words: Sequence[str]) -> None:
    """Write the value of the widget `name` into the address; no words leave it out."""
    if st.query_params.get_all(name) == list(words):
        return
    if words:
        st.query_params[name] = list(words)
    else:
        st.query_params.pop(name, None)


def forget(*names: str) -> None:
    """Take values out of the address and of the session; only before their widgets are drawn."""
    for name in names:
        st.session_state.pop(key_of(name), None)
        st.session_state.get(LANDING, {}).pop(name, None)
        st.query_params.pop(name, None)


def put(name: str, value: Any, words: Sequence[str]) -> None:
    """Set the value of a widget that is not drawn in this run, in the session and in the address."""
    st.session_state[key_of(name)] = value
    keep(name, words)


def put_next(name: str, value: Any) -> None:
    """Set the value of a widget that is drawn in this run already; it holds from the next run on."""
    st.session_state.setdefault(NEXT, {})[name] = value


def point_to(name: str, words: Sequence[str]) -> None:
    """Set what the address says of `name` from now on, for what is read from it and has no widget."""
    landing_words(name)
    st.session_state[LANDING][name] = list(words)
    keep(name, words)
