"""What a user waits for in a real browser: the first screen, and going from page to page at a million works.

Run: python -m benchmarks.browser_speed
Needs Chromium on the path. A page counts as there once its script has ended, nothing on it is stale and its pictures
are drawn. Going to a page is measured after it was loaded once.
"""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.measuring import machine, say
from benchmarks.prepared import copy_of_full
from blindspot.shipped import ROOT

PICTURES = {"Gaps": 2, "Coverage": 2, "Works": 0}
"""How many pictures each page has."""
IS_DRAWN = """([name, pictures]) => {
    const drawn = [...document.querySelectorAll(".js-plotly-plot")].filter(one => one.querySelector(".main-svg"));
    const link = [...document.querySelectorAll("a")].find(one => one.textContent.endsWith(name));
    return link && link.getAttribute("aria-current") === "page"
        && document.querySelector("[data-test-script-state=notRunning]") !== null
        && document.querySelector("[data-stale=true]") === null
        && drawn.length === pictures;
}"""
ROUNDS, STARTS = 5, 3
PATIENCE = 60_000


@contextmanager
def app_on(database: Path) -> Iterator[str]:
    """Start the app on a database and yield its address at once, before it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true", f"--server.port={port}"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"BLINDSPOT_DB": str(database)}, **quiet)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def wait_until_up(url: str) -> None:
    """Return when the server answers."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=5).close()
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("the app did not start")


def settle(page: Page, name: str) -> None:
    """Wait until the page is drawn to its end, looking at every frame that the browser paints."""
    page.wait_for_function(IS_DRAWN, arg=[name, PICTURES[name]], polling="raf", timeout=PATIENCE)


def go_to(page: Page, name: str) -> float:
    """Go to a page by the menu; return the seconds from the click until it is drawn."""
    link = page.get_by_role("navigation").get_by_role("link", name=name, exact=True)
    started = time.perf_counter()
    link.click()
    settle(page, name)
    return time.perf_counter() - started


def measure_starts(browser: Browser) -> list[float]:
    """Return the seconds from starting the process to the drawn first screen, in a fresh browser context."""
    taken = []
    for _ in range(STARTS):
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            with app_on(Path(folder) / "blindspot.duckdb") as url:
                wait_until_up(url)
                page = browser.new_context(locale="en-GB").new_page()
                page.goto(url)
                settle(page, "Gaps")
                taken.append(time.perf_counter() - started)
                page.context.close()
    return taken


def measure_pages(browser: Browser) -> dict[str, list[float]]:
    """Return the seconds of each change of page on the full database."""
    with app_on(copy_of_full("browser.duckdb")) as url:
        wait_until_up(url)
        page = browser.new_context(locale="en-GB", viewport={"width": 1400, "height": 1000}).new_page()
        started = time.perf_counter()
        page.goto(url)
        settle(page, "Gaps")
        say("first load of the gaps page at a million works", time.perf_counter() - started)
        for name in ("Coverage", "Works", "Gaps"):
            go_to(page, name)
        taken: dict[str, list[float]] = {name: [] for name in PICTURES}
        for _ in range(ROUNDS):
            for name in ("Coverage", "Works", "Gaps"):
                taken[name].append(go_to(page, name))
        page.context.close()
    return taken


def main() -> None:
    """Print the medians."""
    print(machine())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-background-networking"]
        )
        starts = measure_starts(browser)
        say("start of the process to the sample's first screen", statistics.median(starts), "s", "≤ 5")
        for name, taken in measure_pages(browser).items():
            say(f"to {name}, median (most {max(taken):.2f})", statistics.median(taken), "s", "≤ 1")
        browser.close()


if __name__ == "__main__":
    main()
