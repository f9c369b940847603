"""Streamlit may cut a run short wherever it touches the session's state: on the way to the store nothing touches it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Event, Thread

import pytest
import streamlit as st

from blindspot.charts import palette
from blindspot.editing import Change
from blindspot.editing.rows import read_rows
from blindspot.plan.proposals.listing import add_proposal
from blindspot.store import Store
from blindspot.ui.components.board import Moved
from blindspot.ui.components.outbox import receive, taken
from blindspot.ui.desk import Desk
from blindspot.ui.editing.conflict_notice import decide
from blindspot.ui.editing.edits import Edits, session_edits
from blindspot.ui.editing.saving import attempt, save
from blindspot.ui.texts import translator

MOVES = [{"number": number, "card": "a", "column": f"c{number}", "before": None} for number in (1, 2, 3)]


class Cut(BaseException):
    """What Streamlit raises to end a run."""


class CuttingState(dict):
    """A session's state; once it `is_cutting`, every touch ends the run."""

    is_cutting = False

    def _touch(self) -> None:
        if self.is_cutting:
            raise Cut

    def __getitem__(self, name: str) -> object:
        self._touch()
        return super().__getitem__(name)

    def __setitem__(self, name: str, value: object) -> None:
        self._touch()
        super().__setitem__(name, value)

    def get(self, name: str, default: object = None) -> object:
        self._touch()
        return super().get(name, default)

    def setdefault(self, name: str, default: object = None) -> object:
        self._touch()
        return super().setdefault(name, default)


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> CuttingState:
    state = CuttingState()
    monkeypatch.setattr(st, "session_state", state)
    return state


@pytest.fixture
def desk(memory_store: Store) -> Desk:
    return Desk(memory_store, translator("en"), "en", None, palette("light"), "Ann", Edits())


def test_a_message_is_done_without_a_touch_and_once(state: CuttingState) -> None:
    state["board"] = {"sent": {"token": "t", "changes": MOVES[:2]}}
    done: list[str] = []

    def act(moved: Moved) -> str:
        state.is_cutting = True
        done.append(moved.column_id)
        return moved.column_id

    assert receive("board", Moved, pytest.fail, act) == 2
    state.is_cutting = False
    state["board"] = {"sent": {"token": "t", "changes": MOVES}}
    assert receive("board", Moved, pytest.fail, act) == 1
    state.is_cutting = False
    assert receive("board", Moved, pytest.fail, act) == 0
    assert done == ["c1", "c2", "c3"]
    assert taken("board").receipt == {"token": "t", "number": 3}
    assert taken("board").done == ["c3"]


def test_a_run_that_begins_before_the_last_one_is_over_waits_for_it(state: CuttingState) -> None:
    done: list[str] = []
    has_begun, may_end = Event(), Event()
    taken("board"), session_edits()

    def slow(moved: Moved) -> None:
        has_begun.set()
        assert may_end.wait(30)
        done.append(moved.column_id)

    def run(count: int, act: Callable[[Moved], None]) -> Thread:
        state["board"] = {"sent": {"token": "t", "changes": MOVES[:count]}}
        thread = Thread(target=receive, args=("board", Moved, pytest.fail, act))
        thread.start()
        return thread

    first = run(1, slow)
    assert has_begun.wait(30)
    second = run(3, lambda moved: done.append(moved.column_id))
    reading = Thread(target=session_edits().settle)
    reading.start()
    second.join(0.2)
    assert second.is_alive()
    assert reading.is_alive()
    may_end.set()
    for thread in (first, second, reading):
        thread.join(30)
    assert done == ["c1", "c2", "c3"]


def test_another_drawing_of_the_page_counts_from_one_again(state: CuttingState) -> None:
    for token in ("old", "new", "old"):
        state["board"] = {"sent": {"token": token, "changes": MOVES[:1]}}
        receive("board", Moved, pytest.fail, lambda moved: moved)
    assert taken("board").numbers == {"old": 1, "new": 1}
    assert taken("board").receipt == {"token": "new", "number": 1}


def test_an_edit_is_stored_and_noted_without_a_touch(state: CuttingState, desk: Desk) -> None:
    proposal_id = add_proposal(desk.store, "Ann", "A clock", "")
    rev = read_rows(desk.store, "proposal", [proposal_id])[proposal_id]["rev"]
    state.is_cutting = True
    for thesis in ("It stopped.", "It stopped at three."):
        assert save(desk, "proposal:1", [Change("proposal", proposal_id, rev, {"thesis": thesis})])
    assert read_rows(desk.store, "proposal", [proposal_id])[proposal_id]["thesis"] == "It stopped at three."
    assert list(desk.edits.saved_at) == ["proposal:1"]


def test_a_refusal_is_noted_without_a_touch(state: CuttingState, desk: Desk) -> None:
    state.is_cutting = True
    assert not save(desk, "proposal:1", [Change("proposal", "none", 1, {"thesis": "It stopped."})])
    assert attempt(desk, "proposal:1", lambda: None)
    assert len(desk.edits.refused) == 1


def test_the_second_of_two_quick_clicks_finds_it_decided(state: CuttingState, desk: Desk) -> None:
    proposal_id = add_proposal(desk.store, "Ann", "A clock", "")
    rev = read_rows(desk.store, "proposal", [proposal_id])[proposal_id]["rev"]
    ben = replace(desk, who="Ben", edits=Edits())
    for one, thesis in ((desk, "It stopped."), (ben, "It ran on.")):
        save(one, "proposal:1", [Change("proposal", proposal_id, rev, {"thesis": thesis})])
    [waiting] = ben.edits.waiting["proposal:1"]
    for _ in range(2):
        decide(ben, "proposal:1", waiting, {("proposal", proposal_id, "thesis"): "It stopped or ran on."}, {})
    assert read_rows(desk.store, "proposal", [proposal_id])[proposal_id]["rev"] == rev + 2
    assert ben.edits.waiting["proposal:1"] == []
