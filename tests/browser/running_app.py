"""A real `streamlit run app.py` on a free port of this machine: for one journey, or for many on a database each."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Client, Connection
from pathlib import Path

from playwright.sync_api import Page
from reopening_server import KEY, QUIET_SECONDS

ROOT = Path(__file__).resolve().parents[2]
SERVER = Path(__file__).with_name("reopening_server.py")
DATABASE = "blindspot.duckdb"
START_SECONDS = 60

Visit = Callable[..., Page]
"""Opens the app as a new visitor: `visit(app, "/works", locale="zh-CN")`."""


@dataclass(frozen=True)
class App:
    """A running app: its address, its database, its process and what that has written to its log."""

    url: str
    port: int
    database: Path
    process: subprocess.Popen
    log: Path

    def stop(self) -> None:
        """End the app, which releases the database."""
        self.process.terminate()
        self.process.wait(30)


@dataclass(frozen=True)
class ServedApp(App):
    """An app whose process serves other journeys before and after."""

    server: Server

    def copy(self) -> Path:
        """Return a file with what the database holds now, for this process to open."""
        target = self.database.with_name("copy_of_the_database.duckdb")
        target.unlink(missing_ok=True)
        self.server.order("copy", target)
        return target


Serve = Callable[..., ServedApp]
"""Serves the database of a folder, with settings of ours: `serve(tmp_path, BLINDSPOT_LINE="0.2")`."""
FAULT = re.compile(r"^Traceback \(most recent call last\):\n(?:[ \t].*\n|\n)*(\S.*)", re.MULTILINE)
"""The last line of a traceback."""
CLOSED_BY_BOTH = 'starlette.websockets.WebSocketDisconnected: Cannot call "send" once a close message has been sent.'


@contextmanager
def run_app(
    folder: Path, *options: str, port: int | None = None, settings: Mapping[str, str] | None = None
) -> Iterator[App]:
    """Run the app on the database in a folder, with more options of Streamlit's and settings of ours.

    Its log must hold no traceback.
    """
    port = port or free_port()
    log = folder / "app.log"
    process = _start(["-m", "streamlit"], port, folder, log, *options, settings=settings)
    app = App(f"http://127.0.0.1:{port}", port, folder / DATABASE, process, log)
    try:
        wait_for(app)
        yield app
    finally:
        app.stop()
    check_log(log.read_text(encoding="utf-8", errors="replace"))


class Server:
    """A process that serves one journey after the other; between two it releases a database and opens another."""

    def __init__(self, folder: Path) -> None:
        """Start it; its log comes into the folder."""
        self.log = folder / "app.log"
        self.port, orders = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = _start([str(SERVER), str(orders)], self.port, folder, self.log)
        self._said = 0
        try:
            wait_for(self)
            self._orders: Connection = Client(("127.0.0.1", orders), authkey=KEY)
        except BaseException:
            self.stop()
            raise

    def open(self, folder: Path, settings: Mapping[str, str]) -> ServedApp:
        """Serve the database of a folder, which is made where there is none."""
        database = folder / DATABASE
        self.order("open", {"BLINDSPOT_DB": str(database)} | dict(settings))
        return ServedApp(self.url, self.port, database, self.process, self.log, self)

    def release(self) -> None:
        """Close the database after the last page on it was closed; the log must hold no traceback since the last."""
        self.order("release")
        said = self.log.read_text(encoding="utf-8", errors="replace")
        self._said, since = len(said), said[self._said :]
        check_log(since)

    def order(self, name: str, argument: object = None) -> None:
        """Have something done, and wait for it; raises RuntimeError with what went wrong."""
        self._orders.send((name, argument))
        if not self._orders.poll(2 * QUIET_SECONDS):
            raise RuntimeError(f"the server did not {name} in time")
        if problem := self._orders.recv():
            raise RuntimeError(f"the server could not {name}:\n{problem}")

    def stop(self) -> None:
        """End the process."""
        self.process.terminate()
        self.process.wait(30)


def check_log(said: str) -> None:
    """Fail on any traceback but of the server's own, where a tab goes while it is being closed."""
    assert [fault for fault in FAULT.findall(said) if fault != CLOSED_BY_BOTH] == [], said[-4000:]


def _start(
    program: list[str], port: int, folder: Path, log: Path, *options: str, settings: Mapping[str, str] | None = None
) -> subprocess.Popen:
    command = [sys.executable, *program, "run", "app.py", "--server.headless=true", f"--server.port={port}", *options]
    environment = _environment(folder / DATABASE) | dict(settings or {})
    with log.open("w", encoding="utf-8") as output:
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)


def _environment(database: Path) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("BLINDSPOT_", "STREAMLIT_"))}
    return ours | {"BLINDSPOT_DB": str(database), "PYTHONUTF8": "1"}


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(app: App | Server) -> None:
    """Wait until the app answers; RuntimeError with its log where it ends or takes longer than START_SECONDS."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and app.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{app.url}/_stcore/health", timeout=5):
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"the app did not start:\n{app.log.read_text(encoding='utf-8', errors='replace')}")
