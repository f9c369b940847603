"""What an episode needs next, and what it repeats: of the same series, of others, of our own works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from blindspot.domain import Claim, Episode, Proposal, Series, Shot, SupportingClaim
from blindspot.editing import Change, change
from blindspot.library.creators import list_creators, set_role
from blindspot.plan.loading import load_series
from blindspot.plan.proposals.listing import list_proposals
from blindspot.plan.series import add_episode, add_series, find_needs, find_repeats
from blindspot.store import Store

TODAY = date(2026, 3, 2)
CLAIM = Claim(1, "The set lasts until 2028", "high")
PROPOSAL = Proposal(
    "p1", "The famine", topic="T", angle="data", claims=(SupportingClaim(CLAIM.statement, claim=CLAIM),)
)
SHOT = Shot("s", "S01", 900)
READY = Episode(1, "a", 1, "Famine", hook="What then?", proposal=PROPOSAL, shots=(SHOT,), planned_on=date(2026, 3, 3))


def series_of(*episodes: Episode) -> Series:
    numbered = [replace(one, episode_id=n, number=n) for n, one in enumerate(episodes, 1)]
    return Series(1, "u", "S", episodes=tuple(numbered))


def kinds(*episodes: Episode) -> list[list[str]]:
    return [[need.kind for need in needs] for needs in find_needs(series_of(*episodes), TODAY).values()]


def test_an_episode_with_all_it_needs_needs_nothing() -> None:
    assert kinds(READY) == [[]]


@pytest.mark.parametrize(
    ("lacking", "need", "place"),
    [
        ({"proposal": None}, "no_proposal", "episode"),
        ({"proposal": replace(PROPOSAL, claims=())}, "no_claims", "proposal"),
        ({"proposal": replace(PROPOSAL, claims=(SupportingClaim("unknown"),))}, "no_claims", "proposal"),
        ({"hook": " "}, "no_hook", "episode"),
        ({"shots": ()}, "no_storyboard", "storyboard"),
        ({"target_seconds": 25.0}, "too_long", "storyboard"),
        ({"target_seconds": 40.0}, "too_short", "storyboard"),
        ({"planned_on": None}, "no_day", "episode"),
        ({"planned_on": date(2026, 3, 1)}, "late", "episode"),
        ({"status": "published"}, "published_when", "episode"),
    ],
)
def test_what_is_missing_is_said_with_where_it_is_mended(lacking: dict, need: str, place: str) -> None:
    [found] = find_needs(series_of(replace(READY, **lacking)), TODAY)[1]
    assert (found.kind, found.place) == (need, place)


def test_a_length_near_its_target_is_right() -> None:
    assert kinds(replace(READY, target_seconds=28.0), replace(READY, target_seconds=33.0)) == [[], []]


def test_figures_say_by_how_much() -> None:
    [late] = find_needs(series_of(replace(READY, planned_on=date(2026, 2, 27))), TODAY)[1]
    [long] = find_needs(series_of(replace(READY, target_seconds=25.0)), TODAY)[1]
    assert late.figures == {"day": date(2026, 2, 27), "days": 3}
    assert long.figures == {"seconds": 30.0, "off": 5.0, "target": 25.0}


def test_days_that_go_against_the_order_are_said() -> None:
    first = replace(READY, planned_on=date(2026, 3, 10))
    assert kinds(first, READY, replace(READY, planned_on=date(2026, 3, 10))) == [[], ["order"], []]


def test_an_unsure_claim_said_as_certain_needs_a_hedge() -> None:
    unsure = Claim(2, "The training set runs out in 2028", "low")
    leaning = replace(PROPOSAL, claims=(SupportingClaim(unsure.statement, "low", claim=unsure),))
    bold = replace(READY, proposal=leaning, hook="The training set runs out in 2028.")
    assert kinds(bold, replace(bold, hook="The training set may run out in 2028.")) == [["unhedged"], []]


@pytest.mark.parametrize("status", ["published", "dropped"])
def test_what_is_over_needs_nothing_more(status: str) -> None:
    over = Episode(1, "a", 1, "Famine", status=status, published_on=date(2026, 2, 1))
    assert kinds(over) == [[]]


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store(None)
    yield store
    store.close()


def said(store: Store, *episodes: Episode) -> list[list[tuple[str, tuple[int, ...]]]]:
    found = find_repeats(store, series_of(*episodes))
    return [[(repeat.kind, repeat.others) for repeat in repeats] for repeats in found.values()]


def test_a_claim_of_two_episodes_is_named_in_both(store: Store) -> None:
    by_shot = replace(READY, proposal=None, shots=(replace(SHOT, claims=(CLAIM,)),))
    plain = replace(READY, proposal=None, shots=())
    assert said(store, READY, plain, by_shot) == [[("claim", (3,))], [], [("claim", (1,))]]


def test_an_angle_taken_twice_is_said_beside_its_claims(store: Store) -> None:
    again = replace(READY, proposal=replace(PROPOSAL, proposal_id="p2", claims=()))
    elsewhere = replace(READY, proposal=replace(PROPOSAL, proposal_id="p3", topic="another", claims=()))
    assert said(store, READY, again, elsewhere) == [[("angle", (2,))], [("angle", (1,))], []]


def test_one_proposal_twice_is_said_once_and_not_for_all_that_stands_in_it(store: Store) -> None:
    assert said(store, READY, READY) == [[("proposal", (2,))], [("proposal", (1,))]]


def test_what_is_dropped_neither_repeats_nor_is_repeated(store: Store) -> None:
    assert said(store, READY, replace(READY, status="dropped")) == [[]]


def test_an_angle_that_is_out_already_is_said_with_what_is_out(sample_store: Store, sample_topic: int) -> None:
    store = sample_store
    [angle] = [row for row in store.rows("library/topic_angles", topic_id=sample_topic) if row["key"] == "tutorial"]
    proposal_id = list_proposals(store)[0].proposal_id
    [row] = store.rows("plan/editable_proposals", ids=[proposal_id])
    scope = f"proposal:{proposal_id}"
    fields = {"topic_id": sample_topic, "angle_id": angle["angle_id"]}
    change(store, "Ann", scope, [Change("proposal", proposal_id, row["rev"], fields)])
    ours, other = (add_series(store, "Ann", name) for name in ("ours", "other"))
    add_episode(store, "Ann", ours, "Next", proposal_id=proposal_id)
    done = add_episode(store, "Ann", other, "Was out", proposal_id=proposal_id)
    assert find_repeats(store, load_series(store, ours)).popitem()[1] == ()
    out = {"status": "published", "published_on": "2026-02-20"}
    change(store, "Ann", f"series:{other}", [Change("episode", str(done), 1, out)])
    for creator_key in list_creators(store)["creator_key"]:
        set_role(store, "Ann", [int(creator_key)], "own")
    own, published = find_repeats(store, load_series(store, ours)).popitem()[1]
    assert (published.kind, published.done, published.done_on) == ("published", "Was out", date(2026, 2, 20))
    assert (own.kind, own.times > 0, bool(own.done)) == ("own_works", True, True)
