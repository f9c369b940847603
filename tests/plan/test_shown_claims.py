"""A shot list that names claims: found again by their words, told where no accepted claim reads so."""

from __future__ import annotations

from fractions import Fraction

from blindspot.plan.handover import hand_over
from blindspot.plan.loading import load_episode
from blindspot.plan.storyboards.listing import list_storyboards
from blindspot.plan.storyboards.shown_claims import find_claims
from blindspot.plan.storyboards.tables import read_pasted
from blindspot.store import Store


def test_the_samples_storyboard_shows_its_claims(sample_store: Store) -> None:
    episode = load_episode(sample_store, list_storyboards(sample_store)[-1].episode_id)
    assert (len(episode.shots), episode.frames, episode.target_seconds) == (6, 45 * 30, 45.0)
    assert [len(shot.claims) for shot in episode.shots] == [1, 0, 1, 1, 1, 0]
    assert {claim.grade for shot in episode.shots for claim in shot.claims} == {"high", "medium"}


def test_the_claims_of_an_exported_shot_list_come_in_again(sample_store: Store) -> None:
    episode = load_episode(sample_store, list_storyboards(sample_store)[-1].episode_id)
    written = hand_over(sample_store, episode.episode_id, "csv").content.decode("utf-8-sig")
    table = find_claims(sample_store, read_pasted(written, episode.fps), episode)
    assert table.notes == ()
    assert [shot.get("claim_ids", []) for shot in table.shots] == [
        [claim.claim_id for claim in shot.claims] for shot in episode.shots
    ]


def test_words_that_no_claim_has_are_told_with_their_row(sample_store: Store) -> None:
    episode = load_episode(sample_store, list_storyboards(sample_store)[-1].episode_id)
    table = find_claims(sample_store, read_pasted("时长\t画面\t论断\n5\t钟\t没有人说过的话\n", Fraction(30)), episode)
    assert [(row, str(note)) for row, note in table.notes] == [(2, "No accepted claim reads “没有人说过的话”.")]
    assert "claim_ids" not in table.shots[0]


def test_a_claim_is_named_by_its_number_in_the_proposal(sample_store: Store) -> None:
    episode = load_episode(sample_store, list_storyboards(sample_store)[-1].episode_id)
    pasted = "时长\t画面\t论断\n5\t钟\tF2\n5\t钟\tf1、F3\n5\t钟\tF99\n"
    table = find_claims(sample_store, read_pasted(pasted, Fraction(30)), episode)
    first, second, third = (each.claim.claim_id for each in episode.proposal.claims)
    assert [shot.get("claim_ids") for shot in table.shots] == [[second], [first, third], None]
    assert [(row, str(note)) for row, note in table.notes] == [(4, "No accepted claim reads “F99”.")]
