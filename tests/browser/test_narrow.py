"""A phone's window, 390 px wide: nothing scrolls sideways, and the answer with its next step still comes first."""

from __future__ import annotations

import pytest
from moves import settle
from playwright.sync_api import Page, expect
from running_app import App, Visit

from blindspot.ui.texts import translator

PHONE = {"width": 390, "height": 844}
PAGES = (
    *("/imports", "/sources", "/reports", "/codebook", "/creators", "/topics"),
    *("/", "/coverage", "/works", "/questions", "/discovery"),
    *("/shortlist", "/signals", "/proposal", "/series", "/storyboard", "/storyboard?episode=2"),
)
WIDER_THAN_THE_WINDOW = """() => [...document.querySelectorAll('[data-testid=stMain] *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility())
    .filter(one => {
        for (let up = one.parentElement; up && up.dataset.testid !== 'stMain'; up = up.parentElement)
            if (getComputedStyle(up).overflowX !== 'visible') return false;
        return true;
    })
    .map(one => `${one.tagName} ${one.dataset.testid || ''} ${(one.innerText || '').slice(0, 40)}`)"""
"""What stands out of the window at the right and can be reached only by scrolling the page sideways."""


def sideways(page: Page) -> list[object]:
    """Return how far the page scrolls sideways, and what makes it."""
    main = page.get_by_role("main")
    width = main.evaluate("main => [main.scrollWidth - main.clientWidth, document.body.scrollWidth - innerWidth]")
    return [*[extra for extra in width if extra > 0], *page.evaluate(WIDER_THAN_THE_WINDOW)]


@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_no_page_scrolls_sideways(app: App, visit: Visit, locale: str) -> None:
    t = translator(locale[:2])
    page = visit(app, "/topics", viewport=PHONE, locale=locale)
    for path in PAGES:
        page.goto(app.url + path)
        expect(page.get_by_role("main").get_by_role("button").or_(page.get_by_role("heading")).first).to_be_visible()
        if path in ("/", "/coverage"):
            expect(page.locator(".js-plotly-plot").first.get_by_text(t("no work"))).to_be_visible()
        settle(page)
        assert sideways(page) == [], path


@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_sentence_and_next_step_stand_above_the_fold(app: App, visit: Visit, locale: str) -> None:
    t = translator(locale[:2])
    page = visit(app, viewport=PHONE, locale=locale)
    expect(page.get_by_role("heading").first).to_be_in_viewport(ratio=1)
    expect(page.get_by_text(t("Evidence: {grade}.", grade=t("weak"))).first).to_be_in_viewport(ratio=1)
    # a report of the sample proposes this angle already
    step = page.get_by_role("main").get_by_role("button", name=t("Open the proposal")).first
    expect(step).to_be_in_viewport(ratio=1)
