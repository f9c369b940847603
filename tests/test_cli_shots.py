"""`shots import`: a table's shots into an episode, with what was left out and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Run, answer, run_on
from plan.storyboard_rows import EPISODE, SERIES

from blindspot.editing import Change, change, undo
from blindspot.plan.loading import load_episode
from blindspot.settings import read_settings
from blindspot.store import Store


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "blindspot.duckdb"
    store = Store(path)
    rows = [Change("series", "1", None, SERIES), Change("episode", "1", None, EPISODE)]
    change(store, "Ann", "series:1", rows)
    store.close()
    return path


@pytest.fixture
def run(database: Path) -> Run:
    return run_on(database)


def written(folder: Path, text: str) -> Path:
    path = folder / "shots.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_becomes_shots_in_one_step_that_can_be_undone(run: Run, database: Path, tmp_path: Path) -> None:
    header = "duration_seconds,picture,narration,on_screen_text,size,movement"
    table = f"{header}\n5,a dial,Tick.,now,ECU,static\n2.5,a door,,,,\n"
    told = answer(run("shots", "import", 1, written(tmp_path, table), "--json"))
    assert (told["shots_added"], told["rejected"]) == (2, [])
    store = Store(database)
    episode = load_episode(store, 1)
    assert [(shot.name, shot.frames) for shot in episode.shots] == [("S01", 150), ("S02", 75)]
    assert undo(store, read_settings().name, "episode:1") is not None
    assert load_episode(store, 1).shots == ()
    store.close()


def test_what_is_left_out_is_said_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    table = written(tmp_path, "时长,画面,费用\n3,沙漏,9\n很久,门,9\n")
    told = answer(run("shots", "import", 1, table, "--json", status=1))
    assert told["shots_added"] == 1
    assert told["rejected"] == [{"row": 3, "reason": "“很久” is no length."}]
    assert told["columns_left_out"] == ["费用"]
    assert "1 shots added, 1 rows rejected" in run("shots", "import", 1, table, status=1).output


@pytest.mark.parametrize(("episode", "file"), [(9, "shots.csv"), (1, "missing.csv"), (1, "bad.csv")])
def test_what_cannot_be_done_is_said_and_nothing_changes(
    run: Run, database: Path, tmp_path: Path, episode: int, file: str
) -> None:
    written(tmp_path, "时长,画面\n3,沙漏\n")
    (tmp_path / "bad.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    run("shots", "import", episode, tmp_path / file, status=1)
    store = Store(database)
    assert load_episode(store, 1).shots == ()
    store.close()
