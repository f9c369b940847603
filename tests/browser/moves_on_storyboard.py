"""What a planner does on a storyboard: cards, their menu, a shot's dialog."""

from __future__ import annotations

from moves import settle
from playwright.sync_api import Locator, Page, expect

SAID = ("钟停了。", "没有人看见。", "后来有人来了。")
"""What the three shots of the board say."""


def cards(page: Page) -> Locator:
    return page.locator(".cards [data-item]:not(.ghost)")


def expect_names(page: Page, *names: str) -> None:
    expect(page.locator(".cards [data-item] .head b")).to_have_text(list(names))


def expect_saved(page: Page) -> None:
    expect(page.locator(".state")).to_have_text("Saved")
    settle(page)


def do(page: Page, place: int, what: str) -> None:
    """Choose from the menu of a card."""
    cards(page).nth(place).locator(".more").click()
    page.locator(".menu").get_by_role("button", name=what).click()


def open_shot(page: Page, place: int) -> Locator:
    """Open the dialog with every field of a shot."""
    do(page, place, "Edit every field")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("textbox", name="Sound")).to_be_visible()
    settle(page)
    return dialog
