"""A database from before storyboards opens under a backup; what was planned is there, to be edited."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from database_rows import execute
from places import OpenStore

from blindspot.editing import Change, change, history, undo
from blindspot.editing.rows import read_rows
from blindspot.library.check import check_store
from blindspot.plan.loading import load_proposal, load_series
from blindspot.plan.plan_file import export_plan, import_plan
from blindspot.store import QUERIES, Store, backups_folder, statement

FORMER = 10
WITH_HISTORY = 11
PLANS = """
insert into plan.proposals (
    proposal_id, position, title, thesis, visual_note, status, created_at, changed_at, rev, binned_at
)
values
    ('p1', 1, '没人说的风险', '一句话', '', 'approved', now(), now(), 3, null),
    ('p2', 2, 'gone', '', '', 'idea', now(), now(), 1, now());
insert into plan.risks values ('p1', 1, 'wrong', 'body', 'legal', 'hedge');
insert into plan.series (series_id, position, title, created_at, rev) values (4, 1, '两集', now(), 2);
insert into plan.episodes (
    episode_id, series_id, position, title, note, proposal_id, status, planned_on, published_on, rev
)
values
    (7, 4, 1, '第一集', '（技术角度，已有报告）', null, 'published', '2026-02-01', '2026-02-03', 5),
    (8, 4, 2, '第二集', '', 'p1', 'planned', '2026-02-08', null, 1);
select nextval('plan.series_ids'), nextval('plan.episode_ids') from range(9);
"""


HISTORY = """
insert into plan.series (series_id, uid, position, title, created_at, rev) values (4, 'u', 1, 'now', now(), 2);
insert into plan.actions
values (7, 'series:4', 'edit', 'person', 'Ann', now(), false), (9, 'series:4', 'edit', 'person', 'Ben', now(), true);
insert into plan.edits
values (7, 1, 'series', '4', 2, '{"title": "then"}', '{"title": "now"}'), (9, 1, 'series', '4', 1, null, '{}');
select nextval('plan.action_ids') from range(9);
"""


def former(path: Path, versions: int, rows: str) -> Path:
    """Make a database as it was after so many schema files, with some rows."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(statement("library/keep_migrations"))
        for file in sorted((QUERIES / "schema").glob("*.sql"))[:versions]:
            connection.execute(file.read_text(encoding="utf-8"))
            connection.execute(statement("library/note_migration"), {"name": file.stem})
        connection.execute(rows)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return former(tmp_path / "blindspot.duckdb", FORMER, PLANS)


@pytest.fixture
def store(path: Path, open_store: OpenStore) -> Store:
    return open_store(path)


def test_nothing_that_was_planned_is_lost(store: Store, path: Path) -> None:
    proposal, series = load_proposal(store, "p1"), load_series(store, 4)
    assert (proposal.title, proposal.thesis, proposal.status) == ("没人说的风险", "一句话", "approved")
    assert [(risk.title, risk.mitigation) for risk in proposal.risks] == [("wrong", "hedge")]
    assert [(one.title, one.status, str(one.planned_on), one.rev) for one in series.episodes] == [
        ("第一集", "published", "2026-02-01", 5),
        ("第二集", "planned", "2026-02-08", 1),
    ]
    assert series.episodes[1].proposal.proposal_id == "p1"
    assert read_rows(store, "proposal", ["p2"])["p2"]["is_binned"]
    assert list(backups_folder(path).iterdir())
    assert not [rule for rule in check_store(store) if rule.violations]


def test_every_series_and_episode_is_known_by_an_id_of_its_own(store: Store) -> None:
    uids = execute(store, "select uid from plan.series union all select uid from plan.episodes")
    assert len(set(uids)) == 3
    assert all(len(uid) == 32 for (uid,) in uids)


def test_it_is_edited_from_the_revision_that_it_had(store: Store) -> None:
    done = change(store, "Ann", "series:4", [Change("episode", "7", 5, {"hook": "你知道吗"})])
    assert done.revs == {("episode", "7"): 6}
    assert [edit.before for edit in history(store, item="episode", item_id="7")] == [{"hook": ""}]
    assert not [rule for rule in check_store(store) if rule.violations]


def test_it_goes_into_a_plan_file_whole(store: Store, memory_store: Store) -> None:
    assert import_plan(memory_store, export_plan(store), "Ann").added == 5
    assert [one["uid"] for one in memory_store.rows("plan/kept_episodes")] == [
        one["uid"] for one in store.rows("plan/kept_episodes")
    ]


def test_who_changed_what_comes_along_and_goes_on(tmp_path: Path, open_store: OpenStore) -> None:
    store = open_store(former(tmp_path / "blindspot.duckdb", WITH_HISTORY, HISTORY))
    newest, first = history(store, item="series", item_id="4")
    assert (newest.who, newest.before, newest.after) == ("Ann", {"title": "then"}, {"title": "now"})
    assert (first.who, first.action_id, first.before) == ("Ben", 9, None)
    undone = undo(store, "Ann", "series:4")
    assert undone is not None
    assert undone.action_id == 10
    assert read_rows(store, "series", ["4"])["4"]["title"] == "then"
    assert not [rule for rule in check_store(store) if rule.violations]
