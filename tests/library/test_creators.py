"""Who a work belongs to: hidden ids, unknown creators, roles."""

from __future__ import annotations

from pathlib import Path

import pytest
from database_rows import execute
from douyin_exports import bring, row
from row_edits import edit

from blindspot.errors import NotFound
from blindspot.library.creators import find_creator, list_creators, set_role
from blindspot.store import Store

LATER = "2026-08-12T12:00:00+08:00"
HASH = "0a1b2c3d4e5f6071"


def owners(store: Store) -> dict[int, str]:
    """Return the creator's id of each work by the last digit of its own."""
    sql = "select w.work_id, c.creator_id from library.works as w join library.creators as c using (creator_key)"
    return {int(work_id[-3:]): creator_id for work_id, creator_id in execute(store, sql)}


def test_a_known_work_keeps_its_creator_when_a_later_export_hides_the_id(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "g1.csv", [row(1, creator="u1", name="阿一"), row(9, creator="u9")])
    hidden = [row(1, creator=HASH, hidden=True, at=LATER), row(2, creator=HASH, hidden=True, at=LATER)]
    bring(memory_store, tmp_path / "g2.csv", hidden)
    bring(memory_store, tmp_path / "g3.csv", [row(3, creator=HASH, hidden=True, at=LATER)])
    assert owners(memory_store) == {1: "u1", 2: "u1", 3: "u1", 9: "u9"}
    frame = list_creators(memory_store)
    assert sorted(frame["creator_id"]) == ["u1", "u9"]
    assert frame.set_index("creator_id").loc["u1", ["name", "works"]].tolist() == ["阿一", 3]


def test_a_hidden_creator_gets_its_name_when_an_export_shows_it(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "g2.csv", [row(1, creator=HASH, hidden=True, name="阿***")])
    bring(
        memory_store, tmp_path / "g1.csv", [row(1, creator="u1", name="阿一", at=LATER), row(2, creator="u1", at=LATER)]
    )
    assert len(set(owners(memory_store).values())) == 1
    assert list_creators(memory_store)["name"].tolist() == ["阿一"]


def test_works_without_a_creator_belong_to_one_unknown_a_platform(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "a.csv", [row(1, creator="", name=""), row(2, creator="", name="")])
    bring(memory_store, tmp_path / "b.csv", [row(3, creator="", name="", at=LATER)])
    frame = list_creators(memory_store)
    assert frame[["platform", "creator_id", "works"]].values.tolist() == [["douyin", "", 3]]
    assert frame["name"].isna().all()


def test_names_tell_creators_apart_where_a_file_has_no_ids(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "a.csv", [row(1, creator="", name="甲"), row(2, creator="", name="乙")])
    assert sorted(list_creators(memory_store)["name"]) == ["乙", "甲"]


def test_an_unknown_creator_is_found_by_a_later_export(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "a.csv", [row(1, creator="", name=""), row(2, creator="", name="")])
    bring(memory_store, tmp_path / "b.csv", [row(1, creator="u1", at=LATER)])
    assert owners(memory_store) == {1: "u1", 2: ""}


def test_a_known_creator_is_not_lost_to_an_export_without_one(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "a.csv", [row(1, creator="u1", name="阿一")])
    bring(memory_store, tmp_path / "b.csv", [row(1, creator="", name="", at=LATER)])
    assert owners(memory_store) == {1: "u1"}
    assert list_creators(memory_store)["name"].tolist() == ["阿一"]


def test_an_older_export_does_not_bring_back_an_old_name(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "new.csv", [row(1, creator="u1", name="新名", at=LATER)])
    bring(memory_store, tmp_path / "old.csv", [row(2, creator="u1", name="旧名")])
    assert list_creators(memory_store)["name"].tolist() == ["新名"]


def test_creators_are_competitors_until_a_person_says_otherwise(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "a.csv", [row(1, creator="u1"), row(2, creator="u2")])
    key = find_creator(memory_store, "u1")
    set_role(memory_store, "Ann", [key], "own")
    edit(memory_store, "creator", key, creator_group=" 我们 ")
    bring(memory_store, tmp_path / "b.csv", [row(3, creator="u1", at=LATER)])
    frame = list_creators(memory_store).set_index("creator_id")
    assert frame["role"].to_dict() == {"u1": "own", "u2": "competitor"}
    assert frame.loc["u1", "creator_group"] == "我们"
    edit(memory_store, "creator", key, creator_group="  ")
    assert list_creators(memory_store).set_index("creator_id").loc["u1", "creator_group"] is None
    with pytest.raises(NotFound, match="no role “boss”"):
        set_role(memory_store, "Ann", [key], "boss")


def test_a_creator_is_found_by_key_id_or_name_and_never_by_guess(memory_store: Store, tmp_path: Path) -> None:
    rows = [row(1, creator="u1", name="同名"), row(2, creator="u2", name="同名"), row(3, creator="u3", name="独一")]
    bring(memory_store, tmp_path / "a.csv", rows)
    key = find_creator(memory_store, "u3")
    assert {find_creator(memory_store, name) for name in (str(key), "douyin:u3", "u3", "独一")} == {key}
    with pytest.raises(NotFound, match="“同名” names 2 creators"):
        find_creator(memory_store, "同名")
    with pytest.raises(NotFound, match="no creator “u4”"):
        find_creator(memory_store, "u4")
