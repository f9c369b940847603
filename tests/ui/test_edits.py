"""What waits for a decision is found again by the visit after: of the same person, by a name that nobody can guess."""

from __future__ import annotations

import pytest

from blindspot.ui.editing.edits import MOST_LEFT, Edits, Waiting

WAITING = Waiting((), ())


@pytest.fixture
def left() -> Edits:
    edits = Edits(who="Ann")
    edits.wait("proposal:1", WAITING)
    return edits


def test_the_visit_after_takes_over_what_waits_and_so_does_the_one_after_that(left: Edits) -> None:
    for _ in range(2):
        after = Edits(who="Ann")
        after.take_over(left.visit)
        assert after.waiting == {"proposal:1": [WAITING]}
        assert not after.is_told
        left = after


@pytest.mark.parametrize("who", ["Ben", ""])
def test_another_person_gets_nothing(left: Edits, who: str) -> None:
    other = Edits(who=who)
    other.take_over(left.visit)
    assert other.waiting == {}


def test_a_visit_that_nobody_knows_leaves_nothing(left: Edits) -> None:
    after = Edits(who="Ann")
    after.take_over("0" * len(left.visit))
    assert (after.waiting, after.former) == ({}, "0" * len(left.visit))


def test_the_oldest_visits_are_forgotten(left: Edits) -> None:
    for _ in range(MOST_LEFT):
        Edits().wait("proposal:1", WAITING)
    after = Edits(who="Ann")
    after.take_over(left.visit)
    assert after.waiting == {}
