"""The very first start: the gap stands there without a click or a scroll, in the reader's language."""

from __future__ import annotations

import re

import pytest
from moves import go_to
from playwright.sync_api import Page, expect
from running_app import App, Visit

from blindspot.ui.texts import translator

SEEN = {
    "en-GB": (
        "Data sustainability: 0 of 23 works, 0 of 8 creators",
        "0 of 23 works by 8 creators mention it in title, text or hashtags",
        "Add to the shortlist",
        "no work",
    ),
    "zh-CN": (
        "数据可持续性：23 条作品中的 0 条，8 位创作者中的 0 位",
        "23 条作品、8 位创作者的标题、文案或话题标签里都没有提到",
        translator("zh")("Add to the shortlist"),
        "没有作品",
    ),
}


def see_the_gap(page: Page, locale: str) -> None:
    """Expect headline, sentence, next step and the empty row of the picture in what the window shows."""
    headline, sentence, step, empty_row = SEEN[locale]
    # a first start loads the app and the sample
    expect(page.get_by_role("heading", name=headline)).to_be_in_viewport(ratio=1, timeout=60_000)
    expect(page.get_by_text(sentence).first).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("main").get_by_role("button", name=step).first).to_be_in_viewport(ratio=1)
    expect(page.locator(".js-plotly-plot").first.get_by_text(empty_row)).to_be_in_viewport(ratio=1)
    assert page.get_by_role("main").evaluate("main => main.scrollTop") == 0


def test_a_fresh_start_shows_the_gap_in_the_language_of_the_browser(fresh_app: App, visit: Visit) -> None:
    for locale in SEEN:
        see_the_gap(visit(fresh_app, locale=locale), locale)


def test_the_sentence_carries_its_bound_dates_fields_and_grade(app: App, visit: Visit) -> None:
    page = visit(app)
    sentence = page.get_by_text(re.compile("^0 of 23 works by 8 creators")).first
    for part in ("1–11 Feb 2026", "Douyin", "18 % (95 %)", "No transcripts", "Evidence: weak", "About 2 more creators"):
        expect(sentence).to_contain_text(part)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_themes_load_with_their_own_colours(app: App, visit: Visit, scheme: str) -> None:
    page = visit(app, color_scheme=scheme)
    see_the_gap(page, "en-GB")
    ground = page.locator("body").evaluate(
        "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    )
    lightness = sum(int(part) for part in re.findall(r"\d+", ground)[:3])
    assert (lightness < 150) is (scheme == "dark"), ground
    label = page.locator(".js-plotly-plot").first.get_by_text("Feature demo").first
    ink = label.evaluate("text => getComputedStyle(text).fill")
    assert (sum(int(part) for part in re.findall(r"\d+", ink)[:3]) > 450) is (scheme == "dark"), ink


def test_the_sample_goes_with_one_click(app: App, visit: Visit) -> None:
    page = visit(app)
    page.get_by_role("button", name="Remove the sample").click()
    expect(page.get_by_role("heading", name="No topic yet")).to_be_visible()
    expect(page.get_by_role("button", name="Remove the sample")).to_have_count(0)
    go_to(page, "Creators")
    expect(page.get_by_role("heading", name="No creators yet")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="No creators yet")).to_be_visible()
