"""From what was read to the gap: demand on the first screen, defects, a yes to a sentence, an angle nobody named."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from douyin_exports import row, write_csv
from handing_in import open_import, pick
from moves import go_to, settle
from playwright.sync_api import expect
from running_app import DATABASE, App, Serve, Visit

LATE = "Seedance的训练数据从哪来，我问了三家 #Seedance2"


@pytest.fixture
def own_app(reported_file: Path, tmp_path: Path, serve: Serve) -> App:
    """The app on one's own works and a report on them."""
    shutil.copy(reported_file, tmp_path / DATABASE)
    return serve(tmp_path)


def test_the_first_screen_says_what_asks_for_the_gap(app: App, visit: Visit) -> None:
    page = visit(app)
    for part in ("^11 origins", "^4 claims and 11 candidate", "^6 questions"):
        expect(page.get_by_role("button", name=re.compile(part)).first).to_be_in_viewport(ratio=1)
    page.get_by_role("radio", name="Supply and demand").click()
    expect(page.locator(".js-plotly-plot").first.get_by_text("Data sustainability").first).to_be_visible()


def test_the_defects_of_the_report_stand_on_the_sources_page(app: App, visit: Visit) -> None:
    page = visit(app, "/sources")
    expect(page.get_by_role("heading", name=re.compile("^7 claims rest on 10 origins; 11 things"))).to_be_visible()
    page.get_by_role("button", name="Show all 11").click()
    main = page.get_by_role("main")
    for defect in (
        "cannot both be right",
        "comes to 1,333,333",
        "as the word of 云麓研究所",
        "is cited but never rated",
        "is one article and counts once",
    ):
        expect(main.get_by_text(defect).first).to_be_visible()


def test_a_sentence_counts_once_a_person_accepts_it(app: App, visit: Visit) -> None:
    page = visit(app, "/sources")
    page.get_by_role("radio", name="Candidates · 23").click()
    page.get_by_role("button", name=re.compile("^Accept")).click()
    expect(page.get_by_role("radio", name="Candidates · 22")).to_be_visible()
    expect(page.get_by_role("radio", name="Claims · 8")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Undo")).click()
    expect(page.get_by_role("radio", name="Claims · 7")).to_be_visible()


def test_what_nobody_named_becomes_an_angle_with_its_gap(app: App, visit: Visit) -> None:
    page = visit(app, "/discovery")
    expect(page.get_by_role("heading", name=re.compile("said in .+ passages, in 0 works"))).to_be_visible()
    settle(page)
    page.get_by_role("button", name="Look closer").first.click()
    page.get_by_role("button", name="Make it a candidate angle").first.click()
    page.get_by_role("textbox", name="Name").fill("Footage of one's own")
    page.get_by_role("button", name="Save and see the gap").click()
    expect(page.get_by_role("heading", name="Footage of one's own: 0 of 23 works, 0 of 8 creators")).to_be_visible()
    expect(page.get_by_text("gap · nobody mentions it").first).to_be_visible()


def test_two_reports_stand_side_by_side(app: App, visit: Visit) -> None:
    page = visit(app, "/reports")
    expect(page.get_by_role("heading", name=re.compile("^2 reports on this topic with 7 claims"))).to_be_visible()
    page.get_by_role("radio", name="Side by side").click()
    main = page.get_by_role("main")
    for title in ("AI 视频的“存粮”", "一条 AI 片子里藏着几份合同"):
        expect(main.get_by_text(title).first).to_be_visible()
    expect(main.get_by_text("unexpected findings").first).to_be_visible()


def test_an_import_closes_the_gap_and_the_signal_that_watched_it(own_app: App, visit: Visit, tmp_path: Path) -> None:
    page = visit(own_app, "/signals")
    page.get_by_role("button", name="Tie to “Data sustainability”").first.click()
    expect(page.get_by_text("closes at 1 new creator on “Data sustainability”").first).to_be_visible()
    open_import(page)
    pick(page, write_csv(tmp_path / "later.csv", [row(1, LATE, day="2026-02-14", at="2026-02-18T12:00:00+08:00")]))
    expect(page.get_by_text("1 new work").first).to_be_visible()
    go_to(page, "Gaps")
    expect(page.get_by_text("This gap is closing: Data sustainability").first).to_be_visible()
    go_to(page, "Signals")
    expect(page.get_by_role("heading", name="Closed", exact=True)).to_be_visible()
