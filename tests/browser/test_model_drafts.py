"""A model on this machine drafts: watched as it comes, stopped, taken and marked; without one nothing of it shows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from model_server import KEY, Asked, Server, drips, model_server, refuses, says, sentences
from moves import field, open_first_proposal, settle
from playwright.sync_api import Page, expect
from running_app import DATABASE, App, Serve, Visit

HOSTILE = "It may <b>run out</b> [soon](https://evil.example/x)."
SHOT = {
    "seconds": 3.5, "size": "CU", "movement": "static", "picture": "An invented hourglass", "narration": "It may end",
    "on_screen_text": "", "claims": [],
}  # fmt: skip


def answer(asked: Asked) -> dict:
    if asked.document["kind"] == "shots":
        return {"shots": [SHOT, SHOT]}
    return sentences((HOSTILE, [asked.document["claims"][0]["id"]]), ("So it goes.", []))


@pytest.fixture
def model() -> Iterator[Server]:
    with model_server(says(answer)) as server:
        yield server


@pytest.fixture
def drafting_app(model: Server, sample_file: Path, tmp_path: Path, serve: Serve) -> Iterator[App]:
    """The app on the sample with that model in its settings."""
    shutil.copy(sample_file, tmp_path / DATABASE)
    settings = {
        "BLINDSPOT_MODEL_URL": model.url,
        "BLINDSPOT_MODEL": "invented-model",
        "BLINDSPOT_MODEL_KEY": KEY,
        "BLINDSPOT_MODEL_PRICE_IN": "2",
        "BLINDSPOT_MODEL_PRICE_OUT": "8",
    }
    app = serve(tmp_path, **settings)
    yield app
    assert KEY not in app.log.read_text(encoding="utf-8")


def open_proposal(visit: Visit, app: App) -> Page:
    page = visit(app, "/proposal")
    open_first_proposal(page)
    return page


def ask_for_thesis(page: Page) -> None:
    page.get_by_role("button", name="Draft with a model").click()
    expect(page.get_by_text("Nothing else.")).to_contain_text("Goes to 127.0.0.1:")
    expect(page.get_by_text("tokens").first).to_contain_text("CNY")
    page.locator("[class*=st-key-draft_thesis] button").click()


def test_a_thesis_is_drafted_taken_and_marked_until_a_person_changes_it(
    drafting_app: App, model: Server, visit: Visit
) -> None:
    model.behave = says(answer, is_held=True)
    page = open_proposal(visit, drafting_app)
    thesis = field(page, "Thesis")
    before = thesis.input_value()
    ask_for_thesis(page)
    expect(page.get_by_role("main").get_by_role("button", name="Stop")).to_be_visible()
    # the words show while they come
    expect(page.locator("[class*=st-key-draft_coming]")).to_contain_text("It may <b>run")
    model.go.set()
    card = page.locator("[class*=st-key-draft_1]").first
    expect(card).to_contain_text(HOSTILE)
    expect(card).to_contain_text("machine-written")
    expect(card).to_contain_text("rests on no claim")
    expect(card).to_contain_text("1,280 tokens")
    expect(card.get_by_role("link")).to_have_count(0)
    assert thesis.input_value() == before
    card.get_by_role("button", name="Use as the thesis").click()
    expect(card).to_have_count(0)
    settle(page)
    expect(thesis).to_have_value(f"{HOSTILE} So it goes.")
    mark = page.get_by_text("machine-written: Thesis").first
    expect(mark).to_be_visible()
    thesis.fill("In my own words.")
    thesis.blur()
    expect(mark).to_have_count(0)


def test_a_draft_is_stopped_at_once(drafting_app: App, model: Server, visit: Visit) -> None:
    model.behave = drips(0.05)
    page = open_proposal(visit, drafting_app)
    ask_for_thesis(page)
    page.get_by_role("main").get_by_role("button", name="Stop").click()
    expect(page.get_by_text("Stopped; nothing of the draft was kept.")).to_be_visible()
    assert model.left.wait(60)


def test_a_refusal_is_a_sentence_and_nothing_is_lost(drafting_app: App, model: Server, visit: Visit) -> None:
    model.behave = refuses(401)
    page = open_proposal(visit, drafting_app)
    before = page.get_by_label("Thesis", exact=True).input_value()
    ask_for_thesis(page)
    expect(page.get_by_text("does not accept the key")).to_be_visible()
    expect(page.get_by_text("Check BLINDSPOT_MODEL_KEY", exact=False)).to_be_visible()
    assert KEY not in page.content()
    assert page.get_by_label("Thesis", exact=True).input_value() == before


def test_shots_are_drafted_onto_the_end_of_a_storyboard(drafting_app: App, visit: Visit) -> None:
    page = visit(drafting_app, "/storyboard")
    page.locator("[class*=st-key-open_] button").last.click()
    page.get_by_role("button", name="Draft with a model").click()
    page.locator("[class*=st-key-draft_shots] button").click()
    page.get_by_role("button", name="Add 2 shots at the end").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".cards").get_by_text("An invented hourglass")).to_have_count(2)
    expect(page.get_by_text("machine-written: ")).to_have_count(2)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".cards").get_by_text("An invented hourglass")).to_have_count(0)


def test_without_a_model_nothing_of_it_shows(app: App, visit: Visit) -> None:
    page = open_proposal(visit, app)
    expect(page.get_by_text("Draft with a model")).to_have_count(0)
