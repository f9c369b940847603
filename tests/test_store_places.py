"""Databases at odd places: where a kill would lose edits they are refused; a held file stays held."""

from __future__ import annotations

import shutil
import string
from pathlib import Path

import pytest
from command_line import process
from killed_store import edit_and_die, edits_in, log_of
from places import OpenStore

from blindspot.errors import DatabaseInUse, StoreError
from blindspot.library.backups import back_up, restore
from blindspot.store import Store

SIGNS = [*sorted(set(string.punctuation + string.whitespace) - {"/"}), "？", "％", "#1", "%20", "锁", "🦆"]
NAMES = [f"a{sign}b" for sign in SIGNS]
NAMES += [
    ":memory:",
    "file:x",
    "s3:",
    "http:",
    "md:x",
    "~x",
    "$HOME",
    "x?access_mode=read_only",
    "x.wal",
    "-",
    "a" * 180,
]
REFUSED = {"a?b", "a\\b", "x?access_mode=read_only"}


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.duckdb"
    Store(path).close()
    return path


@pytest.mark.parametrize("inner", ["", "b.duckdb"], ids=["as a file", "as a folder"])
def test_wherever_a_database_may_lie_a_kill_loses_nothing(
    empty_file: Path, tmp_path: Path, open_store: OpenStore, inner: str
) -> None:
    places = {name: tmp_path / name / inner for name in NAMES}
    for place in places.values():
        place.parent.mkdir(exist_ok=True)
        shutil.copyfile(empty_file, place)
    refused = edit_and_die(*places.values(), edits=1)
    assert len(refused) == len(REFUSED)
    assert all(words.startswith("A database cannot lie at ") for words in refused)
    for name, place in places.items():
        if name in REFUSED:
            assert place.read_bytes() == empty_file.read_bytes()
        else:
            assert log_of(place).is_file(), name
            assert edits_in(open_store(place)) == 1


def test_a_name_too_long_for_its_log_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="its log would have too long a name"):
        Store(tmp_path / ("a" * 230))


def test_memory_as_a_name_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Store(Path(":memory:")).close()
    assert (tmp_path / ":memory:").is_file()


def is_shut_out(path: Path) -> bool:
    """Return whether another process is told that the database is in use."""
    return b"is in use by another process" in process("--db", path, "check").stderr


def test_a_backup_while_it_is_open_leaves_the_database_held(file_store: Store, tmp_path: Path) -> None:
    back_up(file_store, tmp_path / "kept.duckdb")
    assert is_shut_out(file_store.path)
    # anything in this process that reads the file and closes it takes DuckDB's own lock away
    shutil.copyfile(file_store.path, tmp_path / "another.duckdb")
    assert is_shut_out(file_store.path)


def test_nothing_is_restored_over_a_database_that_this_process_holds(sample_file: Path, file_store: Store) -> None:
    with pytest.raises(DatabaseInUse):
        restore(sample_file, file_store.path)
    file_store.close()
    assert restore(sample_file, file_store.path) is not None
