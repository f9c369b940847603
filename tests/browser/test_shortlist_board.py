"""The board by mouse, finger and keyboard: what is dropped is stored, and another session sees it."""

from __future__ import annotations

import re

from moves import settle
from playwright.sync_api import Locator, Page, expect
from running_app import App, Visit

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def open_board(app: App, visit: Visit, **options: object) -> Page:
    page = visit(app, "/shortlist", **options)
    expect(page.get_by_role("list", name="Idea").get_by_role("listitem")).to_have_count(2)
    settle(page)
    return page


def column(page: Page, name: str) -> Locator:
    return page.get_by_role("list", name=name, exact=True)


def cards(page: Page, name: str) -> Locator:
    return column(page, name).get_by_role("listitem")


def centre(found: Locator) -> tuple[float, float]:
    box = found.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 40)


def stored(page: Page) -> None:
    """Wait until every move is stored."""
    expect(page.locator(".board[aria-busy=false]")).to_have_count(1)
    settle(page)


def drag(page: Page, card: Locator, to: Locator) -> None:
    start, end = centre(card), centre(to)
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + 10, start[1], steps=2)
    page.mouse.move(*end, steps=8)


def test_a_card_dragged_by_mouse_is_stored_where_it_was_dropped(app: App, visit: Visit) -> None:
    page = open_board(app, visit)
    moved = cards(page, "Idea").first.get_by_role("heading").inner_text()
    drag(page, cards(page, "Idea").first, column(page, "Approved"))
    page.mouse.up()
    expect(cards(page, "Approved").get_by_role("heading")).to_have_text(moved)
    expect(page.get_by_role("status").filter(has_text="Approved")).to_have_text(f"{moved} now stands in Approved.")
    stored(page)
    other = visit(app, "/shortlist")
    expect(cards(other, "Approved").get_by_role("heading")).to_have_text(moved)


def test_escape_puts_a_card_back(app: App, visit: Visit) -> None:
    page = open_board(app, visit)
    drag(page, cards(page, "Idea").first, column(page, "Approved"))
    expect(cards(page, "Approved")).to_have_count(1)
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(cards(page, "Approved")).to_have_count(0)
    expect(cards(page, "Idea")).to_have_count(2)


def test_moves_by_keyboard_are_all_stored_however_fast_they_follow(app: App, visit: Visit) -> None:
    page = open_board(app, visit)
    cards(page, "Idea").last.focus()
    for key in ("Alt+ArrowUp", "Alt+ArrowRight", "Alt+ArrowRight", "Alt+ArrowRight"):
        page.keyboard.press(key)
    moved = cards(page, "In production").get_by_role("heading").inner_text()
    stored(page)
    page.reload()
    expect(cards(page, "In production").get_by_role("heading")).to_have_text(moved)
    cards(page, "In production").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=moved)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/proposal\?proposal=\w+$"))


def test_a_finger_lifts_a_card_by_a_long_press_and_scrolls_otherwise(app: App, visit: Visit) -> None:
    page = open_board(app, visit, **PHONE)
    touch = page.context.new_cdp_session(page)
    x, y = centre(cards(page, "Idea").last)

    def put_down(kind: str, *place: float) -> None:
        points = [{"x": place[0], "y": place[1]}] if place else []
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    put_down("touchStart", x, y)
    expect(column(page, "Idea").locator(".placeholder")).to_have_count(1)
    above = centre(cards(page, "Idea").first)
    for step in range(1, 9):
        put_down("touchMove", x, y + (above[1] - 30 - y) * step / 8)
    last = cards(page, "Idea").first.get_by_role("heading").inner_text()
    put_down("touchEnd")
    stored(page)
    page.reload()
    expect(cards(page, "Idea").first.get_by_role("heading")).to_have_text(last)
    x, y = centre(cards(page, "Idea").first)
    put_down("touchStart", x, y)
    put_down("touchMove", x - 60, y)
    expect(column(page, "Idea").locator(".placeholder")).to_have_count(0)
    put_down("touchEnd")
