"""A field is left by a tap on another page: that page is there at once, and what was typed is stored."""

from __future__ import annotations

import pytest
from moves import field, settle
from playwright.sync_api import Page, expect
from running_app import App, Visit

TYPED = "Typed, then tapped."


def tap(page: Page, name: str) -> None:
    page.get_by_role("navigation").get_by_role("link", name=name, exact=True).tap()
    expect(page.get_by_role("main").get_by_role("heading", name=name, exact=True)).to_be_visible()
    settle(page)
    expect(page.get_by_role("main").get_by_role("heading", name=name, exact=True)).to_be_visible()


@pytest.mark.parametrize(("address", "label"), [("/series?series=1", "Note"), ("/proposal", "How it differs")])
def test_no_tap_ends_in_a_blank_page(app: App, visit: Visit, address: str, label: str) -> None:
    page = visit(app, address, has_touch=True)
    if label == "How it differs":
        page.get_by_role("button", name="Open", exact=True).first.click()
    expect(field(page, label)).to_be_visible()
    settle(page)
    address = page.url
    for name in ("Signals", "Shortlist"):
        field(page, label).fill(f"{TYPED} {name}")
        tap(page, name)
        page.goto(address)
        expect(field(page, label)).to_have_value(f"{TYPED} {name}")
        settle(page)
