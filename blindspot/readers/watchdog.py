"""A thread that ends a worker which takes too much memory or time, on every system."""

from __future__ import annotations

import threading
import time
from typing import Literal

import psutil

from blindspot.settings import Settings

Verdict = Literal["memory", "time", "idle"]
_SECONDS_BETWEEN_LOOKS = 0.2
_LIBRARIES_MB = 150
"""Resident memory of the worker before it opens a file (measured: 60 to 110 MB)."""


class Watchdog:
    """Watches one process by id; `verdict` says why it was ended, None where it was not."""

    def __init__(self, pid: int, settings: Settings) -> None:
        self.verdict: Verdict | None = None
        self._pid = pid
        self._settings = settings
        self._started = time.monotonic()
        self._waiting_since: float | None = None
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Stop watching; must come before the process is reaped, or its id could be another's."""
        self._is_over.set()
        if self._thread.is_alive():
            self._thread.join()

    def is_waited_for(self, is_waiting: bool) -> None:
        """Say whether the app waits for the worker; while it does not, the worker cannot be idle."""
        self._waiting_since = time.monotonic() if is_waiting else None

    def _watch(self) -> None:
        try:
            process = psutil.Process(self._pid)
            while not self._is_over.wait(_SECONDS_BETWEEN_LOOKS):
                self.verdict = self._judge(process)
                if self.verdict:
                    for one in (*process.children(recursive=True), process):
                        one.kill()
                    return
        except psutil.NoSuchProcess:
            return

    def _judge(self, process: psutil.Process) -> Verdict | None:
        # On Windows a virtual environment's python.exe only starts the real one as its child.
        family = (process, *process.children(recursive=True))
        resident = sum(one.memory_info().rss for one in family)
        if resident > (self._settings.worker_memory_mb + _LIBRARIES_MB) * 1_000_000:
            return "memory"
        now, waiting_since = time.monotonic(), self._waiting_since
        if now - self._started > self._settings.worker_seconds:
            return "time"
        if waiting_since is not None and now - waiting_since > self._settings.worker_idle_seconds:
            return "idle"
        return None
