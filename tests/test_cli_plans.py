"""`proposal`, `episode` and their exports as scripts use them."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from command_line import Run, answer, process

from blindspot.plan.handover import FORMATS
from blindspot.plan.sample import FOLDER
from blindspot.plan.storyboards.shots import add_shots, bin_shots
from blindspot.store import Store

BINARY = {"docx": b"PK", "pdf": b"%PDF", "xlsx": b"PK", "otioz": b"PK", "jianying": b"PK", "zip": b"PK"}


@pytest.fixture
def planned(blindspot: Run, tmp_path: Path) -> Run:
    """A database with the sample's report, whose second episode has two shots and one in the bin."""
    blindspot("report", "import", FOLDER / "research_report.md")
    store = Store(tmp_path / "db" / "blindspot.duckdb")
    ids = add_shots(store, "林", 2, [{"frames": 100, "picture": "书架", "narration": "=问"}] * 3)
    bin_shots(store, "林", 2, ids[:1])
    store.close()
    return blindspot


def test_episodes_are_listed_with_their_place_and_the_length_of_their_storyboard(planned: Run) -> None:
    first, second = answer(planned("episode", "list", "--json"))["episodes"]
    assert (first["position"], first["shots"], first["seconds"]) == (1, 0, 0)
    assert (second["position"], second["shots"], second["seconds"]) == (2, 2, 6.666667)
    assert "2 shots, 6.66667 s" in planned("episode", "list").stdout


def test_every_format_is_written_to_a_file(planned: Run, tmp_path: Path) -> None:
    for format in FORMATS:
        file = tmp_path / f"x.{format}"
        assert planned("episode", "export", 2, "--format", format, "-o", file).stdout == ""
        assert file.read_bytes().startswith(BINARY.get(format, b""))
        assert file.stat().st_size > 0


def test_a_proposal_is_written_as_a_report_that_can_be_imported(planned: Run, tmp_path: Path) -> None:
    [proposal] = answer(planned("proposal", "list", "--json"))["proposals"]
    file = tmp_path / "brief.md"
    planned("proposal", "export", proposal["id"], "--format", "md", "-o", file)
    [report] = answer(planned("report", "import", file, "--json"))["reports"]
    assert (report["proposals"], report["claims"]) == (1, proposal["claims"])


def test_options_choose_the_language_and_leave_a_table_raw(planned: Run) -> None:
    assert "## Storyboard" in planned("episode", "export", 2, "--format", "md", "--lang", "en").stdout
    assert "## 分镜表" in planned("episode", "export", 2, "--format", "md").stdout
    assert "'=问" in planned("episode", "export", 2, "--format", "csv").stdout
    assert "'=问" not in planned("episode", "export", 2, "--format", "csv", "--raw").stdout


def test_what_cannot_be_exported_is_a_sentence(planned: Run, tmp_path: Path) -> None:
    assert "There is no episode 99." in planned("episode", "export", 99, "--format", "md", status=1).stderr
    assert "There is no episode" in planned("episode", "export", "zwei", "--format", "md", status=1).stderr
    assert "There is no proposal x." in planned("proposal", "export", "x", "--format", "md", status=1).stderr
    assert "has no shots yet" in planned("episode", "export", 1, "--format", "edl", status=1).stderr
    missing = tmp_path / "no" / "x.md"
    assert "could not be written" in planned("episode", "export", 2, "--format", "md", "-o", missing, status=1).stderr
    planned("episode", "export", 2, "--format", "avi", status=2)


def test_a_zip_that_lacks_formats_is_written_and_named_with_status_1(planned: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.zip"
    told = planned("episode", "export", 1, "--format", "zip", "-o", file, status=1)
    assert "otio is missing: " in told.stderr
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        assert "otio" in {one["format"] for one in json.loads(archive.read("manifest.json"))["missing"]}


def test_an_export_into_a_pipe_is_the_bytes_alone(planned: Run, tmp_path: Path) -> None:
    for format in ("pdf", "srt"):
        done = process("--db", tmp_path / "db" / "blindspot.duckdb", "episode", "export", 2, "--format", format)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.startswith(BINARY.get(format, b"1"))
