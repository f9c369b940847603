"""Reports come in once, go out word for word, join a topic or make one; the bin gives back what it took."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from places import ROOT
from row_edits import edit

from blindspot.documents.report import parse_report
from blindspot.errors import FileRefused, NotFound
from blindspot.explore.own_coverage import angles_of_report, own_report_counts
from blindspot.explore.sources import list_claims
from blindspot.library.codebooks import list_topics, load_codebook, show_codebook
from blindspot.library.topic_bin import bin_topic
from blindspot.plan.proposals.board import move_proposal
from blindspot.plan.proposals.listing import list_proposals
from blindspot.plan.reports.bin import bin_report, restore_report
from blindspot.plan.reports.comparison import compare_reports
from blindspot.plan.reports.contents import load_report
from blindspot.plan.reports.headings import learn_heading
from blindspot.plan.reports.import_reports import ImportedReport, import_report
from blindspot.plan.reports.listing import ReportEntry, export_report, find_report, list_reports
from blindspot.plan.signals import list_signals
from blindspot.store import Store

SAMPLE = ROOT / "data" / "sample"
REPORT, SECOND = SAMPLE / "research_report.md", SAMPLE / "second_report.md"
URL = re.compile(r"https?://[^\s)|]+")


def bring_in(store: Store, path: Path, **options: object) -> ImportedReport:
    return import_report(store, path, path.name, **options)


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip()]


def counts(entry: ReportEntry) -> tuple[int, ...]:
    return (entry.claims, entry.sources, entry.origins, entry.proposals, entry.episodes, entry.signals)


def everything(store: Store, source_id: int) -> list[list[dict]]:
    names = ("report_claims", "report_claim_uses", "report_ratings", "report_fields", "report_sections")
    plans = ("report_proposals", "proposal_claims", "risks", "visuals", "report_episodes", "report_signals")
    return [
        *(store.rows(f"library/{name}", source_id=source_id) for name in names),
        *(store.rows(f"plan/{name}", source_id=source_id) for name in plans),
    ]


@pytest.fixture
def real_report(shared: Path) -> Path:
    """The real report beside the checkout."""
    [path] = (shared / "seeds").glob("000*")
    return path


@pytest.fixture
def changed(tmp_path: Path):
    """Write a version of the sample's report in which words are replaced."""

    def write(old: str, new: str, name: str = REPORT.name) -> Path:
        text = REPORT.read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / name
        path.write_text(text.replace(old, new), encoding="utf-8")
        return path

    return write


def assert_comes_out_as_it_went_in(store: Store, path: Path, tmp_path: Path) -> str:
    done = bring_in(store, path)
    assert done.outcome == "added"
    written = export_report(store, done.source_id)
    text = path.read_text(encoding="utf-8")
    assert lines(written) == lines(text)
    assert URL.findall(written) == URL.findall(text)
    before = everything(store, done.source_id)
    again = tmp_path / "again.md"
    again.write_text(written, encoding="utf-8")
    assert bring_in(store, again) == ImportedReport(done.source_id, "again.md", "unchanged")
    assert everything(store, done.source_id) == before
    assert len(list_reports(store)) == 1
    return written


def test_the_samples_report_comes_out_as_it_went_in(memory_store: Store, tmp_path: Path) -> None:
    assert_comes_out_as_it_went_in(memory_store, REPORT, tmp_path)
    [entry] = list_reports(memory_store)
    assert counts(entry) == (4, 9, 9, 1, 2, 3)
    assert entry.missing == ()


def test_the_real_report_comes_out_as_it_went_in(memory_store: Store, real_report: Path, tmp_path: Path) -> None:
    written = assert_comes_out_as_it_went_in(memory_store, real_report, tmp_path)
    assert (len(lines(written)), len(URL.findall(written)), len(set(URL.findall(written)))) == (233, 19, 10)
    [entry] = list_reports(memory_store)
    assert counts(entry) == (4, 9, 9, 1, 2, 3)
    assert (entry.researched_on.isoformat(), entry.account, entry.missing) == ("2026-02-11", "ren", ())


def test_the_export_is_written_from_the_tables_alone(memory_store: Store) -> None:
    source_id = bring_in(memory_store, REPORT).source_id
    claim = list_claims(memory_store)[0]
    edit(memory_store, "claim", claim.claim_id, grade="low", grade_reason="only hearsay")
    again = parse_report(export_report(memory_store, source_id))
    assert (again.claims[0].grade, again.claims[0].grade_reason) == ("low", "only hearsay")


def test_the_same_bytes_change_nothing(memory_store: Store) -> None:
    first, second = bring_in(memory_store, REPORT), bring_in(memory_store, REPORT)
    assert (first.outcome, second.outcome, first.source_id) == ("added", "unchanged", second.source_id)


def test_a_changed_version_takes_the_place_of_the_report_and_keeps_what_a_person_did(
    memory_store: Store, changed
) -> None:
    source_id = bring_in(memory_store, REPORT).source_id
    [proposal] = list_proposals(memory_store)
    move_proposal(memory_store, "ren", proposal.proposal_id, "dropped", rev=proposal.rev)
    claim = list_claims(memory_store)[0]
    edit(memory_store, "claim", claim.claim_id, grade="low", grade_reason="a person's word")
    done = bring_in(memory_store, changed("大家都在比谁的画面更炸", "谁都在比画面", "another_name.md"))
    assert done == ImportedReport(source_id, "another_name.md", "changed")
    assert "谁都在比画面" in export_report(memory_store, source_id)
    [planned] = list_proposals(memory_store)
    assert (planned.proposal_id, planned.status) == (proposal.proposal_id, "dropped")
    kept = list_claims(memory_store)[0]
    assert (kept.claim_id, kept.grade, kept.grade_reason) == (claim.claim_id, "low", "a person's word")


def test_a_report_of_another_day_and_file_is_another_report(memory_store: Store, changed) -> None:
    bring_in(memory_store, REPORT)
    bring_in(memory_store, changed("2026-02-11", "2026-03-11", "march.md"))
    assert len(list_reports(memory_store)) == 2


def test_it_joins_the_topic_whose_terms_it_uses(memory_store: Store) -> None:
    codebook = (SAMPLE / "sample_codebook.toml").read_text(encoding="utf-8")
    topic = load_codebook(memory_store, "Ann", codebook)
    source_id = bring_in(memory_store, REPORT).source_id
    assert find_report(memory_store, source_id).topic_id == topic.topic_id
    assert len(list_topics(memory_store)) == 1
    assert own_report_counts(memory_store, topic.topic_id)["data_sustainability"] == 1
    assert angles_of_report(memory_store, topic.topic_id, source_id)["data_sustainability"] > 3
    bin_report(memory_store, source_id)
    assert own_report_counts(memory_store, topic.topic_id) == {}


def test_it_does_not_vanish_into_a_topic_in_the_bin(memory_store: Store) -> None:
    codebook = (SAMPLE / "sample_codebook.toml").read_text(encoding="utf-8")
    binned = load_codebook(memory_store, "Ann", codebook).topic_id
    bin_topic(memory_store, "Ann", binned)
    entry = find_report(memory_store, bring_in(memory_store, REPORT).source_id)
    assert [topic.topic_id for topic in list_topics(memory_store)] == [entry.topic_id]
    assert entry.topic_id != binned


def test_without_such_a_topic_it_makes_one_by_its_title(memory_store: Store) -> None:
    source_id = bring_in(memory_store, REPORT).source_id
    entry = find_report(memory_store, source_id)
    assert entry.topic == entry.title
    codebook = show_codebook(memory_store, entry.topic_id)
    assert (codebook.topic.terms, codebook.angles) == (("Seedance",), ())
    assert find_report(memory_store, bring_in(memory_store, SECOND).source_id).topic_id == entry.topic_id


def test_a_known_report_moves_to_the_topic_that_a_person_names(memory_store: Store) -> None:
    source_id = bring_in(memory_store, REPORT).source_id
    other = load_codebook(memory_store, "Ann", '[topic]\nname = "Other"\nterms = ["no such word"]\n')
    bring_in(memory_store, REPORT, topic_id=other.topic_id)
    assert find_report(memory_store, source_id).topic == "Other"
    assert [proposal.topic for proposal in list_proposals(memory_store)] == ["Other"]


def test_the_bin_takes_a_report_with_its_claims_and_plans_and_gives_them_back(memory_store: Store) -> None:
    source_id = bring_in(memory_store, REPORT).source_id
    before = everything(memory_store, source_id)
    bin_report(memory_store, source_id)
    assert list_reports(memory_store) == list_proposals(memory_store) == list_signals(memory_store) == []
    assert list_claims(memory_store) == []
    assert [counts(entry) for entry in list_reports(memory_store, is_binned=True)] == [(4, 9, 9, 1, 2, 3)]
    with pytest.raises(NotFound):
        export_report(memory_store, source_id)
    restore_report(memory_store, source_id)
    assert everything(memory_store, source_id) == before
    assert lines(export_report(memory_store, source_id)) == lines(REPORT.read_text(encoding="utf-8"))


def test_what_was_in_the_bin_before_stays_there(memory_store: Store, changed) -> None:
    bring_in(memory_store, REPORT)
    source_id = bring_in(memory_store, changed("### 1. 公开的高质量训练数据快要用完，", "### 1. 别的说法，")).source_id
    bin_report(memory_store, source_id)
    restore_report(memory_store, source_id)
    assert len(list_claims(memory_store)) == 4


def test_a_report_from_the_bin_comes_back_when_its_file_comes_again(memory_store: Store) -> None:
    source_id = bring_in(memory_store, REPORT).source_id
    bin_report(memory_store, source_id)
    assert bring_in(memory_store, REPORT) == ImportedReport(source_id, REPORT.name, "restored")
    assert counts(find_report(memory_store, source_id)) == (4, 9, 9, 1, 2, 3)


def test_an_article_is_refused_in_a_sentence(memory_store: Store) -> None:
    with pytest.raises(FileRefused, match="none of the sections of a research report"):
        bring_in(memory_store, SAMPLE / "article_plain.txt")
    assert list_reports(memory_store) == []


def test_a_report_says_what_it_lacks(memory_store: Store) -> None:
    source_id = bring_in(memory_store, SECOND).source_id
    assert find_report(memory_store, source_id).missing == ("findings", "relation", "series")


def test_a_heading_of_ones_own_is_learnt_and_its_reports_are_read_again(memory_store: Store, changed) -> None:
    source_id = bring_in(memory_store, changed("## 关键事实", "## 扎实的料")).source_id
    assert find_report(memory_store, source_id).missing == ("claims",)
    assert learn_heading(memory_store, "扎实的料", "claims") == [source_id]
    entry = find_report(memory_store, source_id)
    assert (entry.missing, entry.claims) == ((), 4)
    assert "## 扎实的料" in export_report(memory_store, source_id)
    with pytest.raises(NotFound):
        learn_heading(memory_store, "x", "no_such_section")


def test_two_reports_lie_side_by_side(memory_store: Store) -> None:
    first, second = (bring_in(memory_store, path).source_id for path in (REPORT, SECOND))
    topic_id = find_report(memory_store, first).topic_id
    compared = compare_reports(memory_store, topic_id, first, second)
    left, right = compared.sides
    assert [len(side.claims) for side in compared.sides] == [4, 3]
    assert compared.shared == {source.origin for source in left.sources} & {source.origin for source in right.sources}
    assert len(compared.shared) == 2
    assert left.perspective
    assert {source.grade for source in left.sources} == {"high", "medium", "unrated"}
    assert load_report(memory_store, first) == left.report


def test_the_claims_of_a_report_have_their_figures_hedges_and_kind(memory_store: Store, changed) -> None:
    bring_in(memory_store, REPORT)
    claims = list_claims(memory_store)
    assert claims[1].figures == ("30 天", "4%")
    bring_in(memory_store, changed("30 天留存率只有 4%", "30 天留存率预计只有 5%"))
    again = list_claims(memory_store)
    assert [claim.claim_id for claim in again] == [claim.claim_id for claim in claims]
    assert (again[1].figures, again[1].hedges) == (("30 天", "5%"), ("预计",))
