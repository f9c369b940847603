"""Medians, the time of each statement, peak memory, and the machine that the figures belong to."""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil

from blindspot.store import Transaction

LIBRARIES = ("duckdb", "polars", "pandas", "pyarrow", "plotly", "streamlit")
TIMED = ("run", "frame", "arrow", "rows", "value")


def seconds(action: Callable[[], Any]) -> float:
    """Return the wall seconds of one call."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def median_of(action: Callable[[], Any], times: int, *, warm_ups: int = 1) -> float:
    """Return the median wall seconds of `times` calls after some that do not count."""
    for _ in range(warm_ups):
        action()
    return statistics.median(seconds(action) for _ in range(times))


@contextmanager
def timed_statements() -> Iterator[dict[str, float]]:
    """Collect the seconds that each query took while this is open, by its name."""
    spent: dict[str, float] = defaultdict(float)
    originals = {name: getattr(Transaction, name) for name in TIMED}

    def timed(original: Callable) -> Callable:
        def call(self: Transaction, name: str, /, **params: Any) -> Any:
            started = time.perf_counter()
            try:
                return original(self, name, **params)
            finally:
                spent[name] += time.perf_counter() - started

        return call

    for name, original in originals.items():
        setattr(Transaction, name, timed(original))
    try:
        yield spent
    finally:
        for name, original in originals.items():
            setattr(Transaction, name, original)


def peak_megabytes() -> tuple[float, float]:
    """Return the highest resident memory of this process and of its largest ended child, as the system counts it."""
    return tuple(resource.getrusage(who).ru_maxrss / 1e3 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def risen_megabytes(action: Callable[[], Any]) -> float:
    """Return how far resident memory rose above what is held before the call, looking every 5 ms."""
    process, is_over = psutil.Process(), threading.Event()
    before = highest = process.memory_info().rss

    def watch() -> None:
        nonlocal highest
        while not is_over.wait(0.005):
            highest = max(highest, process.memory_info().rss)

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    action()
    is_over.set()
    thread.join()
    return (highest - before) / 1e6


def machine() -> str:
    """Return one line about processor, memory, system and versions."""
    cpu = next(
        (line.split(":")[1].strip() for line in _cpu_lines() if line.startswith("model name")), platform.processor()
    )
    memory = psutil.virtual_memory().total / 2**30
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{cpu}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}, {versions}"
    )


def say(label: str, value: float, unit: str = "s", target: str = "") -> None:
    """Print one figure, with its target beside it where it has one."""
    print(f"{label:<58} {value:>10.3f} {unit:<3} {target}", flush=True)


def _cpu_lines() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text().splitlines() if path.exists() else []


def drop(path: Path) -> Path:
    """Remove a database with its log and return its path."""
    for one in (path, path.with_name(f"{path.name}.wal")):
        one.unlink(missing_ok=True)
    return path


def in_own_process(module: str, *arguments: str) -> str:
    """Run a module of this package in a fresh interpreter and return what it printed."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
