"""What stands in a proposal: its lists edited by several people, the claims it may lean on, its episodes, the team."""

from __future__ import annotations

import pytest
from places import ROOT

from blindspot.editing import Change, change
from blindspot.editing.joining import join_lists, join_texts
from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError
from blindspot.explore.sources import list_claims
from blindspot.library.codebooks import load_codebook
from blindspot.plan.loading import load_proposal
from blindspot.plan.proposals.listing import add_proposal, list_proposals
from blindspot.plan.proposals.parts import (
    claim_part,
    episodes_of,
    pickable_claims,
    with_answer,
    with_move,
    with_part,
    without_part,
)
from blindspot.plan.proposals.team import add_comment, bin_comment, cast_vote, list_comments, list_votes
from blindspot.plan.reports.import_reports import import_report
from blindspot.plan.series import add_episode, add_series
from blindspot.store import Store

SAMPLE = ROOT / "data" / "sample"
A, B, C = ({"title": title, "body": ""} for title in "abc")


@pytest.fixture
def store(memory_store: Store) -> Store:
    load_codebook(memory_store, "Ann", (SAMPLE / "sample_codebook.toml").read_text(encoding="utf-8"))
    import_report(memory_store, SAMPLE / "research_report.md", "research_report.md")
    return memory_store


def about(store: Store) -> tuple[int, int]:
    [row] = read_rows(store, "proposal", [list_proposals(store)[0].proposal_id]).values()
    return row["topic_id"], row["angle_id"]


def test_entries_are_added_moved_and_taken_out() -> None:
    assert with_part([A], "values", title="b") == [A, B]
    assert with_move([A, B, C], 2, -1) == [A, C, B]
    assert with_move([A, B], 0, -1) == [A, B]
    assert without_part([A, B, C], 1) == [A, C]


def test_an_entry_is_changed_where_it_stands_now() -> None:
    changed = {**B, "body": "new"}
    assert with_answer([A, B], [A, B], 1, {"body": "new"}) == [A, changed]
    assert with_answer([B, A], [A, B], 1, {"body": "new"}) == [changed, A]
    others = {**B, "title": "theirs"}
    assert with_answer([A, others], [A, B], 1, {"body": "new"}) == [A, {**others, "body": "new"}]


def test_an_entry_that_others_changed_alike_or_took_out_is_not_answered() -> None:
    assert with_answer([A, {**B, "body": "theirs"}], [A, B], 1, {"body": "new"}) is None
    assert with_answer([A], [A, B], 1, {"body": "new"}) is None


def test_the_claims_of_the_angle_come_first_and_taken_ones_are_not_offered(store: Store) -> None:
    topic_id, angle_id = about(store)
    offered = pickable_claims(store, topic_id, angle_id, [])
    assert len(offered) == len(list_claims(store))
    carries = [claim.carries_angle for claim in offered]
    assert any(carries)
    assert carries == sorted(carries, reverse=True)
    taken = with_part([], "claims", **claim_part(offered[0]))
    assert [claim.claim_id for claim in pickable_claims(store, topic_id, angle_id, taken)] == [
        claim.claim_id for claim in offered[1:]
    ]


def test_a_claim_added_by_a_click_carries_its_grade_and_leads_to_its_sources(store: Store) -> None:
    topic_id, angle_id = about(store)
    proposal_id = add_proposal(store, "Ann", "Ours", topic_id=topic_id)
    claim = pickable_claims(store, topic_id, angle_id, [])[0]
    put = Change("proposal", proposal_id, 1, {"claims": with_part([], "claims", **claim_part(claim))})
    change(store, "Ann", f"proposal:{proposal_id}", [put])
    [supporting] = load_proposal(store, proposal_id).claims
    assert (supporting.title, supporting.grade) == (claim.statement, claim.grade)
    assert len(supporting.claim.sources) == claim.sources


def test_claims_in_the_bin_and_of_other_topics_are_not_offered(store: Store) -> None:
    other = load_codebook(store, "Ann", '[topic]\nname = "Other"\nterms = ["no such word"]\n')
    assert pickable_claims(store, other.topic_id, None, []) == []
    assert pickable_claims(store, None, None, [])


def test_the_episodes_of_a_proposal_are_found_with_their_place(store: Store) -> None:
    proposal_id = add_proposal(store, "Ann", "Ours")
    series_id = add_series(store, "Ann", "A series")
    add_episode(store, "Ann", series_id, "One")
    episode_id = add_episode(store, "Ann", series_id, "Two", proposal_id=proposal_id)
    [episode] = episodes_of(store, proposal_id)
    assert (episode.episode_id, episode.number, episode.series, episode.shots) == (episode_id, 2, "A series", 0)


def test_a_person_has_one_vote_and_may_take_it_back(store: Store) -> None:
    for vote in (1, -1):
        cast_vote(store, "Ann", "p", vote)
    cast_vote(store, "Ben", "p", 1)
    assert {vote.who: vote.vote for vote in list_votes(store, "p")} == {"Ann": -1, "Ben": 1}
    cast_vote(store, "Ann", "p", 0)
    assert [vote.who for vote in list_votes(store, "p")] == ["Ben"]


def test_a_comment_goes_into_the_bin_and_comes_back(store: Store) -> None:
    first = add_comment(store, "Ann", "p", " a word \n")
    add_comment(store, "Ben", "p", "another")
    bin_comment(store, first)
    assert [comment.text for comment in list_comments(store, "p")] == ["another"]
    assert [comment.text for comment in list_comments(store, "p", is_binned=True)] == ["a word"]
    bin_comment(store, first, is_binned=False)
    assert [comment.who for comment in list_comments(store, "p")] == ["Ann", "Ben"]
    with pytest.raises(BlindspotError, match="The comment is empty"):
        add_comment(store, "Ann", "p", "  ")


def test_both_texts_are_joined_sentence_by_sentence() -> None:
    before = "一句话。两句话。三句话。"
    assert (
        join_texts(before, "一句新话。两句话。三句话。", "一句话。两句话。三句别的话。")
        == "一句新话。两句话。三句别的话。"
    )
    assert join_texts(before, "一句我的话。两句话。三句话。", "一句他的话。两句话。三句话。") == (
        "一句他的话。一句我的话。两句话。三句话。"
    )
    assert join_texts("One. Two.", "One. Two. Mine.", "Theirs. One. Two.") == "Theirs. One. Two. Mine."
    assert join_texts("a\nb", "a\nb\nc", "z\nb") == "z\nb\nc"
    assert join_texts("a clock", "a clock on a wall", "a clock at three") == "a clock at three on a wall"
    assert join_texts("钟停了", "钟停了吗", "钟停了吗") == "钟停了吗"


def test_both_lists_are_joined_with_what_either_added_and_without_what_either_took_out() -> None:
    d = {"title": "d", "body": ""}
    assert join_lists([A, B], [A, B, C], [B, d]) == [B, d, C]
    assert join_lists(["x"], [], ["x", "y"]) == ["y"]
    assert join_lists([], ["x"], ["x"]) == ["x"]
    assert join_lists(["x", "y"], ["x1", "y"], ["x", "y2"]) == ["x1", "y2"]
