"""What a person says counts at once, on every page, and outlives imports, reloads and other sessions."""

from __future__ import annotations

import re
from pathlib import Path

from handing_in import make_topic, pick
from invented_week import write_week
from moves import choose, go_to, settle
from playwright.sync_api import expect
from running_app import App, Visit

LATER = "2026-02-18T12:00:00+08:00"
PICKED = "AI视频里的素材都从哪来的"


def test_a_new_term_changes_the_picture_and_the_answer(app: App, visit: Visit) -> None:
    page = visit(app)
    expect(page.get_by_role("heading", name="Data sustainability: 0 of 23 works")).to_be_visible()
    expect(page.locator(".js-plotly-plot").first.get_by_text("no work")).to_be_visible()
    go_to(page, "Codebook")
    page.get_by_role("button", name="Data sustainability · 0").click()
    expect(page.get_by_role("heading", name="Data sustainability")).to_be_visible()
    settle(page)
    page.get_by_role("textbox", name="Try a term").fill("提示词")
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("^Would match 1 more work"))).to_be_visible()
    page.get_by_role("button", name="Add to the terms").click()
    expect(page.get_by_role("textbox", name="Terms, one a line")).to_have_value(re.compile("提示词$"))
    expect(page.get_by_role("button", name="Data sustainability · 1")).to_be_visible()
    go_to(page, "Gaps")
    expect(page.get_by_text("Data sustainability: 1 of 23 works, 1 of 8 creators").first).to_be_visible()
    expect(page.get_by_text("gap · nobody mentions it")).to_have_count(0)
    expect(page.locator(".js-plotly-plot").first.get_by_text("no work")).to_have_count(0)


def test_a_yes_counts_at_once_and_survives_the_next_import(app: App, visit: Visit, tmp_path: Path) -> None:
    page = visit(app, "/imports")
    pick(page, write_week(tmp_path / "week.csv"))
    make_topic(page, "AI 视频")
    expect(page.get_by_role("heading", name="0 of 9 works, 0 of 5 creators")).to_be_visible()
    row = page.get_by_text("Data sustainability: 0 of 9 works").last
    expect(row).to_be_visible()
    page.get_by_role("button", name=re.compile("^Look at the nearest")).first.click()
    answer = page.get_by_role("button", name="Covers it")
    expect(answer.first).to_be_visible()
    heading = page.get_by_role("heading", name=re.compile("^Does any of these cover"))
    angle = re.search("“(.+)”", heading.inner_text())[1]
    card = page.locator("[data-testid=stVerticalBlock]").filter(has_text=PICKED).filter(has=answer).last
    card.get_by_role("button", name="Covers it").click()
    expect(page.get_by_text(f"{angle}: 1 of 9 works, 1 of 5 creators").first).to_be_visible()

    go_to(page, "Import")
    pick(page, write_week(tmp_path / "later.csv", captured=LATER, more_likes=50))
    expect(page.get_by_text("9 works updated").first).to_be_visible()
    go_to(page, "Gaps")
    expect(page.get_by_text(f"{angle}: 1 of 9 works, 1 of 5 creators").first).to_be_visible()
    go_to(page, "Works")
    choose(page, "Angle", angle)
    expect(page.get_by_role("main").get_by_text("1 work", exact=True)).to_be_visible()
    expect(page.get_by_text(PICKED).first).to_be_visible()
    expect(page.get_by_text("person", exact=True).first).to_be_visible()


def test_the_shortlist_outlives_a_reload_and_is_seen_by_a_second_session(app: App, visit: Visit) -> None:
    page = visit(app)
    page.get_by_role("main").get_by_role("button", name="Add to the shortlist").first.click()
    page.get_by_role("textbox", name="Working title").fill("The great famine of AI video")
    page.get_by_role("button", name="Put on the shortlist").click()
    expect(page.get_by_text("“The great famine of AI video” is on the shortlist.").first).to_be_visible()
    page.reload()
    go_to(page, "Shortlist")
    title = page.get_by_role("heading", name="The great famine of AI video")
    expect(title).to_be_visible()
    expect(page.get_by_text("0 of 23 works, 0 of 8 creators")).to_be_visible()
    other = visit(app, "/shortlist", locale="zh-CN")
    expect(other.get_by_role("heading", name="The great famine of AI video")).to_be_visible()
    page.get_by_role("listitem").filter(has=title).focus()
    for _ in ("approved", "in production", "published", "dropped"):
        page.keyboard.press("Alt+ArrowRight")
    expect(page.get_by_role("heading", name="Nothing on the shortlist yet")).to_be_visible()
    expect(page.locator(".board[aria-busy=false]")).to_have_count(1)
    other.reload()
    expect(other.get_by_role("heading", name="The great famine of AI video")).to_be_hidden()


def test_two_sessions_keep_their_own_view(app: App, visit: Visit) -> None:
    one, other = visit(app), visit(app, locale="zh-CN")
    one.get_by_role("button", name="More filters").click()
    choose(one, "Creators", "阿泽说AI")
    expect(one.get_by_text(re.compile("^5 works · 1 creator"))).to_be_visible()
    go_to(other, "作品")
    expect(other.get_by_text("23 条作品", exact=True)).to_be_visible()
    go_to(other, "空白")
    expect(other.get_by_text(re.compile("^23 条作品 · 8 位创作者"))).to_be_visible()
