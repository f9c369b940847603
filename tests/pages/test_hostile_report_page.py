"""A hostile report opened: its words stand as they are written, and sections that repeat a heading stop nothing."""

from __future__ import annotations

from pathlib import Path

import hostile_documents as hostile
from reading import words

from blindspot.plan.reports.import_reports import import_report
from blindspot.readers.own_files import files_are_ours
from blindspot.store import Store


def test_a_hostile_report_opens(empty_store: Store, open_page, tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_bytes(hostile.report("https://bait.example"))
    with files_are_ours():
        import_report(empty_store, path, path.name)
    app = open_page("library/reports")
    assert not app.exception
    assert "onerror" in words(app)
    assert [one.value for one in app.error] == []
    assert len([one for one in app.selectbox if one.label == "This section is"]) == 1
