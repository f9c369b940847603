"""No statement on the app's connection reads, writes, fetches or loads anything outside the database's own folder."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from database_rows import execute

from blindspot.store import Store, uploads_folder

SECRET = "outside,secret\n1,2\n"

STATEMENTS = [
    "select * from read_csv('{outside}/secret.csv')",
    "select * from read_csv_auto('{outside}/secret.csv')",
    "select * from read_csv('{outside}/*.csv')",
    "select * from sniff_csv('{outside}/secret.csv')",
    "select * from read_text('{outside}/secret.csv')",
    "select * from read_text('/etc/passwd')",
    "select * from read_blob('{outside}/secret.csv')",
    "select * from read_json('{outside}/secret.json')",
    "select * from read_json_auto('{outside}/secret.json')",
    "select * from read_ndjson('{outside}/secret.json')",
    "select * from read_json_objects('{outside}/secret.json')",
    "select * from read_parquet('{outside}/secret.parquet')",
    "select * from parquet_metadata('{outside}/secret.parquet')",
    "select * from parquet_schema('{outside}/secret.parquet')",
    "select * from parquet_file_metadata('{outside}/secret.parquet')",
    "select * from parquet_kv_metadata('{outside}/secret.parquet')",
    "select * from glob('{outside}/*')",
    "select * from glob('/etc/*')",
    "select * from '{outside}/secret.csv'",
    "select * from '{outside}/secret.parquet'",
    "select * from query('select * from read_text(''{outside}/secret.csv'')')",
    "select * from query_table(['{outside}/secret.csv'])",
    "select * from read_text('{tmp}/../../outside/secret.csv')",
    "select * from read_text('{tmp}_sibling/secret.csv')",
    "select * from read_text('{tmp}/link.csv')",
    "select * from read_csv('http://127.0.0.1:9/secret.csv')",
    "select * from read_parquet('https://127.0.0.1:9/secret.parquet')",
    "copy (select 1) to '{outside}/written.csv'",
    "copy (select 1) to '{outside}/written.parquet' (format parquet)",
    "copy (select 1) to '{outside}/written.json' (format json)",
    "copy library.topics from '{outside}/secret.csv'",
    "attach '{outside}/other.duckdb' as other",
    "attach '{outside}/other.duckdb' as other (read_only)",
    "attach '{outside}/other.db' as other (type sqlite)",
    "export database '{outside}/exported'",
    "import database '{outside}/exported'",
    "install httpfs",
    "load httpfs",
    "load '{outside}/evil.duckdb_extension'",
    "install sqlite from '{outside}'",
    "set enable_external_access = true",
    "reset enable_external_access",
    "set allowed_directories = ['{outside}']",
    "set allowed_paths = ['{outside}/secret.csv']",
    "set lock_configuration = false",
    "set temp_directory = '{outside}'",
    "set threads = 1",
    "set memory_limit = '90%'",
    "set python_enable_replacements = true",
    "set autoinstall_known_extensions = true",
    "set extension_directory = '{outside}'",
    "set home_directory = '{outside}'",
    "set TimeZone = 'UTC'",
    "pragma enable_profiling = 'json'",
    "pragma profiling_output = '{outside}/profile.json'",
    "call enable_logging(storage = 'file', storage_path = '{outside}/log')",
    "create persistent secret s (type http, bearer_token 'x')",
    "select * from python_variable",
    "select getenv('HOME')",
]


@pytest.mark.parametrize("sql", STATEMENTS)
def test_nothing_outside_is_read_or_written(sql: str, tmp_path: Path) -> None:
    python_variable = duckdb.sql("select 1 as x").df()
    outside, database = tmp_path / "outside", tmp_path / "db" / "blindspot.duckdb"
    outside.mkdir()
    with duckdb.connect() as connection:
        connection.execute(f"copy (select 1 as secret) to '{outside}/secret.parquet'")
    (outside / "secret.csv").write_text(SECRET, encoding="utf-8")
    (outside / "secret.json").write_text('{"secret": 1}\n', encoding="utf-8")
    duckdb.connect(str(outside / "other.duckdb")).close()
    store = Store(database)
    allowed = uploads_folder(database)
    allowed.mkdir(parents=True)
    (allowed / "link.csv").symlink_to(outside / "secret.csv")
    sibling = database.parent / "tmp_sibling"
    sibling.mkdir()
    (sibling / "secret.csv").write_text(SECRET, encoding="utf-8")
    before = {path: path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()}
    with pytest.raises(duckdb.Error):
        execute(store, sql.format(outside=outside, tmp=allowed))
    store.close()
    after = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert after - {database.with_name("blindspot.duckdb.wal")} == set(before) - {
        database.with_name("blindspot.duckdb.wal")
    }
    kept = [path for path in before if path.is_relative_to(outside)]
    assert len(kept) == 4
    assert all(path.read_bytes() == before[path] for path in kept)
    assert len(python_variable) == 1


def test_uploads_beside_the_database_may_be_read(file_store: Store) -> None:
    folder = uploads_folder(file_store.path)
    folder.mkdir(parents=True)
    (folder / "upload").write_text("x\n1\n", encoding="utf-8")
    assert execute(file_store, f"select * from read_text('{folder}/upload')")[0][1] == "x\n1\n"


def test_a_store_in_memory_reads_no_file_at_all(memory_store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(SECRET, encoding="utf-8")
    with pytest.raises(duckdb.Error):
        execute(memory_store, f"select * from read_csv('{tmp_path}/a.csv')")
