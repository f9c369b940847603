"""From the gap to the editor's timeline as a new user goes it: works, report, shortlist, series, storyboard, zip."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from command_line import Run, answer, run_on
from handed_over import FRAMES, HandedOver, check_calendar, check_texts, check_timelines, check_traces
from handing_in import make_topic, open_import, pick
from moves import choose, go_to, settle
from playwright.sync_api import Page, expect
from running_app import App, Visit
from sample_documents import REPORT
from sixty_works import write_sixty_works

SLOW = 90_000
"""Milliseconds that reading files or making them may take on a busy machine."""
TITLE = "素材还够用几年"
TABLE = """时长\t画面\t旁白\t字幕\t景别\t运镜\t论断
5\t沙漏占满画面，沙子快漏完\t公开的好素材，可能只够用到明年。\t还够用多久？\t特写\t推近\tF1
8\t一排书架，灯一盏盏熄灭\t有机构估计，文字先用完，画面更缺。\t文字先见底\t全景\t拉远\tF1
10\t飞轮转到一半卡住\t用户带来素材，素材养大模型。这个轮子停了。\t飞轮停了\t中景\t固定\tF2
6\t公告的字一个个亮起来\t二月九日，上传的入口关上了。\t入口关上\t近景\t固定\tF2
8.5\t三条路在雪地里分开\t有人自己造素材，有人去谈授权，哪条走得通还要看。\t三条路\t大远景\t固定\tF3
7.5\t一粒种子慢慢发芽\t谁先让轮子转起来，谁就可能留到下一轮。\t你押谁？\t特写\t推近\t
"""
SHOTS = list(csv.DictReader(io.StringIO(TABLE), delimiter="\t"))
SHOWN = [1, 1, 2, 2, 3, None]
"""Which claim of the proposal each shot shows."""


def bring_works(page: Page, folder: Path) -> None:
    """Import sixty works and name the topic; the sample makes room."""
    expect(page.get_by_role("heading").first).to_be_visible(timeout=SLOW)
    page.get_by_role("button", name="Remove the sample").click()
    expect(page.get_by_role("button", name="Remove the sample")).to_have_count(0)
    open_import(page)
    pick(page, write_sixty_works(folder / "sixty.csv"))
    expect(page.get_by_text("60 new works").first).to_be_visible(timeout=SLOW)
    make_topic(page, "Seedance 2.0", "Seedance\n即梦")
    expect(page.get_by_role("heading", name=re.compile("0 of 60 works, 0 of 12 creators"))).to_be_visible()


def bring_report(page: Page, report: Path) -> None:
    go_to(page, "Reports")
    page.get_by_role("button", name="Bring in documents").click()
    pick(page, report)
    expect(page.get_by_role("heading", name=re.compile("^1 report on this topic"))).to_be_visible(timeout=SLOW)


def shortlist_the_gap(page: Page) -> None:
    """Put the first gap on the shortlist and go to its proposal."""
    go_to(page, "Gaps")
    expect(page.get_by_role("heading", name="Data sustainability: 0 of 60 works, 0 of 12 creators")).to_be_visible()
    page.get_by_role("button", name="Add to the shortlist").first.click()
    page.get_by_role("textbox", name="Working title").first.fill(TITLE)
    page.get_by_role("button", name="Put on the shortlist").first.click()
    expect(page.get_by_text(f"“{TITLE}” is on the shortlist.")).to_be_visible()
    settle(page)
    page.get_by_role("button", name="Open the proposal").first.click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.get_by_text(re.compile("^0 of 60 works by 12 creators")).first).to_be_visible()


def argue(page: Page) -> None:
    """Write the thesis and lean it on the first three claims of the library."""
    settle(page)
    page.get_by_label("Thesis", exact=True).fill("谁先让用户的素材流回来，谁就走得远。")
    page.get_by_label("Thesis", exact=True).blur()
    settle(page)
    page.get_by_text("Add claims of the library").click()
    for number in (1, 2, 3):
        page.get_by_role("button", name="Add", exact=True).first.click()
        expect(page.get_by_role("heading", name=f"Claims {number}")).to_be_visible()
        settle(page)


def plan_the_series(page: Page, folder: Path) -> list[str]:
    """Give the report's second episode our proposal and both a day; return their titles."""
    go_to(page, "Series")
    cards = page.locator("[data-item]")
    expect(cards).to_have_count(2)
    titles = [title.partition(" · ")[2] for title in cards.locator(".title").all_inner_texts()]
    cards.nth(1).click()
    editor = page.locator(".st-key-episode_editor")
    expect(editor.get_by_role("heading", name=f"2 · {titles[1]}")).to_be_visible()
    settle(page)
    choose(page, "Proposal", TITLE)
    settle(page)
    page.get_by_role("button", name="Slots").click()
    page.get_by_role("button", name="Tue").click()
    page.get_by_role("button", name="Plan the days that are missing").click()
    page.keyboard.press("Escape")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Calendar file").click()
    waiting.value.save_as(folder / "series.ics")
    check_calendar((folder / "series.ics").read_text(encoding="utf-8"), titles)
    return titles


def storyboard(page: Page) -> None:
    """Go from the episode to its storyboard and paste six shots."""
    page.locator(".st-key-episode_editor").get_by_role("link", name="Storyboard", exact=True).click()
    expect(page.get_by_text("0 shots · 0 s · 9:16 · 30 fps")).to_be_visible()
    page.get_by_role("button", name="Paste a table").first.click()
    page.get_by_role("textbox", name="Table").fill(TABLE)
    page.get_by_role("button", name="Show what comes in").click()
    page.get_by_role("button", name="Add 6 shots at the end").click()
    expect(page.get_by_text(re.compile(r"^6 shots · 45 s · 9:16 · 30 fps"))).to_be_visible()
    expect(page.locator(".cards [data-item]:not(.ghost)")).to_have_count(6)
    expect(page.get_by_text("To know")).to_have_count(0)


def hand_over(page: Page, folder: Path) -> HandedOver:
    page.get_by_role("button", name="Hand over").click()
    page.get_by_role("button", name="Make the zip").click()
    with page.expect_download(timeout=SLOW) as waiting:
        page.get_by_test_id("stDownloadButton").get_by_role("button").click(timeout=SLOW)
    waiting.value.save_as(folder / "all.zip")
    return HandedOver(folder / "all.zip", folder / "all")


def walk(page: Page, folder: Path, report: Path) -> tuple[HandedOver, list[str]]:
    """Go the whole way in the browser; return what was handed over and the titles of the series."""
    bring_works(page, folder)
    bring_report(page, report)
    shortlist_the_gap(page)
    argue(page)
    titles = plan_the_series(page, folder)
    storyboard(page)
    return hand_over(page, folder), titles


def check_all(handed: HandedOver) -> None:
    """Every file says the same six shots, each with the claims of the proposal that it shows."""
    proposed = [each["claim"]["statement"] for each in handed.timeline()["proposal"]["claims"]]
    assert len(proposed) == 3
    check_timelines(handed)
    check_texts(handed, [{"narration": shot["旁白"]} for shot in SHOTS], proposed)
    check_traces(handed, [[proposed[number - 1]] if number else [] for number in SHOWN])


def check_commands(run: Run, handed: HandedOver, titles: list[str], folder: Path) -> None:
    """The commands make the same of the same database."""
    first, second = answer(run("episode", "list", "--json"))["episodes"]
    assert [each["title"] for each in (first, second)] == titles
    assert (second["shots"], second["seconds"]) == (len(FRAMES), 45.0)
    run("episode", "export", second["id"], "--format", "zip", "--lang", "en", "-o", folder / "again.zip")
    again = HandedOver(folder / "again.zip", folder / "again")
    for format in ("md", "csv", "srt", "fountain", "edl", "fcpxml", "fcp7"):
        assert again.text(format) == handed.text(format), format
    assert again.shots() == handed.shots()
    [proposal] = (each for each in answer(run("proposal", "list", "--json"))["proposals"] if each["title"] == TITLE)
    assert (second["proposal"], proposal["claims"]) == (proposal["id"], 3)
    brief = run("proposal", "export", proposal["id"], "--format", "md").stdout
    assert all(each["claim"]["statement"] in brief for each in handed.timeline()["proposal"]["claims"])
    [series] = answer(run("series", "list", "--json"))["series"]
    run("calendar", "export", series["id"], "-o", folder / "again.ics")
    check_calendar((folder / "again.ics").read_text(encoding="utf-8"), titles)
    run("plan", "export", folder / "plan.json")
    plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    shots = [shot for each in plan["series"] for episode in each["episodes"] for shot in episode["shots"]]
    assert [shot["frames"] for shot in shots] == list(FRAMES)


def test_a_new_user_goes_from_the_gap_to_the_timeline(fresh_app: App, visit: Visit, tmp_path: Path) -> None:
    handed, titles = walk(visit(fresh_app), tmp_path, REPORT)
    check_all(handed)
    fresh_app.stop()
    check_commands(run_on(fresh_app.database), handed, titles, tmp_path)


def test_the_same_with_a_real_report(fresh_app: App, visit: Visit, shared: Path, tmp_path: Path) -> None:
    found = sorted((shared / "seeds").glob("000*"))
    if not found:
        pytest.skip(f"no real report in {shared / 'seeds'}")
    handed, _ = walk(visit(fresh_app), tmp_path, found[0])
    check_all(handed)
