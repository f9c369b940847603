"""Twelve people write at once, into rows of their own and into the same ones, and open their pages anew in mid-word."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from moves import settle
from playwright.sync_api import Browser, Locator, Page, expect
from running_app import DATABASE, run_app

from blindspot.editing.history import history
from blindspot.plan.proposals.listing import list_proposals
from blindspot.plan.series.editing import add_episode, add_series
from blindspot.plan.signals import list_signals
from blindspot.plan.storyboards.shots import add_shots
from blindspot.store import Store

pytestmark = pytest.mark.campaign
ROUNDS = 5
OFTEN = 0.5
"""How often a page is opened anew before its field is left."""
UNSENT = """() => Object.entries(localStorage).every(
    ([name, entry]) => !name.startsWith("blindspot-kept") || JSON.parse(entry).waits)"""
"""Whether nothing is left in a browser that was not sent."""


@dataclass
class Person:
    """One browser with a page, where one writes, and what was written last into each field."""

    page: Page
    address: str
    find: Callable[[Page], Locator]
    written: list[str] = field(default_factory=list)


def proposal_field(page: Page) -> Locator:
    return page.get_by_label("How it differs", exact=True).first


def card_field(page: Page) -> Locator:
    return page.locator(".cards [data-item]").first.get_by_role("textbox", name="Narration")


def signal_field(page: Page) -> Locator:
    if not page.get_by_label("What it would mean", exact=True).count():
        page.get_by_role("main").get_by_role("button", name="More").first.click()
    return page.get_by_label("What it would mean", exact=True).first


def angle_field(page: Page) -> Locator:
    return page.get_by_label("Definition in English", exact=True).first


def write(person: Person, text: str, *, anew: bool) -> None:
    """Write into the person's field and leave it, or open the page anew before the last word is sent."""
    target = person.find(person.page)
    target.click()
    person.page.keyboard.press("ControlOrMeta+a")
    person.page.keyboard.type(text)
    person.written.append(text)
    if anew:
        person.page.goto(person.page.url)
    else:
        target.blur()


def all_words(store: Store) -> str:
    """Return what is stored now and what ever was, of all rows that were written into."""
    edits = [
        str(edit.after)
        for item, ids in (
            ("proposal", [one.proposal_id for one in list_proposals(store)]),
            ("signal", [str(one.signal_id) for one in list_signals(store)]),
            ("shot", [row["shot_id"] for row in store.rows("plan/shots_of_episodes", ids=[3, 4])]),
            ("angle", [str(row["angle_id"]) for row in store.rows("library/topic_angles", topic_id=1)]),
        )
        for one in ids
        for edit in history(store, item=item, item_id=one)
    ]
    return "\n".join(edits)


def test_no_text_is_lost(sample_file: Path, tmp_path: Path, browser: Browser) -> None:
    shutil.copy(sample_file, tmp_path / DATABASE)
    store = Store(tmp_path / DATABASE)
    proposals = [one.proposal_id for one in list_proposals(store)]
    series_id = add_series(store, "Ann", "夜里的钟")
    episodes = [add_episode(store, "Ann", series_id, title) for title in ("一", "二")]
    for episode_id in episodes:
        add_shots(store, "Ann", episode_id, [{"frames": 150, "narration": "钟"}])
    store.close()
    places = [
        *[(f"/proposal?proposal={one}", proposal_field) for one in (proposals * 3)[:3]],
        *[(f"/storyboard?episode={one}", card_field) for one in (*episodes, episodes[0])],
        *[("/signals", signal_field)] * 3,
        *[("/codebook", angle_field)] * 3,
    ]
    chance = random.Random(10)
    with run_app(tmp_path) as app:
        people = [
            Person(browser.new_context(locale="en-GB").new_page(), app.url + address, find) for address, find in places
        ]
        for person in people:
            person.page.goto(app.url if person is people[0] else person.address)
            expect(person.page.get_by_role("main").get_by_role("heading").first).to_be_visible(timeout=120_000)
            person.page.goto(person.address)
            settle(person.page)
        for number in range(ROUNDS):
            for at, person in enumerate(people):
                write(person, f"person {at} round {number} says this", anew=chance.random() < OFTEN)
            for person in people:
                settle(person.page)
        seen = []
        for person in people:
            person.page.wait_for_function(UNSENT, timeout=60_000)
            expect(person.page.locator(".state").filter(has_text="Saving")).to_have_count(0)
            settle(person.page)
            seen.append(person.page.get_by_role("main").inner_text())
        for person in people:
            person.page.context.close()
    store = Store(tmp_path / DATABASE)
    words = all_words(store) + "\n".join(seen)
    store.close()
    # a text that waited for a decision gives way to what the same person writes over it
    lost = [person.written[-1] for person in people if person.written[-1] not in words]
    found = sum(text in words for person in people for text in person.written)
    print(
        f"{len(people)} people, {len(lost)} of their last texts lost; {found} of all {ROUNDS * len(people)} stand there"
    )
    assert lost == []
