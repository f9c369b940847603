"""Damaged files, logs and structures: nothing acknowledged goes without a word, and no word is a traceback."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from campaigns import few_or_many
from click.testing import CliRunner
from command_line import run_on
from database_rows import execute
from killed_store import EDITS, edit_and_die, edits_in, kept_beside, log_of
from places import OpenStore

from blindspot.cli import main
from blindspot.errors import PartsMissing, StoreError
from blindspot.library.backups import restore
from blindspot.library.check import check_store
from blindspot.store import Store


@dataclass(frozen=True)
class Killed:
    """What a killed app left: the bytes of the file and of its log."""

    file: bytes
    log: bytes

    def at(self, path: Path, *, file: bytes | None = None, log: bytes | None = None) -> Path:
        """Lay both at a place, either of them damaged as given."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.file if file is None else file)
        log_of(path).write_bytes(self.log if log is None else log)
        return path


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Killed:
    path = tmp_path_factory.mktemp("killed") / "killed.duckdb"
    Store(path).close()
    assert edit_and_die(path) == []
    return Killed(path.read_bytes(), log_of(path).read_bytes())


def flipped(content: bytes, chance: random.Random, *, first: int, last: int, bits: int = 1) -> bytes:
    """Return the content with bits turned over between two places."""
    damaged = bytearray(content)
    for _ in range(bits):
        damaged[chance.randrange(first, last)] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def size_grown(log: bytes) -> bytes:
    """Return a log in which an entry after the first pretends to be longer than the file; its length begins it."""
    place = log.index(b"\xff\xff", log.index(b"\xff\xff") + 64) + 2
    return log[: place + 5] + b"\x01" + log[place + 6 :]


def ends(log: bytes) -> set[int]:
    """Return where the entries of a log end: its head, then each with its length and a checksum before it."""
    place = log.index(b"\xff\xff") + 2
    found = {place}
    while place < len(log):
        place += 16 + int.from_bytes(log[place : place + 8], "little")
        found.add(place)
    return found


def loss_is_told(path: Path, log: bytes, *, all_edits: int = EDITS) -> str:
    """Open a database twice; return what came of it, having seen that no edit is gone without a word."""
    outcome = "whole"
    for _ in range(2):
        try:
            store = Store(path)
        except StoreError as error:
            assert str(path) in str(error)
            assert log_of(path).read_bytes() == log
            outcome = "refused"
            continue
        try:
            edits = edits_in(store)
            rules = {rule.rule: rule for rule in check_store(store)}
        except StoreError as error:
            assert str(path) in str(error)
            outcome = "refused later"
            continue
        finally:
            store.close()
        kept = kept_beside(path)
        if edits < all_edits:
            assert [one.read_bytes() for one in kept] == [log]
            assert rules["log_was_read"].found == (kept[0].name,)
            outcome = "told"
        elif kept:
            outcome = "told"
    return outcome


def test_a_whole_log_is_read_and_nothing_is_told(killed: Killed, tmp_path: Path) -> None:
    path = killed.at(tmp_path / "x.duckdb")
    assert loss_is_told(path, killed.log) == "whole"
    assert [one.name for one in tmp_path.iterdir()] == ["x.duckdb"]


LOGS = {
    "its last third is missing": lambda log: log[: len(log) * 2 // 3],
    "its head is another": lambda log: b"\x00" + log[1:],
    "an entry pretends to be longer": size_grown,
    "a text": lambda log: b"hello " * 500,
    "zeros": lambda log: bytes(4096),
    "one byte": lambda log: log[:1],
}


@pytest.mark.parametrize("name", list(LOGS))
def test_a_log_that_is_not_read_to_its_end_is_kept_and_told(killed: Killed, tmp_path: Path, name: str) -> None:
    log = LOGS[name](killed.log)
    path = killed.at(tmp_path / "x.duckdb", log=log)
    assert loss_is_told(path, log) == "told"


def test_a_command_says_which_log_was_not_read_and_check_fails_until_it_is_moved(
    killed: Killed, tmp_path: Path
) -> None:
    path = killed.at(tmp_path / "x.duckdb", log=killed.log[:400])
    blindspot = run_on(path)
    done = blindspot("proposal", "list", "--json")
    [kept] = kept_beside(path)
    assert (done.exit_code, str(kept) in done.stderr) == (0, True)
    assert blindspot("proposal", "list", "--json").stderr == ""
    checked = blindspot("check", status=1)
    assert f"     1  log_was_read: {kept.name}" in checked.stdout
    kept.unlink()
    assert "    ok  log_was_read\n" in blindspot("check").stdout


def test_the_log_of_another_database_is_told_and_both_are_left(killed: Killed, tmp_path: Path) -> None:
    other = tmp_path / "other.duckdb"
    Store(other).close()
    edit_and_die(other)
    path = killed.at(tmp_path / "x.duckdb", log=log_of(other).read_bytes())
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"The log x\.duckdb\.wal is damaged or belongs to another state") as told:
        Store(path)
    assert "restore" in str(told.value)
    assert (path.read_bytes(), log_of(path).read_bytes()) == (before, log_of(other).read_bytes())
    assert {one.name for one in tmp_path.glob("x.*")} == {"x.duckdb", "x.duckdb.wal"}


def test_a_log_without_its_database_is_kept(killed: Killed, tmp_path: Path) -> None:
    path = killed.at(tmp_path / "x.duckdb")
    path.unlink()
    store = Store(path)
    assert [one.read_bytes() for one in store.unread_logs()] == [killed.log]
    store.close()


def test_a_log_that_alone_holds_the_whole_database_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "new.duckdb"
    edit_and_die(path)
    log = log_of(path).read_bytes()
    log_of(path).write_bytes(b"\x00" + log[1:])
    store = Store(path)
    assert edits_in(store) == 0
    assert [one.read_bytes()[1:] for one in store.unread_logs()] == [log[1:]]
    store.close()


@pytest.mark.parametrize("tries", few_or_many(12, 600))
def test_bits_turned_and_logs_cut_lose_nothing_in_silence(killed: Killed, tmp_path: Path, tries: int) -> None:
    outcomes = Counter()
    for seed in range(tries):
        chance = random.Random(seed)
        file, log = killed.file, killed.log
        match seed % 4:
            case 0:
                bits = chance.choice((1, 20, 200))
                file = flipped(file, chance, first=12_288, last=len(file), bits=bits)
            case 1:
                log = flipped(log, chance, first=0, last=len(log), bits=chance.choice((1, 3)))
            case 2:
                log = flipped(log, chance, first=0, last=64)
            case 3:
                # a cut at the end of an entry leaves a whole log, in which nothing tells that there was more
                log = log[: chance.choice([place for place in range(40, len(log)) if place not in ends(log)])]
        path = killed.at(tmp_path / str(seed) / "x.duckdb", file=file, log=log)
        outcomes[loss_is_told(path, log)] += 1
        shutil.rmtree(path.parent)
    assert outcomes.keys() >= {"refused", "told"}


@pytest.mark.parametrize("folder", ["Blockbuster", "lock", "Could not write", "Corrupt database file", "锁 lock"])
@pytest.mark.parametrize("content", [b"", b"not a database" * 1000])
def test_a_damaged_file_is_known_by_its_kind_wherever_it_lies(
    sample_file: Path, tmp_path: Path, folder: str, content: bytes, open_store: OpenStore
) -> None:
    path = tmp_path / folder / "x.duckdb"
    path.parent.mkdir()
    path.write_bytes(content)
    done = run_on(path)("check", status=1)
    assert "in use" not in done.stderr
    assert f"The file {path} cannot be opened as a Blindspot database." in done.stderr
    former = restore(sample_file, path)
    assert former is not None and former.read_bytes() == content
    assert open_store(path).rows("library/topics")


def test_a_restore_takes_the_log_of_the_backup_along(killed: Killed, tmp_path: Path, open_store: OpenStore) -> None:
    backup = killed.at(tmp_path / "kept" / "b.duckdb")
    path = killed.at(tmp_path / "x.duckdb", log=b"of the former one")
    former = restore(backup, path)
    assert edits_in(open_store(path)) == EDITS
    assert former is not None and log_of(former).read_bytes() == b"of the former one"
    assert (backup.read_bytes(), log_of(backup).read_bytes()) == (killed.file, killed.log)
    assert {one.name for one in tmp_path.glob("x.*")} <= {"x.duckdb", "x.duckdb.wal"}


PARTS = {
    "drop view library.current_label_facts": "view library.current_label_facts",
    "drop table plan.shots": "table plan.shots",
    "drop table library.works": "table library.works",
    "drop sequence library.topic_ids": "sequence library.topic_ids",
    "alter table plan.proposals drop column board_place": "column plan.proposals.board_place",
    "drop macro table library.scope_in": "macro library.scope_in",
    "delete from main.migrations": "the entry 0001_library in its list of schema files",
    "delete from main.migrations where name like '0003%'": "the entry 0003_",
    "delete from main.migrations where name = (select max(name) from main.migrations)": "in its list of schema files",
    "drop table main.migrations": "is no Blindspot database",
    "delete from library.state": "the row of table library.state",
    "drop table library.state": "table library.state",
}


@pytest.mark.parametrize("statement", list(PARTS))
def test_what_is_gone_is_named_by_check_and_by_every_command(sample_file: Path, tmp_path: Path, statement: str) -> None:
    path = tmp_path / "x.duckdb"
    shutil.copyfile(sample_file, path)
    with duckdb.connect(str(path)) as connection:
        connection.execute(statement)
    blindspot = run_on(path)
    done = blindspot("check", status=1)
    assert PARTS[statement] in done.stdout + done.stderr
    for command in (("gaps", "Seedance 2.0"), ("proposal", "list"), ("episode", "list"), ("works", "Seedance 2.0")):
        done = CliRunner().invoke(main, ["--db", str(path), *command])
        assert isinstance(done.exception, SystemExit | None), done.exception


def test_a_fault_of_ours_is_no_damage(memory_store: Store) -> None:
    with pytest.raises(duckdb.CatalogException), memory_store.importing() as tx:
        tx.rows("library/search_texts_of_works")
    execute(memory_store, "drop view library.current_label_facts")
    with pytest.raises(PartsMissing, match=r"lacks view library\.current_label_facts"):
        memory_store.value("library/checks/facts_are_current")
