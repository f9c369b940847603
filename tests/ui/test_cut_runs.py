"""Streamlit may cut a run short wherever it touches the session's state: on the way to the store nothing touches it."""

from __future__ import annotations

import pytest
import streamlit as st

from blindspot.charts import palette
from blindspot.plan.editing import Change
from blindspot.plan.editing.rows import read_rows
from blindspot.plan.proposals.listing import add_proposal
from blindspot.store import Store
from blindspot.ui.components.board import Moved
from blindspot.ui.components.outbox import receive, received
from blindspot.ui.desk import Desk
from blindspot.ui.edits import Edits
from blindspot.ui.plan.saving import attempt, save
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


def test_what_was_handed_out_is_not_handed_out_again_by_the_run_after_a_cut(state: CuttingState) -> None:
    state["board"] = {"sent": {"token": "t", "changes": MOVES}}
    moves = receive("board", Moved, pytest.fail)
    assert next(moves).column_id == "c1"
    state.is_cutting = True
    assert next(moves).column_id == "c2"
    state.is_cutting = False
    assert [move.column_id for move in receive("board", Moved, pytest.fail)] == ["c3"]
    assert received("board") == {"token": "t", "number": 3}


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
