"""Whatever ends the typing (a reload, another page, a closed tab, a server that stops), what was typed is stored."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from moves import field, go_to, open_first_proposal, settle
from moves_on_storyboard import open_shot
from playwright.sync_api import Page, expect
from running_app import DATABASE, App, Visit, run_app

STATE = "[role=status][data-state]"


def open_first(visit: Visit, app: App) -> Page:
    page = visit(app, "/proposal")
    open_first_proposal(page)
    return page


def type_and_reload(page: Page, label: str, text: str) -> None:
    """Type into a field and open the page anew before a pause, and before the field is left."""
    field(page, label).click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)
    page.reload()
    settle(page)


def test_a_reload_in_mid_word_keeps_the_text(app: App, visit: Visit) -> None:
    page = open_first(visit, app)
    type_and_reload(page, "Thesis", "It runs dr")
    expect(field(page, "Thesis")).to_have_value("It runs dr")
    settle(page)
    expect(page.get_by_text("Saved at")).to_be_visible()
    field(page, "Thesis").click()
    page.keyboard.press("End")
    page.keyboard.type("y")
    expect(page.locator(STATE)).to_have_text("Saving …")
    expect(page.locator(STATE)).to_contain_text("Saved at")
    page.reload()
    expect(field(page, "Thesis")).to_have_value("It runs dry")
    expect(page.locator("[class*=st-key-conflict]")).to_have_count(0)


def test_a_new_proposal_and_a_closed_dialog_come_back_after_a_reload(open_board: Callable[..., Page]) -> None:
    page = open_board()
    open_shot(page, 1)
    type_and_reload(page, "Sound", "rai")
    expect(page.locator(".cards [data-item]").nth(1).get_by_role("textbox", name="Sound")).to_have_text("rai")
    go_to(page, "Shortlist")
    settle(page)
    new = page.get_by_role("button", name="New proposal")
    new.click()
    field(page, "Title").click()
    page.keyboard.type("A clock that st")
    page.reload()
    settle(page)
    new.click()
    expect(field(page, "Title")).to_have_value("A clock that st")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("heading", name="A clock that st")).to_be_visible()
    go_to(page, "Shortlist")
    settle(page)
    new.click()
    expect(field(page, "Title")).to_have_value("")


def test_two_tabs_keep_the_texts_of_both(app: App, visit: Visit) -> None:
    one = open_first(visit, app)
    field(one, "Thesis").click()
    one.keyboard.press("ControlOrMeta+a")
    one.keyboard.type("Begun in one tab. ")
    two = one.context.new_page()
    two.goto(one.url)
    settle(two)
    type_and_reload(two, "How it differs", "Written in the oth")
    expect(field(two, "How it differs")).to_have_value("Written in the oth")
    one.keyboard.type("Ended there. ")
    expect(one.locator(STATE)).to_contain_text("Saved at")
    two.reload()
    expect(field(two, "Thesis")).to_have_value("Begun in one tab. Ended there.")
    for page in (one, two):
        expect(page.locator("[class*=st-key-conflict]")).to_have_count(0)


def test_a_server_that_stops_while_one_types_gets_the_text_when_it_is_back(
    sample_file: Path, tmp_path: Path, visit: Visit
) -> None:
    shutil.copy(sample_file, tmp_path / DATABASE)
    words = "Typed before, and when it is back."
    with run_app(tmp_path) as app:
        page = visit(app)
        expect(page.get_by_role("main").get_by_role("heading").first).to_be_visible(timeout=60_000)
        page.goto(f"{app.url}/proposal")
        open_first_proposal(page)
        field(page, "Thesis").click()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type(words[:14])
    # Streamlit locks every field while nobody answers
    expect(page.locator(STATE)).to_contain_text("no connection")
    with run_app(tmp_path, port=app.port):
        expect(page.locator(STATE)).to_contain_text("Saved at", timeout=60_000)
        # the first visit to a fresh process is told that there is no such page
        page.get_by_role("dialog").get_by_role("button", name="Close").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        settle(page)
        thesis = field(page, "Thesis")
        expect(thesis).to_have_value(words[:14].strip())
        thesis.click()
        page.keyboard.press("End")
        page.keyboard.type(words[13:])
        page.reload()
        expect(thesis).to_have_value(words)
        expect(page.locator("[class*=st-key-conflict]")).to_have_count(0)
        settle(page)
