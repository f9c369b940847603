"""`plan export` and `plan import`: the plan goes out to a file and comes into another database."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import answer, run_on
from plan.plans import make_plan

from blindspot.plan.loading import load_proposal
from blindspot.store import Store


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "first.duckdb"
    store = Store(path)
    make_plan(store)
    store.close()
    return path


def test_a_plan_moves_to_another_database_once(database: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "plan.json", tmp_path / "second.duckdb"
    assert run_on(database)("plan", "export", file).stdout == f"{file}\n"
    told = answer(run_on(other)("plan", "import", file, "--json"))
    assert (told["changed"], told["unchanged"]) == (0, 0)
    store = Store(other)
    assert load_proposal(store, "p1").title == "没人说的风险"
    store.close()
    again = answer(run_on(other)("plan", "import", file, "--json"))
    assert again == {"added": 0, "changed": 0, "unchanged": told["added"]}


def test_only_a_plan_file_is_written_over(database: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "plan.json", tmp_path / "notes.txt"
    other.write_text("mine")
    assert "is no plan file" in run_on(database)("plan", "export", other, status=1).stderr
    assert other.read_text() == "mine"
    for _ in range(2):
        run_on(database)("plan", "export", file)


@pytest.mark.parametrize("content", [None, b"", b'{"format": "blindspot-plan", "version": 1}', b"\xff" * 100])
def test_what_is_no_plan_is_refused_in_a_sentence(database: Path, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "plan.json"
    if content is not None:
        file.write_bytes(content)
    refused = run_on(database)("plan", "import", file, "--json", status=1)
    assert refused.stdout == ""
    assert "plan file" in refused.stderr or "cannot be read" in refused.stderr
