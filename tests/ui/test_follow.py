"""A widget follows the database; what a browser sends before it has drawn the new value is no edit."""

from __future__ import annotations

import pytest
import streamlit as st

from blindspot.ui.editing.saving import commit, follow


class Rerun(BaseException):
    """What Streamlit raises to begin anew."""


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    def rerun() -> None:
        raise Rerun

    state: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", state)
    monkeypatch.setattr(st, "rerun", rerun)
    return state


def test_what_is_typed_is_stored_once(state: dict[str, object]) -> None:
    stored: list[str] = []
    key = follow("hook", "a", stored.append)
    state[key] = "b"
    commit(key, stored.append)()
    assert follow("hook", "b", stored.append) == key
    assert (stored, state[key]) == (["b"], "b")


def test_what_was_typed_is_stored_where_its_callback_was_lost(state: dict[str, object]) -> None:
    stored: list[str] = []
    key = follow("hook", "a", stored.append)
    state[key] = "b"
    with pytest.raises(Rerun):
        follow("hook", "a", stored.append)
    assert follow("hook", "b", stored.append) == key
    assert stored == ["b"]


def test_the_former_value_that_a_browser_still_shows_is_not_stored_over_the_new_one(state: dict[str, object]) -> None:
    stored: list[str] = []
    former = follow("hook", "b", stored.append)
    store_former = commit(former, stored.append)
    key = follow("hook", "a", stored.append)
    assert state[key] == "a"
    # the next click comes before the browser has drawn that
    state[former] = "b"
    store_former()
    assert follow("hook", "a", stored.append) == key
    assert (stored, state[key]) == ([], "a")


def test_what_was_typed_into_the_former_widget_is_stored_as_it_was_meant(state: dict[str, object]) -> None:
    stored: list[tuple[str, str]] = []
    former = follow("hook", "b", lambda text: stored.append(("on b", text)))
    store_former = commit(former, lambda text: stored.append(("on b", text)))
    follow("hook", "a", lambda text: stored.append(("on a", text)))
    state[former] = "c"
    store_former()
    assert stored == [("on b", "c")]
    key = follow("hook", "c", lambda text: stored.append(("on c", text)))
    assert (stored, state[key]) == ([("on b", "c")], "c")
