"""What a user does on any page of the app: go to another, click a cell of a picture, choose from a list."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def go_to(page: Page, name: str) -> None:
    """Go to a page by the menu."""
    link = page.get_by_role("navigation").get_by_role("link", name=name, exact=True)
    link.click()
    expect(link).to_have_attribute("aria-current", "page")


def settle(page: Page) -> None:
    """Wait until the app has drawn the page to its end, so that nothing of an earlier drawing is left on it."""
    expect(page.locator("[data-test-script-state=notRunning]")).to_have_count(1)
    expect(page.locator("[data-stale=true]")).to_have_count(0)


def click_cell(page: Page, count: str) -> None:
    """Click the first cell with this count in the picture of who says what."""
    cell = page.locator(".js-plotly-plot").first.locator(".textpoint").filter(has_text=count).first
    box = cell.bounding_box()
    assert box is not None
    # The picture takes clicks on a layer over its cells, so it is the place that is clicked.
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def choose(page: Page, label: str, option: str) -> None:
    """Choose from a list to pick from."""
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option).first.click()


def field(page: Page, label: str) -> Locator:
    """Return the field of a text. While a page is drawn anew, that of a former value may still stand below it."""
    return page.get_by_label(label, exact=True).first


def open_first_proposal(page: Page) -> None:
    """Open the first proposal, on the page of proposals."""
    page.get_by_role("button", name="Open", exact=True).first.click()
    expect(page.get_by_label("Thesis", exact=True)).to_be_visible()
    settle(page)
