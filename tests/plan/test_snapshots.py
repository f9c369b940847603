"""Snapshots: after edits the plan lies beside the database, bounded, and a lost database gets it back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from places import OpenStore
from plans import PIXELS, make_plan

from blindspot.editing import Change, change
from blindspot.editing.rows import read_rows
from blindspot.plan import snapshots
from blindspot.plan.loading import load_episode
from blindspot.plan.snapshots import bring_back, keep_snapshots, newest_snapshot, snapshots_of
from blindspot.store import Store


@pytest.fixture
def kept(file_store: Store) -> Store:
    keep_snapshots(file_store)
    make_plan(file_store, ("旁白", "more"))
    return file_store


def files(store: Store) -> list[Path]:
    return sorted((store.path.parent / "plan_snapshots").glob("*.json"))


def edit(store: Store, text: str) -> None:
    rev = read_rows(store, "shot", ["h1"])["h1"]["rev"]
    change(store, "Ann", "episode:1", [Change("shot", "h1", rev, {"narration": text})])


def test_edits_are_in_a_snapshot_when_the_database_is_closed(kept: Store) -> None:
    assert files(kept) == []
    kept.close()
    [path] = files(kept)
    plan = json.loads(path.read_bytes())
    assert plan["series"][0]["episodes"][0]["shots"][0]["narration"] == "旁白"
    assert plan["pictures"][0]["content"] is None


def test_edits_are_in_a_snapshot_soon_without_anybody_asking(
    file_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "SECONDS_APART", 0.01)
    written = keep_snapshots(file_store).written
    make_plan(file_store)
    assert written.wait(20)
    assert files(file_store)


def test_a_lost_database_gets_its_plan_back_with_its_pictures(kept: Store, open_store: OpenStore) -> None:
    kept.close()
    kept.path.unlink()
    store = open_store(kept.path)
    snapshot = newest_snapshot(store)
    assert (snapshot.proposals, snapshot.episodes) == (1, 1)
    assert bring_back(store, snapshot, "Ann").added == 6
    [episode] = store.rows("plan/kept_episodes")
    shots = load_episode(store, episode["item_id"], with_pictures=True).shots
    assert [(shot.narration, shot.image and shot.image.content) for shot in shots] == [("旁白", PIXELS)]


def test_a_damaged_snapshot_is_passed_over_for_the_one_before(kept: Store) -> None:
    snapshots_of(kept).flush()
    [path] = files(kept)
    path.with_name("plan_99991231_000000.json").write_bytes(b'{"format": "blindspot-pl')
    assert newest_snapshot(kept).path == path


def test_a_plan_that_did_not_change_is_not_written_again(kept: Store) -> None:
    snapshots_of(kept).flush()
    [first] = files(kept)
    first.rename(first.with_name("plan_20260101_000000.json"))
    with kept.planning():
        pass
    snapshots_of(kept).flush()
    assert len(files(kept)) == 1
    edit(kept, "newer")
    snapshots_of(kept).flush()
    assert len(files(kept)) == 2


def test_old_snapshots_go_but_the_last_of_each_day_stays(kept: Store) -> None:
    folder = kept.path.parent / "plan_snapshots"
    (folder / "pictures").mkdir(parents=True)
    unused = folder / "pictures" / f"{'c' * 64}.content"
    unused.write_bytes(b"x")
    for day in range(1, 29):
        for hour in range(2):
            (folder / f"plan_202601{day:02}_{hour:02}0000.json").write_text("{}")
    for hour in range(24):
        (folder / f"plan_20260201_{hour:02}0000.json").write_text("{}")
    snapshots_of(kept).flush()
    left = [path.name for path in files(kept)]
    assert [name for name in left if "_202601" in name] == [f"plan_202601{day:02}_010000.json" for day in range(1, 29)]
    assert len([name for name in left if "_20260201_" in name]) == snapshots.NEWEST_KEPT - 1
    assert not unused.exists()
    assert len(list((folder / "pictures").iterdir())) == 2


def test_a_snapshot_that_cannot_be_written_fails_no_save(kept: Store) -> None:
    (kept.path.parent / "plan_snapshots").write_text("a file where the folder should be")
    edit(kept, "newer")
    snapshots_of(kept).flush()
    assert "could not be saved beside the database" in str(snapshots_of(kept).problem)
    assert read_rows(kept, "shot", ["h1"])["h1"]["narration"] == "newer"


def test_a_database_in_memory_keeps_none(memory_store: Store) -> None:
    assert keep_snapshots(memory_store) is None
    assert newest_snapshot(memory_store) is None
