"""The store on its own: threads, locks, migrations, damaged and foreign files. Its walls are in test_store_walls.py."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from database_rows import execute, row_hashes, table_names
from places import ROOT, OpenStore
from row_edits import topic_row

from blindspot import statements
from blindspot.errors import StoreError
from blindspot.plan.proposals.listing import add_proposal
from blindspot.store import QUERIES, Store, backups_folder

SECONDS = 60


def blindspot(*args: object) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "blindspot", *map(str, args)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False)


@pytest.fixture
def schema_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The schema of a later version: the queries as they are, with room for another schema file."""
    folder = tmp_path / "queries"
    shutil.copytree(QUERIES, folder)
    monkeypatch.setattr(statements, "QUERIES", folder)
    yield folder / "schema"
    statements.statement.cache_clear()


def test_no_thread_sees_rows_of_another(sample_store: Store) -> None:
    keys = list(range(1, 24))
    expected = {key: sample_store.rows("explore/works_by_key", work_keys=[key])[0]["work_id"] for key in keys}
    assert len(set(expected.values())) == len(keys)

    def ask(number: int) -> bool:
        key = keys[number % len(keys)]
        return [row["work_id"] for row in sample_store.rows("explore/works_by_key", work_keys=[key])] == [expected[key]]

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(ask, range(800)))
    assert answers == [True] * 800


def test_a_frame_given_to_one_transaction_is_unseen_by_others(memory_store: Store) -> None:
    with memory_store.importing() as tx, tx.given(touched=pa.table({"work_key": [1]})):
        assert tx.rows("library/search_texts_of_works") == []
        with pytest.raises(duckdb.CatalogException):
            memory_store.rows("library/search_texts_of_works")
    with pytest.raises(duckdb.CatalogException), memory_store.importing() as tx:
        tx.rows("library/search_texts_of_works")


def test_a_failed_transaction_leaves_nothing_and_raises_no_version(memory_store: Store) -> None:
    before = memory_store.data_version()
    with pytest.raises(ZeroDivisionError), memory_store.importing() as tx:
        tx.run("library/put_topics", rows=[topic_row(1)])
        raise ZeroDivisionError
    assert memory_store.rows("library/topics") == []
    assert memory_store.data_version() == before
    with memory_store.importing():
        pass
    assert memory_store.data_version() == before + 1


def test_a_plan_is_saved_while_an_import_runs(memory_store: Store) -> None:
    with memory_store.importing() as tx:
        tx.run("library/put_topics", rows=[topic_row(1)])
        with ThreadPoolExecutor(1) as threads:
            threads.submit(plan_one, memory_store).result(timeout=10)
    assert len(memory_store.rows("plan/proposals", is_binned=False)) == 1


def plan_one(store: Store) -> None:
    add_proposal(store, "ren", "t")


@pytest.mark.parametrize("command", [("gaps", "x"), ("import", "README.md"), ("restore", "{backup}")])
def test_a_second_process_is_told_that_the_database_is_in_use(
    file_store: Store, sample_file: Path, command: tuple[str, ...]
) -> None:
    before = row_hashes(file_store)
    words = [word.format(backup=sample_file) for word in command]
    done = blindspot("--db", file_store.path, *words)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        f"The database {file_store.path} is in use by another process, most likely the app. "
        "Close the app first, or do this on its pages.\n"
    )
    assert row_hashes(file_store) == before
    assert {path.name for path in file_store.path.parent.iterdir()} <= {"blindspot.duckdb", "blindspot.duckdb.wal"}


def test_days_are_counted_in_the_zone_of_the_settings(open_store: OpenStore, tmp_path: Path) -> None:
    late = "select ('2026-02-01 18:00:00+00:00'::timestamptz)::date::text"
    assert execute(open_store(tmp_path / "one.duckdb"), late) == [("2026-02-02",)]
    lisbon = Store(tmp_path / "other.duckdb", timezone="Europe/Lisbon")
    assert execute(lisbon, late) == [("2026-02-01",)]
    lisbon.close()


def test_a_migration_runs_under_a_backup(sample_file: Path, tmp_path: Path, schema_folder: Path) -> None:
    path = tmp_path / "db" / "sample.duckdb"
    path.parent.mkdir()
    shutil.copyfile(sample_file, path)
    (schema_folder / "0900_more.sql").write_text("create table library.more (x integer);", encoding="utf-8")
    (schema_folder / "0901_most.sql").write_text("alter table library.more add column y integer;", encoding="utf-8")
    store = Store(path)
    assert "library.more" in table_names(store)
    assert [row["name"] for row in store.rows("library/migrations")][-2:] == ["0900_more", "0901_most"]
    migrated = row_hashes(store)
    store.close()
    [backup] = backups_folder(path).iterdir()
    assert backup.name == "before_0901_most.duckdb"
    for added in ("0900_more", "0901_most"):
        (schema_folder / f"{added}.sql").unlink()
    former = Store(backup)
    gone = {"library.more", "main.migrations"}
    assert row_hashes(former).items() >= {key: value for key, value in migrated.items() if key not in gone}.items()
    former.close()


def test_a_migration_that_fails_half_way_leaves_the_old_state(
    sample_file: Path, tmp_path: Path, schema_folder: Path
) -> None:
    path = tmp_path / "db" / "sample.duckdb"
    path.parent.mkdir()
    shutil.copyfile(sample_file, path)
    good, bad = schema_folder / "0900_good.sql", schema_folder / "0901_bad.sql"
    good.write_text("create table library.good (x integer); delete from library.works;", encoding="utf-8")
    bad.write_text("insert into library.good values (1); insert into library.nowhere values (1);", encoding="utf-8")
    with pytest.raises(duckdb.CatalogException):
        Store(path)
    good.unlink()
    bad.unlink()
    expected, store = Store(sample_file), Store(path)
    assert row_hashes(store) == row_hashes(expected)
    store.close()
    expected.close()


def test_a_migration_that_is_killed_leaves_the_old_state(sample_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "db" / "sample.duckdb"
    path.parent.mkdir()
    shutil.copyfile(sample_file, path)
    folder = tmp_path / "queries"
    shutil.copytree(QUERIES, folder)
    slow = "delete from library.works; create table library.slow as select random() as x from range(40000000000);"
    (folder / "schema" / "0900_slow.sql").write_text(slow, encoding="utf-8")
    code = """
        import sys
        from pathlib import Path
        from blindspot import statements, store
        statements.QUERIES = Path(sys.argv[1])
        store.Store(Path(sys.argv[2]))
    """
    process = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code), str(folder), str(path)], cwd=ROOT)
    backup = backups_folder(path) / "before_0900_slow.duckdb"
    until = time.monotonic() + SECONDS
    while not backup.exists() and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.3)
    assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    expected, store = Store(sample_file), Store(path)
    assert row_hashes(store) == row_hashes(expected)
    store.close()
    expected.close()


def test_a_database_of_a_newer_version_is_left_alone(sample_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "newer.duckdb"
    shutil.copyfile(sample_file, path)
    with duckdb.connect(str(path)) as connection:
        connection.execute("insert into main.migrations values ('0999_later', now())")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="written by a newer Blindspot"):
        Store(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "foreign.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table prices as select 1 as price")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"foreign\.duckdb is no Blindspot database"):
        Store(path)
    assert path.read_bytes() == before


def broken(name: str, whole: bytes) -> bytes:
    """Return a database with its head gone, a bit wrong in each block, half of it, or something else altogether."""
    flipped = bytearray(whole)
    for place in range(12288 + 1000, len(whole), 4096):
        flipped[place] ^= 1
    middle = len(whole) // 2
    return {
        "head": b"\xff" * 100 + whole[100:],
        "flipped": bytes(flipped),
        "half": whole[:middle],
        "text": "这不是数据库".encode() * 1000,
        "empty": b"",
    }[name]


@pytest.mark.parametrize("name", ["head", "flipped", "half", "text", "empty"])
def test_a_damaged_file_is_told_in_a_sentence_and_left_as_it_was(sample_file: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / "bad.duckdb"
    content = broken(name, sample_file.read_bytes())
    path.write_bytes(content)
    with pytest.raises(StoreError) as told:
        Store(path)
    assert str(path) in str(told.value)
    assert "restore" in str(told.value).lower()
    assert path.read_bytes() == content


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path / "file" / "blindspot.duckdb")


def test_a_full_disk_is_told_and_harms_nothing(sample_file: Path) -> None:
    code = """
        import resource, signal, sys
        from pathlib import Path
        from blindspot.errors import StoreError
        from blindspot.store import Store
        from row_edits import topic_row
        store = Store(Path(sys.argv[1]))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            with store.importing() as tx:
                for topic_id in range(100, 400):
                    tx.run("library/put_topics", rows=[topic_row(topic_id, "话题" * 500)])
        except StoreError as error:
            print(error)
        else:
            print("nothing was told")
    """
    path = sample_file.with_name("full.duckdb")
    shutil.copyfile(sample_file, path)
    command = [sys.executable, "-c", textwrap.dedent(code), str(path)]
    found_in = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
    done = subprocess.run(command, cwd=ROOT, env=found_in, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert "could not be read or written" in done.stdout, done
    expected, store = Store(sample_file), Store(path)
    assert row_hashes(store) == row_hashes(expected)
    store.close()
    expected.close()


@pytest.mark.parametrize("name", ["plan.duckdb", "Library.duckdb", "plan"])
def test_a_file_called_like_a_schema_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="cannot be called"):
        Store(tmp_path / name)
    assert not (tmp_path / name).exists()
