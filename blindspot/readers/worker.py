"""The process that alone touches a user's file: one request as a JSON line on stdin, frames on stdout, then it ends.

Started by `blindspot.readers.client`; a file that crashes, hangs or swells it takes nothing else along.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from blindspot.errors import BlindspotError
from blindspot.readers import archive
from blindspot.readers.formats import Position, open_tables
from blindspot.readers.frames import FrameWriter
from blindspot.readers.reading import send_cells, send_proposal, send_works
from blindspot.readers.worker_limits import limit_process

_PROGRESS_SECONDS = 0.3


def main() -> None:
    """Answer one request; whatever goes wrong is a frame, or failing that the exit status."""
    frames = _take_stdout()
    request = json.loads(sys.stdin.buffer.readline())
    limit_process(request["memory_mb"], request["seconds"])
    # A million short-lived rows make the collector the costliest part of tokenising, and the process ends soon.
    gc.disable()
    try:
        TASKS[request["task"]](request, frames)
        frames.send("done")
    except BlindspotError as error:
        frames.send("refused", message=error.message.template, hint=error.hint.template, values=error.message.values)
    except BrokenPipeError:
        os._exit(1)
    except MemoryError:
        frames.send("failed", problem="memory")
    except BaseException as error:  # polars raises PanicException, which is no Exception
        traceback.print_exc()
        frames.send("failed", problem=type(error).__name__)
    # Nothing here is worth a slow shutdown of millions of objects.
    os._exit(0)


def _read(request: dict[str, Any], frames: FrameWriter) -> None:
    path, name = Path(request["path"]), request["name"]
    with _progress(path, frames) as position:
        send_works(open_tables(path, name, position), name, request["reader"], request["mapping"], frames)


def _propose(request: dict[str, Any], frames: FrameWriter) -> None:
    path, name = Path(request["path"]), request["name"]
    with _progress(path, frames) as position:
        send_proposal(open_tables(path, name, position), name, request["table"], frames)


def _list_members(request: dict[str, Any], frames: FrameWriter) -> None:
    path = Path(request["path"])
    if not archive.is_archive(path):
        frames.send("members", members=None)
        return
    found = archive.members(path, request["name"])
    frames.send("members", members=[(member.place, member.name, member.size) for member in found])


def _extract_member(request: dict[str, Any], frames: FrameWriter) -> None:
    member = archive.Member(*request["member"])
    archive.extract(Path(request["path"]), member, Path(request["target"]), request["name"])


def _read_document(request: dict[str, Any], frames: FrameWriter) -> None:
    # only this task needs it, and it takes as long to load as a small export to read
    from blindspot.documents.passing import as_json
    from blindspot.documents.reading import read_document

    aliases = [tuple(alias) for alias in request["aliases"]]
    document = read_document(Path(request["path"]).read_bytes(), request["name"], aliases)
    frames.send("document", document=as_json(document))


def _read_tables(request: dict[str, Any], frames: FrameWriter) -> None:
    from blindspot.documents.cell_texts import read_tables

    frames.send("tables", tables=read_tables(Path(request["path"]).read_bytes(), request["name"]))


def _read_cells(request: dict[str, Any], frames: FrameWriter) -> None:
    path, name = Path(request["path"]), request["name"]
    with _progress(path, frames) as position:
        send_cells(open_tables(path, name, position), name, request["most_rows"], frames)


def _read_hot_list(request: dict[str, Any], frames: FrameWriter) -> None:
    from blindspot.documents.hot_list import AS_JSON
    from blindspot.readers.hot_lists import read_hot_list

    path, name = Path(request["path"]), request["name"]
    with _progress(path, frames) as position:
        frames.send("hot_list", hot_list=AS_JSON.dump_python(read_hot_list(path, name, position), mode="json"))


def _read_picture(request: dict[str, Any], frames: FrameWriter) -> None:
    import polars as pl

    from blindspot.readers.pictures import read_picture

    width, height, content, thumbnail = read_picture(Path(request["path"]), request["name"])
    bytes_of_both = pl.DataFrame({"content": [content], "thumbnail": [thumbnail]})
    frames.send("picture", bytes_of_both, width=width, height=height)


def _check_pictures(request: dict[str, Any], frames: FrameWriter) -> None:
    from blindspot.readers.pictures import read_picture

    for done, (path, name) in enumerate(request["pictures"], 1):
        read_picture(Path(path), name)
        frames.send("progress", done=done, total=len(request["pictures"]))


TASKS: dict[str, Callable[[dict[str, Any], FrameWriter], None]] = {
    "read": _read,
    "propose": _propose,
    "members": _list_members,
    "extract": _extract_member,
    "document": _read_document,
    "tables": _read_tables,
    "cells": _read_cells,
    "hot_list": _read_hot_list,
    "picture": _read_picture,
    "check_pictures": _check_pictures,
}


def _take_stdout() -> FrameWriter:
    """Keep stdout for frames and send what any library prints to stderr."""
    pipe = os.fdopen(os.dup(1), "wb", buffering=1 << 16)
    os.dup2(2, 1)
    return FrameWriter(pipe)


@contextmanager
def _progress(path: Path, frames: FrameWriter) -> Iterator[Position]:
    """Send `progress` frames while the position moves; that they stop coming tells the app that nothing does.

    They go on all through a long step, which only the limits of time and memory end.
    """
    position, total, is_over = Position(), path.stat().st_size, threading.Event()

    def report() -> None:
        sent = -1.0
        while not is_over.wait(_PROGRESS_SECONDS):
            if position.share != sent or position.is_in_long_step:
                sent = position.share
                frames.send("progress", done=round(sent * total), total=total)

    thread = threading.Thread(target=report, daemon=True)
    thread.start()
    try:
        yield position
    finally:
        is_over.set()
        thread.join()


if __name__ == "__main__":
    main()
