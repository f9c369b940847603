"""A topic in the bin keeps all that belongs to it; emptying is a step of its own that says what goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from database_rows import execute, row_hashes
from douyin_exports import bring, load, row

from blindspot.errors import BlindspotError, NotFound
from blindspot.library.check import check_store
from blindspot.library.codebooks import find_topic, list_topics
from blindspot.library.person_labels import set_label
from blindspot.library.topic_bin import (
    bin_topic,
    bring_topic_back,
    empty_topic,
    list_binned_topics,
    look_at_topic,
)
from blindspot.plan.proposals.listing import add_proposal
from blindspot.store import Store

ANGLES = {"demo": ["演示"], "risk": ["风险"]}
WITH_HISTORY = {"library.topics", "main.edits", "main.actions", "library.codebook_versions"}


@pytest.fixture
def topic_id(memory_store: Store, tmp_path: Path) -> int:
    """A topic with works, angles and two labels by hand."""
    bring(memory_store, tmp_path / "a.csv", [row(1, "样例 演示"), row(2, "样例 风险")])
    topic_id = load(memory_store, angles=ANGLES)
    set_label(memory_store, topic_id, "demo", 1, False)
    set_label(memory_store, topic_id, "risk", 1, True)
    return topic_id


def test_a_topic_comes_back_whole(memory_store: Store, topic_id: int) -> None:
    before = row_hashes(memory_store)
    bin_topic(memory_store, "ren", topic_id)
    assert list_topics(memory_store) == []
    with pytest.raises(NotFound, match="is in the bin"):
        find_topic(memory_store, "样例话题")
    bring_topic_back(memory_store, "ren", topic_id)
    assert find_topic(memory_store, "样例话题").topic_id == topic_id
    changed = {name for name, rows in row_hashes(memory_store).items() if rows != before[name]}
    assert changed <= WITH_HISTORY
    assert execute(memory_store, "select count(*) from library.person_labels") == [(2,)]
    assert not [rule for rule in check_store(memory_store) if rule.violations]


def test_works_that_came_meanwhile_are_labelled(memory_store: Store, topic_id: int, tmp_path: Path) -> None:
    bin_topic(memory_store, "ren", topic_id)
    bring(memory_store, tmp_path / "b.csv", [row(3, "样例 演示")])
    bring_topic_back(memory_store, "ren", topic_id)
    labelled = (
        "select count(*) from library.labels as l join library.works as w using (work_key) where w.work_id like ?"
    )
    assert execute(memory_store, labelled, "%3") == [(1,)]
    assert not [rule for rule in check_store(memory_store) if rule.violations]


def test_the_bin_says_what_lies_there_and_emptying_takes_that_alone(memory_store: Store, topic_id: int) -> None:
    add_proposal(memory_store, "ren", "t", topic_id=topic_id)
    bin_topic(memory_store, "ren", topic_id)
    [held] = list_binned_topics(memory_store)
    assert (held.topic_id, held.angles, held.hand_labels, held.proposals) == (topic_id, 2, 2, 1)
    empty_topic(memory_store, topic_id)
    assert list_binned_topics(memory_store) == []
    assert execute(memory_store, "select count(*) from library.person_labels") == [(0,)]
    assert execute(memory_store, "select count(*) from library.works") == [(2,)]
    assert execute(memory_store, "select count(*) from plan.proposals") == [(1,)]


def test_a_topic_in_use_is_not_emptied_and_a_name_is_not_given_twice(memory_store: Store, topic_id: int) -> None:
    with pytest.raises(NotFound, match="in the bin"):
        empty_topic(memory_store, topic_id)
    bin_topic(memory_store, "ren", topic_id)
    load(memory_store)
    with pytest.raises(BlindspotError, match="already"):
        bring_topic_back(memory_store, "ren", topic_id)
    with pytest.raises(NotFound):
        look_at_topic(memory_store, 999)
