"""Shots in a storyboard: order without renumbering, stable names, lengths in frames, one action each."""

from __future__ import annotations

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan.storyboard_rows import EPISODE, store_with_shots

from blindspot.domain import Shot
from blindspot.editing import Change, Stale, change, history, redo, undo
from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError, NotFound
from blindspot.plan.loading import load_episode
from blindspot.plan.storyboards.board import MOST_SHOTS
from blindspot.plan.storyboards.formats import ratio_of, set_format
from blindspot.plan.storyboards.lengths import read_frames, share_out
from blindspot.plan.storyboards.names import name_shots
from blindspot.plan.storyboards.narration import divide
from blindspot.plan.storyboards.shots import (
    add_shot,
    add_shots,
    bin_shots,
    binned_shots,
    duplicate_shot,
    edit_shot,
    move_shot,
    renumber,
    restore_shots,
    split_shot,
)
from blindspot.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    store = store_with_shots(90, 120, 60)
    yield store
    store.close()


def shots(store: Store) -> tuple[Shot, ...]:
    return load_episode(store, 1).shots


def names(store: Store) -> list[str]:
    return [shot.name for shot in shots(store)]


def by_name(store: Store, name: str) -> Shot:
    return next(shot for shot in shots(store) if shot.name == name)


def test_shots_are_named_as_they_are_added(store: Store) -> None:
    assert names(store) == ["S01", "S02", "S03"]
    assert shots(store)[0].transition == "cut"


def test_a_shot_without_a_length_lasts_three_seconds(store: Store) -> None:
    add_shot(store, "Ann", 1)
    assert shots(store)[-1].frames == 90


def test_what_is_inserted_takes_letters_and_renames_nothing(store: Store) -> None:
    before = {shot.shot_id: (shot.name, shot.rev) for shot in shots(store)}
    third = by_name(store, "S03").shot_id
    add_shot(store, "Ann", 1, before_id=third)
    add_shot(store, "Ann", 1, before_id=third)
    add_shot(store, "Ann", 1, before_id=shots(store)[0].shot_id)
    assert names(store) == ["S00A", "S01", "S02", "S02A", "S02B", "S03"]
    assert {shot.shot_id: (shot.name, shot.rev) for shot in shots(store) if shot.shot_id in before} == before


def test_a_name_in_the_bin_is_not_given_again(store: Store) -> None:
    bin_shots(store, "Ann", 1, [by_name(store, "S03").shot_id])
    add_shot(store, "Ann", 1)
    assert names(store) == ["S01", "S02", "S04"]
    [gone] = binned_shots(store, 1)
    assert gone["name"] == "S03"
    restore_shots(store, "Ann", 1, [gone["shot_id"]])
    assert names(store) == ["S01", "S02", "S03", "S04"]


def test_letters_go_on_behind_z() -> None:
    assert name_shots("S01", is_last=False, taken={"S01"}, count=28)[-3:] == ["S01Z", "S01AA", "S01AB"]
    assert name_shots("intro", is_last=False, taken={"intro", "S07"}, count=1) == ["S08"]


def test_a_shot_moves_and_keeps_its_name(store: Store) -> None:
    move_shot(store, "Ann", 1, by_name(store, "S03").shot_id, by_name(store, "S01").shot_id)
    assert names(store) == ["S03", "S01", "S02"]
    move_shot(store, "Ann", 1, by_name(store, "S03").shot_id, None)
    assert names(store) == ["S01", "S02", "S03"]
    assert by_name(store, "S01").rev == 1


def test_a_move_to_where_it_stands_is_no_edit(store: Store) -> None:
    second = by_name(store, "S02")
    for before in (second.shot_id, by_name(store, "S03").shot_id):
        assert move_shot(store, "Ann", 1, second.shot_id, before).action_id is None


def test_a_thousand_inserts_at_one_place_stay_in_order() -> None:
    store = store_with_shots(30, 30)
    last = shots(store)[-1].shot_id
    for _ in range(100):
        add_shots(store, "Ann", 1, [{"frames": 1}] * 10, before_id=last)
    found = [shot.position for shot in shots(store)]
    assert found == sorted(set(found))
    expected = name_shots("S01", is_last=False, taken={"S01", "S02"}, count=1000)
    assert names(store) == ["S01", *expected, "S02"]
    store.close()


def test_making_room_is_undone_with_what_made_it(store: Store) -> None:
    third = by_name(store, "S03").shot_id
    for _ in range(40):
        third = add_shot(store, "Ann", 1, before_id=third)
    full = names(store)
    undo(store, "Ann", "episode:1")
    assert names(store) == [name for name in full if name != by_id(store, third)["name"]]
    redo(store, "Ann", "episode:1")
    assert names(store) == full


def by_id(store: Store, shot_id: str) -> dict:
    return read_rows(store, "shot", [shot_id])[shot_id]


def test_random_moves_do_what_a_list_does(store: Store) -> None:
    chance = random.Random(4)
    add_shots(store, "Ann", 1, [{}] * 9)
    expected = [shot.shot_id for shot in shots(store)]
    for _ in range(80):
        one = chance.choice(expected)
        before = chance.choice([*expected, None])
        move_shot(store, "Ann", 1, one, before)
        if before != one:
            expected.remove(one)
            expected.insert(expected.index(before) if before else len(expected), one)
        assert [shot.shot_id for shot in shots(store)] == expected


def test_threads_that_add_at_one_place_lose_nothing(store: Store) -> None:
    third = by_name(store, "S03").shot_id
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda number: add_shot(store, f"p{number}", 1, before_id=third), range(24)))
    assert len({shot.position for shot in shots(store)}) == len(set(names(store))) == 27
    assert {shot.shot_id for shot in shots(store)} >= set(made)


def test_a_duplicate_stands_behind_and_has_all_but_the_name(store: Store) -> None:
    first = by_name(store, "S01")
    edit_shot(store, "Ann", 1, first.shot_id, 1, {"picture": "齿轮", "size": "CU"})
    duplicate_shot(store, "Ann", 1, first.shot_id)
    copy = by_name(store, "S01A")
    assert names(store)[:2] == ["S01", "S01A"]
    assert (copy.picture, copy.size, copy.frames) == ("齿轮", "CU", 90)


def test_a_split_keeps_the_length_and_divides_the_narration(store: Store) -> None:
    first = by_name(store, "S01")
    words = {"narration": "先看需求。再看供给。", "on_screen_text": "两条路", "transition": "dissolve"}
    edit_shot(store, "Ann", 1, first.shot_id, 1, words)
    split_shot(store, "Ann", 1, first.shot_id, [45, 45])
    one, two = shots(store)[:2]
    assert (one.narration, two.narration) == ("先看需求。", "再看供给。")
    assert (one.frames, two.frames, one.transition, two.transition) == (45, 45, "dissolve", "cut")
    assert two.on_screen_text == "两条路"
    undo(store, "Ann", "episode:1")
    assert (names(store), by_name(store, "S01").narration) == (["S01", "S02", "S03"], "先看需求。再看供给。")


@pytest.mark.parametrize("lengths", [[90], [60, 60], [90, 0], [100, -10]])
def test_parts_that_do_not_add_up_are_refused(store: Store, lengths: list[int]) -> None:
    with pytest.raises(BlindspotError, match="add up to the shot's 90 frames"):
        split_shot(store, "Ann", 1, by_name(store, "S01").shot_id, lengths)
    assert names(store) == ["S01", "S02", "S03"]


@given(st.text(max_size=80), st.lists(st.integers(1, 300), min_size=2, max_size=5))
def test_a_divided_narration_loses_no_word(text: str, lengths: list[int]) -> None:
    parts = divide(text, lengths)
    assert len(parts) == len(lengths)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_stale_edit_is_refused_and_other_fields_are_merged(store: Store) -> None:
    first = by_name(store, "S01").shot_id
    edit_shot(store, "Ann", 1, first, 1, {"narration": "hers"})
    with pytest.raises(Stale):
        edit_shot(store, "Ben", 1, first, 1, {"narration": "his"})
    assert edit_shot(store, "Ben", 1, first, 1, {"sound": "wind"}).met[0].by == "Ann"


@pytest.mark.parametrize("name", ["", "  ", "S02", "x" * 21, "a\nb"])
def test_a_name_that_editors_could_not_use_is_refused(store: Store, name: str) -> None:
    with pytest.raises(BlindspotError):
        edit_shot(store, "Ann", 1, by_name(store, "S01").shot_id, 1, {"name": name})


def test_a_text_without_end_and_a_shot_of_hours_are_refused(store: Store) -> None:
    first = by_name(store, "S01").shot_id
    for fields in ({"picture": "字" * 20_001}, {"frames": 0}, {"frames": 10**9}):
        with pytest.raises(BlindspotError):
            edit_shot(store, "Ann", 1, first, 1, fields)
    with pytest.raises(BlindspotError, match=str(MOST_SHOTS)):
        add_shots(store, "Ann", 1, [{}] * MOST_SHOTS)


def test_what_is_not_there_is_said(store: Store) -> None:
    for call in (
        lambda: add_shot(store, "Ann", 9),
        lambda: add_shot(store, "Ann", 1, before_id="gone"),
        lambda: move_shot(store, "Ann", 1, "gone", None),
        lambda: bin_shots(store, "Ann", 1, ["gone"]),
    ):
        with pytest.raises(NotFound):
            call()


def test_renumbering_happens_only_on_wish_and_never_meets_a_name_in_the_bin(store: Store) -> None:
    third = by_name(store, "S03").shot_id
    add_shot(store, "Ann", 1, before_id=third)
    bin_shots(store, "Ann", 1, [by_name(store, "S01").shot_id])
    renumber(store, "Ann", 1)
    assert names(store) == ["S01", "S02", "S03"]
    assert [row["name"] for row in binned_shots(store, 1)] == ["S04"]
    assert history(store, item="shot", item_id=third)[0].before == {"name": "S03"} or by_id(store, third)["rev"] == 1


@pytest.mark.parametrize(
    ("said", "frames"),
    [
        ("5", 150),
        ("5s", 150),
        ("5.5 s", 165),
        ("5,5秒", 165),
        ("５．５秒", 165),
        ("150f", 150),
        ("12 帧", 12),
        ("0:05", 150),
        ("1:02.5", 1875),
        ("00:01:05", 1950),
        ("00:00:05:12", 162),
        ("1分20秒", 2400),
        ("1'20\"", 2400),
        ("0.001", 1),
    ],
)
def test_a_length_is_read_as_people_write_it(said: str, frames: int) -> None:
    assert read_frames(said, Fraction(30)) == frames


@pytest.mark.parametrize("said", ["", "five", "-3", "0", "00:00:05:30", "1e3", "5 5", "99999999", "nan", "4000"])
def test_what_is_no_length_is_refused(said: str) -> None:
    with pytest.raises(BlindspotError):
        read_frames(said, Fraction(30))


def test_a_fractional_rate_counts_its_own_frames() -> None:
    assert read_frames("10", Fraction(30000, 1001)) == 300
    assert read_frames("00:00:10:00", Fraction(30000, 1001)) == 300


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=60), st.integers(1, 100_000))
def test_frames_shared_out_keep_their_sum(weights: list[int], total: int) -> None:
    shares = share_out(weights, total)
    assert min(shares) >= 1
    assert sum(shares) == max(total, len(weights))
    exact = [weight * total / sum(weights) for weight in weights]
    if min(exact) >= 1:
        assert all(abs(share - part) < 1 for share, part in zip(shares, exact, strict=True))


def test_another_frame_rate_keeps_the_seconds_and_the_whole(store: Store) -> None:
    episode = load_episode(store, 1)
    set_format(store, "Ann", 1, episode.rev, {"fps_num": 24000, "fps_den": 1001})
    changed = load_episode(store, 1)
    assert changed.frames == round(9 * 24000 / 1001)
    for before, after in zip(episode.shots, changed.shots, strict=True):
        assert abs(before.frames / episode.fps - after.frames / changed.fps) < 1 / changed.fps
    undo(store, "Ann", "episode:1")
    assert load_episode(store, 1).shots[0].frames == 90


def test_the_format_is_checked_and_its_parts_merge(store: Store) -> None:
    rev = load_episode(store, 1).rev
    set_format(store, "Ann", 1, rev, {"width": 1920, "height": 1080})
    set_format(store, "Ben", 1, rev, {"target_seconds": 60.0})
    episode = load_episode(store, 1)
    assert (ratio_of(episode.width, episode.height), episode.target_seconds) == ("16:9", 60.0)
    for wrong in ({"width": 0}, {"fps_num": 1000}, {"target_seconds": float("nan")}, {"fps_num": 30, "fps_den": 0}):
        with pytest.raises(BlindspotError):
            set_format(store, "Ann", 1, episode.rev, wrong)


def test_a_shot_is_edited_only_in_its_own_storyboard(store: Store) -> None:
    change(store, "Ann", "series:1", [Change("episode", "2", None, {**EPISODE, "uid": "e2"})])
    shot_id = shots(store)[0].shot_id
    with pytest.raises(NotFound, match="no such shot in this storyboard"):
        edit_shot(store, "Ann", 2, shot_id, 1, {"narration": "stolen"})
    assert by_name(store, "S01").rev == 1
