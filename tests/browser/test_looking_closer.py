"""From a number to its rows, and a view that is kept on every page and in a link."""

from __future__ import annotations

import re

from moves import choose, click_cell, go_to
from playwright.sync_api import Page, expect
from running_app import App, Visit


def one_creator(page: Page) -> None:
    """Expect the view to be narrowed to the creator with five works."""
    expect(page.get_by_text(re.compile(r"^5 works · 1 creator ·"))).to_be_visible()


def test_a_cell_opens_exactly_its_works_with_the_words_marked(app: App, visit: Visit) -> None:
    page = visit(app)
    expect(page.locator(".js-plotly-plot").first.get_by_text("no work")).to_be_visible()
    click_cell(page, "4")
    expect(page.get_by_role("main").get_by_text("4 works", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Original")).to_have_count(4)
    expect(page.get_by_role("button", name="Only 阿泽说AI")).to_be_visible()
    marked = page.locator(".stMarkdownColoredBackground")
    assert set(marked.all_inner_texts()) >= {"一句话生成", "实测", "内测"}
    page.get_by_role("button", name="Only 阿泽说AI").click()
    expect(page.get_by_role("main").get_by_text("10 works", exact=True)).to_be_visible()


def test_a_cell_of_the_coverage_page_opens_its_works_too(app: App, visit: Visit) -> None:
    page = visit(app, "/coverage")
    expect(page.locator(".js-plotly-plot").first.get_by_text("no work")).to_be_visible()
    page.get_by_role("radio", name="by platform").click()
    expect(page.locator(".js-plotly-plot").first.get_by_text("Douyin")).to_be_visible()
    click_cell(page, "7")
    expect(page.get_by_role("main").get_by_text("7 works", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Original")).to_have_count(7)


def test_a_filter_is_kept_across_pages_and_in_a_copied_link(app: App, visit: Visit) -> None:
    page = visit(app)
    page.get_by_role("button", name="More filters").click()
    choose(page, "Creators", "阿泽说AI")
    page.keyboard.press("Escape")
    one_creator(page)
    go_to(page, "Coverage")
    one_creator(page)
    go_to(page, "Works")
    expect(page.get_by_role("main").get_by_text("5 works", exact=True)).to_be_visible()
    page.get_by_role("textbox", name="Words").fill("实测")
    page.keyboard.press("Enter")
    found = page.get_by_role("main").get_by_text("2 works", exact=True)
    expect(found).to_be_visible()
    expect(page).to_have_url(re.compile(r"[?&]creator=\d+"))
    expect(page).to_have_url(re.compile(r"[?&]q="))
    link = page.url.removeprefix(app.url)
    page.reload()
    expect(found).to_be_visible()
    other = visit(app, link)
    expect(other.get_by_role("main").get_by_text("2 works", exact=True)).to_be_visible()
    expect(other.get_by_role("textbox", name="Words")).to_have_value("实测")
    go_to(other, "Gaps")
    one_creator(other)
    other.get_by_role("button", name="Clear filters").click()
    expect(other.get_by_text(re.compile("^23 works · 8 creators"))).to_be_visible()


def test_the_line_of_few_is_moved_and_linked(app: App, visit: Visit) -> None:
    page = visit(app)
    expect(page.get_by_text("gap · few cover it")).to_have_count(4)
    slider = page.get_by_role("slider", name=re.compile("^Few: share of creators under"))
    slider.focus()
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("gap · few cover it")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"[?&]line=10"))
    other = visit(app, page.url.removeprefix(app.url))
    expect(other.get_by_text("gap · nobody mentions it").first).to_be_visible()
    expect(other.get_by_text("gap · few cover it")).to_have_count(0)
