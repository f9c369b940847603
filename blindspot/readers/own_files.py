"""Reads files of our own in this process: a worker for each would be most of what a first start takes."""

from __future__ import annotations

import io
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from blindspot.readers.frames import FrameWriter, read_frame
from blindspot.readers.worker_process import Frame, run_worker

_ARE_OURS: ContextVar[bool] = ContextVar("_ARE_OURS", default=False)


@contextmanager
def files_are_ours() -> Iterator[None]:
    """Within it this thread reads without the protection of a worker: never for a file that a user brought."""
    before = _ARE_OURS.set(True)
    try:
        yield
    finally:
        _ARE_OURS.reset(before)


def answer(request: dict[str, Any], should_stop: Callable[[], bool]) -> Generator[Frame, None, None]:
    """Return the frames that answer a request: a worker's, or those of this process where the files are ours."""
    return _answer_here(request) if _ARE_OURS.get() else run_worker(request, should_stop)


def _answer_here(request: dict[str, Any]) -> Generator[Frame, None, None]:
    # the worker's code is of no use to this process else
    from blindspot.readers.worker import TASKS

    frames = io.BytesIO()
    TASKS[request["task"]](request, FrameWriter(frames))
    frames.seek(0)
    while (frame := read_frame(frames)) is not None:
        yield frame
