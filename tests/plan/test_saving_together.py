"""Saves that wait for each other: stored in one transaction, each with an answer and a history of its own."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic, sleep

import pytest

from benchmarks.many_editors import SCOPE, add_storyboard
from blindspot.editing import Change, Changed, Stale, change, history
from blindspot.editing.rows import read_rows
from blindspot.editing.saving_together import queue_of
from blindspot.store import Store

SHOTS = 5


@pytest.fixture
def store(memory_store: Store) -> Store:
    add_storyboard(memory_store, SHOTS)
    return memory_store


def save_at_once(store: Store, *wanted: tuple[str, int, dict]) -> tuple[list[Future[Changed]], int]:
    """Let p0, p1 … change a shot each while the plan is held, and count the transactions that store it all."""
    transactions: list[int] = []
    store.plan_listeners.append(lambda: transactions.append(1))
    with ThreadPoolExecutor(len(wanted)) as pool:
        answers = []
        with store.plan_lock:
            for n, (shot_id, rev, fields) in enumerate(wanted):
                answers.append(pool.submit(change, store, f"p{n}", SCOPE, [Change("shot", shot_id, rev, fields)]))
                until = monotonic() + 20
                while len(queue_of(store, "plan")) <= n and monotonic() < until:
                    sleep(0.001)
    assert len(queue_of(store, "plan")) == 0
    return answers, len(transactions)


def narration(store: Store, shot_id: str) -> str:
    return read_rows(store, "shot", [shot_id])[shot_id]["narration"]


def test_saves_that_wait_are_one_transaction_with_a_history_each(store: Store) -> None:
    answers, transactions = save_at_once(store, *((f"shot-{n}", 1, {"narration": f"by p{n}"}) for n in range(SHOTS)))
    assert transactions == 1
    numbers = [answer.result().action_id for answer in answers]
    assert numbers == sorted(set(numbers))
    for n in range(SHOTS):
        assert narration(store, f"shot-{n}") == f"by p{n}"
        newest = history(store, item="shot", item_id=f"shot-{n}")[0]
        assert (newest.who, newest.rev, newest.action_id) == (f"p{n}", 2, numbers[n])
        assert (newest.before, newest.after) == ({"narration": ""}, {"narration": f"by p{n}"})


def test_who_comes_second_to_a_shot_is_shown_both_texts_and_nobody_else_is_held_up(store: Store) -> None:
    answers, transactions = save_at_once(
        store,
        ("shot-0", 1, {"narration": "first"}),
        ("shot-0", 1, {"narration": "second", "sound": "wind"}),
        ("shot-0", 1, {"sound": "rain"}),
        ("shot-1", 1, {"narration": "another's"}),
    )
    assert transactions == 1
    with pytest.raises(Stale) as stale:
        answers[1].result()
    [conflict] = stale.value.conflicts
    assert (conflict.before, conflict.yours, conflict.theirs, conflict.by, conflict.rev) == (
        {"narration": ""},
        {"narration": "second"},
        {"narration": "first"},
        "p0",
        2,
    )
    assert [met.by for met in answers[2].result().met] == ["p0"]
    row = read_rows(store, "shot", ["shot-0"])["shot-0"]
    assert (row["narration"], row["sound"], row["rev"]) == ("first", "rain", 3)
    assert [edit.rev for edit in history(store, item="shot", item_id="shot-0")] == [3, 2, 1]
    assert narration(store, "shot-1") == "another's"


@pytest.mark.parametrize("place", range(3))
def test_a_save_that_fails_is_told_so_and_the_others_are_stored(store: Store, place: int) -> None:
    wanted = [(f"shot-{n}", 1, {"narration": f"by p{n}"}) for n in range(3)]
    wanted[place] = (f"shot-{place}", 1, {"frames": -1})
    answers, _ = save_at_once(store, *wanted)
    assert [answer.exception() is not None for answer in answers] == [n == place for n in range(3)]
    assert [narration(store, f"shot-{n}") for n in range(3)] == ["" if n == place else f"by p{n}" for n in range(3)]
    change(store, "Ann", SCOPE, [Change("shot", f"shot-{place}", 1, {"frames": 2})])
