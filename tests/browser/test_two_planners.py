"""Two people at the same proposal: nobody's text is lost, whoever saves second."""

from __future__ import annotations

from moves import field, open_first_proposal, settle
from playwright.sync_api import Page, expect
from running_app import App, Visit


def open_first(visit: Visit, app: App) -> Page:
    page = visit(app, "/proposal")
    open_first_proposal(page)
    return page


def write_thesis(page: Page, text: str) -> None:
    thesis = field(page, "Thesis")
    thesis.fill(text)
    thesis.blur()
    settle(page)


def test_the_second_to_save_sees_both_texts_and_joins_them(app: App, visit: Visit) -> None:
    ann, ben = open_first(visit, app), open_first(visit, app)
    write_thesis(ann, "Ann says this.")
    expect(ann.get_by_text("Saved at")).to_be_visible()
    write_thesis(ben, "Ben says that.")
    notice = ben.locator("[class*=st-key-conflict_proposal]")
    expect(notice).to_contain_text("Nothing is overwritten")
    expect(notice).to_contain_text("Ann says this.")
    expect(notice).to_contain_text("Ben says that.")
    joined = notice.get_by_label("Joined: change it as you like")
    expect(joined).to_have_value("Ann says this. Ben says that.")
    joined.fill("Ann says this, and Ben says that.")
    joined.blur()
    notice.get_by_role("button", name="Save the joined text").dblclick()
    expect(notice).to_have_count(0)
    settle(ben)
    expect(field(ben, "Thesis")).to_have_value("Ann says this, and Ben says that.")
    ann.reload()
    settle(ann)
    expect(field(ann, "Thesis")).to_have_value("Ann says this, and Ben says that.")
    ann.get_by_text("History", exact=True).click()
    expect(ann.get_by_text("Put back as before")).to_have_count(2)


def test_different_fields_are_both_kept_without_a_question(app: App, visit: Visit) -> None:
    ann, ben = open_first(visit, app), open_first(visit, app)
    write_thesis(ann, "Ann's thesis.")
    differs = field(ben, "How it differs")
    differs.fill("Ben's difference.")
    differs.blur()
    settle(ben)
    expect(field(ben, "Thesis")).to_have_value("Ann's thesis.")
    expect(ben.locator("[class*=st-key-conflict_proposal]")).to_have_count(0)
    ann.reload()
    settle(ann)
    expect(field(ann, "How it differs")).to_have_value("Ben's difference.")


def test_quick_typing_from_field_to_field_never_meets_itself(app: App, visit: Visit) -> None:
    page = open_first(visit, app)
    for text in ("one", "two", "three"):
        field(page, "Thesis").fill(text)
        field(page, "How it differs").fill(f"not {text}")
    field(page, "How it differs").blur()
    settle(page)
    page.reload()
    expect(field(page, "Thesis")).to_have_value("three")
    expect(field(page, "How it differs")).to_have_value("not three")
    expect(page.locator("[class*=st-key-conflict_proposal]")).to_have_count(0)


def test_an_edit_that_waits_for_a_decision_outlives_a_reload(app: App, visit: Visit) -> None:
    ann, ben = open_first(visit, app), open_first(visit, app)
    write_thesis(ann, "Ann says this.")
    write_thesis(ben, "Ben says that.")
    notice = ben.locator("[class*=st-key-conflict_proposal]")
    expect(notice).to_contain_text("Ben says that.")
    ben.reload()
    expect(notice).to_contain_text("Ben says that.")
    notice.get_by_role("button", name="Keep mine").click()
    expect(notice).to_have_count(0)
    settle(ben)
    expect(field(ben, "Thesis")).to_have_value("Ben says that.")
