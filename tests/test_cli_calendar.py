"""`calendar export`: a file that calendars read, whole or not at all; what has no day is said."""

from __future__ import annotations

from pathlib import Path

import vobject
from command_line import Run, answer

from blindspot.editing import Change, change
from blindspot.plan.loading import load_series
from blindspot.store import Store


def plan_one(database: Path, series_id: int) -> None:
    store = Store(database)
    first = load_series(store, series_id).episodes[0]
    fields = {"planned_on": "2026-03-03"}
    change(store, "Ann", f"series:{series_id}", [Change("episode", str(first.episode_id), first.rev, fields)])
    store.close()


def test_the_planned_days_go_to_stdout_or_into_a_file(reported: Run, tmp_path: Path) -> None:
    [series] = answer(reported("series", "list", "--json"))["series"]
    plan_one(tmp_path / "reported.duckdb", int(series["id"]))
    said = reported("calendar", "export", series["id"])
    assert said.stderr.strip() == "1 of 2 episodes have no day yet and are left out."
    [event] = vobject.readOne(said.stdout_bytes.decode()).contents["vevent"]
    assert event.dtstart.value.isoformat() == "2026-03-03"
    out = tmp_path / "plan.ics"
    out.write_text("former")
    reported("calendar", "export", series["id"], "-o", out)
    assert len(vobject.readOne(out.read_text(encoding="utf-8")).contents["vevent"]) == 1
    assert sorted(path.name for path in tmp_path.iterdir() if "plan.ics" in path.name) == ["plan.ics"]


def test_what_cannot_be_written_is_said_and_leaves_nothing_behind(reported: Run, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    assert "could not be written" in reported("calendar", "export", "1", "-o", folder / "no" / "x.ics", status=1).stderr
    assert list(folder.iterdir()) == []


def test_a_series_that_is_not_there_is_refused(reported: Run) -> None:
    for wrong in ("99", "abc"):
        assert "There is no series" in reported("calendar", "export", wrong, status=1).stderr
