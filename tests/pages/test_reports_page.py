"""The reports page: what each report says and lacks, two side by side, the bin, headings that are learnt."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import ROOT
from reading import button, labels, words

from blindspot.plan.reports.import_reports import import_report
from blindspot.plan.reports.listing import find_report, list_reports
from blindspot.store import Store
from blindspot.ui.library.report_card import file_name
from blindspot.ui.library.report_words import plain_body

PAGE = "library/reports"
FIRST, SECOND = "Seedance 2.0 的素材账", "Seedance 2.0 的授权账"


def test_without_a_report_the_page_says_how_to_begin(empty_store: Store, open_page) -> None:
    assert "No report yet" in words(open_page(PAGE))


def test_the_reports_stand_with_their_counts_and_what_they_lack(store: Store, open_page) -> None:
    app = open_page(PAGE)
    said = words(app)
    assert "2 reports on this topic with 7 claims; 1 lacks a section." in said
    assert "4 claims · 9 sources · 9 origins" in said
    assert "Lacks unexpected findings, relation to earlier reports and series suggestion." in said
    titles = [label.replace("\\", "") for label in labels(app) if label.startswith("Seedance")]
    assert [title.split("：")[0] for title in titles] == [FIRST, SECOND]


def test_a_report_opens_with_its_claims_and_their_grades(store: Store, open_page) -> None:
    app = open_page(PAGE)
    assert "停用个人素材上传" in words(app)
    next(one for one in app.button if "授权账" in one.label).click().run()
    assert "停用个人素材上传" not in words(app)
    assert "肖像和声音要分开授权" in words(app)
    assert not app.exception


def test_two_reports_lie_side_by_side(store: Store, open_page) -> None:
    app = open_page(PAGE, reports="two")
    said = words(app)
    assert "2 origins are shared" in said
    assert "停用个人素材上传" in said
    assert "肖像和声音要分开授权" in said
    assert "Nothing: it has every section." in said
    [angles] = [one.value for one in app.dataframe]
    assert "Data sustainability" in list(angles.iloc[:, 0])


def test_one_report_alone_cannot_be_compared(store: Store, open_page) -> None:
    app = open_page(PAGE)
    button(app, "Put into the bin").click().run()
    next(one for one in app.segmented_control if one.key == "view_reports").set_value("two").run()
    assert "Two reports are needed" in words(app)


def test_the_bin_gives_a_report_back(store: Store, open_page) -> None:
    app = open_page(PAGE)
    button(app, "Put into the bin").click().run()
    assert len(list_reports(store)) == 1
    button(app, "Put back").click().run()
    assert len(list_reports(store)) == 2
    assert not app.exception


def test_an_unknown_heading_is_learnt_and_can_be_forgotten(empty_store: Store, open_page, tmp_path: Path) -> None:
    text = (ROOT / "data" / "sample" / "research_report.md").read_text(encoding="utf-8")
    path = tmp_path / "own.md"
    path.write_text(text.replace("## 关键事实", "## 扎实的料"), encoding="utf-8")
    source_id = import_report(empty_store, path, path.name).source_id
    app = open_page(PAGE)
    assert "The section “扎实的料” is not known." in words(app)
    next(one for one in app.selectbox if one.label == "This section is").set_value("claims").run()
    assert find_report(empty_store, source_id).missing == ()
    assert "is not known" not in words(app)
    button(app, "Forget").click().run()
    assert find_report(empty_store, source_id).missing == ("claims",)
    assert "is not known" in words(app)


@pytest.mark.parametrize(
    ("title", "name"),
    [("《AI》: a/b\\c?", "AI_a_b_c.md"), ("../..", "report.md"), ("梦" * 99, "梦" * 77 + ".md"), ("a.b-c", "a.b-c.md")],
)
def test_the_export_has_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title) == name


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- one\n- **two** x", "- one\n- **two** x"),
        ("1. one", "1. one"),
        ("a <b> ![x](http://10.0.0.1/a.png) [y](file:///etc)", "a \\<b\\> x y  "),
        ("# head", "head  "),
        ("\n\nx", "x  "),
    ],
)
def test_a_body_keeps_its_lists_and_bold_words_and_nothing_else(text: str, shown: str) -> None:
    assert plain_body(text) == shown
