"""The removed sample lies in the bin with what was made of it, and comes back whole beside what came since."""

from __future__ import annotations

from pathlib import Path

import pytest
from database_rows import row_hashes
from douyin_exports import bring, load, row

from blindspot.errors import BlindspotError
from blindspot.library.check import check_store
from blindspot.library.codebooks import list_topics
from blindspot.library.person_labels import set_label
from blindspot.library.topic_bin import bin_topic
from blindspot.plan.proposals.board import move_proposal
from blindspot.plan.proposals.listing import list_proposals
from blindspot.plan.sample import has_sample, load_sample
from blindspot.plan.sample_bin import (
    Made,
    bring_sample_back,
    empty_sample_bin,
    made_of_sample,
    remove_sample,
    sample_binned_at,
)
from blindspot.store import Store


def broken(store: Store) -> list[str]:
    return [one.rule for one in check_store(store) if one.violations]


def work_on(store: Store) -> None:
    """Do in the sample what a person does: a label, a proposal moved."""
    set_label(store, list_topics(store)[-1].topic_id, "data_sustainability", 1, True)
    first = list_proposals(store)[0]
    move_proposal(store, "ren", first.proposal_id, "dropped", rev=first.rev)


def test_the_sample_comes_back_as_it_was_with_what_was_made_of_it(sample_store: Store) -> None:
    assert not made_of_sample(sample_store)
    work_on(sample_store)
    assert made_of_sample(sample_store) == Made(edits=1, labels=1, remarks=0)
    before = row_hashes(sample_store)
    remove_sample(sample_store)
    assert not has_sample(sample_store)
    assert not load_sample(sample_store)
    assert sample_binned_at(sample_store) is not None
    bring_sample_back(sample_store)
    assert row_hashes(sample_store) == before
    assert sample_binned_at(sample_store) is None
    assert broken(sample_store) == []


def test_it_comes_back_beside_what_the_user_brought_since(sample_store: Store, tmp_path: Path) -> None:
    load(sample_store)
    bring(sample_store, tmp_path / "before.csv", [row(1, "样例 演示")])
    work_on(sample_store)
    remove_sample(sample_store)
    bring(sample_store, tmp_path / "since.csv", [row(2, "样例 之后")])
    mine = row_hashes(sample_store)
    bring_sample_back(sample_store)
    assert [topic.is_sample for topic in list_topics(sample_store)] == [False, True]
    assert made_of_sample(sample_store) == Made(edits=1, labels=1, remarks=0)
    assert broken(sample_store) == []
    remove_sample(sample_store)
    kept = {"library.binned_sample"}
    assert {name: rows for name, rows in row_hashes(sample_store).items() if name not in kept} == {
        name: rows for name, rows in mine.items() if name not in kept
    }


def test_a_sample_whose_topic_lies_in_the_bin_goes_and_comes_whole(sample_store: Store) -> None:
    bin_topic(sample_store, "ren", list_topics(sample_store)[0].topic_id)
    before = row_hashes(sample_store)
    remove_sample(sample_store)
    assert not has_sample(sample_store)
    bring_sample_back(sample_store)
    assert row_hashes(sample_store) == before


def test_what_is_given_up_does_not_come_back(sample_store: Store) -> None:
    with pytest.raises(BlindspotError, match="there already"):
        bring_sample_back(sample_store)
    remove_sample(sample_store)
    empty_sample_bin(sample_store)
    with pytest.raises(BlindspotError, match="No sample lies in the bin"):
        bring_sample_back(sample_store)
    assert not load_sample(sample_store)
