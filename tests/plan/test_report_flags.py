"""The defects that a report holds are found without being told: in the sample's report, and in the real one."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import ROOT

from blindspot.explore.flags import Flag, find_flags
from blindspot.explore.sources import list_claims
from blindspot.library.sources.source_edits import set_reports_on
from blindspot.plan.reports.import_reports import import_report
from blindspot.store import Store

SAMPLE = ROOT / "data" / "sample" / "research_report.md"


def flags_of(store: Store, path: Path) -> list[Flag]:
    return find_flags(store, source_id=import_report(store, path, path.name).source_id)


def said(flags: list[Flag], code: str) -> list[str]:
    return [str(flag.message) for flag in flags if flag.code == code]


@pytest.fixture
def real_report(shared: Path) -> Path:
    """The real report beside the checkout."""
    [path] = (shared / "seeds").glob("000*")
    return path


def test_the_samples_report_shows_each_of_its_defects_and_nothing_else(memory_store: Store) -> None:
    flags = flags_of(memory_store, SAMPLE)
    assert {flag.code for flag in flags} == {
        "conflict", "arithmetic", "secondary", "unrated", "same_article", "one_origin",
    }  # fmt: skip
    [one_voice] = said(flags, "one_origin")
    assert one_voice.endswith("is graded high, but all that it rests on passes on 云麓研究所.")
    [conflict] = said(flags, "conflict")
    assert "2027" in conflict
    assert "2029" in conflict
    assert "2024" in next(flag.words for flag in flags if flag.code == "conflict")
    assert [sentence.split(" comes to ")[1] for sentence in said(flags, "arithmetic")] == [
        "14,667 小时, the text says 2400 小时.",
        "1,333,333 分钟, the text says 88 万分钟.",
    ]
    assert said(flags, "unrated") == ["“素材清洗要做到什么程度？” is cited but never rated."]
    [twice] = said(flags, "same_article")
    assert "2 addresses" in twice
    assert ["云麓研究所" in sentence for sentence in said(flags, "secondary")].count(True) >= 1


def test_the_real_report_shows_its_five_defects(memory_store: Store, real_report: Path) -> None:
    flags = flags_of(memory_store, real_report)
    [conflict] = said(flags, "conflict")
    assert "2023" in next(flag.words for flag in flags if flag.code == "conflict")
    assert "2026" in conflict
    assert "2028" in conflict
    assert [sentence.split(" comes to ")[1] for sentence in said(flags, "arithmetic")] == [
        "57,833 小时, the text says 5787 小时.",
        "5,000,000 分钟, the text says 347 万分钟.",
    ]
    [unrated] = [flag for flag in flags if flag.code == "unrated"]
    [twice] = said(flags, "same_article")
    assert "2 addresses, 4 names, 2 ratings" in twice
    secondary = [flag for flag in flags if flag.code == "secondary"]
    assert "Epoch AI" in {flag.suggests for flag in secondary}
    uses = [use for claim in list_claims(memory_store) for use in claim.uses]
    assert {use.url for use in uses if use.source_id == unrated.source_id} == {"https://www.xinfinite.net/t/topic/3977"}


def test_two_papers_that_pass_on_one_institute_are_one_voice_once_a_person_says_so(
    memory_store: Store, real_report: Path
) -> None:
    flags = flags_of(memory_store, real_report)
    assert len(list_claims(memory_store)[0].origins) == 2
    for flag in flags:
        if flag.suggests == "Epoch AI":
            set_reports_on(memory_store, flag.source_id, flag.suggests)
    claim = list_claims(memory_store)[0]
    assert claim.origins == ("named:epoch ai",)
    assert [flag.claim_id for flag in find_flags(memory_store) if flag.code == "one_origin"] == [claim.claim_id]
