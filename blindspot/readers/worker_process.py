"""A worker process as the app holds it: started with a small environment, watched from outside, ended in any case."""

from __future__ import annotations

import json
import logging
import os
import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator
from contextlib import suppress
from typing import IO, Any

from blindspot.errors import FileRefused
from blindspot.readers.events import ReadingStopped
from blindspot.readers.frames import read_frame
from blindspot.readers.watchdog import Watchdog
from blindspot.readers.worker_failures import explain_exit, explain_failure
from blindspot.settings import read_settings
from blindspot.shipped import CODE

_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "HOME", "USERPROFILE", "LD_LIBRARY_PATH")
_COMMAND = (sys.executable, "-P", "-m", "blindspot.readers.worker")
_KEPT_MEMORY = {
    "_RJEM_MALLOC_CONF": "dirty_decay_ms:-1,muzzy_decay_ms:-1",
    "MALLOC_MMAP_THRESHOLD_": str(1 << 30),
    "MALLOC_TRIM_THRESHOLD_": str(1 << 30),
    "MALLOC_TOP_PAD_": str(64 << 20),
}
"""Polars and glibc keep freed memory for the next batch; giving it back each time cost as much as parsing."""
_FRAMES_AHEAD = 4
_POLL_SECONDS = 0.1
_STDERR_LINES = 40
_log = logging.getLogger(__name__)

Frame = tuple[dict[str, Any], list[memoryview]]


def run_worker(request: dict[str, Any], should_stop: Callable[[], bool]) -> Generator[Frame, None, None]:
    """Yield the worker's frames; raise FileRefused with one sentence for what it refused or died of.

    Closing the iterator ends the worker at once; a true `should_stop()` within a second, and raises ReadingStopped.
    """
    settings = read_settings()
    limits = {"memory_mb": settings.worker_memory_mb, "seconds": settings.worker_seconds}
    process = _start()
    stdin, stdout, errors = _pipes(process)
    watchdog = Watchdog(process.pid, settings)
    frames: queue.Queue[Frame | None] = queue.Queue(_FRAMES_AHEAD)
    is_closed = threading.Event()
    stderr: deque[bytes] = deque(maxlen=_STDERR_LINES)
    threads = [
        threading.Thread(target=_pump, args=(stdout, frames, watchdog, is_closed), daemon=True),
        threading.Thread(target=lambda: stderr.extend(errors), daemon=True),
    ]
    try:
        for thread in threads:
            thread.start()
        watchdog.start()
        _send(stdin, request | limits)
        is_done = False
        while not is_done:
            if should_stop():
                raise ReadingStopped("Reading {file} was stopped.", "Nothing of it was kept.", file=request["name"])
            try:
                frame = frames.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                continue
            if frame is None:
                break
            is_done = frame[0]["event"] == "done"
            if not is_done:
                _raise_refusal(frame[0], request["name"])
                yield frame
        if not is_done:
            process.wait()
            threads[1].join(timeout=1)
            raise explain_exit(request["name"], process.returncode, watchdog.verdict, b"".join(stderr))
    finally:
        is_closed.set()
        watchdog.stop()
        process.kill()
        process.wait()
        for thread in threads:
            thread.join(timeout=1)
        for pipe in (stdin, stdout, errors):
            with suppress(OSError):  # stdin of a dead worker still holds the request
                pipe.close()
        _log.debug("worker %s ended with %s: %s", process.pid, process.returncode, b"".join(stderr)[-200:])


def _start() -> subprocess.Popen[bytes]:
    environment = {key: os.environ[key] for key in _KEPT_VARIABLES if key in os.environ}
    environment |= {key: value for key, value in os.environ.items() if key.startswith("BLINDSPOT_")}
    environment |= {
        "PYTHONPATH": str(CODE),
        "PYTHONUTF8": "1",
        # One core for a file leaves the others to the app; each further thread also maps memory of its own.
        "POLARS_MAX_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        **_KEPT_MEMORY,
    }
    return subprocess.Popen(  # noqa: S603 a fixed command, and the request goes by stdin
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=CODE,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None or process.stderr is None:
        raise RuntimeError("the worker was started without its pipes")
    return process.stdin, process.stdout, process.stderr


def _send(stdin: IO[bytes], request: dict[str, Any]) -> None:
    try:
        stdin.write(json.dumps(request).encode() + b"\n")
        stdin.flush()
    except OSError:
        _log.debug("the worker ended before it took the request")  # its exit status says why


def _pump(stdout: IO[bytes], frames: queue.Queue[Frame | None], watchdog: Watchdog, is_closed: threading.Event) -> None:
    """Move frames from the pipe to the queue; the worker is idle only while this waits for it."""
    frame: Frame | None = None
    while not is_closed.is_set():
        watchdog.is_waited_for(True)
        try:
            frame = read_frame(stdout)
        except (OSError, ValueError):
            frame = None
        watchdog.is_waited_for(False)
        while not is_closed.is_set():
            try:
                frames.put(frame, timeout=_POLL_SECONDS)
                break
            except queue.Full:
                continue
        if frame is None:
            return


def _raise_refusal(header: dict[str, Any], name: str) -> None:
    if header["event"] == "refused":
        raise FileRefused(header["message"], header["hint"], **header["values"])
    if header["event"] == "failed":
        raise explain_failure(name, header["problem"])
