"""The sample comes into an empty database only, and goes as a whole: what the user brought stays."""

from __future__ import annotations

from pathlib import Path

from database_rows import execute, filled_tables, row_hashes
from douyin_exports import bring, load, row
from row_edits import edit

from blindspot.explore.sources import list_claims
from blindspot.library.check import check_store
from blindspot.library.codebooks import list_topics
from blindspot.library.creators import set_role
from blindspot.library.hidden_phrases import hide_phrases
from blindspot.library.hot_topics import decide_candidate
from blindspot.library.label_demand import set_demand_label
from blindspot.library.person_labels import set_label
from blindspot.library.sources.claims import decide_claim
from blindspot.library.sources.conflicts import settle_conflict
from blindspot.library.sources.import_sources import import_documents
from blindspot.library.sources.source_edits import set_reports_on
from blindspot.library.staging import Source
from blindspot.plan.proposals.board import move_proposal
from blindspot.plan.proposals.listing import list_proposals
from blindspot.plan.reports.bin import bin_report
from blindspot.plan.reports.import_reports import import_report
from blindspot.plan.reports.listing import list_reports
from blindspot.plan.sample import CAPTURED, FOLDER, has_sample, load_sample
from blindspot.plan.sample_bin import empty_sample_bin, remove_sample
from blindspot.plan.signals import Watch, add_signal, tie_signal
from blindspot.store import Store

ARTICLES = ("article_with_front_matter.md", "article_plain.txt")


def test_the_sample_comes_into_an_empty_database_only(memory_store: Store) -> None:
    assert not has_sample(memory_store)
    assert load_sample(memory_store)
    assert has_sample(memory_store)
    before = row_hashes(memory_store)
    assert not load_sample(memory_store)
    assert row_hashes(memory_store) == before


def test_the_sample_does_not_come_after_works_or_a_topic(memory_store: Store, tmp_path: Path) -> None:
    topic_id = load(memory_store)
    assert not load_sample(memory_store)
    assert [topic.topic_id for topic in list_topics(memory_store)] == [topic_id]


def test_a_removed_sample_leaves_nothing_and_does_not_return(sample_store: Store) -> None:
    topic_id = list_topics(sample_store)[0].topic_id
    set_label(sample_store, topic_id, "data_sustainability", 1, True)
    set_role(sample_store, "Ann", [1], "own")
    set_demand_label(sample_store, topic_id, "data_sustainability", "source", 1, False)
    hide_phrases(sample_store, topic_id, ["数据"])
    candidate = next(claim.claim_id for claim in list_claims(sample_store) if claim.status == "candidate")
    decide_claim(sample_store, "Ann", candidate, "accepted")
    edit(sample_store, "claim", candidate, grade="medium", grade_reason="looked up")
    settle_conflict(sample_store, 1, "the later one")
    set_reports_on(sample_store, 1, "云麓研究所")
    proposal = list_proposals(sample_store)[0]
    move_proposal(sample_store, "ren", proposal.proposal_id, "dropped", rev=proposal.rev)
    tie_signal(sample_store, "Ann", 1, 1)
    add_signal(sample_store, "Ann", Watch("a law"), topic_id=topic_id)
    decide_candidate(sample_store, 1, "accepted", topic_id)
    bin_report(sample_store, list_reports(sample_store)[0].source_id)
    remove_sample(sample_store)
    assert filled_tables(sample_store) == {"library.binned_sample"}
    assert not has_sample(sample_store)
    assert not load_sample(sample_store)


def test_removing_the_sample_leaves_what_the_user_brought(sample_store: Store, tmp_path: Path) -> None:
    other = Store(None)
    for store in (sample_store, other):
        load(store)
        bring(store, tmp_path / f"{id(store)}.csv", [row(1, "样例 演示"), row(2, creator="")])
        for report in ("second_report.md", "research_report.md"):
            import_report(store, FOLDER / report, report)
        import_documents(store, [Source(FOLDER / name, name, CAPTURED) for name in ARTICLES])
    remove_sample(sample_store)
    sql = "select work_id, title, likes, is_sample from library.works order by 1"
    assert execute(sample_store, sql) == execute(other, sql)
    assert {topic.name for topic in list_topics(sample_store)} == {topic.name for topic in list_topics(other)}
    empty_sample_bin(sample_store)
    counts = {name: rows for name, (rows, _) in row_hashes(sample_store).items()}
    assert counts == {name: rows for name, (rows, _) in row_hashes(other).items()}
    assert not [rule for rule in check_store(sample_store) if rule.violations]
    other.close()
