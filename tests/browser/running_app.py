"""A real `streamlit run app.py` on a free port of this machine, with a database of its own."""

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
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
DATABASE = "blindspot.duckdb"
START_SECONDS = 60

Visit = Callable[..., Page]
"""Opens the app as a new visitor: `visit(app, "/works", locale="zh-CN")`."""


@dataclass(frozen=True)
class App:
    """A running app: its address, its database, its process and what it has written to its log."""

    url: str
    port: int
    database: Path
    process: subprocess.Popen
    log: Path

    def stop(self) -> None:
        """End the app, which releases the database."""
        self.process.terminate()
        self.process.wait(30)


FAULT = re.compile(r"^Traceback \(most recent call last\):\n(?:[ \t].*\n|\n)*(\S.*)", re.MULTILINE)
"""The last line of a traceback."""
CLOSED_BY_BOTH = 'starlette.websockets.WebSocketDisconnected: Cannot call "send" once a close message has been sent.'


@contextmanager
def run_app(
    folder: Path, *options: str, port: int | None = None, settings: Mapping[str, str] | None = None
) -> Iterator[App]:
    """Run the app on the database in a folder, with more options of Streamlit's and settings of ours.

    Its log must hold no traceback but of the server's own, where a tab goes while it is being closed.
    """
    port = port or free_port()
    database, log = folder / DATABASE, folder / "app.log"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true", f"--server.port={port}"]
    command += options
    with log.open("w", encoding="utf-8") as output:
        environment = _environment(database) | dict(settings or {})
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
        app = App(f"http://127.0.0.1:{port}", port, database, process, log)
        try:
            wait_for(app)
            yield app
        finally:
            app.stop()
    said = log.read_text(encoding="utf-8", errors="replace")
    assert [fault for fault in FAULT.findall(said) if fault != CLOSED_BY_BOTH] == [], said[-4000:]


def _environment(database: Path) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("BLINDSPOT_", "STREAMLIT_"))}
    return ours | {"BLINDSPOT_DB": str(database), "PYTHONUTF8": "1"}


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(app: App) -> None:
    """Wait until the app answers; RuntimeError with its log where it ends or takes longer than START_SECONDS."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and app.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{app.url}/_stcore/health", timeout=5):
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"the app did not start:\n{app.log.read_text(encoding='utf-8', errors='replace')}")
