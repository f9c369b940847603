"""A widget follows the database and stores what is typed: on one's own words without asking, never on another's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import streamlit as st

from blindspot.charts import palette
from blindspot.editing import Change
from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError
from blindspot.plan.proposals.listing import add_proposal
from blindspot.store import Store
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import BoundRow, draft_key, drafted, forget_drafts, line, tie_choice, tie_text
from blindspot.ui.editing.edits import Edits
from blindspot.ui.editing.saving import save
from blindspot.ui.plan.proposal.sheet import load_sheet
from blindspot.ui.texts import translator


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


@pytest.fixture
def ann(memory_store: Store) -> Desk:
    return Desk(memory_store, translator("en"), "en", None, palette("light"), "Ann", Edits(who="Ann"))


@pytest.fixture
def ben(ann: Desk) -> Desk:
    return replace(ann, who="Ben", edits=Edits(who="Ben"))


@pytest.fixture
def proposal_id(ann: Desk) -> str:
    return add_proposal(ann.store, "Ann", "A clock", "It stopped.")


def drawn(desk: Desk, proposal_id: str) -> BoundRow:
    row = read_rows(desk.store, "proposal", [proposal_id])[proposal_id]
    return BoundRow(desk, f"proposal:{proposal_id}", "proposal", proposal_id, row["rev"], row)


def thesis(desk: Desk, proposal_id: str) -> str:
    return read_rows(desk.store, "proposal", [proposal_id])[proposal_id]["thesis"]


def test_what_is_typed_is_stored_once(state: dict[str, object]) -> None:
    edits, stored = Edits(), []
    tie = tie_choice(edits, "hook", "a", stored.append)
    state[tie["key"]] = "b"
    tie["on_change"]()
    assert tie_choice(edits, "hook", "b", stored.append)["key"] == tie["key"]
    assert (stored, state[tie["key"]]) == (["b"], "b")


def test_what_was_typed_is_stored_where_its_callback_was_lost(state: dict[str, object]) -> None:
    edits, stored = Edits(), []
    key = tie_choice(edits, "hook", "a", stored.append)["key"]
    state[key] = "b"
    with pytest.raises(Rerun):
        tie_choice(edits, "hook", "a", stored.append)
    assert tie_choice(edits, "hook", "b", stored.append)["key"] == key
    assert stored == ["b"]


def test_the_former_value_that_a_browser_still_shows_is_not_stored_over_the_new_one(state: dict[str, object]) -> None:
    edits, stored = Edits(), []
    former = tie_choice(edits, "hook", "b", stored.append)
    key = tie_choice(edits, "hook", "a", stored.append)["key"]
    assert state[key] == "a"
    # the next click comes before the browser has drawn that
    state[former["key"]] = "b"
    former["on_change"]()
    assert tie_choice(edits, "hook", "a", stored.append)["key"] == key
    assert (stored, state[key]) == ([], "a")


def test_what_the_browser_stored_while_one_types_puts_no_new_widget_under_the_cursor(
    state: dict[str, object], ann: Desk, proposal_id: str
) -> None:
    tie = drawn(ann, proposal_id).text("thesis")
    keep = ann.edits.fields.keep[f"proposal_{proposal_id}_thesis"]
    assert keep("It stopped at", 1, ["It stopped."]) == "stored"
    assert drawn(ann, proposal_id).text("thesis")["key"] == tie["key"]
    assert keep("It stopped at three. ", 1, ["It stopped.", "It stopped at"]) == "stored"
    state[tie["key"]] = "It stopped at three. "
    tie["on_change"]()
    assert thesis(ann, proposal_id) == "It stopped at three."
    assert read_rows(ann.store, "proposal", [proposal_id])[proposal_id]["rev"] == 3
    assert ann.edits.waiting == {}


def test_what_another_wrote_meanwhile_is_met_and_nothing_is_overwritten(
    state: dict[str, object], ann: Desk, ben: Desk, proposal_id: str
) -> None:
    drawn(ann, proposal_id).text("thesis")
    keep = ann.edits.fields.keep[f"proposal_{proposal_id}_thesis"]
    rev = drawn(ann, proposal_id).rev
    save(ben, "proposal:1", [Change("proposal", proposal_id, rev, {"thesis": "It ran."})])
    assert keep("It stood", rev, ["It stopped."]) == "waits"
    assert keep("It stood still.", rev, ["It stopped.", "It stood"]) == "waits"
    assert thesis(ann, proposal_id) == "It ran."
    [waiting] = ann.edits.waiting[f"proposal:{proposal_id}"]
    assert waiting.conflicts[0].yours == {"thesis": "It stood still."}
    assert keep("It ran.", rev, ["It stopped."]) == "stored"


@pytest.mark.parametrize("typed", ["It stood still.", "It stood"])
def test_a_page_opened_anew_goes_on_with_its_own_words(
    state: dict[str, object], ann: Desk, proposal_id: str, typed: str
) -> None:
    """The last thing stored was not acknowledged before the page was gone."""
    rev = drawn(ann, proposal_id).rev
    save(ann, "proposal:1", [Change("proposal", proposal_id, rev, {"thesis": "It stood"})])
    anew = replace(ann, edits=Edits(who="Ann"))
    drawn(anew, proposal_id).expect("thesis")
    keep = anew.edits.fields.keep[f"proposal_{proposal_id}_thesis"]
    assert keep(typed, rev, ["It stopped.", "It stood"]) == "stored"
    assert thesis(ann, proposal_id) == typed
    assert anew.edits.waiting == {}


def test_two_who_type_the_same_text_have_no_conflict(
    state: dict[str, object], ann: Desk, ben: Desk, proposal_id: str
) -> None:
    for desk in (ann, ben):
        drawn(desk, proposal_id).text("thesis")
    for desk in (ann, ben):
        keep = desk.edits.fields.keep[f"proposal_{proposal_id}_thesis"]
        assert keep("It ran.", 1, ["It stopped."]) == "stored"
    assert read_rows(ann.store, "proposal", [proposal_id])[proposal_id]["rev"] == 2


def test_words_that_mean_nothing_are_refused_and_a_title_is_never_emptied(
    state: dict[str, object], ann: Desk, proposal_id: str
) -> None:
    def read(words: str) -> str:
        raise BlindspotError("What is “{words}”?", "Write a number.", words=words)

    assert drawn(ann, proposal_id).expect("thesis", read=read)("five", 1, ["It stopped."]) == "refused"
    assert [str(error) for error in ann.edits.refused] == ["What is “five”? Write a number."]
    assert drawn(ann, proposal_id).expect("title", is_required=True)("  ", 1, ["A clock"]) == "stored"
    row = read_rows(ann.store, "proposal", [proposal_id])[proposal_id]
    assert (row["title"], row["thesis"]) == ("A clock", "It stopped.")


def test_a_list_takes_what_is_typed_into_an_entry_while_another_adds_one(
    state: dict[str, object], ann: Desk, ben: Desk, proposal_id: str
) -> None:
    reason = {"title": "It is near", "body": ""}
    load_sheet(ann, proposal_id).put(values=[reason])
    load_sheet(ann, proposal_id).part("values", 0).text("body")
    keep = ann.edits.fields.keep[f"proposal_{proposal_id}_values_0_body"]
    load_sheet(ben, proposal_id).put(values=[{"title": "It is new", "body": ""}, reason])
    assert keep("One hears", 2, [""]) == "stored"
    assert keep("One hears it.", 2, ["", "One hears"]) == "stored"
    parts = read_rows(ann.store, "proposal", [proposal_id])[proposal_id]["values"]
    assert [part["body"] for part in parts] == ["", "One hears it."]
    assert ann.edits.waiting == {}


def test_a_draft_comes_back_and_is_empty_once_it_has_become_something(state: dict[str, object], ann: Desk) -> None:
    key = drafted(ann, "new_title")["key"]
    assert state[key] == ""
    ann.edits.fields.drafts["new_title"] = "A bell"
    assert state[drafted(ann, "new_title")["key"]] == "A bell"
    forget_drafts(ann, "new_title")
    assert ann.edits.fields.gone == {"draft:new_title": "A bell"}
    assert state[drafted(ann, "new_title")["key"]] == ""


def test_a_line_hands_its_text_over_once(state: dict[str, object], ann: Desk) -> None:
    added: list[str] = []

    def add(text: str) -> bool:
        added.append(text)
        return True

    tie = line(ann, "new_risk", add)
    state[tie["key"]] = "A flood"
    for _ in range(2):
        tie["on_change"]()
    assert added == ["A flood"]
    assert state[line(ann, "new_risk", add)["key"]] == ""


def test_a_line_whose_callback_was_lost_is_handed_over_by_the_next_run(state: dict[str, object], ann: Desk) -> None:
    added: list[str] = []

    def add(text: str) -> bool:
        added.append(text)
        return True

    state[line(ann, "new_risk", add)["key"]] = "A flood"
    with pytest.raises(Rerun):
        line(ann, "new_risk", add)
    assert (added, state[line(ann, "new_risk", add)["key"]]) == (["A flood"], "")


def test_what_a_line_could_not_hand_over_stays(state: dict[str, object], ann: Desk) -> None:
    tie = line(ann, "new_risk", lambda _: False)
    state[tie["key"]] = "A flood"
    tie["on_change"]()
    assert draft_key(ann.edits, "new_risk") == tie["key"]
    assert state[line(ann, "new_risk", lambda _: False)["key"]] == "A flood"


def test_the_browser_is_told_of_each_text(state: dict[str, object]) -> None:
    edits = Edits()
    keep: Callable[..., str] = lambda typed, rev, was: "stored"  # noqa: E731
    tie_text(edits, "angle_a:b_terms", "one", 3, keep, is_whole=True)
    assert edits.fields.drawn == {
        "angle_a:b_terms": {"class": "st-key-angle_a-b_terms", "rev": 3, "text": "one", "isWhole": True}
    }
