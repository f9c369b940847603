"""Shortlisted angles keep the evidence of their day."""

from __future__ import annotations

from blindspot.explore.filters import Filters
from blindspot.explore.gaps import find_gaps
from blindspot.library.person_labels import set_label
from blindspot.plan.proposals import Proposal, drop, list_proposals, shortlist
from blindspot.plan.sample import remove_sample
from blindspot.store import Store


def shortlisted(store: Store, topic_id: int, title: str) -> str:
    gaps = find_gaps(store, topic_id, 0.15, Filters())
    gap = gaps.gaps[0]
    [angle_id] = [
        one["angle_id"]
        for one in store.rows("library/topic_angles", topic_id=topic_id)
        if one["key"] == gap.angle.angle
    ]
    return shortlist(store, topic_id, angle_id, title, gaps, gap, Filters(), "the sentence")


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


def test_a_dropped_proposal_is_kept_and_comes_back(sample_store: Store, sample_topic: int) -> None:
    first, second = (shortlisted(sample_store, sample_topic, title) for title in ("一", "二"))
    drop(sample_store, first)
    assert {one.proposal_id: one.status for one in kept(sample_store)} == {
        first: "dropped",
        second: "shortlisted",
    }
    drop(sample_store, first, is_dropped=False)
    assert {one.status for one in kept(sample_store)} == {"shortlisted"}
    assert [one["rev"] for one in sample_store.rows("plan/proposals") if one["proposal_id"] == first] == [3]


def test_a_plan_outlives_the_sample(sample_store: Store, sample_topic: int) -> None:
    shortlisted(sample_store, sample_topic, "一")
    remove_sample(sample_store)
    [proposal] = list_proposals(sample_store)
    assert proposal.title == "一"
    assert proposal.evidence["scope"]["works"] == 23
