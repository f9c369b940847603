"""A browser and the app for each journey; on none may anything fail, nor anything leave the machine."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browser_on_system import find_chromium
from moves import settle
from moves_on_storyboard import SAID, cards
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, expect
from running_app import DATABASE, App, Visit, run_app

from blindspot.plan.series.editing import add_episode, add_series
from blindspot.plan.storyboards.shots import add_shots
from blindspot.store import Store

NO_BROWSER = (
    "The browser journeys need Chromium, Chrome or Edge: install one, or run `python -m playwright install chromium`."
)
WIDE = {"width": 1440, "height": 900}
LOCAL = ("127.0.0.1", "localhost", "")
"""Hosts that a page may speak to; data and blob addresses have none."""

expect.set_options(timeout=20_000)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the journeys and put them last: the quick tests speak first, and Playwright's loop disturbs none of them."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict, browser_type: BrowserType) -> dict:
    """Playwright's own Chromium where it is installed, else the system's; where there is none the journeys skip."""
    args = ["--disable-background-networking"]
    if sys.platform == "linux" and os.geteuid() == 0:
        args.append("--no-sandbox")  # Chromium refuses to run as root with it
    found = browser_type_launch_args | {"args": args}
    if Path(browser_type.executable_path).is_file():
        return found
    executable = find_chromium()
    if executable is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(NO_BROWSER)
    return found | {"executable_path": str(executable)}


@pytest.fixture(scope="session")
def sample_app(sample_file: Path, tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[App]:
    """The app on the sample, for journeys that only look."""
    folder = tmp_path_factory.mktemp("looking")
    shutil.copy(sample_file, folder / DATABASE)
    with run_app(folder) as app:
        yield app


@pytest.fixture
def app(sample_file: Path, tmp_path: Path, browser: Browser) -> Iterator[App]:
    """An app of one's own on the sample, for journeys that change something."""
    shutil.copy(sample_file, tmp_path / DATABASE)
    with run_app(tmp_path) as app:
        yield app


@pytest.fixture
def fresh_app(tmp_path: Path, browser: Browser) -> Iterator[App]:
    """The app at its very first start."""
    with run_app(tmp_path) as app:
        yield app


@pytest.fixture
def visit(new_context: Callable[..., BrowserContext]) -> Iterator[Visit]:
    """Open the app as a new visitor: `visit(app, "/works", locale="zh-CN")`; options are those of a browser context."""
    strangers: list[str] = []
    faults: list[str] = []

    def visit(app: App, path: str = "/", **options: object) -> Page:
        context = new_context(**({"locale": "en-GB", "viewport": WIDE} | options))
        context.on("request", lambda request: _note_stranger(request.url, strangers))
        context.on("weberror", lambda error: faults.append(str(error.error)))
        page = context.new_page()
        page.goto(app.url + path)
        return page

    yield visit
    assert strangers == [], "a page asked another machine for something"
    assert faults == [], "a script failed in the browser"


@pytest.fixture
def board(sample_file: Path, tmp_path: Path, browser: object) -> Iterator[App]:
    """An app whose third episode has three shots of five seconds."""
    shutil.copy(sample_file, tmp_path / DATABASE)
    store = Store(tmp_path / DATABASE)
    episode_id = add_episode(store, "Ann", add_series(store, "Ann", "夜里的钟"), "钟停了")
    add_shots(store, "Ann", episode_id, [{"frames": 150, "narration": said} for said in SAID])
    store.close()
    assert episode_id == 3
    with run_app(tmp_path) as app:
        yield app


@pytest.fixture
def open_board(board: App, visit: Visit) -> Callable[..., Page]:
    """Open its storyboard as a new visitor."""

    def open_board(episode: int = 3, **options: object) -> Page:
        page = visit(board, **options)
        expect(page.get_by_role("main").get_by_role("heading").first).to_be_visible(timeout=60_000)
        page.goto(f"{board.url}/storyboard?episode={episode}")
        expect(cards(page)).not_to_have_count(0)
        settle(page)
        return page

    return open_board


def _note_stranger(url: str, strangers: list[str]) -> None:
    if urlsplit(url).hostname not in (*LOCAL, None):
        strangers.append(url)
