"""Reports that speak of one another find each other, and their series has a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import ROOT

from blindspot.library.codebooks import load_codebook
from blindspot.plan.reports.bin import bin_report
from blindspot.plan.reports.import_reports import import_report
from blindspot.plan.reports.relations import related_reports
from blindspot.store import Store

SAMPLE = ROOT / "data" / "sample"
REPORT, EARLIER = SAMPLE / "research_report.md", SAMPLE / "second_report.md"
REFERENCE = "seedance版权与授权-2026-02-10.md"


@pytest.mark.parametrize("is_earlier_first", [True, False])
def test_an_earlier_report_is_found_by_its_file_name_whichever_came_first(
    memory_store: Store, is_earlier_first: bool
) -> None:
    handed_in = [(EARLIER, f"/downloads/{REFERENCE}"), (REPORT, "report.md")]
    ids = {}
    for path, name in handed_in if is_earlier_first else reversed(handed_in):
        ids[path] = import_report(memory_store, path, name).source_id
    [related] = related_reports(memory_store, ids[REPORT])
    assert (related.reference, related.kind, related.related_id) == (REFERENCE, "complements", ids[EARLIER])
    bin_report(memory_store, ids[EARLIER])
    assert [one.related_id for one in related_reports(memory_store, ids[REPORT])] == [None]


def test_an_earlier_report_is_found_by_its_title(memory_store: Store, tmp_path: Path) -> None:
    earlier = import_report(memory_store, EARLIER, EARLIER.name).source_id
    title = related_title(memory_store, earlier)
    path = tmp_path / "report.md"
    path.write_text(REPORT.read_text(encoding="utf-8").replace(REFERENCE, title), encoding="utf-8")
    source_id = import_report(memory_store, path, path.name).source_id
    assert [one.related_id for one in related_reports(memory_store, source_id)] == [earlier]


def related_title(store: Store, source_id: int) -> str:
    return store.rows("library/report_title", source_id=source_id)[0]["title"]


def test_a_series_that_is_suggested_in_a_sentence_is_listed_under_its_topic(memory_store: Store) -> None:
    topic = load_codebook(memory_store, "Ann", '[topic]\nname = "云雀"\nterms = ["云雀"]\n')
    import_report(memory_store, REPORT, REPORT.name, topic_id=topic.topic_id)
    [series] = memory_store.rows("plan/listed_series")
    assert (series["title"], series["episodes"]) == ("云雀", 2)
