"""A process that is killed while it edits: every edit that it acknowledged is there, with its history."""

from __future__ import annotations

import multiprocessing
import random
import sys
import time
from contextlib import suppress
from functools import reduce
from pathlib import Path
from types import ModuleType

import pytest
from campaigns import few_or_many
from places import OpenStore

from benchmarks.many_editors import add_storyboard, edit_without_end
from blindspot.editing import history
from blindspot.editing.rows import read_rows
from blindspot.library.check import check_store
from blindspot.store import Store

if "forkserver" not in multiprocessing.get_all_start_methods():
    pytest.skip("needs processes that start from a warm one, which this system lacks", allow_module_level=True)
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([edit_without_end.__module__])
SHOTS = 5
SECONDS = 0.12
"""At most, between the first edit and the kill."""


def edits_until_killed(path: Path, number: int, seconds: float) -> list[tuple[str, str]]:
    """Let a process of its own edit, kill it after so many seconds, and return what it acknowledged."""
    mine, its = PROCESSES.Pipe(duplex=False)
    editor = PROCESSES.Process(target=edit_without_end, args=(path, number, SHOTS, its))
    editor.start()
    its.close()
    try:
        assert mine.recv() == "open"
    except EOFError:
        editor.join()
        pytest.fail(f"editor {number} ended by itself with {editor.exitcode} before it had opened the database")
    time.sleep(seconds)
    editor.kill()
    acknowledged = []
    with mine, suppress(EOFError, OSError):
        while True:
            acknowledged.append(mine.recv())
    editor.join()
    editor.close()
    return acknowledged


@pytest.fixture
def no_script(monkeypatch: pytest.MonkeyPatch) -> None:
    """A main module without a file: a page's test leaves the app as the main module, and each editor would run it."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


@pytest.mark.usefixtures("no_script")
@pytest.mark.parametrize("kills", few_or_many(10, 200))
def test_no_acknowledged_edit_is_lost_however_often_one_is_killed(
    tmp_path: Path, open_store: OpenStore, kills: int
) -> None:
    path = tmp_path / "blindspot.duckdb"
    store = Store(path)
    add_storyboard(store, SHOTS)
    store.close()
    draw = random.Random(7)
    acknowledged = [edit for n in range(kills) for edit in edits_until_killed(path, n, draw.uniform(0, SECONDS))]
    assert acknowledged
    store = open_store(path)
    for n in range(SHOTS):
        edits = history(store, item="shot", item_id=f"shot-{n}")[::-1]
        written = {word for edit in edits for word in edit.after["narration"].split()[-1:]}
        assert {word for shot_id, word in acknowledged if shot_id == f"shot-{n}"} <= written
        row = read_rows(store, "shot", [f"shot-{n}"])[f"shot-{n}"]
        assert reduce(lambda fields, edit: fields | edit.after, edits, {}) == {
            name: value for name, value in row.items() if name != "rev"
        }
        assert [edit.rev for edit in edits] == list(range(1, row["rev"] + 1))
    assert not [rule for rule in check_store(store) if rule.violations]
