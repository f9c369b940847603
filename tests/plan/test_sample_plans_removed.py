"""The sample's plans go with all that was done to them; the user's own stay, without what they took from the sample."""

from __future__ import annotations

from database_rows import execute, filled_tables

from benchmarks.many_editors import SHOT
from blindspot.editing import Change, change
from blindspot.editing.rows import read_rows
from blindspot.library.check import check_store
from blindspot.plan.sample_bin import remove_sample
from blindspot.plan.series import add_episode, add_series
from blindspot.store import Store

SHOWN, UNUSED = "a" * 64, "b" * 64
PICTURE = "insert into plan.pictures values ($1, 'p', 'image/jpeg', 1, 1, 'x'::blob, 'x'::blob, now())"


def add_shot(store: Store, shot_id: str, episode_id: int | str, **fields: object) -> None:
    shot = {**SHOT, "episode_id": int(episode_id), "position": 1.0, "name": "S01", **fields}
    change(store, "Ann", f"episode:{episode_id}", [Change("shot", shot_id, None, shot)])


def claims_of(store: Store) -> list[int]:
    return [row["claim_id"] for row in store.rows("library/sample_claims")]


def test_work_on_the_samples_plans_goes_with_them(sample_store: Store) -> None:
    episode = sample_store.rows("plan/kept_episodes")[0]["item_id"]
    proposal = sample_store.rows("plan/kept_proposals")[0]["item_id"]
    for picture_id in (SHOWN, UNUSED):
        execute(sample_store, PICTURE, picture_id)
    add_shot(sample_store, "a", episode, claim_ids=claims_of(sample_store)[:2], picture_id=SHOWN)
    change(sample_store, "Ann", f"proposal:{proposal}", [Change("proposal", proposal, 1, {"fit": "it suits us"})])
    remove_sample(sample_store)
    assert filled_tables(sample_store) == {"library.binned_sample"}


def test_the_users_own_storyboard_stays_without_the_samples_claims(sample_store: Store) -> None:
    series_id = add_series(sample_store, "Ann", "my series")
    episode_id = add_episode(sample_store, "Ann", series_id, "my episode")
    execute(sample_store, PICTURE, SHOWN)
    add_shot(sample_store, "mine", episode_id, claim_ids=claims_of(sample_store)[:2], picture_id=SHOWN, picture="a sea")
    remove_sample(sample_store)
    shot = read_rows(sample_store, "shot", ["mine"])["mine"]
    assert (shot["picture"], shot["claim_ids"], shot["picture_id"]) == ("a sea", [], SHOWN)
    assert execute(sample_store, "select count(*) from plan.pictures") == [(1,)]
    assert not [rule for rule in check_store(sample_store) if rule.violations]
