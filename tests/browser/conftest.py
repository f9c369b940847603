"""A browser and the app for each journey; on none may anything fail, nor anything leave the machine."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browser_on_system import find_chromium
from moves import settle
from moves_on_storyboard import SAID, cards
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, expect
from running_app import DATABASE, App, Serve, ServedApp, Server, Visit, run_app

from blindspot.plan.series.editing import add_episode, add_series
from blindspot.plan.storyboards.shots import add_shots
from blindspot.store import Store

NO_BROWSER = (
    "The browser journeys need Chromium, Chrome or Edge: install one, or run `python -m playwright install chromium`."
)
WIDE = {"width": 1440, "height": 900}
LOCAL = ("127.0.0.1", "localhost", "")
"""Hosts that a page may speak to; data and blob addresses have none."""

PATIENCE = 45_000
"""Milliseconds; a machine with other work takes long, and only a journey that fails waits for all of it."""

expect.set_options(timeout=PATIENCE)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark the journeys, before `-m` chooses among the tests."""
    item.add_marker(pytest.mark.browser)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the journeys last: the quick tests speak first, and Playwright's loop disturbs none of them."""
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
def server(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[list[Server]]:
    """The one server of this worker, started by the first journey that needs it."""
    running: list[Server] = []
    yield running
    for server in running:
        server.stop()


@pytest.fixture
def serve(server: list[Server], browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """Serve the database of a folder: `serve(tmp_path)`, with settings of ours where a journey needs some."""
    opened = False

    def serve(folder: Path, **settings: str) -> ServedApp:
        nonlocal opened
        if not server:
            server.append(_warm(Server(tmp_path_factory.mktemp("server")), browser))
        opened = True
        return server[0].open(folder, settings)

    yield serve
    if opened:
        try:
            server[0].release()
        except RuntimeError:
            server.pop().stop()
            raise


@pytest.fixture
def app(sample_file: Path, tmp_path: Path, serve: Serve) -> ServedApp:
    """The app on the sample."""
    shutil.copy(sample_file, tmp_path / DATABASE)
    return serve(tmp_path)


@pytest.fixture
def fresh_app(tmp_path: Path, browser: Browser) -> Iterator[App]:
    """The app at its very first start, in a process of its own."""
    with run_app(tmp_path) as app:
        yield app


@pytest.fixture
def visit(serve: Serve, new_context: Callable[..., BrowserContext]) -> Iterator[Visit]:
    """Open the app as a new visitor: `visit(app, "/works", locale="zh-CN")`; options are those of a browser context.

    It is set up after `serve`, so that its pages are closed before their database is.
    """
    strangers: list[str] = []
    faults: list[str] = []

    def visit(app: App, path: str = "/", **options: object) -> Page:
        context = new_context(**({"locale": "en-GB", "viewport": WIDE} | options))
        context.set_default_timeout(PATIENCE)
        context.on("request", lambda request: _note_stranger(request.url, strangers))
        context.on("weberror", lambda error: faults.append(str(error.error)))
        page = context.new_page()
        page.goto(app.url + path)
        return page

    yield visit
    assert strangers == [], "a page asked another machine for something"
    assert faults == [], "a script failed in the browser"


@pytest.fixture
def board_file(sample_file: Path, tmp_path: Path) -> Path:
    """A database whose third episode has three shots of five seconds."""
    shutil.copy(sample_file, tmp_path / DATABASE)
    store = Store(tmp_path / DATABASE)
    episode_id = add_episode(store, "Ann", add_series(store, "Ann", "夜里的钟"), "钟停了")
    add_shots(store, "Ann", episode_id, [{"frames": 150, "narration": said} for said in SAID])
    store.close()
    assert episode_id == 3
    return tmp_path / DATABASE


@pytest.fixture
def board(board_file: Path, serve: Serve) -> ServedApp:
    """The app on it."""
    return serve(board_file.parent)


@pytest.fixture
def open_board(board: App, visit: Visit) -> Callable[..., Page]:
    """Open its storyboard as a new visitor."""

    def open_board(episode: int = 3, **options: object) -> Page:
        page = visit(board, f"/storyboard?episode={episode}", **options)
        expect(cards(page)).not_to_have_count(0)
        settle(page)
        return page

    return open_board


def _warm(server: Server, browser: Browser) -> Server:
    """Load the app's modules and pages once; Streamlit says "Page not found" to a first visit that is to no page."""
    with tempfile.TemporaryDirectory() as folder:
        app = server.open(Path(folder), {})
        page = browser.new_page()
        page.goto(app.url)
        expect(page.get_by_role("main").get_by_role("heading").first).to_be_visible(timeout=60_000)
        page.close()
        server.release()
    return server


def _note_stranger(url: str, strangers: list[str]) -> None:
    if urlsplit(url).hostname not in (*LOCAL, None):
        strangers.append(url)
