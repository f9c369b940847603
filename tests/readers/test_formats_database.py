"""SQLite: every user table with rows is read as text, and nothing in the file can run."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from blindspot.errors import FileRefused
from blindspot.readers.formats import database, open_tables


def build(path: Path, script: str) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
        connection.commit()
    return path


def test_tables_with_rows_are_read_as_text(tmp_path: Path) -> None:
    path = build(
        tmp_path / "x",
        '''
        create table "作品 ""a""" (id bigint, title text, score real, data blob, "row" text);
        insert into "作品 ""a""" values (7300000000000000123, '标题', 2.5, x'ff00', 'r'), (2, null, 1e18, x'6162', '');
        create table empty (id text);
        create view v as select * from empty;
        create table second (a, b, primary key (a)) without rowid;
        insert into second values (1, 2);
        ''',
    )
    first, second = open_tables(path, "x")
    assert (first.shape.table, second.shape.table) == ('作品 "a"', "second")
    assert first.columns == ("id", "title", "score", "data", "row (2)")
    (batch,) = first.batches
    assert batch.rows() == [
        (1, "7300000000000000123", "标题", "2.5", "ff00", "r"),
        (2, "2", None, "1000000000000000000", "ab", None),
    ]
    assert [batch.rows() for batch in second.batches] == [[(1, "1", "2")]]


def test_text_that_is_not_utf_8_is_read_as_gb18030(tmp_path: Path) -> None:
    path = tmp_path / "x"
    build(path, "create table t (a, b);")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("insert into t values (cast(? as text), 'b')", ("标题".encode("gb18030"),))
        connection.commit()
    assert next(open_tables(path, "x")[0].batches)["a"].to_list() == ["标题"]


def test_a_database_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="without rows"):
        open_tables(build(tmp_path / "x", "create table t (a);"), "x")


def test_a_name_with_url_characters_is_opened_and_not_interpreted(tmp_path: Path) -> None:
    path = build(tmp_path / "a?mode=rwc#%20[1].db", "create table t (a, b); insert into t values (1, 2);")
    assert next(open_tables(path, "x")[0].batches).height == 1


def test_an_infinite_view_is_never_asked(tmp_path: Path) -> None:
    path = build(
        tmp_path / "x",
        """create table t (a, b); insert into t values (1, 2);
        create view endless as with recursive n(i) as (select 1 union all select i + 1 from n) select i from n;""",
    )
    assert [table.shape.table for table in open_tables(path, "x")] == ["t"]


def test_a_step_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = build(
        tmp_path / "x",
        """create table t (a, b); with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000)
        insert into t select i, i from n;""",
    )
    monkeypatch.setattr(database, "_SECONDS", -1)
    with pytest.raises(FileRefused, match="took SQLite too long"):
        open_tables(path, "x")


def test_the_connection_refuses_writes_and_attachments(tmp_path: Path) -> None:
    path = build(tmp_path / "x", "create table t (a, b); insert into t values (1, 2);")
    before = path.read_bytes()
    with closing(database._connect(path, database._Deadline())) as connection:
        for statement in ("insert into t values (3, 4)", "drop table t", f"attach '{tmp_path / 'other'}' as other"):
            with pytest.raises(sqlite3.Error):
                connection.execute(statement)
    assert path.read_bytes() == before and not (tmp_path / "other").exists()


def test_truncated_and_damaged_files_are_refused_or_whole(tmp_path: Path) -> None:
    rows = ",".join(f"({n}, 'title {n} {'x' * 50}')" for n in range(2000))
    path = build(tmp_path / "x", f"create table t (a, b); insert into t values {rows};")
    whole = path.read_bytes()
    for size in range(0, len(whole), 9_000):
        path.write_bytes(whole[:size])
        with pytest.raises(FileRefused):
            [batch.height for table in open_tables(path, "x") for batch in table.batches]
    for place in range(100, len(whole), 5_003):
        path.write_bytes(whole[:place] + b"\xff" * 40 + whole[place + 40 :])
        try:
            heights = [batch.height for table in open_tables(path, "x") for batch in table.batches]
        except FileRefused as refusal:
            assert "damaged" in str(refusal) or "50 MB" in str(refusal)
        else:
            assert sum(heights) == 2000


def test_rows_that_wait_beside_the_database_are_not_left_out_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "works.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma journal_mode=wal")
        connection.executescript("create table t (a, b); insert into t values (1, 2);")
        with pytest.raises(FileRefused, match=r"newest rows lie in works\.db-wal.*Close the tool"):
            open_tables(path, "works.db")
        for side in ("works.db-wal", "works.db-shm"):
            with pytest.raises(FileRefused, match="lies beside a SQLite database"):
                open_tables(tmp_path / side, side)
    assert next(open_tables(path, "works.db")[0].batches).height == 1


def test_a_damaged_but_readable_database_says_what_to_do(tmp_path: Path) -> None:
    rows = ",".join(f"({n}, 'title {n}')" for n in range(500))
    path = build(tmp_path / "x", f"create table t (a, b); insert into t values {rows};")
    content = path.read_bytes()
    path.write_bytes(content[:36] + b"\x00\x00\x00\x05" + content[40:])  # five free pages that there are not
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("select count(*) from t").fetchone() == (500,)
    with pytest.raises(FileRefused) as refusal:
        open_tables(path, "x")
    assert "damaged SQLite database" in str(refusal.value) and "export its table of works as CSV" in str(refusal.value)
