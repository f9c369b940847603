"""A storyboard of 200 shots with 60 pictures in a browser: from an edit until it is painted, and until it is saved.

Run: python -m benchmarks.storyboard [ROUNDS]
Needs Chromium on the path. Times run from the deed in the page to the first painted frame that shows it. What is done
stands there before the server knows; a new shot's name, its checks and the word "Saved" come with its answer.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.browser_speed import app_on, wait_until_up
from benchmarks.exports import PICTURES, SHOTS, picture
from benchmarks.measuring import machine, say
from blindspot.plan.series import add_episode, add_series
from blindspot.plan.storyboards.pictures import add_picture
from blindspot.plan.storyboards.shots import add_shots
from blindspot.store import Store

TOLD = "镜头里的人把书一本一本放回书架，直到没有书可以放。"
PATIENCE = 60_000
FIND_SHEET = """() => {
    const hosts = [...document.querySelectorAll("*")].filter(one => one.shadowRoot);
    window.sheet = hosts.map(one => one.shadowRoot.querySelector(".sheet")).find(Boolean);
}"""
MEASURE = """([act, isDone]) => new Promise(resolve => {
    const card = number => sheet.querySelectorAll(".cards [data-item]")[number];
    const [deed, done] = [act, isDone].map(one => new Function("sheet", "card", one));
    const started = performance.now();
    deed(sheet, card);
    const look = () => done(sheet, card) ? resolve(performance.now() - started) : requestAnimationFrame(look);
    requestAnimationFrame(look);
})"""
IS_SAVED = """return sheet.querySelector(".state").textContent === "Saved";"""
IS_SHOWN = """return sheet.querySelectorAll(".cards .card").length === %d;"""
HAS_COME = """return sheet.querySelectorAll(".cards [data-item]").length === %d;"""
NAME_AT = """return card(%d).querySelector("b").textContent === "%s";"""
ALT_LEFT = """card(%d).focus(); card(%d).dispatchEvent(new KeyboardEvent(
    "keydown", { key: "ArrowLeft", altKey: true, bubbles: true, composed: true }));"""
WRITE = """const field = card(%d).querySelector(".narration");
    field.focus(); field.textContent = "%s"; field.dispatchEvent(new InputEvent("input")); field.blur();"""
CHOOSE = """card(%d).querySelector(".more").click(); sheet.querySelectorAll(".menu button")[%d].click();"""


def add_long_storyboard(path: Path) -> int:
    """Write a database with a storyboard of real length and return its episode."""
    store = Store(path)
    episode_id = add_episode(store, "Ann", add_series(store, "Ann", "系列"), "两百个镜头")
    pictures = [add_picture(store, picture(number).content, f"{number}.jpg") for number in range(1, PICTURES + 1)]
    shot = {"size": "MS", "movement": "push_in", "picture": TOLD, "narration": TOLD * 2, "on_screen_text": TOLD[:12]}
    shots = [
        {**shot, "frames": 60 + number % 91, "picture_id": pictures[number] if number < PICTURES else None}
        for number in range(SHOTS)
    ]
    add_shots(store, "Ann", episode_id, shots)
    store.close()
    return episode_id


def open_storyboard(page: Page, url: str, episode_id: int) -> None:
    """Open it, with every card drawn."""
    page.goto(url)
    page.get_by_role("navigation").first.wait_for(timeout=PATIENCE)
    page.goto(f"{url}/storyboard?episode={episode_id}")
    page.locator(".cards [data-item]").nth(SHOTS - 1).wait_for(timeout=PATIENCE)
    rest(page)
    page.evaluate(FIND_SHEET)


def rest(page: Page) -> None:
    """Wait until the page is drawn and the server has nothing left to do."""
    page.locator("[data-test-script-state=notRunning]").wait_for(timeout=PATIENCE)
    page.wait_for_timeout(300)


def measure(page: Page, act: str, is_done: str) -> float:
    """Return the milliseconds from a deed to the painted frame that fulfils a condition."""
    taken = page.evaluate(MEASURE, [act, is_done])
    page.wait_for_function(f"() => {{ {IS_SAVED} }}", timeout=PATIENCE)
    rest(page)
    return taken


def measure_deeds(page: Page, rounds: int) -> dict[str, list[float]]:
    """Return the milliseconds of each deed, each somewhere else on the sheet."""
    taken: dict[str, list[float]] = {}

    def note(deed: str, act: str, is_done: str) -> None:
        taken.setdefault(deed, []).append(measure(page, act, is_done))

    count = page.evaluate("sheet.querySelectorAll('.cards [data-item]').length")
    for number in range(rounds):
        at = 7 * number % SHOTS + 1
        note("a text, saved", WRITE % (at, f"{number} {TOLD}"), IS_SAVED)
        name = page.evaluate(f"sheet.querySelectorAll('.cards [data-item] b')[{at}].textContent")
        note("moved by a key, painted", ALT_LEFT % (at, at), NAME_AT % (at - 1, name))
        name = page.evaluate(f"sheet.querySelectorAll('.cards [data-item] b')[{at}].textContent")
        note("moved by a key, saved", ALT_LEFT % (at, at), f"{IS_SAVED[:-1]} && {(NAME_AT % (at - 1, name))[7:]}")
        put_in = f"card({at}).querySelector('.plus').click();"
        note("a shot put in, painted", put_in, IS_SHOWN % (count + 1))
        note("to the bin, painted", CHOOSE % (at, 3), IS_SHOWN % count)
        note("a shot put in, with its name", put_in, HAS_COME % (count + 1))
        note("duplicated, painted", CHOOSE % (at, 1), IS_SHOWN % (count + 2))
        note("duplicated, with its name", CHOOSE % (at, 1), HAS_COME % (count + 3))
        count += 3
    return taken


def main(rounds: int = 15) -> None:
    """Print medians and 95th percentiles."""
    print(machine())
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = Path(folder) / "blindspot.duckdb"
        episode_id = add_long_storyboard(database)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-background-networking"]
        )
        with app_on(database) as url:
            wait_until_up(url)
            page = browser.new_context(locale="en-GB", viewport={"width": 1440, "height": 900}).new_page()
            open_storyboard(page, url, episode_id)
            measure_deeds(page, 2)
            page.reload()
            open_storyboard(page, url, episode_id)
            for deed, times in measure_deeds(page, rounds).items():
                hundredths = statistics.quantiles(times, n=100)
                say(f"{deed}: median", statistics.median(times), "ms", "≤ 300")
                say(f"{deed}: p95", hundredths[94], "ms")
        browser.close()
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
