"""Shortlisted angles keep the evidence of their day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from blindspot.editing import Change, Stale, change, history, undo
from blindspot.errors import BlindspotError
from blindspot.explore.filters import Filters
from blindspot.explore.gaps import find_gaps
from blindspot.library.person_labels import set_label
from blindspot.plan.proposals.board import move_proposal
from blindspot.plan.proposals.listing import Proposal, add_proposal, list_proposals, shortlist
from blindspot.plan.sample_bin import remove_sample
from blindspot.store import Store


def shortlisted(store: Store, topic_id: int, title: str) -> str:
    gaps = find_gaps(store, topic_id, 0.15, Filters())
    gap = gaps.gaps[0]
    [angle_id] = [
        one["angle_id"]
        for one in store.rows("library/topic_angles", topic_id=topic_id)
        if one["key"] == gap.angle.angle
    ]
    return shortlist(store, "ren", topic_id, angle_id, title, gaps, gap, Filters(), "the sentence")


def kept(store: Store) -> list[Proposal]:
    """Return the proposals that came from a gap, not from the sample's reports."""
    return [proposal for proposal in list_proposals(store) if proposal.evidence]


def test_the_evidence_is_frozen(sample_store: Store, sample_topic: int) -> None:
    proposal_id = shortlisted(sample_store, sample_topic, "AI 视频的“大饥荒”")
    set_label(sample_store, sample_topic, "data_sustainability", 1, True)
    [proposal] = kept(sample_store)
    assert (proposal.proposal_id, proposal.title, proposal.status) == (proposal_id, "AI 视频的“大饥荒”", "shortlisted")
    assert (proposal.topic, proposal.angle) == ("Seedance 2.0", "data_sustainability")
    evidence = proposal.evidence
    assert evidence["statement"] == "the sentence"
    assert evidence["verdict"] == {"kind": "nobody", "evidence": "weak"}
    assert (evidence["scope"]["works"], evidence["scope"]["creators"], evidence["angle"]["works"]) == (23, 8, 0)
    assert evidence["scope"]["first_published"] == "2026-02-01"
    assert evidence["angle"]["name"]["en"] == "Data sustainability"
    assert evidence["line"] == 0.15
    assert evidence["filters"]["roles"] == ["competitor"]
    assert evidence["data_version"] == sample_store.data_version() - 1


def place_of(store: Store, status: str) -> list[str]:
    """Return the titles of a column of the board from its top."""
    column = [one for one in list_proposals(store) if one.status == status]
    return [one.title for one in sorted(column, key=lambda one: one.board_place)]


@pytest.fixture
def board(memory_store: Store) -> Callable[..., None]:
    """Three ideas, "c" on top; `board(title, status, before)` moves one as it stands now."""
    for title in "abc":
        add_proposal(memory_store, "ren", title)

    def move(title: str, status: str, before: str | None = None) -> None:
        by_title = {one.title: one for one in list_proposals(memory_store)}
        card, ahead = by_title[title], by_title[before].proposal_id if before else None
        move_proposal(memory_store, "ren", card.proposal_id, status, rev=card.rev, before_id=ahead)

    return move


def test_a_new_idea_stands_on_top_of_its_column(memory_store: Store, board) -> None:
    assert place_of(memory_store, "idea") == ["c", "b", "a"]


def test_an_idea_needs_a_title(memory_store: Store) -> None:
    with pytest.raises(BlindspotError, match="no title"):
        add_proposal(memory_store, "ren", " \n ")


def test_a_card_stands_where_it_was_dropped(memory_store: Store, board) -> None:
    board("a", "idea", "b")
    assert place_of(memory_store, "idea") == ["c", "a", "b"]
    board("c", "idea")
    assert place_of(memory_store, "idea") == ["a", "b", "c"]
    board("c", "idea", "a")
    assert place_of(memory_store, "idea") == ["c", "a", "b"]
    board("a", "approved")
    board("b", "approved", "a")
    assert (place_of(memory_store, "idea"), place_of(memory_store, "approved")) == (["c"], ["b", "a"])


def test_there_is_room_between_two_however_often_a_card_is_put_there(memory_store: Store, board) -> None:
    for _ in range(60):
        board("a", "idea", "b")
        board("b", "idea", "a")
    assert place_of(memory_store, "idea") == ["c", "b", "a"]


def test_cards_that_were_never_moved_are_spaced_when_one_comes_between(sample_store: Store) -> None:
    first, second = list_proposals(sample_store)
    assert first.board_place == second.board_place
    own = add_proposal(sample_store, "ren", "one's own")
    move_proposal(sample_store, "ren", own, "idea", rev=1, before_id=second.proposal_id)
    assert place_of(sample_store, "idea") == [first.title, "one's own", second.title]


def test_a_card_that_two_people_move_is_not_moved_silently(memory_store: Store, board) -> None:
    seen = next(one for one in list_proposals(memory_store) if one.title == "a")
    board("a", "approved")
    with pytest.raises(Stale):
        move_proposal(memory_store, "Ben", seen.proposal_id, "dropped", rev=seen.rev)
    assert place_of(memory_store, "approved") == ["a"]


def test_a_card_keeps_what_another_wrote_into_it_meanwhile(memory_store: Store, board) -> None:
    seen = next(one for one in list_proposals(memory_store) if one.title == "a")
    scope = f"proposal:{seen.proposal_id}"
    change(memory_store, "Ben", scope, [Change("proposal", seen.proposal_id, seen.rev, {"thesis": "his"})])
    board("a", "approved")
    [moved] = [one for one in list_proposals(memory_store) if one.status == "approved"]
    assert (moved.title, moved.thesis) == ("a", "his")


def test_a_move_is_in_the_history_and_taken_back_at_once(memory_store: Store, board) -> None:
    board("a", "approved")
    [moved] = [one for one in list_proposals(memory_store) if one.status == "approved"]
    newest = history(memory_store, item="proposal", item_id=moved.proposal_id)[0]
    assert (newest.who, newest.before["status"], newest.after["status"]) == ("ren", "idea", "approved")
    undo(memory_store, "ren", f"proposal:{moved.proposal_id}")
    assert place_of(memory_store, "idea") == ["c", "b", "a"]


def test_what_is_in_the_bin_is_listed_there_alone(memory_store: Store, board) -> None:
    thrown = next(one for one in list_proposals(memory_store) if one.title == "b")
    scope = f"proposal:{thrown.proposal_id}"
    change(memory_store, "ren", scope, [Change("proposal", thrown.proposal_id, thrown.rev, {"is_binned": True})])
    assert place_of(memory_store, "idea") == ["c", "a"]
    assert [one.title for one in list_proposals(memory_store, is_binned=True)] == ["b"]


def test_a_proposal_tells_its_grades_votes_and_comments(sample_store: Store) -> None:
    for proposal in list_proposals(sample_store):
        assert len(proposal.grades) == proposal.claims
        assert (proposal.votes, proposal.comments, proposal.tags) == (0, 0, ())


def test_a_plan_outlives_the_sample(sample_store: Store, sample_topic: int) -> None:
    shortlisted(sample_store, sample_topic, "一")
    remove_sample(sample_store)
    [proposal] = list_proposals(sample_store)
    assert proposal.title == "一"
    assert proposal.evidence["scope"]["works"] == 23
