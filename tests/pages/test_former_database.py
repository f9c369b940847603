"""A database of the first release, with works and a shortlist, opens under a backup and loses nothing."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest
from database_rows import execute, row_hashes
from douyin_exports import bring, row
from reading import words

from blindspot.explore.coverage import measure_coverage
from blindspot.explore.filters import Filters
from blindspot.library.check import check_store
from blindspot.library.codebooks import list_topics
from blindspot.plan.loading import load_proposal
from blindspot.plan.proposals.board import move_proposal
from blindspot.plan.proposals.listing import list_proposals
from blindspot.store import QUERIES, Store, backups_folder, statement

RELEASED = ("0001_library", "0002_scope", "0003_former_details")
STATEMENT = "0 of 2 works by 1 creator mention it"
BOUNDS = ("share_low", "share_high", "share_high_clustered", "creator_share_low", "creator_share_high")
EVIDENCE = json.dumps(
    {
        "statement": STATEMENT,
        "line": 0.15,
        "scope": {
            "works": 2,
            "creators": 1,
            "sum_squares": 4.0,
            "rho": 0.2,
            "first_published": "2026-02-03",
            "last_published": "2026-02-03",
            "platforms": ["douyin"],
            "fields": ["title"],
            "works_with_transcript": 0,
            "own_creators": 0,
            "own_works": 0,
            "unlabelled": 0,
        },
        "angle": {
            "angle": "risk",
            "name": {"zh": "风险", "en": "Risk"},
            "works": 0,
            "creators": 0,
            **dict.fromkeys(BOUNDS, 0.5),
            "position": 1,
        },
        "verdict": {"kind": "nobody", "evidence": "weak"},
        "filters": {"date_from": None, "date_to": None, "platforms": []},
        "data_version": 3,
    }
)
ROWS = """
insert into library.imports values
    (1, 'export.csv', 'abc', 'douyin', null, now(), now(), 2, 2, 0, 0, 0, 0, 2, 0, 0, 1, false);
insert into library.creators values (1, 'douyin', 'c1', '创作者一', false, 'competitor', null, false);
insert into library.works (
    work_key, platform, work_id, creator_key, title, search_text, published_at, likes, captured_at, is_sample
)
select
    n, 'douyin', '74' || n, 1, '样例 演示', '样例演示\x1f\x1f\x1f', '2026-02-03 12:00:00+08', 10, now(), false
from range(1, 3) as r (n);
insert into library.snapshots select n, now(), 1, null, 10, null, null, null from range(1, 3) as r (n);
insert into library.topics values (1, '样例话题', null, null, false, 1);
insert into library.topic_terms values (1, 1, '样例');
insert into library.angles values
    (1, 1, 'demo', 0, null, '演示', 'Demo', null, null, [], false),
    (2, 1, 'risk', 1, null, '风险', 'Risk', null, null, [], false);
insert into library.angle_terms values (1, 1, 1, '演示', false), (2, 2, 1, '风险', false);
insert into library.topic_works values (1, 1), (1, 2);
insert into library.labels values (1, 1, 'rule', 1.0), (1, 2, 'rule', 1.0);
insert into library.label_words values (1, 1, 1, 6), (1, 2, 1, 6);
insert into library.label_facts select * from library.current_label_facts;
insert into library.scope_facts select * from library.current_scope_facts;
select nextval('library.import_ids'), nextval('library.creator_keys'), nextval('library.topic_ids');
select nextval('library.work_keys'), nextval('library.angle_ids'), nextval('library.term_ids') from range(2);
"""
PROPOSALS = """
insert into plan.proposals values
    ('p1', 1, 2, '没人说的风险', '为什么', 'shortlisted', $evidence, now(), now(), 3),
    ('p2', 1, 1, '演示', '', 'dropped', $evidence, now(), now(), 2)
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "blindspot.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(statement("library/keep_migrations"))
        for name in RELEASED:
            connection.execute((QUERIES / "schema" / f"{name}.sql").read_text(encoding="utf-8"))
            connection.execute(statement("library/note_migration"), {"name": name})
        connection.execute(ROWS)
        connection.execute(PROPOSALS, {"evidence": EVIDENCE})
    return path


def test_what_was_kept_is_there_as_it_was(store: Store, database: Path) -> None:
    kept = "select proposal_id, topic_id, angle_id, title, thesis, status, evidence, rev from plan.proposals order by 1"
    assert execute(store, kept) == [
        ("p1", 1, 2, "没人说的风险", "为什么", "shortlisted", EVIDENCE, 3),
        ("p2", 1, 1, "演示", "", "dropped", EVIDENCE, 2),
    ]
    [backup] = backups_folder(database).iterdir()
    with duckdb.connect(str(backup), read_only=True) as before:
        assert before.execute("select name from main.migrations order by name").fetchall() == [(x,) for x in RELEASED]
        for table, (count, _) in row_hashes(store).items():
            if count and table != "main.migrations":
                assert before.execute(f"select count(*) from {table}").fetchone() == (count,)
    assert not [rule for rule in check_store(store) if rule.violations]


def test_it_works_on(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path / "a.csv", [row(1, "样例 风险"), row(2, "样例 演示", creator="c2")])
    [topic] = list_topics(store)
    _, angles = measure_coverage(store, topic.topic_id, Filters())
    assert {one.angle: one.works for one in angles} == {"demo": 3, "risk": 1}
    first = list_proposals(store)[-1]
    move_proposal(store, "ren", first.proposal_id, "dropped", rev=first.rev)
    assert list_proposals(store)[-1].status == "dropped"
    assert not [rule for rule in check_store(store) if rule.violations]


@pytest.mark.parametrize("page", ["explore/gaps", "explore/coverage", "library/imports", "library/sources"])
def test_its_pages_open(open_page, page: str) -> None:
    assert not open_page(page).error


def test_the_proposals_show_what_was_kept(open_page, store: Store) -> None:
    assert not open_page("plan/shortlist").error
    assert "没人说的风险" in words(open_page("plan/proposal"))
    assert load_proposal(store, "p1").gap == STATEMENT
