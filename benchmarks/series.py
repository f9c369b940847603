"""A series of 100 episodes and a shortlist of 100 proposals in a real browser: from an edit until it is on the screen.

Run: python -m benchmarks.series [ROUNDS]
Needs Chromium on the path. A text counts as there once the card beside it says it, a drop once the server has answered
and the page is drawn to its end; looked at every painted frame.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.browser_speed import app_on, wait_until_up
from benchmarks.measuring import machine, say
from blindspot.editing import Change, change
from blindspot.editing.rows import read_rows
from blindspot.plan.proposals.listing import list_proposals
from blindspot.plan.sample import load_sample
from blindspot.plan.series import add_episode, add_series
from blindspot.store import Store

COUNT = 100
STATUSES = ("idea", "shortlisted", "approved", "in_production", "published")
HOOK = "训练数据也许会在 2032 年用完，到时候谁来付钱？"
PATIENCE = 60_000
CARD = "[data-item]"
FIND_BOARD = """() => {
    const hosts = [...document.querySelectorAll("*")].filter(one => one.shadowRoot);
    window.board = hosts.map(one => one.shadowRoot.querySelector(".board")).find(Boolean);
}"""
MEASURE = """([act, isDone]) => new Promise(resolve => {
    const isDrawn = () => document.querySelector("[data-test-script-state=notRunning]")
        && !document.querySelector("[data-stale=true]");
    const [deed, done] = [new Function(act), new Function("isDrawn", isDone)];
    const started = performance.now();
    deed();
    const look = () => done(isDrawn) ? resolve(performance.now() - started) : requestAnimationFrame(look);
    requestAnimationFrame(look);
})"""
SAYS = """return board.textContent.includes("%s");"""
IS_SAVED = """return board.getAttribute("aria-busy") === "false" && isDrawn();"""
IS_DRAWN_ANEW = """window.hasRun ||= document.querySelector("[data-test-script-state=running]") !== null;
    return window.hasRun && isDrawn();"""
LEAVE = "window.hasRun = false; document.activeElement.blur();"
PRESS = """const card = board.querySelectorAll("[data-item]")[%d]; card.focus();
    card.dispatchEvent(new KeyboardEvent("keydown", { key: "%s", altKey: true, bubbles: true, composed: true }));"""


def add_plan(path: Path) -> str:
    """Write a database with the sample, the proposals and the series; return a proposal's id."""
    store = Store(path)
    load_sample(store)
    first = list_proposals(store)[0].proposal_id
    like = {name: value for name, value in read_rows(store, "proposal", [first])[first].items() if name != "rev"}
    for number in range(COUNT):
        status = STATUSES[number % len(STATUSES)]
        own = {"title": f"提案 {number}：训练数据从哪里来", "status": status, "board_place": float(number)}
        change(store, "Ann", f"proposal:p{number}", [Change("proposal", f"p{number}", None, {**like, **own})])
    series_id = add_series(store, "Ann", "一百集")
    for number in range(COUNT):
        episode_id = add_episode(store, "Ann", series_id, f"数据从哪里来 {number}", proposal_id=f"p{number}")
        day = date(2027, 1, 1) + timedelta(days=2 * number)
        fields = {"hook": HOOK, "perspective": ("技术", "战略", "版权")[number % 3], "planned_on": day}
        change(store, "Ann", f"series:{series_id}", [Change("episode", str(episode_id), 1, fields)])
    store.close()
    return "p0"


def open_page(page: Page, address: str, shown: str) -> None:
    """Open a page and wait until what a selector names is there and the page is drawn to its end."""
    page.goto(address)
    page.locator(shown).first.wait_for(timeout=PATIENCE)
    rest(page)


def rest(page: Page) -> None:
    """Wait until the page is drawn and the server has nothing left to do."""
    page.locator("[data-test-script-state=notRunning]").wait_for(timeout=PATIENCE)
    page.wait_for_timeout(300)


def measure(page: Page, act: str, is_done: str) -> float:
    """Return the milliseconds from a deed to the painted frame that fulfils a condition."""
    taken = page.evaluate(MEASURE, [act, is_done])
    rest(page)
    return taken


def measure_series(page: Page, url: str, rounds: int) -> Iterator[tuple[str, float]]:
    """Yield the milliseconds of edits of a series' episodes."""
    open_page(page, f"{url}/series", CARD)
    page.evaluate(FIND_BOARD)
    for number in range(rounds):
        words = f"Hook {number}"
        page.get_by_label("Hook", exact=True).fill(words)
        yield "100 episodes, a hook until its card says it", measure(page, LEAVE, SAYS % words)
        yield "100 episodes, a card moved until it is saved", measure(page, PRESS % (number, "ArrowDown"), IS_SAVED)


def measure_shortlist(page: Page, url: str, rounds: int) -> Iterator[tuple[str, float]]:
    """Yield the milliseconds of moves on the board of proposals."""
    open_page(page, f"{url}/shortlist", CARD)
    page.evaluate(FIND_BOARD)
    for number in range(rounds):
        way = ("ArrowRight", "ArrowDown")[number % 2]
        yield "100 proposals, a card moved until it is saved", measure(page, PRESS % (number, way), IS_SAVED)


def measure_proposal(page: Page, url: str, rounds: int) -> Iterator[tuple[str, float]]:
    """Yield the milliseconds of edits of a proposal's text."""
    open_page(page, f"{url}/proposal?proposal=p0", "textarea")
    for number in range(rounds):
        page.get_by_label("Thesis", exact=True).fill(f"It is claim {number}.")
        yield "a proposal, a text until the page is drawn anew", measure(page, LEAVE, IS_DRAWN_ANEW)


def main(rounds: int = 15) -> None:
    """Print medians and 95th percentiles."""
    print(machine())
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = Path(folder) / "blindspot.duckdb"
        add_plan(database)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-background-networking"]
        )
        with app_on(database) as url:
            wait_until_up(url)
            page = browser.new_context(locale="en-GB", viewport={"width": 1440, "height": 900}).new_page()
            open_page(page, url, "[data-testid=stHeading]")
            for measured in (measure_series, measure_shortlist, measure_proposal):
                _say_all(measured, page, url, rounds)
        browser.close()
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def _say_all(measured: Callable[..., Iterator[tuple[str, float]]], page: Page, url: str, rounds: int) -> None:
    taken: dict[str, list[float]] = {}
    list(measured(page, url, 2))
    for deed, time in measured(page, url, rounds):
        taken.setdefault(deed, []).append(time)
    for deed, times in taken.items():
        say(f"{deed}: median", statistics.median(times), "ms", "≤ 300")
        say(f"{deed}: p95", statistics.quantiles(times, n=100)[94], "ms")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
