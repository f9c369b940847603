"""Why a worker ended without an answer, in one sentence and with what to do; its own words are never shown."""

from __future__ import annotations

import signal

from blindspot.errors import FileRefused
from blindspot.readers.watchdog import Verdict
from blindspot.settings import read_settings

_OUT_OF_MEMORY = (b"memory allocation of", b"MemoryError", b"Cannot allocate memory", b"bad_alloc", b"out of memory")


def explain_exit(name: str, status: int, verdict: Verdict | None, stderr: bytes) -> FileRefused:
    """Return the refusal for a worker that ended with this status, the watchdog's verdict and what it last wrote."""
    if verdict == "idle":
        return FileRefused(
            "{file} was given up: nothing of it was read for {seconds} seconds.",
            "Open it in the program that wrote it, and export it again in parts or as CSV.",
            file=name,
            seconds=read_settings().worker_idle_seconds,
        )
    if verdict == "time" or status == -getattr(signal, "SIGXCPU", 0):
        return FileRefused(
            "{file} was given up: reading it took more than {seconds} seconds.",
            "Export it in parts, or set BLINDSPOT_WORKER_SECONDS higher.",
            file=name,
            seconds=read_settings().worker_seconds,
        )
    if verdict == "memory" or status == -getattr(signal, "SIGKILL", 0) or _is_memory(stderr):
        return _too_much_memory(name)
    return FileRefused(
        "{file} made the program that reads it stop (status {status}); the file is damaged or built to do so.",
        "Open it in the program that wrote it, save it again and import that.",
        file=name,
        status=status,
    )


def explain_failure(name: str, problem: str) -> FileRefused:
    """Return the refusal for a worker that could still say which kind of error stopped it."""
    if problem == "memory":
        return _too_much_memory(name)
    return FileRefused(
        "{file} could not be read: its content stopped the reader ({problem}).",
        "Open it in the program that wrote it, save it again and import that.",
        file=name,
        problem=problem,
    )


def _is_memory(stderr: bytes) -> bool:
    return any(words in stderr for words in _OUT_OF_MEMORY)


def _too_much_memory(name: str) -> FileRefused:
    return FileRefused(
        "{file} took more than {megabytes} MB of memory to read.",
        "Export it as CSV or in parts, or set BLINDSPOT_WORKER_MEMORY_MB higher.",
        file=name,
        megabytes=read_settings().worker_memory_mb,
    )
