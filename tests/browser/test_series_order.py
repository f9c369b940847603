"""Episodes are put in order by mouse and by keyboard; the order is there after a reload, and goes out as a calendar."""

from __future__ import annotations

from pathlib import Path

import vobject
from moves import field, settle
from playwright.sync_api import Page, expect
from running_app import App, Visit

FIRST, SECOND = "一条 AI 片子里藏着几份合同", "AI 视频的“存粮”"


def open_series(page: Page) -> Page:
    expect(cards(page)).to_have_count(2)
    return page


def cards(page: Page):
    return page.locator("[data-item]")


def expect_order(page: Page, *titles: str) -> None:
    expect(cards(page).locator(".title")).to_have_text([f"{n} · {title}" for n, title in enumerate(titles, 1)])


def test_an_episode_is_dragged_in_front_of_another_and_stays_there(app: App, visit: Visit) -> None:
    page = open_series(visit(app, "/series"))
    expect_order(page, FIRST, SECOND)
    source, target = cards(page).nth(1).bounding_box(), cards(page).nth(0).bounding_box()
    page.mouse.move(source["x"] + 60, source["y"] + 15)
    page.mouse.down()
    page.mouse.move(target["x"] + 60, target["y"] + 30, steps=8)
    page.mouse.move(target["x"] + 60, target["y"] + 4, steps=4)
    page.mouse.up()
    expect_order(page, SECOND, FIRST)
    page.reload()
    expect_order(page, SECOND, FIRST)


def test_an_episode_is_moved_by_keyboard_opened_edited_and_taken_back(app: App, visit: Visit) -> None:
    page = open_series(visit(app, "/series"))
    cards(page).nth(0).focus()
    page.keyboard.press("Alt+ArrowDown")
    expect_order(page, SECOND, FIRST)
    cards(page).nth(0).click()
    editor = page.locator(".st-key-episode_editor")
    expect(editor.get_by_role("heading", name=f"1 · {SECOND}")).to_be_visible()
    settle(page)
    editor.get_by_label("Hook").fill("What then?")
    editor.get_by_label("Hook").press("Control+Enter")
    expect(cards(page).nth(0)).to_contain_text("Hook: What then?")
    page.get_by_role("button", name="Undo").click()
    expect(cards(page).nth(0)).not_to_contain_text("Hook: What then?")
    page.get_by_role("button", name="Undo").click()
    expect_order(page, FIRST, SECOND)


def test_a_column_of_a_perspective_takes_an_episode_of_another(app: App, visit: Visit) -> None:
    page = open_series(visit(app, "/series"))
    page.get_by_role("radio", name="Perspectives").or_(page.get_by_role("button", name="Perspectives")).first.click()
    expect(page.locator("[data-column]")).to_have_count(2)
    cards(page).nth(0).focus()
    page.keyboard.press("Alt+ArrowRight")
    expect(page.locator("[data-column]")).to_have_count(1)


def test_two_quick_clicks_on_undo_take_back_two_edits(app: App, visit: Visit) -> None:
    page = open_series(visit(app, "/series"))
    hook = field(page, "Hook")
    before = hook.input_value()
    for words in ("One question.", "Another question."):
        hook.fill(words)
        hook.blur()
        expect(cards(page).first).to_contain_text(words)
        settle(page)
    # the second comes before the browser has drawn what the first took back
    page.get_by_role("button", name="Undo", exact=True).dblclick(delay=50)
    expect(cards(page).first).not_to_contain_text("question")
    settle(page)
    expect(hook).to_have_value(before)
    expect(cards(page).first).not_to_contain_text("question")


def test_the_planned_days_go_out_as_a_calendar(app: App, visit: Visit, tmp_path: Path) -> None:
    page = open_series(visit(app, "/series"))
    page.get_by_role("button", name="Slots").click()
    page.get_by_role("button", name="Tue").click()
    page.get_by_role("button", name="Plan the days that are missing").click()
    page.keyboard.press("Escape")
    with page.expect_download() as download:
        page.get_by_role("button", name="Calendar file").click()
    file = tmp_path / "series.ics"
    download.value.save_as(file)
    events = vobject.readOne(file.read_text(encoding="utf-8")).contents["vevent"]
    assert [event.summary.value.rpartition(": ")[2] for event in events] == [FIRST, SECOND]
    assert {event.dtstart.value.isoweekday() for event in events} == {2}
