"""A report that comes again in another version: its news come in, a person's words stay, and both are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import ROOT

from blindspot.editing import Change, change, history
from blindspot.editing.items import Row
from blindspot.editing.rows import read_rows
from blindspot.library.codebooks import load_codebook
from blindspot.plan.proposals.listing import list_proposals
from blindspot.plan.reports.import_reports import ImportedReport, import_report
from blindspot.plan.reports.merging import Kept
from blindspot.store import Store

SAMPLE = ROOT / "data" / "sample"
REPORT = SAMPLE / "research_report.md"
TITLE, THESIS = "AI 视频的“存粮”", "能让数据飞轮转起来的，才有下一代"
OTHER_TITLE, OTHER_THESIS = "AI 视频的“口粮”", "谁有数据，谁才有下一代"


@pytest.fixture
def bring_in(memory_store: Store, tmp_path: Path):
    """Import the sample's report with words replaced, as pairs of old and new."""

    def bring_in(*replaced: tuple[str, str]) -> ImportedReport:
        text = REPORT.read_text(encoding="utf-8")
        for old, new in replaced:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / REPORT.name
        path.write_text(text, encoding="utf-8")
        return import_report(memory_store, path, REPORT.name)

    return bring_in


def row(store: Store, item: str = "proposal", item_id: str = "") -> Row:
    item_id = item_id or list_proposals(store)[0].proposal_id
    return read_rows(store, item, [item_id])[item_id]


def write(store: Store, **fields: object) -> str:
    proposal_id = list_proposals(store)[0].proposal_id
    change(store, "Ann", "proposal:x", [Change("proposal", proposal_id, row(store)["rev"], fields)])
    return proposal_id


def test_news_come_in_and_history_keeps_what_stood_there(memory_store: Store, bring_in) -> None:
    bring_in()
    before = row(memory_store)["thesis"]
    done = bring_in((THESIS, OTHER_THESIS))
    assert (done.outcome, done.kept) == ("changed", ())
    [edit] = history(memory_store, item="proposal", item_id=list_proposals(memory_store)[0].proposal_id)
    assert OTHER_THESIS in row(memory_store)["thesis"]
    assert (edit.origin, edit.before["thesis"]) == ("import", before)


def test_what_a_person_wrote_stays_and_is_told(memory_store: Store, bring_in) -> None:
    bring_in()
    proposal_id = write(memory_store, thesis="hers")
    done = bring_in((THESIS, OTHER_THESIS))
    assert row(memory_store)["thesis"] == "hers"
    assert done.kept == (Kept("proposal", row(memory_store)["title"], ("thesis",)),)
    again = bring_in((THESIS, "第三种说法"))
    assert (row(memory_store)["thesis"], len(again.kept)) == ("hers", 1)
    assert list_proposals(memory_store)[0].proposal_id == proposal_id


def test_what_only_the_person_changed_is_kept_without_a_word(memory_store: Store, bring_in) -> None:
    bring_in()
    write(memory_store, thesis="hers", risks=[])
    done = bring_in(("大家都在比谁的画面更炸", "谁都在比画面"))
    assert (row(memory_store)["thesis"], row(memory_store)["risks"], done.kept) == ("hers", [], ())


def test_a_person_who_went_back_to_the_reports_words_gets_its_news(memory_store: Store, bring_in) -> None:
    bring_in()
    stated = row(memory_store)["thesis"]
    write(memory_store, thesis="hers")
    write(memory_store, thesis=stated)
    assert bring_in((THESIS, OTHER_THESIS)).kept == ()
    assert OTHER_THESIS in row(memory_store)["thesis"]


def test_a_renamed_proposal_is_known_by_the_reports_title(memory_store: Store, bring_in) -> None:
    bring_in()
    proposal_id = write(memory_store, title="A name of ours")
    bring_in((THESIS, OTHER_THESIS))
    [entry] = list_proposals(memory_store)
    assert (entry.proposal_id, entry.title) == (proposal_id, "A name of ours")
    assert OTHER_THESIS in entry.thesis


def test_what_the_report_drops_goes_into_the_bin_unless_somebody_worked_on_it(memory_store: Store, bring_in) -> None:
    bring_in()
    first = list_proposals(memory_store)[0]
    bring_in((TITLE, OTHER_TITLE))
    [second] = list_proposals(memory_store)
    assert second.proposal_id != first.proposal_id
    assert row(memory_store, item_id=first.proposal_id)["is_binned"]
    write(memory_store, fit="our viewers asked for it")
    done = bring_in((TITLE, "AI 视频的“余粮”"))
    assert Kept("proposal", second.title) in done.kept
    assert len(list_proposals(memory_store)) == 2


def test_an_episode_keeps_the_date_and_the_hook_that_a_person_gave_it(memory_store: Store, bring_in) -> None:
    bring_in()
    [series] = memory_store.rows("plan/series_list")
    [first, *_] = memory_store.rows("plan/episodes_of_series", series_id=series["series_id"])
    said = {"planned_on": "2026-03-03", "hook": "三秒一个问号", "title": "换了名字的一集"}
    key = first["item_id"]
    scope = f"series:{series['series_id']}"
    change(memory_store, "Ann", scope, [Change("episode", key, row(memory_store, "episode", key)["rev"], said)])
    bring_in((THESIS, OTHER_THESIS))
    after = row(memory_store, "episode", key)
    assert {name: after[name] for name in said} == said
    assert not after["is_binned"]


def test_a_new_proposal_takes_the_reports_counterpoints_along(memory_store: Store, bring_in) -> None:
    bring_in()
    counterpoints = row(memory_store)["counterpoints"]
    assert counterpoints
    assert all(point["title"] and point["claim"] and point["answer"] for point in counterpoints)


def test_it_belongs_to_the_angle_whose_terms_it_uses_most(memory_store: Store, bring_in) -> None:
    load_codebook(memory_store, "Ann", (SAMPLE / "sample_codebook.toml").read_text(encoding="utf-8"))
    bring_in()
    [entry] = list_proposals(memory_store)
    assert entry.angle == "data_sustainability"
    write(memory_store, angle_id=None)
    bring_in((THESIS, OTHER_THESIS))
    assert list_proposals(memory_store)[0].angle is None
