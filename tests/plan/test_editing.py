"""Editing the plan: revisions, conflicts with both texts, history, undo and redo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from database_rows import execute
from plans import LIBRARY

from blindspot.editing import Change, Stale, can_redo, can_undo, change, history, redo, restore, undo
from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError
from blindspot.store import Store

SHOT = {
    "episode_id": 1,
    "position": 1.0,
    "name": "S01",
    "frames": 150,
    "size": "CU",
    "camera_angle": "eye",
    "movement": "push_in",
    "transition": "cut",
    "lens": "",
    "picture": "a countdown",
    "narration": "",
    "on_screen_text": "",
    "sound": "",
    "asset": "",
    "prompt": "",
    "visual": "",
    "claim_ids": [3, 4],
    "picture_id": None,
    "is_binned": False,
}


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store(None)
    change(store, "Ann", "episode:1", [Change("shot", "a", None, SHOT)])
    yield store
    store.close()


def shot(store: Store) -> dict:
    return read_rows(store, "shot", ["a"])["a"]


def edit(store: Store, who: str, rev: int, **fields: object) -> None:
    change(store, who, "episode:1", [Change("shot", "a", rev, fields)])


def test_a_row_is_kept_as_it_was_given(store: Store) -> None:
    assert shot(store) == {**SHOT, "rev": 1}


def test_the_same_field_changed_by_two_is_refused_with_both_texts(store: Store) -> None:
    edit(store, "Ann", 1, narration="hers")
    with pytest.raises(Stale) as refused:
        edit(store, "Ben", 1, narration="his", sound="wind")
    [conflict] = refused.value.conflicts
    assert (conflict.before, conflict.yours, conflict.theirs, conflict.by) == (
        {"narration": ""},
        {"narration": "his"},
        {"narration": "hers"},
        "Ann",
    )
    assert shot(store)["sound"] == ""
    edit(store, "Ben", conflict.rev, narration="hers and his")
    assert shot(store)["narration"] == "hers and his"


def test_the_same_text_typed_by_two_is_no_conflict(store: Store) -> None:
    edit(store, "Ann", 1, narration="the same")
    done = change(store, "Ben", "episode:1", [Change("shot", "a", 1, {"narration": "the same", "sound": "wind"})])
    assert (shot(store)["narration"], shot(store)["sound"]) == ("the same", "wind")
    [met] = done.met
    assert (met.by, met.yours) == ("Ann", {})
    edit(store, "Cai", 1, narration="the same")
    assert [one.after for one in history(store, item="shot", item_id="a")[:1]] == [{"sound": "wind"}]


def test_different_fields_changed_by_two_are_both_kept_and_said(store: Store) -> None:
    edit(store, "Ann", 1, narration="hers")
    done = change(store, "Ben", "episode:1", [Change("shot", "a", 1, {"sound": "wind"})])
    assert (shot(store)["narration"], shot(store)["sound"]) == ("hers", "wind")
    assert [met.by for met in done.met] == ["Ann"]


def test_undo_and_redo_walk_back_and_forth(store: Store) -> None:
    edit(store, "Ann", 1, frames=60)
    edit(store, "Ann", 2, frames=90)
    undo(store, "Ann", "episode:1")
    assert shot(store)["frames"] == 60
    undo(store, "Ann", "episode:1")
    assert shot(store)["frames"] == 150
    redo(store, "Ann", "episode:1")
    redo(store, "Ann", "episode:1")
    assert shot(store)["frames"] == 90
    assert redo(store, "Ann", "episode:1") is None
    undo(store, "Ann", "episode:1")
    edit(store, "Ann", shot(store)["rev"], sound="wind")
    assert not can_redo(store, "Ann", "episode:1")


def test_undo_of_an_added_row_puts_it_into_the_bin(store: Store) -> None:
    undo(store, "Ann", "episode:1")
    assert shot(store)["is_binned"]
    assert not can_undo(store, "Ann", "episode:1")
    redo(store, "Ann", "episode:1")
    assert not shot(store)["is_binned"]


def test_undo_never_takes_back_what_another_wrote_since(store: Store) -> None:
    edit(store, "Ann", 1, narration="hers")
    edit(store, "Ben", 2, narration="his")
    with pytest.raises(BlindspotError, match="Somebody has changed"):
        undo(store, "Ann", "episode:1")
    assert shot(store)["narration"] == "his"


def test_history_holds_every_edit_and_restores_any(store: Store) -> None:
    edit(store, "Ann", 1, narration="one")
    edit(store, "Ben", 2, narration="two", frames=30)
    assert [(made.who, made.before, made.after) for made in history(store, item="shot", item_id="a")][:2] == [
        ("Ben", {"narration": "one", "frames": 150}, {"narration": "two", "frames": 30}),
        ("Ann", {"narration": ""}, {"narration": "one"}),
    ]
    restore(store, "Cy", "episode:1", "shot", "a", 2)
    assert (shot(store)["narration"], shot(store)["frames"]) == ("one", 150)
    undo(store, "Cy", "episode:1")
    assert (shot(store)["narration"], shot(store)["frames"]) == ("two", 30)
    edit(store, "Ann", 5, frames=60)
    restore(store, "Cy", "episode:1", "shot", "a", 1, only=["narration"])
    assert (shot(store)["narration"], shot(store)["frames"]) == ("", 60)


def test_a_restored_shot_cites_only_claims_that_are_still_there(store: Store) -> None:
    execute(store, LIBRARY)
    edit(store, "Ann", 1, claim_ids=[1, 99])
    edit(store, "Ann", 2, claim_ids=[])
    done = restore(store, "Cy", "episode:1", "shot", "a", 2)
    assert (shot(store)["claim_ids"], done.gone) == ([1], 1)


def test_an_action_is_stored_whole_or_not_at_all(store: Store) -> None:
    edit(store, "Ann", 1, narration="hers")
    more = {**SHOT, "name": "S02", "position": 2.0}
    with pytest.raises(Stale):
        change(
            store,
            "Ben",
            "episode:1",
            [Change("shot", "b", None, more), Change("shot", "a", 1, {"narration": "his"})],
        )
    assert read_rows(store, "shot", ["b"]) == {}


def test_a_proposal_is_edited_with_its_lists(store: Store) -> None:
    fields = {
        "topic_id": None,
        "angle_id": None,
        "title": "t",
        "thesis": "",
        "difference": "",
        "visual_note": "",
        "status": "idea",
        "tags": ["a"],
        "account_id": None,
        "fit": "",
        "evidence": None,
        "refreshed_evidence": None,
        "refreshed_at": None,
        "board_place": 0.0,
        "is_binned": False,
        "values": [],
        "claims": [],
        "counterpoints": [{"title": "c", "claim": "x", "answer": "y"}],
        "risks": [],
        "visuals": [],
    }
    change(store, "Ann", "proposal:p", [Change("proposal", "p", None, fields)])
    assert read_rows(store, "proposal", ["p"])["p"] == {**fields, "rev": 1}
    risk = {"title": "r", "body": "b", "kind": "legal", "mitigation": "m"}
    change(store, "Ann", "proposal:p", [Change("proposal", "p", 1, {"risks": [risk], "tags": ["b"]})])
    assert read_rows(store, "proposal", ["p"])["p"] == {**fields, "risks": [risk], "tags": ["b"], "rev": 2}
    undo(store, "Ann", "proposal:p")
    assert read_rows(store, "proposal", ["p"])["p"] == {**fields, "rev": 3}


def test_a_text_is_stored_without_what_no_file_can_hold(store: Store) -> None:
    edit(store, "Ann", 1, narration="a\x00\x07\x1b[31m\ud800 b\tc\nd", claim_ids=(1, 2))
    stored = {"narration": "a[31m? b\tc\nd", "claim_ids": [1, 2]}
    assert shot(store) == {**SHOT, **stored, "rev": 2}
    assert history(store, item="shot", item_id="a")[0].after == stored


def test_a_text_that_no_plan_file_could_bring_back_is_refused(store: Store) -> None:
    with pytest.raises(BlindspotError, match="200000 characters; this one has 200001"):
        edit(store, "Ann", 1, narration="x" * 200_001)
    assert shot(store)["rev"] == 1
