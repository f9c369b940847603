"""What people type into the library: nobody's words are overwritten, each edit has an author and can be taken back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from database_rows import execute
from douyin_exports import FIRST_ID, bring, codebook, load, row
from reading_rows import add_claim, add_document
from row_edits import edit, row_of

from blindspot.editing import Stale, can_undo, history, redo, restore, undo
from blindspot.errors import BlindspotError, CodebookError, NotFound
from blindspot.labelling.codebook import Angle
from blindspot.library.accounts import Account, add_account, list_accounts
from blindspot.library.angle_edits import add_angle, angle_id, move_angle, new_key
from blindspot.library.check import check_store
from blindspot.library.codebooks import find_topic, load_codebook, save_codebook, show_codebook
from blindspot.library.creators import find_creator, list_creators, set_role
from blindspot.library.import_files import import_paths
from blindspot.library.person_labels import set_label
from blindspot.plan.signals import SCOPE, Watch, add_signal, list_signals
from blindspot.store import Store

ANGLES = {"demo": ["演示"], "risk": ["风险"]}


@pytest.fixture
def topic_id(memory_store: Store, tmp_path: Path) -> int:
    bring(memory_store, tmp_path / "a.csv", [row(1, "样例 演示"), row(2, "样例 风险"), row(3, "样例 提示")])
    return load(memory_store, angles=ANGLES)


@pytest.fixture
def risk(memory_store: Store, topic_id: int) -> str:
    return angle_id(memory_store, topic_id, "risk")


def works_of(store: Store, angle: str) -> set[int]:
    sql = "select w.work_id from library.label_facts as f join library.works as w using (work_key) where f.angle_id = ?"
    return {int(work_id) - FIRST_ID for (work_id,) in execute(store, sql, angle)}


def sound(store: Store) -> bool:
    return not [rule for rule in check_store(store) if rule.violations]


def made(store: Store, kind: str) -> tuple[str, str, str]:
    """Return a row of a kind, by its id, with a field of free words in it."""
    match kind:
        case "account":
            return kind, str(add_account(store, "Eve", Account("ren"))), "tone"
        case "claim":
            return kind, str(add_claim(store, add_document(store, "Doc"), "Lakes dry up", [])), "statement"
        case "signal":
            return kind, str(add_signal(store, "Eve", Watch("a law"))), "meaning"
        case "topic":
            return kind, str(find_topic(store, "样例话题").topic_id), "name"
        case "angle":
            return kind, angle_id(store, find_topic(store, "样例话题").topic_id, "risk"), "definition_zh"
    return "creator", str(find_creator(store, "c1")), "creator_group"


KINDS = pytest.mark.parametrize("kind", ["account", "claim", "signal", "topic", "angle", "creator"])


@KINDS
def test_the_same_words_changed_by_two_are_both_offered(memory_store: Store, topic_id: int, kind: str) -> None:
    item, key, field = made(memory_store, kind)
    seen = row_of(memory_store, item, key)
    edit(memory_store, item, key, rev=seen["rev"], **{field: "hers"})
    with pytest.raises(Stale) as refused:
        edit(memory_store, item, key, who="Ben", rev=seen["rev"], **{field: "his"})
    [conflict] = refused.value.conflicts
    assert (conflict.yours, conflict.theirs, conflict.by) == ({field: "his"}, {field: "hers"}, "Ann")
    assert conflict.before == {field: seen[field]}
    assert row_of(memory_store, item, key)[field] == "hers"
    assert sound(memory_store)


@KINDS
def test_an_edit_has_an_author_and_is_taken_back_and_done_again(memory_store: Store, topic_id: int, kind: str) -> None:
    item, key, field = made(memory_store, kind)
    before = row_of(memory_store, item, key)
    edit(memory_store, item, key, **{field: "hers"})
    newest = history(memory_store, item=item, item_id=key)[0]
    assert (newest.who, newest.before, newest.after) == ("Ann", {field: before[field]}, {field: "hers"})
    scope = f"{item}:{key}"
    undo(memory_store, "Ann", scope)
    assert row_of(memory_store, item, key)[field] == before[field]
    assert not can_undo(memory_store, "Ann", scope)
    redo(memory_store, "Ann", scope)
    assert row_of(memory_store, item, key)[field] == "hers"
    restore(memory_store, "Ben", scope, item, key, before["rev"])
    assert row_of(memory_store, item, key)[field] == before[field]
    assert sound(memory_store)


@pytest.mark.parametrize("kind", ["account", "signal", "topic", "angle"])
def test_the_bin_takes_and_gives_back(memory_store: Store, topic_id: int, kind: str) -> None:
    item, key, _ = made(memory_store, kind)
    shown: dict[str, Callable[[], list]] = {
        "account": lambda: list_accounts(memory_store),
        "signal": lambda: list_signals(memory_store),
        "topic": lambda: memory_store.rows("library/topics"),
        "angle": lambda: memory_store.rows("library/topic_angles", topic_id=topic_id),
    }
    before = shown[kind]()
    edit(memory_store, item, key, is_binned=True)
    assert len(shown[kind]()) == len(before) - 1
    undo(memory_store, "Ann", f"{item}:{key}")
    assert [vars(one) | {"rev": 0} if hasattr(one, "__dict__") else one for one in shown[kind]()] == [
        vars(one) | {"rev": 0} if hasattr(one, "__dict__") else one for one in before
    ]
    assert sound(memory_store)


def test_two_people_change_one_codebook_at_once_and_both_are_kept(memory_store: Store, topic_id: int) -> None:
    seen = {key: row_of(memory_store, "angle", angle_id(memory_store, topic_id, key)) for key in ANGLES}
    ids = {key: angle_id(memory_store, topic_id, key) for key in ANGLES}
    wanted = [
        ("Ann", "demo", {"terms": ["演示", "新"]}),
        ("Ben", "risk", {"terms": ["风险", "提示"]}),
        ("Cy", "risk", {"definition_zh": "会出什么事"}),
        ("Di", "demo", {"exclude": ["广告"]}),
    ]
    threads = [
        threading.Thread(
            target=edit, args=(memory_store, "angle", ids[key]), kwargs={"who": who, "rev": seen[key]["rev"], **said}
        )
        for who, key, said in wanted
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for who, key, said in wanted:
        stands = row_of(memory_store, "angle", ids[key])
        assert {name: stands[name] for name in said} == said, who
        assert who in {one.who for one in history(memory_store, item="angle", item_id=ids[key])}
    assert works_of(memory_store, ids["risk"]) == {2, 3}
    assert sound(memory_store)


def test_an_edit_of_terms_and_what_it_labels_are_one_thing(memory_store: Store, risk: str) -> None:
    version = memory_store.data_version()
    edit(memory_store, "angle", risk, terms=["提示"])
    assert works_of(memory_store, risk) == {3}
    assert memory_store.data_version() == version + 1
    with pytest.raises(CodebookError):
        edit(memory_store, "angle", risk, terms=["演示"], name_zh="", name_en="")
    assert works_of(memory_store, risk) == {3}
    assert row_of(memory_store, "angle", risk)["terms"] == ["提示"]
    undo(memory_store, "Ann", f"angle:{risk}")
    assert works_of(memory_store, risk) == {2}
    assert sound(memory_store)


def test_a_persons_label_wins_over_every_edit_and_undo(memory_store: Store, topic_id: int, risk: str) -> None:
    works = execute(memory_store, "select work_key, work_id from library.works")
    keys = {int(work_id) - FIRST_ID: key for key, work_id in works}
    set_label(memory_store, topic_id, "risk", keys[1], True)
    set_label(memory_store, topic_id, "risk", keys[2], False)
    edit(memory_store, "angle", risk, terms=["提示", "风险"])
    assert works_of(memory_store, risk) == {1, 3}
    edit(memory_store, "angle", risk, is_binned=True)
    assert works_of(memory_store, risk) == set()
    for _ in range(2):
        undo(memory_store, "Ann", f"angle:{risk}")
    assert works_of(memory_store, risk) == {1}
    assert sound(memory_store)


def test_a_file_is_an_edit_that_says_whose_words_it_replaced(memory_store: Store, topic_id: int, risk: str) -> None:
    edit(memory_store, "angle", risk, who="Ben", terms=["风险", "提示"])
    loaded = load_codebook(memory_store, "Ann", codebook(angles={"risk": ["风险"], "more": ["新"]}))
    [replaced] = loaded.replaced
    assert (replaced.name, replaced.who) == ("risk", "Ben")
    assert row_of(memory_store, "angle", risk)["terms"] == ["风险"]
    newest = history(memory_store, item="angle", item_id=risk)[0]
    assert (newest.who, newest.origin, newest.before["terms"]) == ("Ann", "import", ["风险", "提示"])
    undo(memory_store, "Ann", f"codebook:{topic_id}")
    assert row_of(memory_store, "angle", risk)["terms"] == ["风险", "提示"]
    assert [angle.key for angle in show_codebook(memory_store, topic_id).angles] == ["demo", "risk"]
    assert load_codebook(memory_store, "Ann", codebook(angles={"demo": ["演示"]})).replaced == ()
    assert sound(memory_store)


def test_a_run_of_edits_makes_one_version_and_a_file_its_own(memory_store: Store, topic_id: int, risk: str) -> None:
    first = find_topic(memory_store, "样例话题").version
    for terms in (["a"], ["b"], ["c"]):
        edit(memory_store, "angle", risk, terms=terms)
    versions = memory_store.rows("library/codebook_versions", topic_id=topic_id)
    assert (versions[0]["version"], '"c"' in versions[0]["toml"]) == (first + 1, True)
    load_codebook(memory_store, "Ann", codebook(angles={"risk": ["d"]}))
    newest, former = memory_store.rows("library/codebook_versions", topic_id=topic_id)[:2]
    assert ('"d"' in newest["toml"], '"c"' in former["toml"]) == (True, True)


def test_angles_are_added_and_moved_by_edits(memory_store: Store, topic_id: int) -> None:
    key = add_angle(memory_store, "Ann", topic_id, Angle("", "", {"en": "Jobs & bowls"}, terms=("饭碗",)))
    assert key == "jobs_bowls"
    move_angle(memory_store, "Ann", topic_id, key, -1)
    assert [angle.key for angle in show_codebook(memory_store, topic_id).angles] == ["demo", key, "risk"]
    assert move_angle(memory_store, "Ann", topic_id, "risk", 1) is None
    for _ in range(2):
        undo(memory_store, "Ann", f"codebook:{topic_id}")
    assert [angle.key for angle in show_codebook(memory_store, topic_id).angles] == ["demo", "risk"]
    with pytest.raises(CodebookError, match="no name"):
        add_angle(memory_store, "Ann", topic_id, Angle(""))
    assert sound(memory_store)


def test_an_angle_moves_within_its_group_only(memory_store: Store) -> None:
    topic_id = load(memory_store, angles={"a": [], "b": [], "c": []})
    edit(memory_store, "angle", angle_id(memory_store, topic_id, "b"), angle_group="two")
    move_angle(memory_store, "Ann", topic_id, "c", -1)
    assert [angle.key for angle in show_codebook(memory_store, topic_id).angles] == ["c", "b", "a"]
    assert move_angle(memory_store, "Ann", topic_id, "b", 1) is None


def test_a_new_key_is_its_own() -> None:
    assert new_key(("jobs", "jobs_2", "angle"), "Jobs & bowls") == "jobs_bowls"
    assert new_key(("jobs", "jobs_2", "angle"), "Jobs") == "jobs_3"
    assert new_key(("jobs", "jobs_2", "angle"), "") == "angle_2"


def test_roles_are_one_edit_and_taken_back_together(memory_store: Store, topic_id: int, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "b.csv", [row(9, creator="other")])
    keys = [int(key) for key in list_creators(memory_store)["creator_key"]]
    set_role(memory_store, "Ann", keys, "own")
    assert set(list_creators(memory_store)["role"]) == {"own"}
    undo(memory_store, "Ann", "creators")
    assert set(list_creators(memory_store)["role"]) == {"competitor"}
    with pytest.raises(NotFound, match="boss"):
        edit(memory_store, "creator", keys[0], role="boss")
    assert sound(memory_store)


def test_a_saved_codebook_is_one_edit(memory_store: Store, topic_id: int) -> None:
    whole = show_codebook(memory_store, topic_id)
    save_codebook(memory_store, "Ann", topic_id, type(whole)(whole.topic, whole.angles[:1]))
    assert len(show_codebook(memory_store, topic_id).angles) == 1
    undo(memory_store, "Ann", f"codebook:{topic_id}")
    assert show_codebook(memory_store, topic_id) == whole
    assert sound(memory_store)


def test_an_account_whose_name_is_taken_is_refused(memory_store: Store) -> None:
    add_account(memory_store, "Ann", Account("ren", "douyin"))
    other = add_account(memory_store, "Ann", Account("yu", "douyin"))
    with pytest.raises(BlindspotError, match="There is an account “Ren” already"):
        edit(memory_store, "account", other, handle="Ren")
    edit(memory_store, "account", other, handle="Ren", platform="bilibili")
    assert row_of(memory_store, "account", other)["handle"] == "Ren"


def test_a_signal_closed_by_an_import_says_so_in_its_history(memory_store: Store) -> None:
    signal = add_signal(memory_store, "Ann", Watch("a law"))
    with pytest.raises(BlindspotError, match="what to watch"):
        edit(memory_store, "signal", signal, subject=" ")
    assert [one.who for one in history(memory_store, item="signal", item_id=str(signal))] == ["Ann"]
    assert can_undo(memory_store, "Ann", SCOPE)


def test_a_mapping_is_kept_with_its_author(memory_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text("编号,标题文字,何时\n7400000000000000001,样例,2026-02-01 08:00\n", encoding="utf-8")
    mapping = {
        "header": ["编号", "标题文字", "何时"],
        "table": "",
        "platform": "douyin",
        "fields": {"work_id": "编号", "title": "标题文字", "published_at": "何时"},
        "duration_unit": "s",
        "is_certain": True,
        "doubts": [],
    }
    result = import_paths(memory_store, [file], mapping=mapping, who="Ann")
    assert not result.refused, result.refused
    [(item_id,)] = execute(memory_store, "select header_hash from library.mappings")
    assert [one.who for one in history(memory_store, item="mapping", item_id=item_id)] == ["Ann"]
    edit(memory_store, "mapping", item_id, is_binned=True)
    assert memory_store.rows("library/header_mapping", header_hash=item_id) == []
    assert sound(memory_store)
